#include "catalog/lookup.h"
#include "fixture.h"
#include "support/catch.h"

namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;

// The problems with the small catalog once `name` has `to` in the place of `from`.
Lines refused(const std::string& name, const std::string& from, const std::string& to) {
  auto files = small_catalog();
  files[name] = replaced(files[name], from, to);
  return problems(files);
}

std::map<std::string, std::string> with_master_call() {
  auto files = small_catalog();
  files["operations.tsv"] = replaced(files["operations.tsv"], "\t\t\t\t\n", "\t\t\t\tmaster\n");
  return files;
}

TEST_CASE("a call has its role permissions, plans and kind of account") {
  const auto loaded = load(with_master_call());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const catalog::Operation list = catalog.operations[0];
  CHECK(list.is_master);
  CHECK(list.permissions.empty());
  const catalog::Operation user = catalog.operations[1];
  CHECK_FALSE(user.is_master);
  CHECK(user.permissions == "User:Read");
  CHECK(user.prerequisites == "phone;pro+");
  REQUIRE(catalog.prerequisites.size() == 2);
  CHECK(catalog.prerequisites[1].word == "pro+");
  CHECK(catalog.prerequisites[1].title == "a Pro plan or higher");
  CHECK(catalog.prerequisites[1].phrases.size() == 2);
}

TEST_CASE("no scope counts a call of the master-account API") {
  const auto loaded = load(with_master_call());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const auto scope =
      catalog::find_scope(catalog, "user:read:user:admin", catalog::ScopeModel::granular);
  REQUIRE(scope);
  const auto operations = catalog.scopes[*scope].operations;
  REQUIRE(operations.size() == 1);
  CHECK(catalog.operations[operations[0]].path == "/users/{userId}");
}

TEST_CASE("a correction takes the place of the documented scopes") {
  auto files = small_catalog();
  files["corrections.tsv"] =
      replaced(files["corrections.tsv"], "GET /users/{userId}", "GET /users");
  const auto loaded = load(files);
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const catalog::Operation list = catalog.operations[0];
  REQUIRE(list.classic.size() == 1);
  CHECK(catalog.scopes[list.classic[0]].name == "user:read");
  REQUIRE(catalog.corrections.size() == 1);
  CHECK(catalog.corrections[0].reason == "the document forgets it");
}

TEST_CASE("the errors of a call are in the order of its table") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  Lines errors;
  for (const catalog::CallError& error : loaded->catalog().call_errors) {
    errors.push_back(catalog::display_name(loaded->catalog().operations[error.operation]) + " " +
                     std::to_string(error.status) + " " + std::string(error.code) + " " +
                     std::string(error.text));
  }
  CHECK(errors == Lines{"GET /users 400 300 Invalid page size.",
                        "GET /users/{userId} 404 1001 User does not exist: {userId}.",
                        "GET /users/{userId} 400 1010 User not found."});
}

TEST_CASE("a call or event may be deprecated") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const auto list = catalog::find_deprecation(catalog, "GET /users");
  REQUIRE(list);
  CHECK(list->since == "2027-01");
  CHECK(list->successors == "GET /users/{userId}");
  CHECK(catalog::find_deprecation(catalog, "user.created")->since.empty());
  CHECK_FALSE(catalog::find_deprecation(catalog, "bot.installed"));
  // When a call ends says nothing of how new the catalog is.
  CHECK(catalog.date == "2026-08-02");
}

TEST_CASE("an event whose page names no scope needs none") {
  auto files = small_catalog();
  files["events.tsv"] =
      replaced(files["events.tsv"], "imchat:bot\timchat:bot\tderived", "\t\tnone");
  const auto loaded = load(files);
  REQUIRE(loaded);
  CHECK(loaded->catalog().events[0].basis == catalog::EventBasis::none);
}

TEST_CASE("a table of the API that names what is not there is refused") {
  CHECK(refused("operations.tsv", "phone;pro+", "phone;pr+") ==
        Lines{"c/operations.tsv:4:105-4:108 catalog-reference unknown prerequisite `pr+`: "
              "prerequisites.tsv has no row for it",
              "  = did you mean `pro+`?"});
  CHECK(refused("operations.tsv", "\t\t\t\t\n", "\t\t\t\tmain\n") ==
        Lines{"c/operations.tsv:5:59-5:63 catalog-value unknown account `main`: it is `master`"});
  CHECK(refused("corrections.tsv", "GET /users", "GET /uses") ==
        Lines{"c/corrections.tsv:4:1-4:19 catalog-reference unknown operation `GET "
              "/uses/{userId}`: operations.tsv has no row for it",
              "  = did you mean `GET /users/{userId}`?"});
  CHECK(refused("corrections.tsv", "user:read", "user:reed") ==
        Lines{"c/corrections.tsv:4:29-4:38 catalog-reference unknown classic scope `user:reed`: "
              "scopes.tsv has no row for it",
              "  = did you mean `user:read`?"});
  CHECK(refused("call_errors.tsv", "404", "40x") ==
        Lines{"c/call_errors.tsv:4:21-4:24 catalog-value `40x` is not an HTTP status"});
  CHECK(refused("call_errors.tsv", "GET /users/{userId}\t404", "GET /users/{u}\t404") ==
        Lines{"c/call_errors.tsv:4:1-4:15 catalog-reference unknown operation `GET /users/{u}`: "
              "operations.tsv has no row for it",
              "  = did you mean `GET /users`?"});
  CHECK(refused("call_errors.tsv", "404\t1001\tUser does not exist: {userId}.",
                "400\t1010\tUser not found.") ==
        Lines{"c/call_errors.tsv:6:25-6:29 catalog-duplicate there are two rows for `GET "
              "/users/{userId} 400 1010`: remove one",
              "  ~ 4:25-4:29 first here"});
  CHECK(refused("deprecations.tsv", "user.created", "user.creted") ==
        Lines{"c/deprecations.tsv:5:1-5:12 catalog-reference unknown event `user.creted`: "
              "events.tsv has no row for it",
              "  = did you mean `user.created`?"});
  CHECK(refused("deprecations.tsv", "\tGET /users/{userId}", "\tGET /users/id") ==
        Lines{"c/deprecations.tsv:4:20-4:33 catalog-reference unknown operation `GET /users/id`: "
              "operations.tsv has no row for it",
              "  = did you mean `GET /users`?"});
  CHECK(refused("deprecations.tsv", "2027-01", "soon") ==
        Lines{"c/deprecations.tsv:4:12-4:16 catalog-value the date `soon` is not of the form "
              "2026-08 or 2026-08-31"});
}

TEST_CASE("a partial directory has the fallback's facts of its calls") {
  const auto fallback = load(with_master_call());
  REQUIRE(fallback);
  const auto loaded = load({{"operations.tsv",
                             "product\tmethod\tpath\toperation_id\tname\tgranular\tclassic\n"
                             "users\tGET\t/users/{userId}\tuser\tGet\tuser:read:user\t\n"
                             "users\tGET\t/users\tusers\tList\t\t\n"}},
                           &fallback->catalog());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  CHECK(catalog.operations[0].is_master);
  CHECK(catalog.operations[1].permissions == "User:Read");
  CHECK(catalog.operations[1].prerequisites == "phone;pro+");
  // The fallback's correction holds.
  CHECK(catalog.operations[1].classic.size() == 1);
  CHECK(catalog.call_errors.size() == 3);
  CHECK(catalog.deprecations.size() == 2);
}

}  // namespace
}  // namespace zoomc::catalog_source
