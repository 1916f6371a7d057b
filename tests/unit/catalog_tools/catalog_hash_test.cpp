#include "catalog_tools/lock.h"

#include <array>

#include "catalog/builtin.h"
#include "catalog_source/load.h"
#include "source/disk.h"
#include "support/catch.h"
#include "support/project.h"

namespace zoomc {
namespace {

TEST_CASE("the tables give the hash of what was compiled of them") {
  const Disk disk;
  const std::string directory = (project_root() / "schemas" / "catalog").string();
  const auto names = list_catalog_files(directory);
  REQUIRE(names);
  const auto loaded = load_catalog(disk, directory, *names, &builtin_catalog());
  REQUIRE(loaded);
  CHECK(catalog_hash(loaded->catalog()) == catalog_hash(builtin_catalog()));
}

TEST_CASE("the date has no say, a level has") {
  Catalog later = builtin_catalog();
  later.date = "2099-01";
  CHECK(catalog_hash(later) == catalog_hash(builtin_catalog()));
  std::vector<Scope> scopes(later.scopes.begin(), later.scopes.end());
  scopes[7].level = scopes[7].level == Level::user ? Level::admin : Level::user;
  later.scopes = scopes;
  CHECK(catalog_hash(later) != catalog_hash(builtin_catalog()));
}

TEST_CASE("the order of alternatives has no say") {
  constexpr std::array<Scope, 2> kScopes{
      {{"a", ScopeModel::granular, Level::user, Grants::operation, false},
       {"b", ScopeModel::granular, Level::admin, Grants::operation, false}}};
  constexpr std::array<ScopeId, 2> kOneWay{0, 1};
  constexpr std::array<ScopeId, 2> kOther{1, 0};
  const auto hash = [&](std::span<const ScopeId> granular, std::span<const ScopeId> classic) {
    const std::array<Operation, 1> operations{
        {{.method = "GET", .path = "/a", .granular = granular, .classic = classic}}};
    return catalog_hash({.scopes = kScopes, .operations = operations});
  };
  CHECK(hash(kOneWay, {}) == hash(kOther, {}));
  CHECK(hash(kOneWay, {}) != hash({}, kOneWay));
}

TEST_CASE("the hash of nothing is the same in every build") {
  CHECK(catalog_hash({}) == "62123ba8bf8a8bac4c28f044c46992ecf1f465c2248bfb08714482f74b10f4cc");
}

}  // namespace
}  // namespace zoomc
