#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("block text behind an anchor or tag is read only where it is deeper than that") {
  check_findings("k:\n  - &a >-\n    b\n", R"(
2:5-2:7 yaml-syntax: block text after `&a` can be read here only if its lines are indented deeper than `&a`; indent them deeper, or put the text in quotes
)");
  check_findings("- !!str |-\n  b\n", R"(
1:3-1:8 yaml-syntax: block text after `!!str` can be read here only if its lines are indented deeper than `!!str`; indent them deeper, or put the text in quotes
)");
  check_findings("? k\n: &a !!str >-\n  b\n", R"(
2:6-2:11 yaml-syntax: block text after `!!str` can be read here only if its lines are indented deeper than `!!str`; indent them deeper, or put the text in quotes
)");
  // A `: ` in the text makes the library take it for a mapping.
  check_findings("- &a |\n  b: c\n  - d\n", R"(
1:3-1:5 yaml-syntax: block text after `&a` can be read here only if its lines are indented deeper than `&a`; indent them deeper, or put the text in quotes
)");
  CHECK(findings_of("- &a >-\n    b\n").empty());
}

TEST_CASE("unquoted text of several lines behind an anchor or tag is read only deeper than that") {
  check_findings("k:\n  - &a GET\n    /users\n", R"(
2:5-2:7 yaml-syntax: unquoted text of several lines after `&a` can be read here only if its lines are indented deeper than `&a`; indent them deeper, or put the text in quotes
)");
  check_findings("? !!str b\n  c\n: d\n", R"(
1:3-1:8 yaml-syntax: unquoted text of several lines after `!!str` can be read here only if its lines are indented deeper than `!!str`; indent them deeper, or put the text in quotes
)");
  // These lines are not part of the text.
  check_findings("k:\n  - &a b\n  c\n", R"(
3:3-3:4 yaml-syntax: no `- ` before this line, which is among list items
)");
  check_findings("k:\n  - &a b\n c: d\n", R"(
3:2-3:3 yaml-syntax: this line is indented by 1 space, which matches no line above; do not indent it
)");
}

}  // namespace zoomc::syntax
