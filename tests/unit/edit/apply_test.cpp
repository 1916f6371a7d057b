#include "edit/apply.h"

#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

Diagnostic with_fix(FixSafety safety, std::vector<Edit> edits) {
  Diagnostic found{.id = "odd"};
  found.fixes.push_back({safety, "mend it", std::move(edits)});
  return found;
}

bool safe_only(const Diagnostic& /*found*/, const Fix& fix) {
  return fix.safety == FixSafety::safe;
}
bool any(const Diagnostic& /*found*/, const Fix& /*fix*/) {
  return true;
}

}  // namespace

TEST_CASE("edits are made from left to right, whatever their order") {
  CHECK(apply_edits("abcdef", {{{4, 6}, "EF!"}, {{0, 1}, ""}, {{2, 2}, "-"}}) == "b-cdEF!");
}

TEST_CASE("insertions at one place keep their order") {
  CHECK(apply_edits("ab", {{{1, 1}, "1"}, {{1, 1}, "2"}}) == "a12b");
}

TEST_CASE("no edits leave the text alone") {
  CHECK(apply_edits("ab\n", {}) == "ab\n");
}

TEST_CASE("only safe fixes are made unless unsafe ones are asked for") {
  const std::vector<Diagnostic> findings{with_fix(FixSafety::unsafe, {{{0, 1}, "X"}}),
                                         with_fix(FixSafety::safe, {{{1, 2}, "Y"}})};
  const FixRound safe = apply_fixes("ab", findings, safe_only);
  CHECK(safe.text == "aY");
  CHECK(safe.applied == 1);
  const FixRound both = apply_fixes("ab", findings, any);
  CHECK(both.text == "XY");
  CHECK(both.applied == 2);
}

TEST_CASE("of two fixes on the same text the first is made") {
  const std::vector<Diagnostic> findings{with_fix(FixSafety::safe, {{{0, 2}, "12"}}),
                                         with_fix(FixSafety::safe, {{{1, 3}, "34"}}),
                                         with_fix(FixSafety::safe, {{{2, 3}, "5"}})};
  const FixRound round = apply_fixes("abc", findings, safe_only);
  CHECK(round.text == "125");
  CHECK(round.applied == 2);
}

TEST_CASE("two insertions at the same place are one at a time") {
  const std::vector<Diagnostic> findings{with_fix(FixSafety::safe, {{{1, 1}, ", x"}}),
                                         with_fix(FixSafety::safe, {{{1, 1}, ", y"}})};
  CHECK(apply_fixes("a]", findings, safe_only).text == "a, x]");
}

TEST_CASE("a fix of several edits is made whole or not at all") {
  const std::vector<Diagnostic> findings{
      with_fix(FixSafety::safe, {{{0, 1}, "1"}}),
      with_fix(FixSafety::safe, {{{0, 1}, "2"}, {{2, 3}, "3"}}),
  };
  const FixRound round = apply_fixes("abc", findings, safe_only);
  CHECK(round.text == "1bc");
  CHECK(round.applied == 1);
}
