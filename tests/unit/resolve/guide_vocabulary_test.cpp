#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "resolve/resolve.h"
#include "support/catch.h"

// `scope_names: guide` and a feature that the guide does not have.
using namespace zoomc;
using namespace zoomc::resolve;

namespace {

using Lines = std::vector<std::string>;

// The built-in catalog with one more feature, behind all others.
class LargerCatalog {
 public:
  explicit LargerCatalog(bool admin_only)
      : calls_{catalog::find_operations(catalog::builtin_catalog(), "GET /users/{userId}/settings")
                   .at(0)} {
    for (const catalog::Feature& feature : catalog::builtin_catalog().features)
      features_.push_back(feature);
    features_.push_back({.name = "zoom_settings.read",
                         .admin_only = admin_only,
                         .operations = calls_,
                         .phrase = "Read settings"});
    catalog_.features = features_;
  }
  const catalog::Catalog& get() const { return catalog_; }

 private:
  std::array<catalog::OperationId, 1> calls_;
  std::vector<catalog::Feature> features_;
  catalog::Catalog catalog_ = catalog::builtin_catalog();
};

model::FeatureWord feature(std::string group, std::string action, std::uint32_t at) {
  return {.group = {std::move(group), {}, {}}, .action = {std::move(action), {at, at + 1}, {}}};
}

model::App app_with(std::vector<model::FeatureWord> features) {
  model::App app;
  app.regions = {{"us", {0, 1}, {}}};
  app.scope_names = {model::Vocabulary::guide, {1, 2}, {}};
  app.features = std::move(features);
  return app;
}

Lines resolved_lines(const model::App& app, const catalog::Catalog& catalog) {
  Sink sink;
  const ResolvedApp resolved = resolve::resolve(app, catalog, sink);
  Lines lines{resolved.is_admin() ? "admin" : "user"};
  for (const ResolvedScope& scope : resolved.scopes) {
    lines.push_back(std::string(scope.name) +
                    (scope.source == ScopeSource::guide ? " of the guide" : ""));
  }
  for (const Diagnostic& found : sink.take()) lines.push_back(std::string(found.id));
  return lines;
}

const Lines kSignIn{"user:read of the guide", "user_info:read of the guide",
                    "user_profile of the guide"};

Lines with_sign_in(const std::string& level, Lines scopes) {
  scopes.insert(scopes.end(), kSignIn.begin(), kSignIn.end());
  std::sort(scopes.begin(), scopes.end());
  scopes.insert(scopes.begin(), level);
  return scopes;
}

}  // namespace

TEST_CASE("a feature that the guide does not have gets Zoom's own scopes") {
  const LargerCatalog catalog(false);
  CHECK(resolved_lines(app_with({feature("zoom_settings", "read", 2)}), catalog.get()) ==
        with_sign_in("user", {"user:read:settings"}));
}

TEST_CASE("they are of the level that the guide's names and the feature ask for") {
  const LargerCatalog any(false);
  const model::App with_admin_name =
      app_with({feature("zoom_settings", "read", 2), feature("phone", "recordings", 3)});
  CHECK(resolved_lines(with_admin_name, any.get()) ==
        with_sign_in("admin",
                     {"phone:read:recording:admin of the guide", "user:read:settings:admin"}));
  const LargerCatalog admin(true);
  const model::App alone = app_with({feature("zoom_settings", "read", 2)});
  CHECK(resolved_lines(alone, admin.get()) == with_sign_in("admin", {"user:read:settings:admin"}));
}

TEST_CASE("such a feature of level admin conflicts with `managed_by: user`, the guide's do not") {
  const LargerCatalog catalog(true);
  model::App app = app_with({feature("zoom_settings", "read", 2)});
  app.managed_by = {model::ManagedBy::user, {4, 5}, {}};
  Lines expected = with_sign_in("user", {"user:read:settings"});
  expected.push_back("managed-by-conflict");
  CHECK(resolved_lines(app, catalog.get()) == expected);
  app.features = {feature("phone", "recordings", 3)};
  CHECK(resolved_lines(app, catalog.get()) ==
        with_sign_in("user", {"phone:read:recording:admin of the guide"}));
}
