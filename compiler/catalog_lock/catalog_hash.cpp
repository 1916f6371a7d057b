#include "catalog_lock/catalog_hash.h"

#include <algorithm>
#include <vector>

#include "catalog/lookup.h"
#include "catalog_lock/sha256.h"

namespace zoomc {
namespace {

using Names = std::vector<std::string>;

// Hashes values so that no two different lists of them are the same bytes.
class Hash {
 public:
  explicit Hash(const Catalog& catalog) : catalog_(catalog) {}

  std::string run() {
    text("zoomc catalog 1");
    table("scopes", catalog_.scopes, [this](const Scope& row) {
      text(row.name);
      text(to_string(row.model));
      text(to_string(row.level));
      text(to_string(row.grants));
      flag(row.level_is_guess);
    });
    table("operations", catalog_.operations, [this](const Operation& row) {
      for (const auto part :
           {row.product, row.method, row.path, row.id, row.name, row.does, row.without}) {
        text(part);
      }
      scopes(row.granular);
      scopes(row.classic);
    });
    table("events", catalog_.events, [this](const Event& row) {
      text(row.name);
      text(row.product);
      text(to_string(row.basis));
      scopes(row.granular);
      scopes(row.classic);
    });
    features();
    platforms();
    table("words", catalog_.words, [this](const Word& row) {
      text(to_string(row.list));
      text(row.text);
    });
    table("implied scopes", catalog_.implied_scopes, [this](const ImpliedScope& row) {
      text(row.scope);
      text(row.because_of);
      flag(row.is_setting);
    });
    return hash_.finish();
  }

 private:
  void number(std::size_t value) { hash_.add(std::to_string(value) + ":"); }
  void flag(bool value) { text(value ? "yes" : "no"); }
  void text(std::string_view value) {
    number(value.size());
    hash_.add(value);
  }

  void names(Names values) {
    std::sort(values.begin(), values.end());
    number(values.size());
    for (const std::string& value : values) text(value);
  }
  void names(std::span<const std::string_view> values) {
    names(Names(values.begin(), values.end()));
  }
  void scopes(std::span<const ScopeId> ids) {
    Names values;
    for (const ScopeId id : ids) values.emplace_back(catalog_.scopes[id].name);
    names(std::move(values));
  }

  template <class Rows, class Each>
  void table(std::string_view name, const Rows& rows, Each each) {
    text(name);
    number(rows.size());
    for (const auto& row : rows) each(row);
  }

  void features() {
    table("features", catalog_.features, [this](const Feature& row) {
      text(row.name);
      flag(row.admin_only);
      names(row.guide_scopes);
      Names calls;
      for (const OperationId id : row.operations) {
        calls.push_back(display_name(catalog_.operations[id]));
      }
      names(std::move(calls));
      text(row.phrase);
      text(row.guide_shortfall);
      text(row.note);
    });
    table("composites", catalog_.composites, [this](const Composite& row) {
      text(row.name);
      Names members;
      for (const FeatureId id : row.members) members.emplace_back(catalog_.features[id].name);
      names(std::move(members));
      text(row.phrase);
    });
  }

  void platforms() {
    table("platforms", catalog_.platforms, [this](const Platform& row) {
      text(row.id);
      text(row.title);
      flag(row.has_guide_names);
      text(row.sign_in ? catalog_.features[*row.sign_in].name : std::string_view{});
      table("regions", row.regions, [this](const Region& region) {
        text(region.id);
        text(region.title);
        text(region.redirect_url);
      });
      table("integrations", row.integrations, [this](const Integration& integration) {
        text(integration.id);
        text(integration.title);
        names(integration.feature_groups);
        names(integration.products);
      });
    });
  }

  const Catalog& catalog_;
  Sha256 hash_;
};

}  // namespace

std::string catalog_hash(const Catalog& catalog) {
  return Hash(catalog).run();
}

}  // namespace zoomc
