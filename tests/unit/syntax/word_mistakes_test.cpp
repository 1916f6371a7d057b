#include "outline.h"
#include "support/catch.h"

namespace zoomc {
namespace {

void check(const std::string& text, const std::string& findings) {
  INFO(text);
  CHECK("\n" + findings_of(text) == findings);
}

}  // namespace

TEST_CASE("unquoted text cannot start with these") {
  check("a: @b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check("a: `b`\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with a backtick; put it in quotes
)");
  check("a: %b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
  check("a: ,b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `,`; put it in quotes
)");
  check("@a: b\n", R"(
1:1-1:2 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check("a: b\n%c: d\n", R"(
2:1-2:2 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
  check("- @a\n", R"(
1:3-1:4 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check("[@a]\n", R"(
1:2-1:3 yaml-syntax: unquoted text cannot start with `@`; put it in quotes
)");
  check("a: & b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `&`; put it in quotes
)");
  check("a: &\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `&`; put it in quotes
)");
  check("a: * b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `*`; put it in quotes
)");
  check("a: b\n!c: \"d\n  e\"\n", R"(
2:1-2:2 yaml-syntax: unquoted text cannot start with `!`; put it in quotes
)");
}

TEST_CASE("text in brackets has less freedom") {
  check("a: {b: https://c.example/?d=e}\n", R"(
1:26-1:27 yaml-syntax: unquoted text in brackets cannot have a `?` in it; put it in quotes
)");
  check("a: [?b]\n", R"(
1:5-1:6 yaml-syntax: unquoted text in brackets cannot have a `?` in it; put it in quotes
)");
  check("a: [- b]\n", R"(
1:5-1:6 yaml-syntax: a `- ` item cannot stand in brackets; separate entries with `,`
)");
  check("a: [|b]\n", R"(
1:5-1:6 yaml-syntax: block text (`|`) cannot stand in brackets; put the text in quotes
)");
  check("a: [>\n  b]\n", R"(
1:5-1:6 yaml-syntax: block text (`>`) cannot stand in brackets; put the text in quotes
)");
  check("[-]\n", R"(
1:2-1:3 yaml-syntax: a `- ` item cannot stand in brackets; separate entries with `,`
)");
  check("a: [b, -, c]\n", R"(
1:8-1:9 yaml-syntax: a `- ` item cannot stand in brackets; separate entries with `,`
)");
}

TEST_CASE("`?` starts an explicit key") {
  check("a: ? b\n", R"(
1:4-1:5 yaml-syntax: unquoted text cannot start with `? `; put it in quotes
)");
}

TEST_CASE("aliases") {
  check("a: *b\n", R"(
1:4-1:6 yaml-syntax: alias `*b` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check("a: **bold**\n", R"(
1:4-1:12 yaml-syntax: alias `**bold**` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check("a: *.zoom.us\n", R"(
1:4-1:13 yaml-syntax: alias `*.zoom.us` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check("a: &b [*b]\n", R"(
1:8-1:10 yaml-syntax: `*b` stands inside the value it refers to
)");
  check("&a b: *c\n", R"(
1:7-1:9 yaml-syntax: alias `*c` names no anchor above; define the anchor, or put text that starts with `*` in quotes
)");
  check("a: &b {c: *b}\n", R"(
1:11-1:13 yaml-syntax: `*b` stands inside the value it refers to
)");
  check("a: &b c\nd: &e *b\n", R"(
2:4-2:6 yaml-syntax: an alias cannot have an anchor or a tag; remove `&e`
)");
  check("a: b\n&c *a : d\n", R"(
2:1-2:3 yaml-syntax: an alias cannot have an anchor or a tag; remove `&c`
)");
}

TEST_CASE("anchors and tags") {
  check("a: &b &c d\n", R"(
1:7-1:9 yaml-syntax: a second anchor or tag for the same value; remove one of them
)");
  check("a: !!str !!str b\n", R"(
1:10-1:15 yaml-syntax: a second anchor or tag for the same value; remove one of them
)");
  check("a: !b c\n", R"(
1:4-1:6 yaml-syntax: unknown tag `!b`; remove it, or put text that starts with `!` in quotes
)");
  check("a: !!set {b}\n", R"(
1:4-1:9 yaml-syntax: unknown tag `!!set`; remove it, or put text that starts with `!` in quotes
)");
  check("a: !<b c\n", R"(
1:4-1:5 yaml-syntax: `!` starts a tag, and this is none; put text that starts with `!` in quotes
)");
  check("a: !! b\n", R"(
1:4-1:5 yaml-syntax: `!` starts a tag, and this is none; put text that starts with `!` in quotes
)");
  check("a: !!seq b\n", R"(
1:4-1:9 yaml-syntax: `!!seq` is the tag of another kind of value; remove it
)");
  check("a: !!str [b]\n", R"(
1:4-1:9 yaml-syntax: `!!str` is the tag of another kind of value; remove it
)");
  check("a: !!map [b]\n", R"(
1:4-1:9 yaml-syntax: `!!map` is the tag of another kind of value; remove it
)");
  check("a: !!str\"b\"\n", R"(
1:9-1:9 yaml-syntax: no space after `!!str`
)");
  check("a: !>-\n  b\n", R"(
1:5-1:5 yaml-syntax: no space after `!`
)");
  check("a:\n&b\n- c\n", R"(
2:1-2:2 yaml-syntax: this belongs to the key or the `- ` above and is not indented below it; indent it
)");
}

TEST_CASE("block text") {
  check("a: > b\n", R"(
1:6-1:7 yaml-syntax: text on the line of `>`; block text begins on the next line, and other text that starts with `>` must be in quotes
)");
  check("a: |0\n  b\n", R"(
1:5-1:6 yaml-syntax: block text cannot be indented by `0`; give 1 to 9 spaces, or leave it out
)");
  check("a: |x\n  b\n", R"(
1:5-1:6 yaml-syntax: text on the line of `|`; block text begins on the next line, and other text that starts with `|` must be in quotes
)");
  check("a: |# b\n  c\n", R"(
1:5-1:6 yaml-syntax: a comment needs a space before its `#`
)");
  check("a: |\n   \n  b\n", R"(
2:1-2:1 yaml-syntax: a blank line has more spaces than the first line of text below it; remove them
)");
  check("a: |\n\tb\n", R"(
2:1-2:2 tab-indentation: a tab is used as indentation, where YAML allows spaces only; replace it with spaces
)");
  check("--- |\na\n", R"(
2:1-2:1 yaml-syntax: block text must be indented deeper than the key or the `- ` it belongs to
)");
}

TEST_CASE("comments") {
  check("a: \"b\"#c\n", R"(
1:7-1:8 yaml-syntax: a comment needs a space before its `#`
)");
  check("a: [b]#c\n", R"(
1:7-1:8 yaml-syntax: a comment needs a space before its `#`
)");
  check("a: [b,#c\n  d]\n", R"(
1:7-1:8 yaml-syntax: a comment needs a space before its `#`
)");
  check("a: {b: c}#d\n", R"(
1:10-1:11 yaml-syntax: a comment needs a space before its `#`
)");
}

TEST_CASE("directives") {
  check("%YAML 3.0\n---\na: b\n", R"(
1:1-1:10 yaml-syntax: a file can have one `%YAML 1.2` directive and no other version; remove this
)");
  check("%YAML 1.2\n%YAML 1.2\n---\n", R"(
2:1-2:10 yaml-syntax: a file can have one `%YAML 1.2` directive and no other version; remove this
)");
  check("%YAML\n---\n", R"(
1:1-1:6 yaml-syntax: a file can have one `%YAML 1.2` directive and no other version; remove this
)");
  check("%TAG x\n---\n", R"(
1:1-1:7 yaml-syntax: a `%TAG` directive needs a handle of its own and a prefix; remove it
)");
  check("%FOO\na: b\n", R"(
1:1-1:2 yaml-syntax: a line that starts with `%` is a directive, and no `---` comes after it; put text that starts with `%` in quotes
)");
  check("a: b\n%YAML 1.2\n---\n", R"(
2:1-2:2 yaml-syntax: unquoted text cannot start with `%`; put it in quotes
)");
}

TEST_CASE("a second document") {
  check("---\na: b\n---\nc: d\n", R"(
3:1-3:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check("a: b\n---\n", R"(
2:1-2:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check("---\n---\na: b\n", R"(
2:1-2:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check("a: b\n...\nc: d\n", R"(
3:1-3:2 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
  check("a: b\n...\n---\n", R"(
3:1-3:4 second-document: a second document begins here; a file holds one, so remove it or move it to a file of its own
)");
}

}  // namespace zoomc
