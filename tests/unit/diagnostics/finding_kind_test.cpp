#include "diagnostics/finding_kind.h"

#include <set>

#include "diagnostics/codes.h"
#include "support/catch.h"

namespace zoomc {
namespace {

using Words = std::vector<std::string_view>;

TEST_CASE("sources are told in the order of the enum, however they are joined") {
  CHECK(words_of(Sources()).empty());
  CHECK(Sources().empty());
  CHECK(words_of(Source::zoom) == Words{"zoom"});
  CHECK(words_of(Source::own | Source::guide) == Words{"guide", "own"});
  CHECK(words_of(Source::review | Source::own | Source::zoom | Source::guide) ==
        Words{"guide", "zoom", "review", "own"});
  CHECK((Source::guide | Source::review).has(Source::review));
  CHECK_FALSE((Source::guide | Source::review).has(Source::zoom));
}

TEST_CASE("what a rule applies to") {
  CHECK(words_of(AppliesTo::nothing).empty());
  CHECK(words_of(AppliesTo::both) == Words{"app", "manifest"});
  CHECK(applies_to(AppliesTo::both, AppliesTo::manifest));
  CHECK(applies_to(AppliesTo::manifest, AppliesTo::manifest));
  CHECK_FALSE(applies_to(AppliesTo::app, AppliesTo::manifest));
}

TEST_CASE("ids and versions") {
  for (const char* id : {"a", "unknown-scope"}) CHECK(is_kebab_case(id));
  for (const char* id : {"", "-a", "a-", "A", "a b", "a_b", "a1"}) CHECK_FALSE(is_kebab_case(id));
  for (const char* text : {"0.1.0", "12.0.345"}) CHECK(is_version(text));
  for (const char* text : {"", "1", "1.0", "1.0.", ".1.0", "1..0", "1.0.0.0", "1.0.x", "v1.0.0"}) {
    INFO(text);
    CHECK_FALSE(is_version(text));
  }
}

TEST_CASE("a phase reports each id once, and none that a rule has under a row of its own") {
  std::set<std::pair<Phase, std::string_view>> seen;
  for (const auto codes : {all_codes(), rule_codes()}) {
    for (const Code& code : codes) {
      INFO(code.id);
      CHECK(seen.emplace(code.phase, code.id).second);
    }
  }
}

TEST_CASE("a finding of a code has its item") {
  const Diagnostic found = finding(resolve_codes::kUnknownFeature, {3, 5}, "m");
  CHECK(found.id == "unknown-feature");
  CHECK(found.severity == Severity::error);
  CHECK(found.primary == Span{3, 5});
  CHECK(found.message == "m");
  CHECK(found.item == "scopes");
}

}  // namespace
}  // namespace zoomc
