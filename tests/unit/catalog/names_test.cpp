#include "catalog/catalog.h"
#include "support/catch.h"

namespace zoomc::catalog {
namespace {

TEST_CASE("enumerators are written as the tables write them") {
  CHECK(to_string(ScopeModel::granular) == "granular");
  CHECK(to_string(ScopeModel::classic) == "classic");
  CHECK(to_string(Level::user) == "user");
  CHECK(to_string(Level::admin) == "admin");
  CHECK(to_string(Level::master) == "master");
  CHECK(to_string(Level::app) == "app");
  CHECK(to_string(Grants::operation) == "operation");
  CHECK(to_string(Grants::event) == "event");
  CHECK(to_string(Grants::event_and_operation) == "event+operation");
  CHECK(to_string(Grants::manifest) == "manifest");
  CHECK(to_string(Grants::seen) == "seen");
  CHECK(to_string(Grants::app_owned) == "app-owned");
  CHECK(to_string(EventBasis::documented) == "documented");
  CHECK(to_string(EventBasis::derived) == "derived");
  CHECK(to_string(EventBasis::unknown) == "unknown");
}

TEST_CASE("a feature's name is its group and its action") {
  const Feature read{.name = "meetings.read"};
  CHECK(read.group() == "meetings");
  CHECK(read.action() == "read");
  const Feature sign_in{.name = "sign_in"};
  CHECK(sign_in.group() == "sign_in");
  CHECK(sign_in.action().empty());
}

TEST_CASE("a platform finds its regions by id") {
  const Region regions[] = {{"us", "US", "https://us.example/code"},
                            {"eu", "EU", "https://eu.example/code"}};
  const Platform platform{.id = "p", .title = "P", .regions = regions};
  CHECK(platform.find_region("us") == &regions[0]);
  CHECK(platform.find_region("eu") == &regions[1]);
  CHECK(platform.find_region("EU") == nullptr);
  CHECK(platform.find_region("") == nullptr);
  CHECK(Platform{}.find_region("us") == nullptr);
}

}  // namespace
}  // namespace zoomc::catalog
