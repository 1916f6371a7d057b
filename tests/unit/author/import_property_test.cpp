#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "author/app_draft.h"
#include "catalog/lookup.h"
#include "import_fixture.h"
#include "lint/extra_scope.h"
#include "random_app.h"
#include "support/catch.h"
#include "support/rounds.h"

namespace zoomc::author {
namespace {

using namespace testing;

driver::CheckOptions without_rules() {
  driver::CheckOptions options;
  options.catalog = &catalog::builtin_catalog();
  return options;
}

json::Document parsed(const std::string& manifest) {
  json::Document document;
  document.Parse(manifest.data(), manifest.size());
  return document;
}

// What `drift` would tell of the manifest that came back, in a word each. Scopes that Zoom adds by
// itself are no difference.
std::vector<std::string> differences(const std::string& before, const driver::Checked& after) {
  std::vector<std::string> told;
  for (const manifest::ManifestChange& change :
       manifest::compare_manifests(parsed(before), parsed(after.manifest))) {
    if (change.part == manifest::ManifestPart::scope &&
        lint::is_implied_scope(*after.analysis, change.subject))
      continue;
    told.push_back(std::string(manifest::to_string(change.kind)) + " " +
                   std::string(manifest::to_string(change.part)) + " " + change.subject + ": " +
                   change.before + " -> " + change.after);
  }
  return told;
}

// The scopes that a feature stands for, which in the guide's tables several features share.
using ScopesOfFeature = std::set<std::string_view>;

ScopesOfFeature scopes_of(const catalog::Feature& feature, const resolve::ResolvedApp& resolved) {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  if (resolved.vocabulary == model::Vocabulary::guide)
    return {feature.guide_scopes.begin(), feature.guide_scopes.end()};
  ScopesOfFeature scopes;
  for (const catalog::OperationId operation : feature.operations) {
    for (const catalog::ScopeId id : catalog.operations[operation].scopes(resolved.model)) {
      const bool is_admin = catalog.scopes[id].level == catalog::Level::admin;
      if (is_admin == resolved.is_admin()) scopes.insert(catalog.scopes[id].name);
    }
  }
  return scopes;
}

// What the features of an app stand for.
std::set<ScopesOfFeature> declared(const resolve::ResolvedApp& resolved) {
  std::set<ScopesOfFeature> all;
  for (const resolve::Request& request : resolved.requests) {
    if (request.kind != resolve::RequestKind::feature) continue;
    if (auto scopes = scopes_of(catalog::builtin_catalog().features[*request.row], resolved);
        !scopes.empty()) {
      all.insert(std::move(scopes));
    }
  }
  return all;
}

// Whether nothing but features explains the scopes, so that they can be told from them.
bool has_only_features(const resolve::ResolvedApp& resolved) {
  return resolved.vocabulary != model::Vocabulary::classic && resolved.app->operations.empty() &&
         resolved.app->events.empty() && resolved.app->extra_scopes.empty();
}

// Whether the app was one that compiles; then its manifest came back with its meaning.
bool survives(unsigned seed, const driver::CheckOptions& options) {
  RandomApp random(seed, catalog::builtin_catalog());
  const std::string source = random.write(random.make());
  const driver::Checked compiled = driver::check({"random.zoom.yaml", source}, options);
  if (compiled.has_errors()) return false;
  REQUIRE(compiled.is_app);
  const std::string& manifest = compiled.manifest;
  const ImportedApp imported = import_text(manifest, options);
  INFO("seed " << seed << "\n" << source << "\n" << manifest << "\n" << imported.text);
  CHECK(losses_of(imported) == std::vector<std::string>{});
  const driver::Checked again = driver::check({"app.zoom.yaml", imported.text}, options);
  CHECK(errors_of(again) == std::vector<std::string>{});
  REQUIRE(again.is_app);
  CHECK(differences(manifest, again) == std::vector<std::string>{});
  const resolve::ResolvedApp& before = compiled.analysis->resolved;
  if (has_only_features(before)) {
    const resolve::ResolvedApp& after = again.analysis->resolved;
    CHECK(after.vocabulary == before.vocabulary);
    CHECK(declared(after) == declared(before));
    CHECK(after.app->operations.empty());
    CHECK(after.app->extra_scopes.empty());
  }
  return true;
}

TEST_CASE("What random apps compile to comes back with its meaning", "[author][property]") {
  std::size_t survivors = 0;
  for (unsigned seed = 0; seed < test::rounds(3000); ++seed)
    survivors += survives(seed, without_rules()) ? 1 : 0;
  CHECK(survivors > test::rounds(2000));
}

TEST_CASE("The same under every rule of the linter", "[author][property]") {
  std::size_t survivors = 0;
  for (unsigned seed = 10'000; seed < 10'000 + test::rounds(300); ++seed)
    survivors += survives(seed, with_rules()) ? 1 : 0;
  CHECK(survivors > test::rounds(40));
}

}  // namespace
}  // namespace zoomc::author
