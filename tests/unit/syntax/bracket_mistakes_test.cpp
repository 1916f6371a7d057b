#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("a bracket that is never closed is pointed at where it opens") {
  check_findings("a: [b, c\n", R"(
1:4-1:5 yaml-syntax: missing `]` after the last entry
)");
  check_findings("a: [b, c\nd: e\n", R"(
1:4-1:5 yaml-syntax: missing `]` after the last entry
  2:1-2:2 this line still counts as part of it
)");
  check_findings("a: [b, c\nd: e\nf: [g]\n", R"(
1:4-1:5 yaml-syntax: missing `]` after the last entry
  2:1-2:2 this line still counts as part of it
)");
  check_findings("- [a, [b, c]\n", R"(
1:3-1:4 yaml-syntax: missing `]` after the last entry
)");
  check_findings("- [a, b\n- c\n", R"(
1:3-1:4 yaml-syntax: missing `]` after the last entry
  2:1-2:2 this line still counts as part of it
)");
  check_findings("a: {b: c", R"(
1:4-1:5 yaml-syntax: missing `}` after the last entry
)");
  check_findings("a: {b: c\nd: e\n", R"(
1:4-1:5 yaml-syntax: missing `}` after the last entry
  2:1-2:2 this line still counts as part of it
)");
  check_findings("a: [b\n---\nc]\n", R"(
1:4-1:5 yaml-syntax: missing `]` after the last entry
  2:1-2:2 this line still counts as part of it
)");
  check_findings("a: [b, {c: d}\n", R"(
1:4-1:5 yaml-syntax: missing `]` after the last entry
)");
}

TEST_CASE("brackets that do not match") {
  check_findings("a: {b: [c, d}\n", R"(
1:13-1:14 yaml-syntax: `}` cannot close `[`; put a `]` before it
  1:8-1:9 opened here
)");
  check_findings("a: [b}\n", R"(
1:6-1:7 yaml-syntax: `}` cannot close `[`; put a `]` before it
  1:4-1:5 opened here
)");
  check_findings("a: ]\n", R"(
1:4-1:5 yaml-syntax: `]` has no opening bracket; remove it, or put the text in quotes
)");
  check_findings("a: b\n}\n", R"(
2:1-2:2 yaml-syntax: `}` has no opening bracket; remove it, or put the text in quotes
)");
  check_findings("[a] ]\n", R"(
1:5-1:6 yaml-syntax: `]` has no opening bracket; remove it, or put the text in quotes
)");
}

TEST_CASE("missing and surplus commas") {
  check_findings("a: [\"b\n  c\" \"d\"]\n", R"(
2:5-2:5 yaml-syntax: no `,` between this entry and the next
)");
  check_findings("a: [\"b\" \"c\"]\n", R"(
1:8-1:8 yaml-syntax: no `,` between this entry and the next
)");
  check_findings("a: [b, {c: d} e]\n", R"(
1:14-1:14 yaml-syntax: no `,` between this entry and the next
)");
  check_findings("a: {b: c\n   d: e}\n", R"(
1:9-1:9 yaml-syntax: no `,` between this entry and the next
)");
  check_findings("a: [b, , c]\n", R"(
1:8-1:9 yaml-syntax: no entry before this `,`; remove one `,`
)");
  check_findings("a: [, b]\n", R"(
1:5-1:6 yaml-syntax: no entry before this `,`; remove one `,`
)");
  check_findings("a: {b: c, , d: e}\n", R"(
1:11-1:12 yaml-syntax: no entry before this `,`; remove one `,`
)");
  check_findings("[a,,]\n", R"(
1:4-1:5 yaml-syntax: no entry before this `,`; remove one `,`
)");
}

TEST_CASE("text behind a closing bracket") {
  check_findings("a: {b: c}d\n", R"(
1:10-1:11 yaml-syntax: text after the closing `}`; remove it, or put all of the value in quotes
)");
  check_findings("a: [b] c\nd: e\n", R"(
1:8-1:9 yaml-syntax: text after the closing `]`; remove it, or put all of the value in quotes
)");
}

TEST_CASE("lines in brackets must be indented below their key") {
  check_findings("a: [\nb]\n", R"(
2:1-2:2 yaml-syntax: this line continues the value that begins above, and is not indented below its key; indent it
  1:4-1:5 the value begins here
)");
  check_findings("a:\n  - [b,\n  c]\n", R"(
3:3-3:4 yaml-syntax: this line continues the value that begins above, and is not indented below its key; indent it
  2:5-2:6 the value begins here
)");
  check_findings("a: {\nb: c\n}\n", R"(
2:1-2:2 yaml-syntax: this line continues the value that begins above, and is not indented below its key; indent it
  1:4-1:5 the value begins here
)");
}

TEST_CASE("keys that are no words") {
  check_findings("[a]: b\n", R"(
1:1-1:4 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("{a: b}: c\n", R"(
1:1-1:7 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("? [a]\n: b\n", R"(
1:3-1:6 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("? - a\n", R"(
1:3-1:6 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("{[a]: b}\n", R"(
1:2-1:5 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("[{a: b}: c]\n", R"(
1:2-1:8 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("? a: b\n: c\n", R"(
1:3-1:7 yaml-syntax: a key must be a word, not a list or a mapping
)");
  check_findings("a: {[b]}\n", R"(
1:5-1:8 yaml-syntax: a key must be a word, not a list or a mapping
)");
}

TEST_CASE("templates") {
  check_findings("a: {{ b }}\n", R"(
1:4-1:6 yaml-syntax: unquoted text cannot start with `{{`; put it in quotes
)");
  check_findings("a: {{b}}/c\n", R"(
1:4-1:6 yaml-syntax: unquoted text cannot start with `{{`; put it in quotes
)");
  check_findings("a: {% b %}\n", R"(
1:5-1:6 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
}

TEST_CASE("keys that are not there") {
  check_findings(": a\n", R"(
1:1-1:2 yaml-syntax: no key before this `:`; write the key, or put text that starts with `:` in quotes
)");
  check_findings("a: b\n: c\n", R"(
2:1-2:2 yaml-syntax: no key before this `:`; write the key, or put text that starts with `:` in quotes
)");
  check_findings("{: a}\n", R"(
1:2-1:3 yaml-syntax: no key before this `:`; write the key, or put text that starts with `:` in quotes
)");
  check_findings("[: a]\n", R"(
1:2-1:3 yaml-syntax: no key before this `:`; write the key, or put text that starts with `:` in quotes
)");
  check_findings("? \n", R"(
1:2-1:2 yaml-syntax: no key here; write it
)");
  check_findings("{? }\n", R"(
1:3-1:3 yaml-syntax: no key here; write it
)");
  check_findings("!!str : a\n", R"(
1:1-1:1 yaml-syntax: no key here; write it
)");
}

}  // namespace zoomc::syntax
