#include "catalog_tools/update.h"

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;

ApiCall call(const std::string& method, const std::string& path) {
  return {.method = method, .path = path, .id = "id", .name = "Name"};
}

UpdatedCatalog update(const std::vector<CitedDocument>& documents) {
  return update_catalog(catalog::builtin_catalog(), documents, "2026-11");
}

const OperationRow& operation(const UpdatedCatalog& updated, const std::string& method,
                              const std::string& path) {
  for (const OperationRow& row : updated.operations) {
    if (row.method == method && row.path == path) return row;
  }
  FAIL("no such operation");
  return updated.operations.front();
}

const ScopeRow* scope(const UpdatedCatalog& updated, const std::string& name,
                      catalog::ScopeModel model) {
  for (const ScopeRow& row : updated.scopes) {
    if (row.name == name && row.model == model) return &row;
  }
  return nullptr;
}

TEST_CASE("what a document says takes the place of what was known") {
  ApiCall users = call("GET", "/users");
  users.granular = {"user:read:list_users:admin", "user:read:new"};
  users.classic = Names{};
  const UpdatedCatalog updated = update({{"users.json", {"Users", {users}}}});
  const OperationRow& row = operation(updated, "GET", "/users");
  CHECK(row.product == "users");
  CHECK(row.id == "id");
  CHECK(row.name == "Name");
  CHECK(row.granular == Names{"user:read:list_users:admin", "user:read:new"});
  CHECK(row.classic.empty());
  CHECK(row.origin.source == "users.json");
  CHECK(row.origin.date == "2026-11");
  CHECK(updated.documented_calls == 1);
  CHECK(updated.operations.size() == catalog::builtin_catalog().operations.size());
}

TEST_CASE("what it leaves out is kept and marked") {
  ApiCall users = call("GET", "/users");
  users.id.clear();
  users.granular = {"user:read:list_users:admin"};
  const UpdatedCatalog updated = update({{"users.json", {"Users", {users}}}});
  const OperationRow& row = operation(updated, "GET", "/users");
  CHECK(row.id == "users");
  CHECK(row.classic == Names{"user:read", "user:read:admin", "user:write", "user:write:admin"});
  CHECK(row.origin.source == "users.json; operation_id, classic kept from the catalog of " +
                                 std::string(catalog::builtin_catalog().date));
  CHECK_FALSE(row.origin.is_kept);
  const OperationRow& other = operation(updated, "DELETE", "/users/{userId}");
  CHECK(other.origin.source ==
        "kept from the catalog of " + std::string(catalog::builtin_catalog().date));
  CHECK(other.origin.is_kept);
  CHECK(updated.left_out_calls == 70);
}

TEST_CASE("scopes that are named are documented from now on") {
  ApiCall first = call("GET", "/new");
  first.granular = {"a:read:new", "a:read:new:admin", "a:read:new:master", "imchat:bot"};
  first.classic = {"a:read:admin"};
  const UpdatedCatalog updated = update({{"a.json", {"New Things!", {first}}}});
  CHECK(updated.products == Names{"new-things"});
  const auto level = [&](const char* name, catalog::ScopeModel model) {
    const ScopeRow* row = scope(updated, name, model);
    REQUIRE(row != nullptr);
    CHECK(row->origin.source == "a.json");
    CHECK(row->grants == catalog::Grants::operation);
    return row->level;
  };
  CHECK(level("a:read:new", catalog::ScopeModel::granular) == catalog::Level::user);
  CHECK(level("a:read:new:admin", catalog::ScopeModel::granular) == catalog::Level::admin);
  CHECK(level("a:read:new:master", catalog::ScopeModel::granular) == catalog::Level::master);
  CHECK(level("a:read:admin", catalog::ScopeModel::classic) == catalog::Level::admin);
  // Its level was known before it was documented, against its name.
  CHECK(level("imchat:bot", catalog::ScopeModel::granular) == catalog::Level::admin);
  CHECK(updated.now_documented == std::set<std::pair<std::string, catalog::ScopeModel>>{
                                      {"imchat:bot", catalog::ScopeModel::granular}});
  CHECK(updated.scopes.size() == catalog::builtin_catalog().scopes.size() + 4);
}

TEST_CASE("a scope of events grants operations too, and the app's own stay its own") {
  std::string of_event, own;
  for (const catalog::Scope& row : catalog::builtin_catalog().scopes) {
    if (row.model != catalog::ScopeModel::granular) continue;
    if (row.grants == catalog::Grants::event) of_event = row.name;
    if (row.grants == catalog::Grants::app_owned) own = row.name;
  }
  REQUIRE_FALSE(of_event.empty());
  REQUIRE_FALSE(own.empty());
  ApiCall first = call("GET", "/new");
  first.granular = {of_event, own};
  const UpdatedCatalog updated = update({{"a.json", {"", {first}}}});
  CHECK(updated.products == Names{"a"});
  CHECK(scope(updated, of_event, catalog::ScopeModel::granular)->grants ==
        catalog::Grants::event_and_operation);
  CHECK(scope(updated, own, catalog::ScopeModel::granular)->grants == catalog::Grants::app_owned);
}

TEST_CASE("the first of two descriptions counts") {
  ApiCall first = call("GET", "/new");
  ApiCall second = first;
  second.name = "Other";
  second.place = {3, 9};
  const UpdatedCatalog updated =
      update({{"a.json", {"A", {first}}}, {"b.json", {"B", {second, second}}}});
  CHECK(operation(updated, "GET", "/new").name == "Name");
  CHECK(operation(updated, "GET", "/new").product == "a");
  REQUIRE(updated.repeated.size() == 2);
  CHECK(updated.repeated[0].document == 1);
  CHECK(updated.repeated[0].earlier == 0);
  CHECK(updated.repeated[0].name == "GET /new");
  CHECK(updated.repeated[0].place.begin == 3);
}

TEST_CASE("a document is of the product of most of its calls") {
  const UpdatedCatalog updated =
      update({{"x.json",
               {"Anything",
                {call("GET", "/users"), call("GET", "/users/{userId}"),
                 call("GET", "/phone/recordings"), call("GET", "/x")}}}});
  CHECK(updated.products == Names{"users"});
  CHECK(operation(updated, "GET", "/x").product == "users");
}

}  // namespace
}  // namespace zoomc::catalog_tools
