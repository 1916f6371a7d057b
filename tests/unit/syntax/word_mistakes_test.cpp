#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("unquoted text cannot start with these") {
  check_findings("a: @b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check_findings("a: `b`\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with a backtick; put it in quotes
)");
  check_findings("a: %b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
  check_findings("a: ,b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `,`; put it in quotes
)");
  check_findings("@a: b\n", R"(
1:1-1:2 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check_findings("a: b\n%c: d\n", R"(
2:1-2:2 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
  check_findings("- @a\n", R"(
1:3-1:4 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check_findings("[@a]\n", R"(
1:2-1:3 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check_findings("a: & b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `&`; put it in quotes
)");
  check_findings("a: &\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `&`; put it in quotes
)");
  check_findings("a: * b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `*`; put it in quotes
)");
  check_findings("a: b\n!c: \"d\n  e\"\n", R"(
2:1-2:2 yaml-syntax: unquoted text cannot start with `!`; put it in quotes
)");
}

TEST_CASE("text in brackets has less freedom") {
  check_findings("a: {b: https://c.example/?d=e}\n", R"(
1:26-1:27 yaml-syntax: unquoted text in brackets cannot have a `?` in it; put it in quotes
)");
  check_findings("a: [?b]\n", R"(
1:5-1:6 yaml-syntax: unquoted text in brackets cannot have a `?` in it; put it in quotes
)");
  check_findings("[&a ? b]\n", R"(
1:5-1:6 yaml-syntax: unquoted text in brackets cannot have a `?` in it; put it in quotes
)");
  check_findings("a: [- b]\n", R"(
1:5-1:6 yaml-syntax: a `- ` item cannot be used in brackets; separate entries with `,`
)");
  check_findings("a: [|b]\n", R"(
1:5-1:6 yaml-syntax: block text (`|`) cannot be used in brackets; put the text in quotes
)");
  check_findings("a: [>\n  b]\n", R"(
1:5-1:6 yaml-syntax: block text (`>`) cannot be used in brackets; put the text in quotes
)");
  check_findings("[-]\n", R"(
1:2-1:3 yaml-syntax: a `- ` item cannot be used in brackets; separate entries with `,`
)");
  check_findings("a: [b, -, c]\n", R"(
1:8-1:9 yaml-syntax: a `- ` item cannot be used in brackets; separate entries with `,`
)");
}

TEST_CASE("`?` starts an explicit key") {
  check_findings("a: ? b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `? `; put it in quotes
)");
}

TEST_CASE("aliases") {
  check_findings("a: *b\n", R"(
1:4-1:6 yaml-syntax: alias `*b` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check_findings("a: **bold**\n", R"(
1:4-1:12 yaml-syntax: alias `**bold**` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check_findings("a: *.zoom.us\n", R"(
1:4-1:13 yaml-syntax: alias `*.zoom.us` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check_findings("a: &b [*b]\n", R"(
1:8-1:10 yaml-syntax: `*b` is inside the value it refers to
)");
  check_findings("&a b: *c\n", R"(
1:7-1:9 yaml-syntax: alias `*c` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check_findings("a: &b {c: *b}\n", R"(
1:11-1:13 yaml-syntax: `*b` is inside the value it refers to
)");
  check_findings("a: &b c\nd: &e *b\n", R"(
2:4-2:6 yaml-syntax: an alias cannot have an anchor or a tag; remove `&e`
)");
  check_findings("a: b\n&c *a : d\n", R"(
2:1-2:3 yaml-syntax: an alias cannot have an anchor or a tag; remove `&c`
)");
}

TEST_CASE("anchors and tags") {
  check_findings("a: &b &c d\n", R"(
1:7-1:9 yaml-syntax: a second anchor or tag for the same value; remove one of them
)");
  check_findings("a: !!str !!str b\n", R"(
1:10-1:15 yaml-syntax: a second anchor or tag for the same value; remove one of them
)");
  check_findings("a: !b c\n", R"(
1:4-1:6 yaml-syntax: unknown tag `!b`; remove it, or put text that starts with `!` in quotes
)");
  check_findings("a: !!set {b}\n", R"(
1:4-1:9 yaml-syntax: unknown tag `!!set`; remove it, or put text that starts with `!` in quotes
)");
  check_findings("a: !<b c\n", R"(
1:4-1:5 yaml-syntax: `!` starts a tag, but this is not a tag; put text that starts with `!` in quotes
)");
  check_findings("a: !! b\n", R"(
1:4-1:5 yaml-syntax: `!` starts a tag, but this is not a tag; put text that starts with `!` in quotes
)");
  check_findings("a: !!seq b\n", R"(
1:4-1:9 yaml-syntax: `!!seq` is the tag of another kind of value; remove it
)");
  check_findings("a: !!str [b]\n", R"(
1:4-1:9 yaml-syntax: `!!str` is the tag of another kind of value; remove it
)");
  check_findings("a: !!map [b]\n", R"(
1:4-1:9 yaml-syntax: `!!map` is the tag of another kind of value; remove it
)");
  check_findings("a: !!str\"b\"\n", R"(
1:9-1:9 yaml-syntax: no space after `!!str`
)");
  check_findings("a: !>-\n  b\n", R"(
1:5-1:5 yaml-syntax: no space after `!`
)");
  check_findings("a:\n&b\n- c\n", R"(
2:1-2:2 yaml-syntax: this belongs to the key or the `- ` above and is not indented below it; indent it
)");
}

TEST_CASE("block text") {
  check_findings("a: > b\n", R"(
1:6-1:7 yaml-syntax: text on the line of `>`; block text begins on the next line, and other text that starts with `>` must be in quotes
)");
  check_findings("a: |0\n  b\n", R"(
1:5-1:6 yaml-syntax: block text cannot be indented by `0`; give 1 to 9 spaces, or leave it out
)");
  check_findings("a: |x\n  b\n", R"(
1:5-1:6 yaml-syntax: text on the line of `|`; block text begins on the next line, and other text that starts with `|` must be in quotes
)");
  check_findings("a: |# b\n  c\n", R"(
1:5-1:6 yaml-syntax: a comment needs a space before its `#`
)");
  check_findings("a: |\n   \n  b\n", R"(
2:1-2:1 yaml-syntax: a blank line has more spaces than the first line of text below it; remove them
)");
  check_findings("a: |\n\tb\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check_findings("- &x |1\n   b\n", R"(
1:6-1:8 yaml-syntax: the number in `|1` may count from the anchor or tag before it; leave it out, or put the text in quotes
)");
  check_findings("- !!str >2-\n\n     b\n", R"(
1:9-1:12 yaml-syntax: the number in `>2-` may count from the anchor or tag before it; leave it out, or put the text in quotes
)");
  check_findings("- &x |1\n   \n", R"(
1:6-1:8 yaml-syntax: the number in `|1` may count from the anchor or tag before it; leave it out, or put the text in quotes
)");
  check_findings("--- |\na\n", R"(
2:1-2:1 yaml-syntax: block text must be indented deeper than the key or the `- ` it belongs to
)");
}

TEST_CASE("comments") {
  check_findings("a: \"b\"#c\n", R"(
1:7-1:8 yaml-syntax: a comment needs a space before its `#`
)");
  check_findings("a: [b]#c\n", R"(
1:7-1:8 yaml-syntax: a comment needs a space before its `#`
)");
  check_findings("a: [b,#c\n  d]\n", R"(
1:7-1:8 yaml-syntax: a comment needs a space before its `#`
)");
  check_findings("a: {b: c}#d\n", R"(
1:10-1:11 yaml-syntax: a comment needs a space before its `#`
)");
}

TEST_CASE("directives") {
  check_findings("%YAML 3.0\n---\na: b\n", R"(
1:1-1:10 yaml-syntax: a file can have one `%YAML 1.2` directive and no other version; remove this
)");
  check_findings("%YAML 1.2\n%YAML 1.2\n---\n", R"(
2:1-2:10 yaml-syntax: a file can have one `%YAML 1.2` directive and no other version; remove this
)");
  check_findings("%YAML\n---\n", R"(
1:1-1:6 yaml-syntax: a file can have one `%YAML 1.2` directive and no other version; remove this
)");
  check_findings("%TAG x\n---\n", R"(
1:1-1:7 yaml-syntax: a `%TAG` directive needs a handle of its own and a prefix; remove it
)");
  check_findings("%FOO\na: b\n", R"(
1:1-1:2 yaml-syntax: a line that starts with `%` is a directive, and no `---` comes after it; put text that starts with `%` in quotes
)");
  check_findings("a: b\n%YAML 1.2\n---\n", R"(
2:1-2:2 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
}

TEST_CASE("a second document") {
  check_findings("---\na: b\n---\nc: d\n", R"(
3:1-3:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check_findings("a: b\n---\n", R"(
2:1-2:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check_findings("---\n---\na: b\n", R"(
2:1-2:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check_findings("a: b\n...\nc: d\n", R"(
3:1-3:2 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check_findings("a: b\n...\n---\n", R"(
3:1-3:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
}

}  // namespace zoomc::syntax
