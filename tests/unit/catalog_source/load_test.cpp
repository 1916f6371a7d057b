#include "catalog_source/load.h"

#include <utility>

#include "catalog/lookup.h"
#include "fixture.h"
#include "support/catch.h"
#include "support/memory_file_system.h"

namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;

Lines scope_names(const catalog::Catalog& catalog, std::span<const catalog::ScopeId> ids) {
  Lines names;
  for (const catalog::ScopeId id : ids) names.emplace_back(catalog.scopes[id].name);
  return names;
}

TEST_CASE("a date is a month or a day that there can be") {
  CHECK(is_date("2026-08"));
  CHECK(is_date("2026-08-31"));
  CHECK_FALSE(is_date("2026-08-32"));
  CHECK_FALSE(is_date("2026-08 "));
  CHECK_FALSE(is_date("tomorrow"));
  CHECK_FALSE(is_date(""));
  CHECK_FALSE(is_date("2026-13"));
  CHECK_FALSE(is_date("2026-08-00"));
}

TEST_CASE("a whole catalog is read, and sorted") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  CHECK(catalog.date == "2026-08-02");

  REQUIRE(catalog.scopes.size() == 7);
  CHECK(catalog.scopes[0].name == "imchat:bot");
  CHECK(catalog.scopes[0].model == catalog::ScopeModel::granular);
  CHECK(catalog.scopes[0].level == catalog::Level::admin);
  CHECK(catalog.scopes[0].grants == catalog::Grants::manifest);
  CHECK_FALSE(catalog.scopes[0].level_is_guess);
  CHECK(catalog.scopes[1].model == catalog::ScopeModel::classic);
  CHECK(catalog.scopes[2].name == "odd:read");
  CHECK(catalog.scopes[2].level_is_guess);
  CHECK(catalog.scopes[3].level == catalog::Level::app);
  CHECK(catalog.scopes[3].grants == catalog::Grants::app_owned);
  CHECK(catalog.scopes[6].grants == catalog::Grants::event_and_operation);

  REQUIRE(catalog.operations.size() == 2);
  CHECK(catalog.operations[0].path == "/users");
  CHECK(catalog.operations[0].classic.empty());
  const catalog::Operation& user = catalog.operations[1];
  CHECK(user.product == "users");
  CHECK(user.method == "GET");
  CHECK(user.path == "/users/{userId}");
  CHECK(user.id == "user");
  CHECK(user.name == "Get a user");
  CHECK(user.does == "reads a user");
  CHECK(user.without == "reads no user");
  CHECK(scope_names(catalog, user.granular) == Lines{"user:read:user", "user:read:user:admin"});
  CHECK(scope_names(catalog, user.classic) == Lines{"user:read"});

  // In the column of the scope's own model.
  const auto calls = [&](std::size_t scope) {
    const auto& ids = catalog.scopes[scope].operations;
    return std::vector<catalog::OperationId>(ids.begin(), ids.end());
  };
  CHECK(catalog.scopes[6].name == "user:read:user:admin");
  CHECK(calls(6) == std::vector<catalog::OperationId>{0, 1});
  CHECK(catalog.scopes[4].name == "user:read");
  CHECK(calls(4) == std::vector<catalog::OperationId>{1});
  CHECK(calls(5) == std::vector<catalog::OperationId>{1});
  CHECK(calls(0).empty());

  REQUIRE(catalog.implied_scopes.size() == 2);
  CHECK(catalog.implied_scopes[0].scope == "user:read");
  CHECK(catalog.implied_scopes[0].because_of == "features.odd.enable");
  CHECK(catalog.implied_scopes[0].is_setting);
  CHECK(catalog.implied_scopes[1].scope == "user:read:user");
  CHECK(catalog.implied_scopes[1].because_of == "imchat:bot");
  CHECK_FALSE(catalog.implied_scopes[1].is_setting);
  CHECK(catalog.implied_scopes[0].effect == catalog::Implication::needs);
  CHECK(catalog.implied_scopes[1].effect == catalog::Implication::uses);

  REQUIRE(catalog.events.size() == 2);
  CHECK(catalog.events[0].name == "bot.installed");
  CHECK(catalog.events[0].basis == catalog::EventBasis::derived);
  CHECK(catalog.events[0].granular[0] == 0);
  CHECK(catalog.events[0].classic[0] == 1);
}

TEST_CASE("words are read and sorted by list, then text") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  std::vector<std::string> words;
  for (const catalog::Word& word : loaded->catalog().words) {
    words.push_back(std::string(catalog::to_string(word.list)) + " " + std::string(word.text));
  }
  CHECK(words == std::vector<std::string>{"stop a",
                                          "stop is",
                                          "stop isn't",
                                          "stop the",
                                          "placeholder TODO",
                                          "placeholder lorem ipsum",
                                          "example-host example.com",
                                          "reserved-host example",
                                          "zoom-product phone",
                                          "official official",
                                          "secret-field client secret",
                                          "key-field authorization",
                                          "harmless-field page token",
                                          "readable-field id",
                                          "custom-header custom header",
                                          "pair-name name",
                                          "pair-value value",
                                          "key-prefix AKIA",
                                          "reference vault:",
                                          "stand-in none"});
}

TEST_CASE("the calls of a platform are read") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  REQUIRE(catalog.platform_calls.size() == 1);
  const catalog::PlatformCall& call = catalog.platform_calls[0];
  CHECK(call.platform == "acme");
  CHECK(catalog.features[call.feature].name == "users.find");
  CHECK(catalog::display_name(catalog.operations[call.operation]) == "GET /users/{userId}");
  CHECK(call.used_by == "Acme's Get of a user");
}

TEST_CASE("features, composites and platforms are read") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  REQUIRE(catalog.features.size() == 3);
  CHECK(catalog.features[0].name == "sign_in");
  CHECK(catalog.features[0].note == "always");
  CHECK(catalog.features[1].name == "users.find");
  CHECK(catalog.features[1].guide_shortfall == "finds none");
  CHECK(catalog.features[1].guide_scopes.empty());
  const catalog::Feature& read = catalog.features[2];
  CHECK(read.admin_only);
  CHECK(read.phrase == "List users");
  CHECK(std::vector(read.operations.begin(), read.operations.end()) ==
        std::vector<catalog::OperationId>{0, 1});
  CHECK(std::vector(read.guide_scopes.begin(), read.guide_scopes.end()) ==
        std::vector<std::string_view>{"user:read:user:admin"});

  REQUIRE(catalog.composites.size() == 1);
  CHECK(catalog.composites[0].phrase == "List and find users");
  CHECK(std::vector(catalog.composites[0].members.begin(), catalog.composites[0].members.end()) ==
        std::vector<catalog::FeatureId>{2, 1});

  REQUIRE(catalog.platforms.size() == 1);
  const catalog::Platform& acme = catalog.platforms[0];
  CHECK(acme.id == "acme");
  CHECK(acme.title == "Acme");
  CHECK(acme.sign_in == catalog::FeatureId{0});
  CHECK(acme.has_guide_names);
  REQUIRE(acme.regions.size() == 2);
  CHECK(acme.regions[1].id == "eu");
  CHECK(acme.regions[1].title == "EU");
  CHECK(acme.regions[1].redirect_url == "https://eu.acme.example/code");
  REQUIRE(acme.integrations.size() == 2);
  CHECK(acme.integrations[0].id == "zoom");
  CHECK(acme.integrations[0].feature_groups.size() == 1);
  CHECK(acme.integrations[0].feature_groups[0] == "users");
  CHECK(acme.integrations[1].title == "Other");
  CHECK(acme.integrations[1].feature_groups.empty());
  CHECK(acme.integrations[0].products.empty());
  REQUIRE(acme.integrations[1].products.size() == 1);
  CHECK(acme.integrations[1].products[0] == "chat");
}

TEST_CASE("test steps stand beside the calls of their feature") {
  auto files = small_catalog();
  const auto step_of = [&](std::string_view feature, std::string_view operation) {
    const auto loaded = load(files);
    REQUIRE(loaded);
    const catalog::Catalog& catalog = loaded->catalog();
    const catalog::Feature& row = catalog.features[*catalog::find_feature(catalog, feature)];
    const catalog::TestStep* step =
        catalog::find_test_step(row, catalog::find_operations(catalog, operation)[0]);
    if (step == nullptr) return std::string("none");
    return std::string(step->account) + "|" + std::string(step->action) + "|" +
           std::string(step->expect);
  };
  CHECK(step_of("sign_in", "GET /users/{userId}") == "|connect|your name");
  CHECK(step_of("users.read", "GET /users/{userId}") == "has users|open a user|the name");
  CHECK(step_of("users.find", "GET /users") == "|find a user|that user");
  CHECK(step_of("users.find", "GET /users/{userId}") == "none");
}

TEST_CASE("a catalog keeps its address when it is moved") {
  auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const catalog::Catalog* address = &loaded->catalog();
  const LoadedCatalog moved = std::move(*loaded);
  CHECK(&moved.catalog() == address);
  CHECK(moved.catalog().scopes[2].name == "odd:read");
}

TEST_CASE("the form of a table is free in what does not matter") {
  auto files = small_catalog();
  files["scopes.tsv"] =
      "\xEF\xBB\xBF\r\n#source: Zoom\r\n#  date :2026-08\r\n"
      "  grants \tsource\tscope\tlevel\tdate\tmodel\r\n"
      "# a remark\r\n"
      " operation\t\t user:read:user \tuser\t2026\tgranular\r\n"
      "\t\t\r\n"
      "event+operation\tdocs page\tuser:read:user:admin\tadmin\t\tgranular\r\n"
      "operation\t\tuser:read\tuser\t\tclassic\r\n"
      "operation\t\timchat:bot\tuser\t\tclassic\r\n"
      "seen\t\timchat:bot\tadmin\t\tgranular";
  CHECK(problems(files) == Lines{});
  const auto loaded = load(files);
  REQUIRE(loaded);
  CHECK(loaded->catalog().scopes.size() == 5);
  CHECK(catalog::find_scope(loaded->catalog(), "user:read:user", catalog::ScopeModel::granular));
}

TEST_CASE("every missing table is named") {
  CHECK(
      problems({{"platforms/acme.yaml", small_catalog().at("platforms/acme.yaml")}}) ==
      Lines{"c/call_errors.tsv:1:1 catalog-missing-table the table `call_errors.tsv` is missing: a "
            "catalog needs it",
            "c/composites.tsv:1:1 catalog-missing-table the table `composites.tsv` is missing: a "
            "catalog needs it",
            "c/corrections.tsv:1:1 catalog-missing-table the table `corrections.tsv` is missing: a "
            "catalog needs it",
            "c/deprecations.tsv:1:1 catalog-missing-table the table `deprecations.tsv` is missing: "
            "a catalog needs it",
            "c/errors.tsv:1:1 catalog-missing-table the table `errors.tsv` is missing: a catalog "
            "needs it",
            "c/events.tsv:1:1 catalog-missing-table the table `events.tsv` is missing: a catalog "
            "needs it",
            "c/features.tsv:1:1 catalog-missing-table the table `features.tsv` is missing: a "
            "catalog needs it",
            "c/implied_scopes.tsv:1:1 catalog-missing-table the table `implied_scopes.tsv` is "
            "missing: a catalog needs it",
            "c/known_levels.tsv:1:1 catalog-missing-table the table `known_levels.tsv` is "
            "missing: a catalog needs it",
            "c/operation_phrases.tsv:1:1 catalog-missing-table the table "
            "`operation_phrases.tsv` is missing: a catalog needs it",
            "c/operations.tsv:1:1 catalog-missing-table the table `operations.tsv` is missing: a "
            "catalog needs it",
            "c/platform_calls.tsv:1:1 catalog-missing-table the table `platform_calls.tsv` is "
            "missing: a catalog needs it",
            "c/prerequisites.tsv:1:1 catalog-missing-table the table `prerequisites.tsv` is "
            "missing: a catalog needs it",
            "c/scopes.tsv:1:1 catalog-missing-table the table `scopes.tsv` is missing: a catalog "
            "needs it",
            "c/secret_fields.tsv:1:1 catalog-missing-table the table `secret_fields.tsv` is "
            "missing: a catalog needs it",
            "c/symptoms.tsv:1:1 catalog-missing-table the table `symptoms.tsv` is missing: a "
            "catalog needs it",
            "c/test_steps.tsv:1:1 catalog-missing-table the table `test_steps.tsv` is missing: a "
            "catalog needs it",
            "c/words.tsv:1:1 catalog-missing-table the table `words.tsv` is missing: a catalog "
            "needs it"});
}

TEST_CASE("a missing scopes table is one mistake, not one for each name") {
  auto files = small_catalog();
  files.erase("scopes.tsv");
  CHECK(problems(files) ==
        Lines{"c/scopes.tsv:1:1 catalog-missing-table the table `scopes.tsv` is missing: a catalog "
              "needs it"});
}

TEST_CASE("a table under a wrong name is an error") {
  auto files = small_catalog();
  files["operation.tsv"] = files["operations.tsv"];
  files["zzzzzzzzzzzzz.tsv"] = "";
  CHECK(problems(files) ==
        Lines{"c/operation.tsv:1:1 catalog-unknown-table `operation.tsv` is not one of the tables "
              "of a catalog",
              "  = did you mean `operations.tsv`?",
              "c/zzzzzzzzzzzzz.tsv:1:1 catalog-unknown-table `zzzzzzzzzzzzz.tsv` is not one of "
              "the tables of a catalog"});
}

TEST_CASE("features and integrations may say what is meant for one user") {
  Files files = small_catalog();
  files["features.tsv"] =
      "# source: guide\n# date: 2026-08\n"
      "feature\tlevel\tguide_scopes\toperations\tguide_shortfall\tnote\tphrase\tuser_operations\n"
      "sign_in\tany\t\tGET /users/{userId}\t\t\tIdentify the user\t\n"
      "users.read\tadmin\t\tGET /users\t\t\tList users\tGET /users/{userId};GET /users\n"
      "users.find\tany\t\tGET /users\t\t\tFind users\t\n";
  files["platforms/acme.yaml"] =
      replaced(files["platforms/acme.yaml"], "title: Other, feature_groups: []",
               "title: Other, type: others, feature_groups: [], user_feature_groups: [users]");
  const auto loaded = load(files);
  REQUIRE(loaded);
  const catalog::Catalog& catalog = loaded->catalog();
  const catalog::Feature& feature = catalog.features[2];
  CHECK(feature.name == "users.read");
  const auto names = [&](const auto& calls) {
    Lines lines;
    for (const catalog::OperationId call : calls) {
      lines.push_back(catalog::display_name(catalog.operations[call]));
    }
    return lines;
  };
  CHECK(names(feature.operations) == Lines{"GET /users"});
  CHECK(names(feature.user_operations) == Lines{"GET /users/{userId}", "GET /users"});
  CHECK(names(catalog::calls_of(feature)) == Lines{"GET /users", "GET /users/{userId}"});
  CHECK(feature.test_steps.size() == 2);
  const catalog::Integration& other = catalog.platforms[0].integrations[1];
  CHECK(other.type == "others");
  CHECK(Lines(other.user_feature_groups.begin(), other.user_feature_groups.end()) ==
        Lines{"users"});
  CHECK(catalog.platforms[0].integrations[0].type.empty());
}

TEST_CASE("what a scope has to do with its cause is one of three words, `adds` unless it is said") {
  const std::string head = "# source: Zoom\n# date: 2026-07\nscope\tbecause_of";
  CHECK(problems_of("implied_scopes.tsv", head + "\teffect\nuser:read\timchat:bot\tmakes\n") ==
        Lines{"c/implied_scopes.tsv:4:22-4:27 catalog-value unknown effect `makes`: it is "
              "`adds`, `needs` or `uses`"});
  CHECK(problems_of("implied_scopes.tsv", head + "\nuser:read\timchat:bot\n") == Lines{});
}

TEST_CASE("an implied scope and its cause are scopes, or the cause a setting") {
  const std::string head = "# source: Zoom\n# date: 2026-07\nscope\tbecause_of\n";
  CHECK(problems_of("implied_scopes.tsv", head + "user:read:usr\timchat:bot\n"
                                                 "user:read\timchat:bto\n"
                                                 "user:read\t\n"
                                                 "user:read\ta.b\n"
                                                 "user:read\ta.b\n") ==
        Lines{"c/implied_scopes.tsv:4:1-4:14 catalog-reference unknown scope `user:read:usr`: "
              "scopes.tsv has no row for it",
              "  = did you mean `user:read:user`?",
              "c/implied_scopes.tsv:5:11-5:21 catalog-reference unknown scope `imchat:bto`: "
              "scopes.tsv has no row for it, and a setting of the manifest is written "
              "`features.embed.meeting_sdk.enable`",
              "  = did you mean `imchat:bot`?",
              "c/implied_scopes.tsv:6:11 catalog-value the cell of column `because_of` is empty",
              "c/implied_scopes.tsv:8:1-8:10 catalog-duplicate there are two rows for `user:read`: "
              "remove one",
              "  ~ 7:1-7:10 first here"});
}

TEST_CASE("what cannot be read is the world's fault") {
  MemoryFileSystem memory;
  std::vector<std::string> names;
  for (const auto& [name, text] : small_catalog()) {
    memory.put("c/" + name, text);
    names.push_back(name);
  }
  memory.fail_reads("c/events.tsv");
  memory.remove("c/platforms/acme.yaml");
  const auto loaded = load_catalog(memory, "c", names, nullptr);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().files.empty());
  REQUIRE(loaded.error().io_errors.size() == 2);
  CHECK(loaded.error().io_errors[0].message == "cannot read `c/events.tsv`: permission denied");
  CHECK(loaded.error().io_errors[1].message ==
        "cannot read `c/platforms/acme.yaml`: no such file or directory");
}

TEST_CASE("a slash behind the directory does not matter") {
  const MemoryFileSystem memory{{"c/events.tsv", "x"}};
  const auto loaded = load_catalog(memory, "c/", {"events.tsv"}, nullptr);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().io_errors.empty());
  REQUIRE(loaded.error().files.size() == 19);
  CHECK(loaded.error().files[5].file.path == "c/events.tsv");
  CHECK(loaded.error().files[5].file.text == "x");
}

TEST_CASE("a directory without any table is no catalog") {
  CHECK(problems({}) == Lines{"`c` is not a catalog: it has neither tables (`scopes.tsv` ...) nor "
                              "platforms"});
}

TEST_CASE("all mistakes are found in one go") {
  auto files = small_catalog();
  const auto change = [&](const std::string& name, std::string_view from, std::string_view to) {
    files[name] = replaced(files[name], from, to);
  };
  change("scopes.tsv", "\tapp-owned", "\tapp-owned\tx");
  change("events.tsv", "derived", "guessed");
  change("features.tsv", "\tGET /users\tfinds", "\tGET /user\tfinds");
  change("platforms/acme.yaml", "https://eu", "http://eu");
  files["operation_phrases.tsv"] = "\xff";
  files.erase("composites.tsv");
  CHECK(
      problems(files) ==
      Lines{"c/composites.tsv:1:1 catalog-missing-table the table `composites.tsv` is missing: a "
            "catalog needs it",
            "c/events.tsv:5:42-5:49 catalog-value unknown basis `guessed`: it is `documented`, "
            "`derived`, `none` or `unknown`",
            "c/features.tsv:6:17-6:26 catalog-reference unknown operation `GET /user`: "
            "operations.tsv has no row for it",
            "  = did you mean `GET /users`?",
            "c/operation_phrases.tsv:1:1-1:2 invalid-encoding the file is not UTF-8 from here on: "
            "save it as UTF-8",
            "c/platforms/acme.yaml:7:39-7:66 catalog-value the redirect URL "
            "`http://eu.acme.example/code` does not begin with `https://`, so no account could "
            "connect",
            "c/scopes.tsv:10:1-10:35 catalog-cell-count the row has 5 cells and the header line "
            "4: an empty cell needs its tab too"});
}

}  // namespace
}  // namespace zoomc::catalog_source
