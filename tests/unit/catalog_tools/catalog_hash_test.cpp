#include <array>

#include "catalog/builtin.h"
#include "catalog_source/load.h"
#include "catalog_tools/lock.h"
#include "source/disk.h"
#include "support/catch.h"
#include "support/project.h"

namespace zoomc {
namespace {

using Texts = std::vector<std::string>;

// All that a catalog says: what the hash is of, and what it leaves out.
Texts all_of(const Catalog& catalog) {
  Texts texts{catalog_hash(catalog), std::string(catalog.date)};
  const auto add_advice = [&](const Advice& advice) {
    texts.emplace_back(advice.cause);
    texts.emplace_back(to_string(advice.shows));
    texts.insert(texts.end(), advice.ways_out.begin(), advice.ways_out.end());
    texts.insert(texts.end(), advice.rules.begin(), advice.rules.end());
    for (const FeatureId id : advice.features) texts.emplace_back(catalog.features[id].name);
  };
  for (const Feature& feature : catalog.features) {
    for (const TestStep& step : feature.test_steps) {
      for (const auto text : {step.account, step.action, step.expect}) texts.emplace_back(text);
    }
  }
  for (const ErrorText& error : catalog.errors) {
    texts.insert(texts.end(), error.texts.begin(), error.texts.end());
    texts.insert(texts.end(), error.codes.begin(), error.codes.end());
    add_advice(error.advice);
  }
  for (const Symptom& symptom : catalog.symptoms) {
    texts.emplace_back(symptom.name);
    texts.insert(texts.end(), symptom.about.begin(), symptom.about.end());
    texts.insert(texts.end(), symptom.trouble.begin(), symptom.trouble.end());
    add_advice(symptom.advice);
  }
  return texts;
}

Texts all_of_directory(const Texts& names) {
  const Disk disk;
  const auto loaded =
      load_catalog(disk, (project_root() / "schemas/catalog").string(), names, &builtin_catalog());
  return loaded ? all_of(loaded->catalog()) : Texts{"broken"};
}

TEST_CASE("the tables say what was compiled of them, all together or any of them") {
  const auto names = list_catalog_files((project_root() / "schemas/catalog").string());
  REQUIRE(names);
  const Texts whole = all_of(builtin_catalog());
  CHECK(all_of_directory(*names) == whole);
  for (const std::string& name : *names) {
    CAPTURE(name);
    Texts others = *names;
    std::erase(others, name);
    CHECK(all_of_directory(others) == whole);
    CHECK(all_of_directory({name}) == whole);
  }
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
