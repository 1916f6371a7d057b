// Every key of the language, given values of every wrong type: one finding each, at the value or
// its key.
#include <algorithm>
#include <set>
#include <utility>

#include "model/keys.h"
#include "support/catch.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;
namespace {

using Words = std::vector<std::string>;

const Words kNoText{"7", "1.5", "true", "[x]", "{a: b}", "null", "~", "''", "' '"};
const Words kNoChoice{"7", "true", "[user]", "{a: b}", "null", "''", "nothingofthekind"};
const Words kNoBoolean{"7", "yes", "True", "'true'", "[true]", "{a: true}", "null", "''"};
const Words kNoWordOrWords{"7", "true", "{a: b}", "null", "''", "[]", "[[x]]", "[7]", "[null]"};
const Words kNoWords{"x", "7", "true", "{a: b}", "null", "[]", "[[x]]", "[7]", "[null]", "['']"};
const Words kNoMapping{"7", "true", "x", "[x]", "[]", "null"};
const Words kNoEntries{"x", "7", "true", "{a: b}", "null", "[]", "[x]", "[7]", "[[x]]", "[null]"};
const Words kNoUrl{"7", "true", "[x]", "{}", "{a: b}", "{development: 7}", "null", "''"};
const Words kNoVersion{"2", "0", "1.0", "'1'", "x", "true", "[1]", "{a: 1}", "null"};

// One key with the text around its value.
struct Mutation {
  std::string path;
  std::string before;
  std::string after;
  const Words* wrong;
};

constexpr const char* kHead = "zoomc: 1\napp: {name: A}\n";

std::vector<Mutation> root_mutations() {
  std::vector<Mutation> all{
      {"zoomc", "zoomc: ", "\napp: {name: A}\n", &kNoVersion},
      {"app", "zoomc: 1\napp: ", "\n", &kNoMapping},
  };
  const std::vector<std::pair<std::string, const Words*>> others{
      {"managed_by", &kNoChoice},
      {"platform", &kNoText},
      {"region", &kNoWordOrWords},
      {"stage", &kNoChoice},
      {"scope_names", &kNoChoice},
      {"features", &kNoMapping},
      {"optional", &kNoWords},
      {"operations", &kNoWords},
      {"events", &kNoEntries},
      {"extra_scopes", &kNoWords},
      {"justify", &kNoMapping},
      {"test_plan", &kNoMapping},
      {"oauth", &kNoMapping},
      {"surface", &kNoMapping},
      {"credentials", &kNoMapping},
      {"unified", &kNoMapping},
      {"accounts", &kNoEntries},
      {"manifest_extra", &kNoMapping},
      {"features.meetings", &kNoWordOrWords},
      {"justify.meetings", &kNoText},
      {"test_plan.meetings", &kNoText},
  };
  for (const auto& [path, wrong] : others) {
    const std::size_t dot = path.find('.');
    if (dot == std::string::npos) {
      all.push_back({path, kHead + path + ": ", "\n", wrong});
    } else {
      all.push_back(
          {path, kHead + path.substr(0, dot) + ": {" + path.substr(dot + 1) + ": ", "}\n", wrong});
    }
  }
  return all;
}

std::vector<Mutation> listing_mutations() {
  std::vector<Mutation> all{
      {"app.name", "zoomc: 1\napp: {name: ", "}\n", &kNoText},
      {"app.contact", "zoomc: 1\napp: {name: A, contact: ", "}\n", &kNoMapping},
      {"app.links", "zoomc: 1\napp: {name: A, links: ", "}\n", &kNoMapping}};
  for (const char* key : {"summary", "description", "company", "purpose"}) {
    all.push_back({"app." + std::string(key), "zoomc: 1\napp: {name: A, " + std::string(key) + ": ",
                   "}\n", &kNoText});
  }
  for (const char* key : {"name", "email"}) {
    all.push_back({"app.contact." + std::string(key),
                   "zoomc: 1\napp: {name: A, contact: {" + std::string(key) + ": ", "}}\n",
                   &kNoText});
  }
  for (const char* key : {"website", "privacy", "terms", "support", "documentation"}) {
    all.push_back({"app.links." + std::string(key),
                   "zoomc: 1\napp: {name: A, links: {" + std::string(key) + ": ", "}}\n",
                   &kNoText});
  }
  return all;
}

// A mapping below the head: "oauth: {", the members that must be there, and what closes it.
struct Surroundings {
  std::string path;
  std::string open;
  std::string close;
  Words members;
};

Mutation within(const Surroundings& around, const std::string& key, const Words& wrong) {
  std::string before = kHead + around.open;
  for (const std::string& member : around.members) {
    if (member.substr(0, member.find(':')) != key) before += member + ", ";
  }
  return {around.path + "." + key, before + key + ": ", around.close, &wrong};
}

std::vector<Mutation> section_mutations() {
  const Surroundings event{
      "events", "events: [{", "}]\n", {"name: N", "types: [a.b]", "url: https://a.example"}};
  const Surroundings oauth{"oauth", "oauth: {", "}\n", {}};
  const Surroundings redirect{"oauth.redirect_url", "oauth: {redirect_url: {", "}}\n", {}};
  const Surroundings surface{"surface", "surface: {", "}\n", {"products: [ZOOM_CHAT]"}};
  const Surroundings domain{"surface.domains",
                            "surface: {products: [ZOOM_CHAT], domains: [{",
                            "}]}\n",
                            {"domain: a.example"}};
  const Surroundings credentials{"credentials", "credentials: {", "}\n", {}};
  const Surroundings unified{"unified", "unified: {", "}\n", {}};
  const Surroundings account{"accounts", "accounts: [{", "}]\n", {"name: N"}};
  return {
      within(event, "name", kNoText),
      within(event, "id", kNoText),
      within(event, "types", kNoWords),
      within(event, "url", kNoUrl),
      within(oauth, "redirect_url", kNoUrl),
      within(oauth, "allow_list", kNoWords),
      within(oauth, "strict_mode", kNoBoolean),
      within(oauth, "subdomain_strict_mode", kNoBoolean),
      within(redirect, "development", kNoText),
      within(redirect, "production", kNoText),
      within(surface, "products", kNoWords),
      within(surface, "home_url", kNoUrl),
      within(surface, "domains", kNoEntries),
      within(domain, "domain", kNoText),
      within(domain, "reason", kNoText),
      within(credentials, "environment", kNoChoice),
      within(credentials, "client_id", kNoText),
      within(credentials, "client_secret", kNoText),
      within(unified, "integrations", kNoWords),
      within(account, "name", kNoText),
      within(account, "email", kNoText),
      within(account, "same_account", kNoBoolean),
      within(account, "tester", kNoBoolean),
      within(account, "zoom_phone", kNoBoolean),
      within(account, "authorizer", kNoChoice),
      within(account, "authorized_with", kNoChoice),
  };
}

std::vector<Mutation> all_mutations() {
  std::vector<Mutation> all = root_mutations();
  for (const auto& more : {listing_mutations(), section_mutations()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

void check_one_finding(const Mutation& mutation, const std::string& wrong) {
  const Built built = build(mutation.before + wrong + mutation.after);
  CAPTURE(built.file.text, built.shown());
  REQUIRE(built.findings.size() == 1);
  const Diagnostic& finding = built.findings.front();
  CHECK(finding.severity == Severity::error);
  const std::size_t value_end = mutation.before.size() + wrong.size();
  const std::size_t key_begin =
      mutation.before.size() - (mutation.path.size() - (mutation.path.rfind('.') + 1)) - 2;
  CHECK(finding.primary.begin >= key_begin);
  CHECK(finding.primary.end <= value_end);
  // Below the key is fine: a wrong member of the value.
  REQUIRE(built.app.unread.size() == 1);
  CHECK(built.app.unread.front().path.substr(0, mutation.path.size()) == mutation.path);
}

TEST_CASE("a value of a wrong type is one finding, whatever the key") {
  for (const Mutation& mutation : all_mutations()) {
    for (const std::string& wrong : *mutation.wrong) check_one_finding(mutation, wrong);
  }
}

TEST_CASE("a key without a value is one finding, whatever the key") {
  for (const Mutation& mutation : all_mutations()) check_one_finding(mutation, "");
}

void add_paths(std::set<std::string>& paths, const std::string& prefix,
               const model::Section& section) {
  for (const model::KeySpec& spec : section.keys) paths.insert(prefix + std::string(spec.name));
}

TEST_CASE("the mutations leave no key of the language out") {
  std::set<std::string> known;
  add_paths(known, "", model::kRootSection);
  add_paths(known, "app.", model::kAppSection);
  add_paths(known, "app.contact.", model::kContactSection);
  add_paths(known, "app.links.", model::kLinksSection);
  add_paths(known, "events.", model::kEventSection);
  add_paths(known, "oauth.", model::kOAuthSection);
  add_paths(known, "oauth.redirect_url.", model::kEnvironmentSection);
  add_paths(known, "surface.", model::kSurfaceSection);
  add_paths(known, "surface.domains.", model::kDomainSection);
  add_paths(known, "credentials.", model::kCredentialsSection);
  add_paths(known, "unified.", model::kUnifiedSection);
  add_paths(known, "accounts.", model::kAccountSection);
  known.insert({"features.meetings", "justify.meetings", "test_plan.meetings"});
  std::set<std::string> mutated;
  for (const Mutation& mutation : all_mutations()) mutated.insert(mutation.path);
  CHECK(mutated == known);
}

}  // namespace
}  // namespace zoomc::test
