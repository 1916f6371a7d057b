#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "support/catch.h"
#include "support/project.h"
#include "support/tsv.h"

// The tables that are compiled in, row by row against the files they were made of and against the
// facts those were made of.
namespace zoomc {
namespace {

using Names = std::vector<std::string>;

Names scope_names(std::span<const catalog::ScopeId> ids, catalog::ScopeModel model) {
  Names names;
  for (const catalog::ScopeId id : ids) {
    CHECK(catalog::builtin_catalog().scopes[id].model == model);
    names.emplace_back(catalog::builtin_catalog().scopes[id].name);
  }
  return names;
}

std::size_t check_scopes(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "scopes.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto model = row.at("model") == "granular" ? catalog::ScopeModel::granular
                                                     : catalog::ScopeModel::classic;
    const auto id = catalog::find_scope(catalog::builtin_catalog(), row.at("scope"), model);
    REQUIRE(id);
    const catalog::Scope& scope = catalog::builtin_catalog().scopes[*id];
    CHECK(catalog::to_string(scope.model) == row.at("model"));
    CHECK(catalog::to_string(scope.level) == row.at("level"));
    CHECK(catalog::to_string(scope.grants) == row.at("grants"));
  }
  CHECK(catalog::builtin_catalog().scopes.size() == rows.size());
  return rows.size();
}

// The scopes of a call in a model: those of the correction, where there is one.
using Corrections = std::map<std::string, std::string>;

Corrections read_corrections(const std::filesystem::path& directory) {
  Corrections corrections;
  for (const TsvRow& row : read_tsv(directory / "corrections.tsv")) {
    corrections[row.at("operation") + " " + row.at("model")] = row.at("scopes");
  }
  return corrections;
}

std::size_t check_operations(const std::filesystem::path& directory) {
  const Corrections corrections = read_corrections(directory);
  const auto rows = read_tsv(directory / "operations.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto id =
        catalog::find_operation(catalog::builtin_catalog(), row.at("method"), row.at("path"));
    REQUIRE(id);
    const catalog::Operation& operation = catalog::builtin_catalog().operations[*id];
    CHECK(operation.product == row.at("product"));
    CHECK(operation.id == row.at("operation_id"));
    CHECK(operation.name == row.at("name"));
    for (const catalog::ScopeModel model :
         {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      const std::string name(catalog::to_string(model));
      const auto corrected = corrections.find(row.at("method") + " " + row.at("path") + " " + name);
      CHECK(scope_names(operation.scopes(model), model) ==
            split_text(corrected == corrections.end() ? row.at(name) : corrected->second, ','));
    }
    CHECK(operation.permissions == row.at("permissions"));
    CHECK(operation.prerequisites == row.at("prerequisites"));
    CHECK(operation.is_master == (row.at("account") == "master"));
  }
  CHECK(catalog::builtin_catalog().operations.size() == rows.size());
  return rows.size();
}

std::size_t check_events(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "events.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto id = catalog::find_event(catalog::builtin_catalog(), row.at("event"));
    REQUIRE(id);
    const catalog::Event& event = catalog::builtin_catalog().events[*id];
    CHECK(event.product == row.at("product"));
    CHECK(catalog::to_string(event.basis) == row.at("basis"));
    CHECK(scope_names(event.granular, catalog::ScopeModel::granular) ==
          split_text(row.at("granular"), ','));
    CHECK(scope_names(event.classic, catalog::ScopeModel::classic) ==
          split_text(row.at("classic"), ','));
  }
  CHECK(catalog::builtin_catalog().events.size() == rows.size());
  return rows.size();
}

std::size_t check_features(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "features.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto id = catalog::find_feature(catalog::builtin_catalog(), row.at("feature"));
    REQUIRE(id);
    const catalog::Feature& feature = catalog::builtin_catalog().features[*id];
    CHECK(feature.admin_only == (row.at("level") == "admin"));
    CHECK(Names(feature.guide_scopes.begin(), feature.guide_scopes.end()) ==
          split_text(row.at("guide_scopes"), ','));
    Names operations;
    for (const catalog::OperationId operation : feature.operations) {
      operations.push_back(catalog::display_name(catalog::builtin_catalog().operations[operation]));
    }
    CHECK(operations == split_text(row.at("operations"), ';'));
    CHECK(feature.note == row.at("note"));
  }
  CHECK(catalog::builtin_catalog().features.size() == rows.size());
  return rows.size();
}

TEST_CASE("the compiled-in tables are those of schemas/catalog") {
  const auto directory = project_root() / "schemas" / "catalog";
  CHECK(check_scopes(directory) > 0);
  CHECK(check_operations(directory) > 0);
  CHECK(check_events(directory) > 0);
  CHECK(check_features(directory) > 0);
}

template <class Rows, class Before>
bool is_strictly_sorted(const Rows& rows, Before before) {
  return std::adjacent_find(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
           return !before(a, b);
         }) == rows.end();
}

TEST_CASE("rows are sorted as the lookup needs them") {
  const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
  CHECK(is_strictly_sorted(catalog::builtin_catalog().scopes,
                           [](const catalog::Scope& a, const catalog::Scope& b) {
                             return std::pair(a.name, a.model) < std::pair(b.name, b.model);
                           }));
  CHECK(is_strictly_sorted(catalog::builtin_catalog().operations,
                           [](const catalog::Operation& a, const catalog::Operation& b) {
                             return std::pair(a.path, a.method) < std::pair(b.path, b.method);
                           }));
  CHECK(is_strictly_sorted(catalog::builtin_catalog().events, by_name));
  CHECK(is_strictly_sorted(catalog::builtin_catalog().features, by_name));
  CHECK(is_strictly_sorted(catalog::builtin_catalog().composites, by_name));
  CHECK(is_strictly_sorted(
      catalog::builtin_catalog().platforms,
      [](const catalog::Platform& a, const catalog::Platform& b) { return a.id < b.id; }));
  CHECK(is_strictly_sorted(catalog::builtin_catalog().words,
                           [](const catalog::Word& a, const catalog::Word& b) {
                             return std::pair(a.list, a.text) < std::pair(b.list, b.text);
                           }));
}

TEST_CASE("the catalog is as old as its newest table") {
  CHECK(catalog::builtin_catalog().date == "2026-08");
}

TEST_CASE("the level of an undocumented scope is a guess, save four") {
  Names known;
  std::size_t guesses = 0;
  for (const catalog::Scope& scope : catalog::builtin_catalog().scopes) {
    const bool documented =
        scope.grants != catalog::Grants::manifest && scope.grants != catalog::Grants::seen;
    if (documented) CHECK_FALSE(scope.level_is_guess);
    if (!documented && !scope.level_is_guess) known.emplace_back(scope.name);
    guesses += scope.level_is_guess;
  }
  CHECK(known == Names{"imchat:bot", "imchat:userapp", "plugin_sdk:read:connection_meta",
                       "zoomapp:inmeeting"});
  CHECK(guesses == 39);
}

}  // namespace
}  // namespace zoomc
