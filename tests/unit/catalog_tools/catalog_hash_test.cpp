#include <array>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "catalog_source/load.h"
#include "catalog_tools/lock.h"
#include "source/disk.h"
#include "support/catch.h"
#include "support/project.h"

namespace zoomc::catalog_tools {
namespace {

using Texts = std::vector<std::string>;

// All that a catalog says: what the hash is of, and what it leaves out.
Texts all_of(const catalog::Catalog& catalog) {
  Texts texts{catalog_hash(catalog), std::string(catalog.date)};
  const auto add_advice = [&](const catalog::Advice& advice) {
    texts.emplace_back(advice.cause);
    texts.emplace_back(catalog::to_string(advice.shows));
    texts.insert(texts.end(), advice.ways_out.begin(), advice.ways_out.end());
    texts.insert(texts.end(), advice.rules.begin(), advice.rules.end());
    for (const catalog::FeatureId id : advice.features)
      texts.emplace_back(catalog.features[id].name);
  };
  for (const catalog::Feature& feature : catalog.features) {
    for (const catalog::TestStep& step : feature.test_steps) {
      for (const auto text : {step.account, step.action, step.expect}) texts.emplace_back(text);
    }
  }
  for (const catalog::ErrorText& error : catalog.errors) {
    texts.insert(texts.end(), error.texts.begin(), error.texts.end());
    texts.insert(texts.end(), error.codes.begin(), error.codes.end());
    add_advice(error.advice);
  }
  for (const catalog::CallError& error : catalog.call_errors) {
    texts.push_back(catalog::display_name(catalog.operations[error.operation]));
    texts.push_back(std::to_string(error.status));
    for (const auto text : {error.code, error.text}) texts.emplace_back(text);
  }
  for (const catalog::Symptom& symptom : catalog.symptoms) {
    texts.emplace_back(symptom.name);
    texts.insert(texts.end(), symptom.about.begin(), symptom.about.end());
    texts.insert(texts.end(), symptom.trouble.begin(), symptom.trouble.end());
    add_advice(symptom.advice);
  }
  return texts;
}

Texts all_of_directory(const Texts& names) {
  const Disk disk;
  const auto loaded = catalog_source::load_catalog(
      disk, (project_root() / "schemas/catalog").string(), names, &catalog::builtin_catalog());
  return loaded ? all_of(loaded->catalog()) : Texts{"broken"};
}

TEST_CASE("the tables say what was compiled of them, all together or any of them") {
  const auto names =
      catalog_source::list_catalog_files((project_root() / "schemas/catalog").string());
  REQUIRE(names);
  const Texts whole = all_of(catalog::builtin_catalog());
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
  catalog::Catalog later = catalog::builtin_catalog();
  later.date = "2099-01";
  CHECK(catalog_hash(later) == catalog_hash(catalog::builtin_catalog()));
  std::vector<catalog::Scope> scopes(later.scopes.begin(), later.scopes.end());
  scopes[7].level =
      scopes[7].level == catalog::Level::user ? catalog::Level::admin : catalog::Level::user;
  later.scopes = scopes;
  CHECK(catalog_hash(later) != catalog_hash(catalog::builtin_catalog()));
}

TEST_CASE("what lint reads has a say, and what explain reads has none") {
  constexpr std::array<catalog::Operation, 1> kCalls{{{.method = "GET", .path = "/a"}}};
  constexpr std::array<catalog::Operation, 1> kMaster{
      {{.method = "GET", .path = "/a", .is_master = true}}};
  constexpr std::array<catalog::Operation, 1> kRole{
      {{.method = "GET", .path = "/a", .permissions = "User:Read"}}};
  constexpr std::array<catalog::Deprecation, 1> kGoing{{{"GET /a", "2026-04", ""}}};
  constexpr std::array<catalog::CallError, 1> kErrors{{{0, 404, "1001", "It is not there."}}};
  const std::string hash = catalog_hash({.operations = kCalls});
  CHECK(catalog_hash({.operations = kMaster}) != hash);
  CHECK(catalog_hash({.operations = kRole}) != hash);
  CHECK(catalog_hash({.operations = kCalls, .deprecations = kGoing}) != hash);
  CHECK(catalog_hash({.operations = kCalls, .call_errors = kErrors}) == hash);
}

TEST_CASE("the order of alternatives has no say") {
  constexpr std::array<catalog::Scope, 2> kScopes{
      {{"a", catalog::ScopeModel::granular, catalog::Level::user, catalog::Grants::operation,
        false},
       {"b", catalog::ScopeModel::granular, catalog::Level::admin, catalog::Grants::operation,
        false}}};
  constexpr std::array<catalog::ScopeId, 2> kOneWay{0, 1};
  constexpr std::array<catalog::ScopeId, 2> kOther{1, 0};
  const auto hash = [&](std::span<const catalog::ScopeId> granular,
                        std::span<const catalog::ScopeId> classic) {
    const std::array<catalog::Operation, 1> operations{
        {{.method = "GET", .path = "/a", .granular = granular, .classic = classic}}};
    return catalog_hash({.scopes = kScopes, .operations = operations});
  };
  CHECK(hash(kOneWay, {}) == hash(kOther, {}));
  CHECK(hash(kOneWay, {}) != hash({}, kOneWay));
}

TEST_CASE("the hash of nothing is the same in every build") {
  CHECK(catalog_hash({}) == "8af9a174e7be3a14167661d35cca06d5da440016de2873610a0c035adc350c69");
}

}  // namespace
}  // namespace zoomc::catalog_tools
