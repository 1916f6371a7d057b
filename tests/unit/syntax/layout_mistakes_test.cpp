#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("a key without a colon is pointed at its end") {
  check_findings("a: b\nregion", R"(
2:7-2:7 missing-colon: no `:` after `region`
)");
  check_findings("a: b\nregion\n", R"(
2:7-2:7 missing-colon: no `:` after `region`
)");
  check_findings("a: b\nregion eu\n", R"(
2:7-2:7 missing-colon: no `:` after `region`
)");
  check_findings("a: b\nregion eu\nc: d\n", R"(
2:7-2:7 missing-colon: no `:` after `region`
)");
  check_findings("a: b\nregion\nc: d\n", R"(
2:7-2:7 missing-colon: no `:` after `region`
)");
  check_findings("app\n  name: Acme\n", R"(
1:4-1:4 missing-colon: no `:` after `app`
)");
  check_findings("a: b\napp\n  name: Acme\n", R"(
2:4-2:4 missing-colon: no `:` after `app`
)");
  check_findings("app:\n  name Acme\n  summary: b\n", R"(
2:7-2:7 missing-colon: no `:` after `name`
)");
  check_findings("app:\n  name: Acme\n  company Foo\nregion: eu\n", R"(
3:10-3:10 missing-colon: no `:` after `company`
)");
  check_findings("- name: b\n  tester true\n", R"(
2:9-2:9 missing-colon: no `:` after `tester`
)");
  check_findings("- name: b\n  tester true\n- name: c\n", R"(
2:9-2:9 missing-colon: no `:` after `tester`
)");
  check_findings("- a\n  b: c\n", R"(
1:4-1:4 missing-colon: no `:` after `a`
)");
  check_findings("a: b\n\"c d\"\n", R"(
2:6-2:6 missing-colon: no `:` after `"c d"`
)");
  check_findings("a: b\n\"c d\" e\nf: g\n", R"(
2:6-2:6 missing-colon: no `:` after `"c d"`
  hint: if the line continues the text above it, indent it deeper
)");
  check_findings("a: {b: c, email\n  }\n", R"(
1:16-1:16 missing-colon: no `:` after `email`
)");
  check_findings("a: {b: c,\n  email d\n  }\n", R"(
2:8-2:8 missing-colon: no `:` after `email`
)");
  check_findings("a: b\nhttps://c.example\n", R"(
2:18-2:18 missing-colon: no `:` after `https://c.example`
)");
}

TEST_CASE("a line of text where a key should be may continue the text above") {
  check_findings("a: This is long\nand continues here\nregion: eu\n", R"(
2:4-2:4 missing-colon: no `:` after `and`
  hint: if the line continues the text above it, indent it deeper
)");
}

TEST_CASE("a colon without a space behind it") {
  check_findings("a: b\nregion:eu\n", R"(
2:7-2:8 yaml-syntax: no space after the `:` of `region`; put one there
)");
  check_findings("region:eu\na: b\n", R"(
1:7-1:8 yaml-syntax: no space after the `:` of `region`; put one there
)");
  check_findings("a: {b:c, d: e}\n", R"(
1:6-1:7 yaml-syntax: no space after the `:` of `b`; put one there
)");
  check_findings("app:\n  name: Acme\n  company:Foo\nregion: eu\n", R"(
3:10-3:11 yaml-syntax: no space after the `:` of `company`; put one there
)");
}

TEST_CASE("a colon with a space inside an unquoted value") {
  check_findings("a: b: c\n", R"(
1:5-1:6 yaml-syntax: the value of `a` has a `: ` in it, which only text in quotes can have; put the value in quotes
)");
  check_findings("a: \"b\": c\n", R"(
1:7-1:8 yaml-syntax: a second `:` after the value of `a`; remove it, or put all of the value in one pair of quotes
)");
  check_findings("- a: b: c\n", R"(
1:7-1:8 yaml-syntax: the value of `a` has a `: ` in it, which only text in quotes can have; put the value in quotes
)");
  check_findings("a: {b: c d: e}\n", R"(
1:11-1:12 yaml-syntax: the value of `b` has a `: ` in it, which only text in quotes can have; put a `,` before the next key, or quotes around the value
)");
  check_findings("\"a\": \"b\": \"c\"\n", R"(
1:9-1:10 yaml-syntax: a second `:` after the value of `"a"`; remove it, or put all of the value in one pair of quotes
)");
}

TEST_CASE("tabs as indentation") {
  check_findings("\ta: b\n", R"(
1:1-1:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a:\n\tb: c\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a:\n\t- b\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a: b\n\tc: d\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a:\n  b: c\n\td: e\n", R"(
3:1-3:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a:\n  b: c\n  \td: e\n", R"(
3:3-3:4 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a:\n\tb\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("-\ta: b\n", R"(
1:2-1:3 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("-\t- a\n", R"(
1:2-1:3 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a: |\n\tb\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a: \"b\n\tc\"\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("a: [\n\tb]\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("? \ta: b\n", R"(
1:3-1:4 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
}

TEST_CASE("keys that are indented deeper than their neighbours") {
  check_findings("a: b\n  c: d\n", R"(
2:3-2:4 yaml-syntax: key `c` is indented deeper than `a`, which has its value already; indent both alike, or put text with a `: ` in quotes
  1:4-1:5 the value
)");
  check_findings("a: \"b\"\n  c: d\n", R"(
2:3-2:4 yaml-syntax: key `c` is indented deeper than `a`, which has its value already; indent both alike, or put text with a `: ` in quotes
  1:4-1:7 the value
)");
  check_findings("a: b c\n  d e: f\n", R"(
2:3-2:6 yaml-syntax: key `d e` is indented deeper than `a`, which has its value already; indent both alike, or put text with a `: ` in quotes
  1:4-1:7 the value
)");
  check_findings("a: [b]\n  c: d\n", R"(
2:3-2:4 yaml-syntax: key `c` is indented deeper than `a`, which has its value already; indent both alike, or put text with a `: ` in quotes
  1:4-1:7 the value
)");
  check_findings("a:\n  b: c\n    d: e\n", R"(
3:5-3:6 yaml-syntax: key `d` is indented deeper than `b`, which has its value already; indent both alike, or put text with a `: ` in quotes
  2:6-2:7 the value
)");
}

TEST_CASE("lines whose indentation fits nothing above") {
  check_findings("a:\n  - b\n c: d\n", R"(
3:2-3:3 yaml-syntax: this line is indented by 1 space, which matches no line above; do not indent it
)");
  check_findings("a:\n  b: c\n d: e\n", R"(
3:2-3:3 yaml-syntax: this line is indented by 1 space, which matches no line above; indent it by 0 or 2 spaces
)");
  check_findings("a:\n    b: c\n  d: e\n", R"(
3:3-3:4 yaml-syntax: this line is indented by 2 spaces, which matches no line above; indent it by 0 or 4 spaces
)");
  check_findings("- a: b\n c: d\n", R"(
2:2-2:3 yaml-syntax: this line is indented by 1 space, which matches no line above; indent it by 2 spaces
)");
  check_findings("- \"a\"\n - b\n", R"(
2:2-2:3 yaml-syntax: this line is indented by 1 space, which matches no line above; do not indent it
)");
  check_findings("  a: b\nc: d\n", R"(
2:1-2:2 yaml-syntax: this line is indented by 0 spaces, which matches no line above; indent it by 2 spaces
)");
  check_findings("  - a\nb\n", R"(
2:1-2:2 yaml-syntax: this line is indented by 0 spaces, which matches no line above; indent it like the line above it, or deeper
)");
  check_findings("a: |\n  b\n c\n", R"(
3:2-3:3 yaml-syntax: this line is indented by 1 space, which matches no line above; indent it like the line above it, or deeper
)");
}

TEST_CASE("values at the column of their key") {
  check_findings("a:\n[b]\n", R"(
2:1-2:2 yaml-syntax: this belongs to the key or the `- ` above and is not indented below it; indent it
)");
  check_findings("a:\n\"b\"\nc: d\n", R"(
2:1-2:2 yaml-syntax: this belongs to the key or the `- ` above and is not indented below it; indent it
)");
  check_findings("a: &b c\nd:\n*b\n", R"(
3:1-3:2 yaml-syntax: this belongs to the key or the `- ` above and is not indented below it; indent it
)");
  check_findings("a:\n|\n  b\n", R"(
2:1-2:2 yaml-syntax: this belongs to the key or the `- ` above and is not indented below it; indent it
)");
  check_findings("a:\n&x b\n", R"(
2:5-2:5 missing-colon: no `:` after `b`
)");
}

TEST_CASE("lists and mappings that are mixed") {
  check_findings("- a\nb: c\n", R"(
2:1-2:2 yaml-syntax: key `b` among the `- ` items of a list; put `- ` before it, or indent it like the keys above the list
)");
  check_findings("a:\n  - b\n  c: d\n", R"(
3:3-3:4 yaml-syntax: key `c` among the `- ` items of a list; put `- ` before it, or indent it like the keys above the list
)");
  check_findings("a:\n  - b\n  c\n", R"(
3:3-3:4 yaml-syntax: no `- ` before this line, which is among list items
)");
  check_findings("a: b\n- c\n", R"(
2:1-2:2 yaml-syntax: a `- ` item among the keys of a mapping; indent it below the key it belongs to
)");
  check_findings("- a\nb\n", R"(
2:1-2:2 yaml-syntax: no `- ` before this line, which is among list items
)");
}

TEST_CASE("list items in the middle of a line") {
  check_findings("a: - b\n", R"(
1:4-1:5 yaml-syntax: a list item cannot begin in the middle of a line; begin it on a line of its own, or put text that starts with `- ` in quotes
)");
  check_findings("&x - a\n", R"(
1:4-1:5 yaml-syntax: a list item cannot begin in the middle of a line; begin it on a line of its own, or put text that starts with `- ` in quotes
)");
  check_findings("- [a] - b\n", R"(
1:7-1:8 yaml-syntax: a list item cannot begin in the middle of a line; begin it on a line of its own, or put text that starts with `- ` in quotes
)");
}

TEST_CASE("text behind a comment") {
  check_findings("a: b # c\n  d\n", R"(
2:3-2:4 yaml-syntax: text continues after a comment, but a comment ends unquoted text; move the comment
  1:6-1:9 the comment
)");
  check_findings("a: b\n  # c\n  d\n", R"(
3:3-3:4 yaml-syntax: text continues after a comment, but a comment ends unquoted text; move the comment
  2:3-2:6 the comment
)");
}

TEST_CASE("a mapping or a list on the line of `---`") {
  check_findings("--- a: b\n", R"(
1:1-1:4 yaml-syntax: a list or a mapping cannot begin on the line of `---`; begin it on the next line
)");
  check_findings("--- - a\n", R"(
1:1-1:4 yaml-syntax: a list or a mapping cannot begin on the line of `---`; begin it on the next line
)");
}

}  // namespace zoomc::syntax
