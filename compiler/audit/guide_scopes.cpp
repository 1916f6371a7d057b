#include "audit/guide_scopes.h"

#include <algorithm>
#include <string_view>

#include "diagnostics/codes.h"
#include "catalog/lookup.h"
#include "lint/guide_doubts.h"

namespace zoomc {
namespace {

bool is_guide_name(const Catalog& catalog, std::string_view name) {
  return std::any_of(catalog.features.begin(), catalog.features.end(), [&](const Feature& feature) {
    const auto& names = feature.guide_scopes;
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

// A name that both models have means the granular scope.
std::optional<ScopeId> find_row(const Catalog& catalog, std::string_view name) {
  const auto granular = find_scope(catalog, name, ScopeModel::granular);
  return granular ? granular : find_scope(catalog, name, ScopeModel::classic);
}

}  // namespace

GuideScopes::GuideScopes(const ManifestView& manifest, const Catalog& catalog,
                         const Platform* platform)
    : manifest_(manifest), catalog_(catalog) {
  if (platform == nullptr || !platform->has_guide_names || !platform->sign_in) return;
  const JsonPlace scopes = manifest.section("oauth_information").member("scopes");
  std::set<std::string_view> all;
  for (std::size_t i = 0; i < scopes.item_count(); ++i) {
    if (const auto name = scopes.item(i).member("scope").text()) all.insert(*name);
  }
  for (const std::string_view name : catalog.features[*platform->sign_in].guide_scopes) {
    if (all.count(name) == 0) return;
  }
  for (std::size_t i = 0; i < scopes.item_count(); ++i) {
    const auto name = scopes.item(i).member("scope").text();
    if (name && is_guide_name(catalog, *name)) pointers_.insert(scopes.item(i).pointer());
  }
  for (const std::string_view name : all) {
    if (is_guide_name(catalog, name)) names_.emplace_back(name);
  }
}

bool GuideScopes::covers(const ManifestFinding& found) const {
  using namespace manifest_codes;
  const bool is_doubt = found.id == kUnknownScope.id || found.id == kClassicScope.id ||
                        found.id == kScopeLevelMismatch.id;
  return is_doubt && pointers_.count(found.pointer) != 0;
}

void GuideScopes::report(Sink& sink) const {
  const JsonPlace oauth = manifest_.section("oauth_information");
  GuideDoubts doubts(catalog_, oauth.member("usage").text() == "ADMIN_MANAGEMENT");
  for (const std::string& name : names_) doubts.look_at(name, find_row(catalog_, name));
  if (doubts.empty()) return;
  const JsonPlace scopes = oauth.member("scopes");
  Diagnostic found = finding(
      audit_codes::kGuideNames, manifest_.span_of(scopes),
      "these are the guide's scope names, some of which Zoom may refuse: " + doubts.describe() +
          "; compile with `scope_names: granular` unless the platform "
          "itself asks for the guide's names");
  found.pointer = scopes.pointer();
  found.zoom = doubts.effect();
  sink.add(std::move(found));
}

}  // namespace zoomc
