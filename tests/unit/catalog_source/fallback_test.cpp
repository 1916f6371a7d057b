#include <string>

#include "catalog/lookup.h"
#include "catalog_source/load.h"
#include "fixture.h"
#include "support/catch.h"

// Reading a part of a catalog over another one, as `--catalog DIR` does.
namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;
using Files = std::map<std::string, std::string>;

class Fallback {
 public:
  const catalog::Catalog* get() const { return &loaded_->catalog(); }

 private:
  tl::expected<LoadedCatalog, CatalogProblems> loaded_ = load(small_catalog());
};

TEST_CASE("a table that is missing is the fallback's") {
  const Fallback fallback;
  const auto loaded = load({{"events.tsv",
                             "event\tproduct\tgranular\tclassic\tbasis\n"
                             "new.event\tusers\tuser:read:user\t\tunknown\n"}},
                           fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  CHECK(catalog.date == "2026-08-02");
  REQUIRE(catalog.events.size() == 1);
  CHECK(catalog.scopes[catalog.events[0].granular[0]].name == "user:read:user");
  CHECK(catalog.scopes.size() == 7);
  CHECK(catalog.scopes[2].level_is_guess);
  CHECK_FALSE(catalog.scopes[0].level_is_guess);
  REQUIRE(catalog.operations.size() == 2);
  CHECK(catalog.operations[1].granular.size() == 2);
  CHECK(catalog.operations[1].does == "reads a user");
  CHECK(catalog.features.size() == 3);
  CHECK(catalog.features[2].phrase == "List users");
  CHECK(catalog.composites.size() == 1);
  REQUIRE(catalog.platforms.size() == 1);
  CHECK(catalog.platforms[0].sign_in == catalog::FeatureId{0});
  CHECK(catalog.words.size() == 20);
}

TEST_CASE("a words table takes the place of the fallback's, whole") {
  const Fallback fallback;
  const std::string lists =
      "example-host\texample.net\nreserved-host\ttest\nzoom-product\trooms\nofficial\tproper\n";
  const auto loaded = load({{"words.tsv", "list\twords\nstop\tmerely\nplaceholder\tTBC\n" + lists}},
                           fallback.get());
  REQUIRE(loaded);
  CHECK(loaded->catalog().words.size() == 16);
  CHECK(catalog::has_word(loaded->catalog(), catalog::WordList::stop, "merely"));
  CHECK_FALSE(catalog::has_word(loaded->catalog(), catalog::WordList::stop, "the"));
  CHECK(loaded->catalog().features.size() == 3);
  CHECK(problems({{"words.tsv", "list\twords\nplaceholder\tTBC\n" + lists}}, fallback.get()) ==
        Lines{"c/words.tsv:1:1-1:11 catalog-empty-table the list `stop` has no words: add a row "
              "for it"});
}

TEST_CASE("a newer table makes the catalog newer") {
  const Fallback fallback;
  Files files{{"known_levels.tsv", small_catalog().at("known_levels.tsv")}};
  CHECK(load(files, fallback.get())->catalog().date == "2026-08-02");
  files["known_levels.tsv"] = replaced(files["known_levels.tsv"], "2026-07", "2027-01");
  CHECK(load(files, fallback.get())->catalog().date == "2027-01");
}

TEST_CASE("a whole catalog is only as old as its own tables") {
  const Fallback fallback;
  Files files = small_catalog();
  for (auto& [name, text] : files) {
    if (const auto at = text.find("date: 2026"); at != std::string::npos) {
      text.replace(at, 10, "date: 2025");
    }
  }
  CHECK(load(files, fallback.get())->catalog().date == "2025-08-02");
}

TEST_CASE("operations alone keep the fallback's phrases") {
  const Fallback fallback;
  const Files files{{"operations.tsv",
                     "product\tmethod\tpath\toperation_id\tname\tgranular\tclassic\n"
                     "users\tGET\t/users/{userId}\tuser\tGet\tuser:read:user\t\n"
                     "new\tPOST\t/users\tadd\tAdd\t\t\n"
                     "users\tGET\t/users\tusers\tList\t\t\n"}};
  CHECK(problems(files, fallback.get()) == Lines{});
  const auto loaded = load(files, fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  REQUIRE(catalog.operations.size() == 3);
  CHECK(catalog.operations[0].does == "lists users");
  CHECK(catalog.operations[1].does.empty());
  CHECK(catalog.operations[1].without.empty());
  CHECK(catalog.operations[2].without == "reads no user");
  // The ids of rows have changed; the features follow.
  const catalog::Feature& read = catalog.features[*catalog::find_feature(catalog, "users.read")];
  REQUIRE(read.operations.size() == 2);
  CHECK(catalog::display_name(catalog.operations[read.operations[0]]) == "GET /users");
  CHECK(catalog::display_name(catalog.operations[read.operations[1]]) == "GET /users/{userId}");
}

TEST_CASE("scopes have the operations of the table that is there") {
  const Fallback fallback;
  const Files files{{"operations.tsv",
                     "product\tmethod\tpath\toperation_id\tname\tgranular\tclassic\n"
                     "users\tGET\t/users/{userId}\tuser\tGet\t\t\n"
                     "users\tPUT\t/users/{userId}\tput\tPut\tuser:read:user\t\n"
                     "users\tGET\t/users\tusers\tList\t\t\n"}};
  const auto loaded = load(files, fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const auto calls = [&](std::string_view name) {
    return catalog.scopes[*catalog::find_scope(catalog, name, catalog::ScopeModel::granular)]
        .operations;
  };
  REQUIRE(calls("user:read:user").size() == 1);
  CHECK(catalog::display_name(catalog.operations[calls("user:read:user")[0]]) ==
        "PUT /users/{userId}");
  CHECK(calls("user:read:user:admin").empty());
  CHECK(catalog.implied_scopes.size() == 2);
}

TEST_CASE("scopes have the events of the table that is there") {
  const Fallback fallback;
  const Files files{{"events.tsv",
                     "event\tproduct\tgranular\tclassic\tbasis\n"
                     "user.b\tusers\tuser:read:user\t\tdocumented\n"
                     "user.a\tusers\t\t\tunknown\n"}};
  const auto loaded = load(files, fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const catalog::Scope& read =
      catalog
          .scopes[*catalog::find_scope(catalog, "user:read:user", catalog::ScopeModel::granular)];
  REQUIRE(read.events.size() == 1);
  CHECK(catalog.events[read.events[0]].name == "user.b");
}

TEST_CASE("operations that a built-in feature calls must stay") {
  const Fallback fallback;
  CHECK(problems({{"operations.tsv",
                   "product\tmethod\tpath\toperation_id\tname\tgranular\tclassic\n"
                   "users\tGET\t/users/{userId}\tuser\tGet\tuser:read:user\t\n"}},
                 fallback.get()) ==
        Lines{"c/operations.tsv:1:1-1:55 catalog-reference there is no row for `GET /users`, which "
              "the built-in feature `users.find` calls: add it, or a features.tsv without that "
              "feature",
              "c/operations.tsv:1:1-1:55 catalog-reference there is no row for `GET /users`, which "
              "the built-in feature `users.read` calls: add it, or a features.tsv without that "
              "feature"});
}

TEST_CASE("scopes that are gone are gone from the fallback's rows too") {
  const Fallback fallback;
  const auto loaded = load({{"scopes.tsv",
                             "scope\tmodel\tlevel\tgrants\n"
                             "user:read:user:admin\tgranular\tadmin\toperation\n"
                             "imchat:bot\tgranular\tuser\tmanifest\n"
                             "another:bot\tgranular\tuser\tmanifest\n"}},
                           fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  REQUIRE(catalog.operations[1].granular.size() == 1);
  CHECK(catalog.scopes[catalog.operations[1].granular[0]].name == "user:read:user:admin");
  CHECK(catalog.operations[1].classic.empty());
  CHECK(catalog.events[0].classic.empty());
  // That a level was known says nothing of another level.
  CHECK(catalog.scopes[0].name == "another:bot");
  CHECK(catalog.scopes[0].level_is_guess);
  CHECK(catalog.scopes[1].name == "imchat:bot");
  CHECK(catalog.scopes[1].level_is_guess);
}

TEST_CASE("features may lack phrases") {
  const Fallback fallback;
  const Files files{{"features.tsv",
                     "feature\tlevel\tguide_scopes\toperations\tnote\n"
                     "sign_in\tany\tuser_profile\tGET /users/{userId}\t\n"
                     "users.find\tany\t\tGET /users\t\n"
                     "users.look\tany\t\tGET /users/{userId}\t\n"}};
  CHECK(problems(files, fallback.get()) == Lines{});
  const auto loaded = load(files, fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  REQUIRE(catalog.features.size() == 3);
  CHECK(catalog.features[0].phrase == "Identify the user");
  CHECK(catalog.features[1].phrase == "Find users");
  CHECK(catalog.features[1].guide_shortfall == "finds none");
  CHECK(catalog.features[2].phrase == "Get a user");
  CHECK(catalog.features[2].guide_shortfall.empty());
  // The composite of the fallback had a member that is gone.
  CHECK(catalog.composites.empty());
}

TEST_CASE("a test step is kept for the same call of the same feature") {
  const Fallback fallback;
  const Files files{{"features.tsv",
                     "feature\tlevel\tguide_scopes\toperations\tnote\n"
                     "sign_in\tany\tuser_profile\tGET /users\t\n"
                     "users.find\tany\t\tGET /users/{userId};GET /users\t\n"}};
  const auto loaded = load(files, fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  REQUIRE(catalog.features.size() == 2);
  REQUIRE(catalog.features[0].test_steps.size() == 1);
  CHECK(catalog.features[0].test_steps[0].action.empty());
  REQUIRE(catalog.features[1].test_steps.size() == 2);
  CHECK(catalog.features[1].test_steps[0].action.empty());
  CHECK(catalog.features[1].test_steps[1].action == "find a user");
}

TEST_CASE("a table of test steps alone need not be complete") {
  const Fallback fallback;
  const auto loaded = load({{"test_steps.tsv",
                             "feature\toperation\taccount\taction\texpect\n"
                             "users.read\tGET /users\t\tlook\tthem\n"}},
                           fallback.get());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  CHECK(catalog.features[2].test_steps[0].action == "look");
  CHECK(catalog.features[2].test_steps[1].action.empty());
  CHECK(catalog.features[0].test_steps[0].action.empty());
}

TEST_CASE("a shortfall is not kept for other names or calls") {
  const Fallback fallback;
  const std::string head =
      "feature\tlevel\tguide_scopes\toperations\tnote\n"
      "sign_in\tany\tuser_profile\tGET /users/{userId}\t\n";
  for (const std::string row : {"users.find\tany\tuser:read\tGET /users\t\n",
                                "users.find\tany\t\tGET /users/{userId}\t\n"}) {
    const auto loaded = load({{"features.tsv", head + row}}, fallback.get());
    REQUIRE(loaded);
    CHECK(loaded->catalog().features[1].guide_shortfall.empty());
    CHECK(loaded->catalog().features[1].phrase == "Find users");
  }
}

TEST_CASE("the sign-in of a built-in platform must stay") {
  const Fallback fallback;
  CHECK(problems({{"features.tsv",
                   "feature\tlevel\tguide_scopes\toperations\tnote\n"
                   "users.find\tany\t\tGET /users\t\n"}},
                 fallback.get()) ==
        Lines{"c/features.tsv:1:1-1:43 catalog-reference there is no row for `sign_in`, with which "
              "the platform `acme` signs in: add it"});
}

TEST_CASE("a platform joins the fallback's, or replaces the one of its id") {
  const Fallback fallback;
  const auto joined =
      load({{"platforms/b.yaml", "id: b\ntitle: B\nguide_names: false\n"}}, fallback.get());
  REQUIRE(joined);
  REQUIRE(joined->catalog().platforms.size() == 2);
  CHECK(joined->catalog().platforms[0].id == "acme");
  CHECK(joined->catalog().platforms[1].title == "B");
  const auto replaced =
      load({{"platforms/b.yaml", "id: acme\ntitle: B\nguide_names: false\n"}}, fallback.get());
  REQUIRE(replaced);
  REQUIRE(replaced->catalog().platforms.size() == 1);
  CHECK(replaced->catalog().platforms[0].title == "B");
  CHECK(replaced->catalog().platforms[0].regions.empty());
}

TEST_CASE("what is there is checked as strictly as ever") {
  const Fallback fallback;
  CHECK(problems({{"events.tsv",
                   "event\tproduct\tgranular\tclassic\tbasis\n"
                   "new.event\tusers\tuser:read:usr\t\tunknown\n"}},
                 fallback.get()) ==
        Lines{"c/events.tsv:2:17-2:30 catalog-reference unknown granular scope `user:read:usr`: "
              "scopes.tsv has no row for it",
              "  = did you mean `user:read:user`?"});
}

}  // namespace
}  // namespace zoomc::catalog_source
