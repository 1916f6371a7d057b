#include <algorithm>
#include <cctype>
#include <filesystem>

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

Names scope_names(std::span<const ScopeId> ids, ScopeModel model) {
  Names names;
  for (const ScopeId id : ids) {
    CHECK(builtin_catalog().scopes[id].model == model);
    names.emplace_back(builtin_catalog().scopes[id].name);
  }
  return names;
}

std::size_t check_scopes(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "scopes.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto model = row.at("model") == "granular" ? ScopeModel::granular : ScopeModel::classic;
    const auto id = find_scope(builtin_catalog(), row.at("scope"), model);
    REQUIRE(id);
    const Scope& scope = builtin_catalog().scopes[*id];
    CHECK(to_string(scope.model) == row.at("model"));
    CHECK(to_string(scope.level) == row.at("level"));
    CHECK(to_string(scope.grants) == row.at("grants"));
  }
  CHECK(builtin_catalog().scopes.size() == rows.size());
  return rows.size();
}

std::size_t check_operations(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "operations.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto id = find_operation(builtin_catalog(), row.at("method"), row.at("path"));
    REQUIRE(id);
    const Operation& operation = builtin_catalog().operations[*id];
    CHECK(operation.product == row.at("product"));
    CHECK(operation.id == row.at("operation_id"));
    CHECK(operation.name == row.at("name"));
    CHECK(scope_names(operation.granular, ScopeModel::granular) ==
          split_text(row.at("granular"), ','));
    CHECK(scope_names(operation.classic, ScopeModel::classic) ==
          split_text(row.at("classic"), ','));
  }
  CHECK(builtin_catalog().operations.size() == rows.size());
  return rows.size();
}

std::size_t check_events(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "events.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto id = find_event(builtin_catalog(), row.at("event"));
    REQUIRE(id);
    const Event& event = builtin_catalog().events[*id];
    CHECK(event.product == row.at("product"));
    CHECK(to_string(event.basis) == row.at("basis"));
    CHECK(scope_names(event.granular, ScopeModel::granular) == split_text(row.at("granular"), ','));
    CHECK(scope_names(event.classic, ScopeModel::classic) == split_text(row.at("classic"), ','));
  }
  CHECK(builtin_catalog().events.size() == rows.size());
  return rows.size();
}

std::size_t check_features(const std::filesystem::path& directory) {
  const auto rows = read_tsv(directory / "features.tsv");
  for (const TsvRow& row : rows) {
    CAPTURE(row);
    const auto id = find_feature(builtin_catalog(), row.at("feature"));
    REQUIRE(id);
    const Feature& feature = builtin_catalog().features[*id];
    CHECK(feature.admin_only == (row.at("level") == "admin"));
    CHECK(Names(feature.guide_scopes.begin(), feature.guide_scopes.end()) ==
          split_text(row.at("guide_scopes"), ','));
    Names operations;
    for (const OperationId operation : feature.operations) {
      operations.push_back(display_name(builtin_catalog().operations[operation]));
    }
    CHECK(operations == split_text(row.at("operations"), ';'));
    CHECK(feature.note == row.at("note"));
  }
  CHECK(builtin_catalog().features.size() == rows.size());
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
  CHECK(is_strictly_sorted(builtin_catalog().scopes, [](const Scope& a, const Scope& b) {
    return std::pair(a.name, a.model) < std::pair(b.name, b.model);
  }));
  CHECK(
      is_strictly_sorted(builtin_catalog().operations, [](const Operation& a, const Operation& b) {
        return std::pair(a.path, a.method) < std::pair(b.path, b.method);
      }));
  CHECK(is_strictly_sorted(builtin_catalog().events, by_name));
  CHECK(is_strictly_sorted(builtin_catalog().features, by_name));
  CHECK(is_strictly_sorted(builtin_catalog().composites, by_name));
  CHECK(is_strictly_sorted(builtin_catalog().platforms,
                           [](const Platform& a, const Platform& b) { return a.id < b.id; }));
  CHECK(is_strictly_sorted(builtin_catalog().words, [](const Word& a, const Word& b) {
    return std::pair(a.list, a.text) < std::pair(b.list, b.text);
  }));
}

TEST_CASE("the catalog is as old as its newest table") {
  CHECK(builtin_catalog().date == "2026-08");
}

TEST_CASE("the level of an undocumented scope is a guess, save four") {
  Names known;
  std::size_t guesses = 0;
  for (const Scope& scope : builtin_catalog().scopes) {
    const bool documented = scope.grants != Grants::manifest && scope.grants != Grants::seen;
    if (documented) CHECK_FALSE(scope.level_is_guess);
    if (!documented && !scope.level_is_guess) known.emplace_back(scope.name);
    guesses += scope.level_is_guess;
  }
  CHECK(known == Names{"imchat:bot", "imchat:userapp", "plugin_sdk:read:connection_meta",
                       "zoomapp:inmeeting"});
  CHECK(guesses == 50);
}

}  // namespace
}  // namespace zoomc
