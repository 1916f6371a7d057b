#include <string>

#include "catalog_source/load.h"
#include "fixture.h"
#include "support/catch.h"

// Error texts and symptoms: what is read, what is refused, what a fallback gives.
namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;

Lines changed_trouble(const std::string& file, std::string_view from, std::string_view to) {
  return problems_of(file, replaced(small_catalog().at(file), from, to));
}

Lines texts(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

Lines feature_names(const catalog::Catalog& catalog, const catalog::Advice& advice) {
  Lines names;
  for (const catalog::FeatureId id : advice.features) names.emplace_back(catalog.features[id].name);
  return names;
}

TEST_CASE("error texts are read in their order") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const auto& errors = loaded->catalog().errors;
  REQUIRE(errors.size() == 2);
  CHECK(texts(errors[0].texts) == Lines{"Bad redirect", "Redirect: … is bad"});
  CHECK(texts(errors[0].codes) == Lines{"4700", "12"});
  CHECK(errors[0].advice.cause == "It is bad.");
  CHECK(texts(errors[0].advice.ways_out) == Lines{"mend it", "or do not"});
  CHECK(errors[0].advice.shows == catalog::Shows::redirects);
  CHECK(errors[0].advice.features.empty());
  CHECK(texts(errors[0].advice.rules) == Lines{"redirect-url-mismatch", "invalid-url"});
  CHECK(errors[1].codes.empty());
  CHECK(errors[1].advice.shows == catalog::Shows::nothing);
  CHECK(errors[1].advice.rules.empty());
}

TEST_CASE("symptoms are read with their words and features") {
  const auto loaded = load(small_catalog());
  REQUIRE(loaded);
  const auto& symptoms = loaded->catalog().symptoms;
  REQUIRE(symptoms.size() == 1);
  CHECK(symptoms[0].name == "users are missing");
  CHECK(texts(symptoms[0].about) == Lines{"user", "people"});
  CHECK(texts(symptoms[0].trouble) == Lines{"missing", "no"});
  CHECK(symptoms[0].advice.cause == "A scope is missing.");
  CHECK(feature_names(loaded->catalog(), symptoms[0].advice) == Lines{"users.find", "users.read"});
}

TEST_CASE("every word of what to show is known") {
  for (const char* word :
       {"nothing", "missing_scopes", "scope_level", "event", "redirects", "guide_names"}) {
    auto files = small_catalog();
    files["errors.tsv"] = replaced(files["errors.tsv"], "redirects", word);
    const auto loaded = load(files);
    REQUIRE(loaded);
    CHECK(catalog::to_string(loaded->catalog().errors[0].advice.shows) == word);
  }
}

TEST_CASE("mistakes in error texts") {
  CHECK(
      changed_trouble("errors.tsv", "It went wrong.", "Wrong… (17)") ==
      Lines{"c/errors.tsv:5:1-5:12 catalog-value the text `Wrong… (17)` has fewer than two words: "
            "that is too little to recognize it"});
  CHECK(changed_trouble("errors.tsv", "It went wrong.", "It went wrong.|Bad redirect") ==
        Lines{"c/errors.tsv:5:16-5:28 catalog-duplicate there are two rows for `Bad redirect`: "
              "remove one",
              "  ~ 4:1-4:13 first here"});
  CHECK(changed_trouble("errors.tsv", "It went wrong.\t\tIt did.\tgo on\t\t", "\t\t\t\tevent\t") ==
        Lines{"c/errors.tsv:5:1 catalog-value the cell of column `texts` is empty",
              "c/errors.tsv:5:3 catalog-value the cell of column `cause` is empty",
              "c/errors.tsv:5:4 catalog-value the cell of column `ways_out` is empty"});
  CHECK(changed_trouble("errors.tsv", "redirects", "redirect") ==
        Lines{"c/errors.tsv:4:70-4:78 catalog-value unknown shows `redirect`: it is `nothing`, "
              "`missing_scopes`, `scope_level`, `event`, `redirects` or `guide_names`",
              "  = did you mean `redirects`?"});
  CHECK(changed_trouble("errors.tsv", "4700,12", "4700, 1 2") ==
        Lines{"c/errors.tsv:4:40-4:41 catalog-value column `codes` takes one name, without "
              "spaces, commas or semicolons"});
  CHECK(changed_trouble("errors.tsv", ",invalid-url", ",") ==
        Lines{"c/errors.tsv:4:103 catalog-value the list has an empty name: remove the `,`"});
}

TEST_CASE("mistakes in symptoms") {
  CHECK(changed_trouble("symptoms.tsv", "users are missing\tuser,people\tmissing,no", "\t\t") ==
        Lines{"c/symptoms.tsv:4:1 catalog-value the cell of column `symptom` is empty",
              "c/symptoms.tsv:4:2 catalog-value the cell of column `about` is empty",
              "c/symptoms.tsv:4:3 catalog-value the cell of column `trouble` is empty"});
  CHECK(changed_trouble("symptoms.tsv", "user,people", "user,many people") ==
        Lines{"c/symptoms.tsv:4:28-4:29 catalog-value column `about` takes one name, without "
              "spaces, commas or semicolons"});
  CHECK(changed_trouble("symptoms.tsv", "users.find;", "users.fnd;") ==
        Lines{"c/symptoms.tsv:4:70-4:79 catalog-reference unknown feature `users.fnd`: "
              "features.tsv has no row for it",
              "  = did you mean `users.find`?"});
}

TEST_CASE("troubles come from the fallback, without features that are gone") {
  const auto whole = load(small_catalog());
  REQUIRE(whole);
  const auto loaded = load({{"features.tsv",
                             "feature\tlevel\tguide_scopes\toperations\tnote\n"
                             "sign_in\tany\tuser_profile\tGET /users/{userId}\t\n"
                             "users.look\tany\t\tGET /users\t\n"
                             "users.read\tany\t\tGET /users\t\n"}},
                           &whole->catalog());
  REQUIRE(loaded);
  CHECK(loaded->catalog().errors.size() == 2);
  REQUIRE(loaded->catalog().symptoms.size() == 1);
  CHECK(feature_names(loaded->catalog(), loaded->catalog().symptoms[0].advice) ==
        Lines{"users.read"});
}

TEST_CASE("a table of one's own takes the place of the fallback's") {
  const auto whole = load(small_catalog());
  REQUIRE(whole);
  const auto loaded = load({{"errors.tsv",
                             "texts\tcodes\tcause\tways_out\n"
                             "The door is shut\t\tSomebody shut it.\topen it\n"}},
                           &whole->catalog());
  REQUIRE(loaded);
  REQUIRE(loaded->catalog().errors.size() == 1);
  CHECK(loaded->catalog().errors[0].texts[0] == "The door is shut");
  CHECK(loaded->catalog().symptoms.size() == 1);
}

}  // namespace
}  // namespace zoomc::catalog_source
