#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("a quote that is never closed is pointed at where it opens") {
  check_findings("a: \"b", R"(
1:4-1:5 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
)");
  check_findings("a: \"b\n", R"(
1:4-1:5 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
)");
  check_findings("a: 'b\n", R"(
1:4-1:5 yaml-syntax: this `'` is never closed; put another `'` at the end of its text
)");
  check_findings("a: \"b\nc: d\n", R"(
1:4-1:5 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
  2:1-2:2 this line still counts as part of it
)");
  check_findings("a: \"b\nc: \"d\"\n", R"(
1:4-1:5 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
  2:1-2:2 this line still counts as part of it
)");
  check_findings("app:\n  name: \"Acme\n  summary: \"Logs\"\n", R"(
2:9-2:10 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
  3:3-3:4 this line still counts as part of it
)");
  check_findings("- \"a\n- b\n", R"(
1:3-1:4 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
  2:1-2:2 this line still counts as part of it
)");
  check_findings("[ \"a, b ]\nc: d\n", R"(
1:3-1:4 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
)");
  check_findings("a: \"b\n---\nc\"\n", R"(
1:4-1:5 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
)");
  check_findings("\"a: b\n", R"(
1:1-1:2 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
)");
  check_findings("a:\n  b: \"c\n    d\" e\n", R"(
2:6-2:7 yaml-syntax: this `"` is never closed; put another `"` at the end of its text
  3:6-3:7 its text continues to here
)");
}

TEST_CASE("text behind a closing quote") {
  check_findings("a: 'it's'\n", R"(
1:8-1:9 yaml-syntax: text after the closing quote; put all of the value in the quotes, and write `''` for an apostrophe in it
)");
  check_findings("a: \"say \"hi\" now\"\n", R"(
1:10-1:11 yaml-syntax: text after the closing quote; put all of the value in the quotes, and write `\"` for a quote in it
)");
  check_findings("a: \"b\" c\nd: e\n", R"(
1:8-1:9 yaml-syntax: text after the closing quote; put all of the value in the quotes
)");
  check_findings("a: [\"b\"c]\n", R"(
1:8-1:9 yaml-syntax: text after the closing quote; put all of the value in the quotes, and write `\"` for a quote in it
)");
  check_findings("- \"a\" b\n", R"(
1:7-1:8 yaml-syntax: text after the closing quote; put all of the value in the quotes
)");
}

TEST_CASE("escapes that YAML does not know") {
  check_findings("a: \"C:\\dir\"\n", R"(
1:7-1:8 yaml-syntax: this `\` does not start a YAML escape; write `\\` for a backslash, or use single quotes
)");
  check_findings("a: \"b\\'c\"\n", R"(
1:6-1:7 yaml-syntax: this `\` does not start a YAML escape; write `\\` for a backslash, or use single quotes
)");
  check_findings("a: \"\\xzz\"\n", R"(
1:5-1:7 yaml-syntax: `\x` needs 2 hexadecimal digits that name a character; write `\\` for a backslash
)");
  check_findings("a: \"\\u12\"\n", R"(
1:5-1:7 yaml-syntax: `\u` needs 4 hexadecimal digits that name a character; write `\\` for a backslash
)");
  check_findings("a: \"\\U0011FFFF\"\n", R"(
1:5-1:7 yaml-syntax: `\U` needs 8 hexadecimal digits that name a character; write `\\` for a backslash
)");
  check_findings("a: \"\\uD800\"\n", R"(
1:5-1:7 yaml-syntax: `\u` needs 4 hexadecimal digits that name a character; write `\\` for a backslash
)");
  check_findings("[\"b\", \"\\q\"]\n", R"(
1:8-1:9 yaml-syntax: this `\` does not start a YAML escape; write `\\` for a backslash, or use single quotes
)");
  check_findings("- [\"a\", \"\\q\"]\n", R"(
1:10-1:11 yaml-syntax: this `\` does not start a YAML escape; write `\\` for a backslash, or use single quotes
)");
}

TEST_CASE("lines in quotes must be indented below their key") {
  check_findings("a: \"b\nc\"\n", R"(
2:1-2:2 yaml-syntax: this line continues the value that begins above, and is not indented below its key; indent it
  1:4-1:5 the value begins here
)");
  check_findings("a:\n  - \"b\n  c\"\n", R"(
3:3-3:4 yaml-syntax: this line continues the value that begins above, and is not indented below its key; indent it
  2:5-2:6 the value begins here
)");
}

}  // namespace zoomc::syntax
