#include <algorithm>
#include <set>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "resolve/resolve.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::resolve;

// Every operation of the catalog that a scope of the level allows, in one app: the largest problem
// there is. The answer is held to what a proof must show.
namespace {

bool has_level(const catalog::Catalog& catalog, std::span<const catalog::ScopeId> scopes,
               catalog::Level level) {
  return std::any_of(scopes.begin(), scopes.end(),
                     [&](catalog::ScopeId id) { return catalog.scopes[id].level == level; });
}

model::App app_of_everything(model::Vocabulary vocabulary, model::ManagedBy managed_by) {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  model::App app;
  app.regions = {{"us", {}, {}}};
  app.scope_names = {vocabulary, {}, {}};
  app.managed_by = {managed_by, {}, {}};
  const catalog::ScopeModel model = vocabulary == model::Vocabulary::classic
                                        ? catalog::ScopeModel::classic
                                        : catalog::ScopeModel::granular;
  const catalog::Level level =
      managed_by == model::ManagedBy::admin ? catalog::Level::admin : catalog::Level::user;
  for (const catalog::Operation& operation : catalog.operations) {
    if (operation.is_master) continue;
    if (has_level(catalog, operation.scopes(model), level)) {
      app.operations.push_back({catalog::display_name(operation), {}, {}});
    }
  }
  return app;
}

void hold_proof(const ResolvedApp& resolved) {
  std::set<std::uint32_t> met;
  for (const ResolvedScope& scope : resolved.scopes) {
    INFO(scope.name);
    // Minimal: nothing can be left out.
    CHECK_FALSE(scope.uniquely_satisfies.empty());
    met.insert(scope.satisfies.begin(), scope.satisfies.end());
  }
  // Sufficient: nothing is left over.
  CHECK(met.size() == resolved.requirements.size());
  CHECK(std::is_sorted(resolved.scopes.begin(), resolved.scopes.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
}

void resolve_everything(model::Vocabulary vocabulary, model::ManagedBy managed_by) {
  const model::App app = app_of_everything(vocabulary, managed_by);
  CHECK(app.operations.size() > 500);
  Sink sink;
  const ResolvedApp resolved = resolve::resolve(app, catalog::builtin_catalog(), sink);
  CHECK(sink.take().empty());
  hold_proof(resolved);
}

}  // namespace

TEST_CASE("all operations at once, granular") {
  resolve_everything(model::Vocabulary::granular, model::ManagedBy::admin);
  resolve_everything(model::Vocabulary::granular, model::ManagedBy::user);
}

TEST_CASE("all operations at once, classic, where scopes overlap") {
  resolve_everything(model::Vocabulary::classic, model::ManagedBy::admin);
  resolve_everything(model::Vocabulary::classic, model::ManagedBy::user);
}
