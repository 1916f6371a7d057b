#include "model/app.h"
#include "model/words.h"
#include "support/catch.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;
namespace {

TEST_CASE("overrides keep the place of what they replace") {
  Built built = build_below("region: eu\nstage: testing\nmanaged_by: user\nscope_names: guide\n");
  apply({.regions = {"us"},
         .stage = Stage::published,
         .managed_by = ManagedBy::admin,
         .scope_names = Vocabulary::classic},
        built.app);
  REQUIRE(built.app.regions.size() == 1);
  CHECK(built.app.regions[0].value == "us");
  CHECK(built.at(built.app.regions[0]) == "3:9 eu");
  CHECK(built.at(built.app.regions[0].key) == "3:1 region");
  CHECK(built.app.stage->value == Stage::published);
  CHECK(built.at(*built.app.stage) == "4:8 testing");
  CHECK(built.app.managed_by->value == ManagedBy::admin);
  CHECK(built.at(*built.app.managed_by) == "5:13 user");
  CHECK(built.app.scope_names->value == Vocabulary::classic);
  CHECK(built.at(*built.app.scope_names) == "6:14 guide");
}

TEST_CASE("overrides of what the file does not say have no place") {
  Built built = build_below("");
  apply({.regions = {"us", "eu"},
         .stage = Stage::published,
         .managed_by = ManagedBy::admin,
         .scope_names = Vocabulary::guide},
        built.app);
  CHECK(built.app.regions == std::vector<Text>{{"us", {}, {}}, {"eu", {}, {}}});
  CHECK(built.app.stage == Located<Stage>{Stage::published, {}, {}});
  CHECK(built.app.managed_by == Located<ManagedBy>{ManagedBy::admin, {}, {}});
  CHECK(built.app.scope_names == Located<Vocabulary>{Vocabulary::guide, {}, {}});
}

TEST_CASE("more regions than the file has share its last place; fewer drop the rest") {
  Built built = build_below("region: [eu, us]\n");
  Built same = build_below("region: [eu, us]\n");
  apply({.regions = {"au", "eu", "us"}}, built.app);
  REQUIRE(built.app.regions.size() == 3);
  CHECK(built.app.regions[0].value == "au");
  CHECK(built.at(built.app.regions[0]) == "3:10 eu");
  CHECK(built.at(built.app.regions[1]) == "3:14 us");
  CHECK(built.app.regions[2].value == "us");
  CHECK(built.at(built.app.regions[2]) == "3:14 us");
  apply({.regions = {"au"}}, same.app);
  REQUIRE(same.app.regions.size() == 1);
  CHECK(same.app.regions[0].value == "au");
}

TEST_CASE("no overrides change nothing") {
  Built built = build_below("region: eu\nstage: published\n");
  apply({}, built.app);
  REQUIRE(built.app.regions.size() == 1);
  CHECK(built.app.regions[0].value == "eu");
  CHECK(built.app.stage->value == Stage::published);
  CHECK(!built.app.managed_by);
  CHECK(!built.app.scope_names);
}

TEST_CASE("words and values of enums are one table") {
  CHECK(to_string(ManagedBy::user) == "user");
  CHECK(to_string(ManagedBy::admin) == "admin");
  CHECK(to_string(Stage::testing) == "testing");
  CHECK(to_string(Stage::published) == "published");
  CHECK(to_string(Vocabulary::granular) == "granular");
  CHECK(to_string(Vocabulary::guide) == "guide");
  CHECK(to_string(Vocabulary::classic) == "classic");
  CHECK(to_string(Environment::development) == "development");
  CHECK(to_string(Environment::production) == "production");
  CHECK(to_string(Authorizer::owner) == "owner");
  CHECK(to_string(Authorizer::admin) == "admin");
  CHECK(to_string(Authorizer::member) == "member");
  CHECK(from_word<Vocabulary>("guide") == Vocabulary::guide);
  CHECK(from_word<Vocabulary>("Guide") == std::nullopt);
  CHECK(all_words<Authorizer>() == std::vector<std::string_view>{"owner", "admin", "member"});
}

}  // namespace
}  // namespace zoomc::test
