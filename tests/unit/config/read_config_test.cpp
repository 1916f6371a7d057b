#include "config/keys.h"
#include "support/catch.h"
#include "text/quote.h"
#include "unit/config/support.h"

namespace zoomc::test {
using namespace config;
namespace {

using Lines = std::vector<std::string>;

Lines mistakes_in(const std::string& text) {
  return read_settings(text).shown();
}

TEST_CASE("everything that settings can say") {
  const ReadSettings read = read_settings(R"(# of the house
lint:
  rules:
    unknown-scope: error
    guide-names: off
    policy-violation: note
  exclude: ["vendor/", "*.draft.zoom.yaml"]
policy:
  - id: no-delete
    severity: warning
    deny: {scopes: ["*:delete:*"], features: "*.delete"}
    allow: {regions: [eu, au]}
    require: [app.links.privacy, region]
    when: {stage: published, managed_by: admin, scope_names: classic}
    message: >-
      nothing is
      deleted
  - {id: Phone_1.0, allow: {products: ZOOM_PHONE, events: [phone.*], operations: ["GET *"]}}
)");
  CHECK(read.shown() == Lines{});
  CHECK(read.config.rules ==
        std::map<std::string, RuleLevel, std::less<>>{{"guide-names", RuleLevel::off},
                                                      {"policy-violation", RuleLevel::note},
                                                      {"unknown-scope", RuleLevel::error}});
  CHECK(read.config.find_level("guide-names") == RuleLevel::off);
  CHECK(read.config.find_level("name-too-long") == std::nullopt);
  CHECK(read.config.exclude == Lines{"vendor/", "*.draft.zoom.yaml"});
  REQUIRE(read.config.policies.size() == 2);

  const Policy& first = read.config.policies[0];
  CHECK(first.id == "no-delete");
  CHECK(first.severity == Severity::warning);
  REQUIRE(first.deny.size() == 2);
  CHECK(first.deny[0].target == PolicyTarget::scopes);
  CHECK(first.deny[0].patterns == Lines{"*:delete:*"});
  CHECK(first.deny[1].target == PolicyTarget::features);
  CHECK(first.deny[1].patterns == Lines{"*.delete"});
  REQUIRE(first.allow.size() == 1);
  CHECK(first.allow[0].target == PolicyTarget::regions);
  CHECK(first.allow[0].patterns == Lines{"eu", "au"});
  CHECK(first.require == Lines{"app.links.privacy", "region"});
  CHECK(first.when.stage == model::Stage::published);
  CHECK(first.when.managed_by == model::ManagedBy::admin);
  CHECK(first.when.scope_names == model::Vocabulary::classic);
  CHECK(first.message == "nothing is deleted");

  const Policy& second = read.config.policies[1];
  CHECK(second.id == "Phone_1.0");
  CHECK(second.severity == std::nullopt);
  CHECK(second.deny.empty());
  REQUIRE(second.allow.size() == 3);
  CHECK(second.allow[0].target == PolicyTarget::products);
  CHECK(second.allow[1].target == PolicyTarget::events);
  CHECK(second.allow[2].target == PolicyTarget::operations);
  CHECK(second.when.stage == std::nullopt);
  CHECK(second.message.empty());
}

TEST_CASE("a file that says nothing changes nothing") {
  for (const char* text :
       {"", "# nothing yet\n", "---\n", "~\n", "{}\n", "lint: {}\n", "lint: {rules: {}}\n"}) {
    INFO(text);
    const ReadSettings read = read_settings(text);
    CHECK(read.shown() == Lines{});
    CHECK(read.config.rules.empty());
    CHECK(read.config.policies.empty());
  }
}

// "`lint` and `policy`"
std::string root_keys() {
  std::vector<std::string> keys;
  for (const config::KeySpec& key : config::kRootKeys) keys.push_back(in_backticks(key.name));
  return join_words(keys);
}

TEST_CASE("a file that is no settings") {
  CHECK(mistakes_in("- lint\n") ==
        Lines{"1:1 wrong-type [- lint] `.zoomc.yaml` must be a mapping, but "
              "is a list; its keys are " +
              root_keys()});
  CHECK(mistakes_in("off\n") ==
        Lines{"1:1 wrong-type [off] `.zoomc.yaml` must be a mapping, but is "
              "text; its keys are " +
              root_keys()});
  CHECK(mistakes_in("lint: [\n").size() == 1);
  CHECK(read_settings("lint: [\n").findings[0].id == "yaml-syntax");
}

TEST_CASE("unknown keys") {
  CHECK(mistakes_in("lnt: {}\n") ==
        Lines{"1:1 unknown-key [lnt] unknown key `lnt` in `.zoomc.yaml`; did you mean `lint`?"});
  CHECK(read_settings("lnt: {}\n").fixed() == "lint: {}\n");
  CHECK(
      mistakes_in("rules: {}\n") ==
      Lines{"1:1 unknown-key [rules] unknown key `rules` in `.zoomc.yaml`; it belongs in `lint`"});
  // What only an app file has belongs nowhere here.
  CHECK(
      mistakes_in("scopes: []\n") ==
      Lines{"1:1 unknown-key [scopes] unknown key `scopes` in `.zoomc.yaml`; it belongs in `deny` "
            "or `allow`"});
  const ReadSettings read = read_settings("privacy: 1\n");
  CHECK(read.shown() == Lines{"1:1 unknown-key [privacy] unknown key `privacy` in `.zoomc.yaml`"});
  CHECK(read.findings[0].hints == Lines{"the keys of `.zoomc.yaml` are " + root_keys()});
  CHECK(mistakes_in("policy: [{id: a, deny: {scope: x}}]\n") ==
        Lines{"1:25 unknown-key [scope] unknown key `scope` in `policy.deny`; did you mean "
              "`scopes`?"});
  CHECK(mistakes_in("policy: [{id: a, dney: {scopes: x}}]\n") ==
        Lines{"1:18 unknown-key [dney] unknown key `dney` in an entry of `policy`; did you mean "
              "`deny`?"});
  CHECK(mistakes_in("policy: [{id: a, require: region, when: {region: eu}}]\n").size() == 1);
}

TEST_CASE("rules that cannot be set") {
  CHECK(mistakes_in("lint: {rules: {unkown-scope: off}}\n") ==
        Lines{"1:16 unknown-rule [unkown-scope] unknown rule `unkown-scope`; did you mean "
              "`unknown-scope`?"});
  CHECK(read_settings("lint: {rules: {'unkown-scope': off}}\n").fixed() ==
        "lint: {rules: {'unknown-scope': off}}\n");
  const ReadSettings far = read_settings("lint: {rules: {semicolons: off}}\n");
  CHECK(far.shown() == Lines{"1:16 unknown-rule [semicolons] unknown rule `semicolons`"});
  CHECK(far.findings[0].hints == Lines{"`zoomc catalog rules` lists the rules"});
  // The rule that is set already is not the one that was meant.
  CHECK(mistakes_in("lint: {rules: {unknown-scope: off, unkown-scope: off}}\n") ==
        Lines{"1:36 unknown-rule [unkown-scope] unknown rule `unkown-scope`"});
  CHECK(mistakes_in("lint: {rules: {unknown-feature: off, missing-key: error}}\n") ==
        Lines{"1:16 fixed-rule [unknown-feature] rule `unknown-feature` cannot be changed: the "
              "compiler itself reports it, not the linter; remove the line",
              "1:38 fixed-rule [missing-key] rule `missing-key` cannot be changed: the compiler "
              "itself reports it, not the linter; remove the line"});
  CHECK(mistakes_in("lint: {rules: {policy-violation/eu-only: off}}\n") ==
        Lines{"1:16 unknown-rule [policy-violation/eu-only] `policy-violation/eu-only` is a "
              "policy: set its `severity` in the policy itself"});
}

TEST_CASE("severities") {
  CHECK(mistakes_in("lint: {rules: {guide-names: warn}}\n") ==
        Lines{"1:29 unknown-value [warn] unknown value `warn` for `lint.rules.guide-names`; write "
              "`error`, `warning`, `note` or `off`"});
  CHECK(
      mistakes_in("lint: {rules: {guide-names: false}}\n") ==
      Lines{
          "1:29 wrong-type [false] `lint.rules.guide-names` must be `error`, `warning`, `note` or "
          "`off`, but is a boolean"});
  CHECK(mistakes_in("lint: {rules: {guide-names:}}\n") ==
        Lines{"1:16 empty-value [guide-names] `lint.rules.guide-names` has no value; write one or "
              "remove the key"});
  CHECK(mistakes_in("lint: {rules: [guide-names]}\n") ==
        Lines{"1:15 wrong-type [[guide-names]] `lint.rules` must be a mapping from rules to "
              "severities, but is a list; write `unknown-scope: error`"});
  CHECK(mistakes_in("policy: [{id: a, severity: off, require: region}]\n") ==
        Lines{"1:28 unknown-value [off] unknown value `off` for `policy.severity`; write `error`, "
              "`warning` or `note`"});
}

TEST_CASE("globs") {
  CHECK(read_settings("lint: {exclude: vendor/}\n").config.exclude == Lines{"vendor/"});
  CHECK(mistakes_in("lint: {exclude: []}\n") ==
        Lines{"1:17 empty-list [[]] `lint.exclude` is an empty list; list something or remove the "
              "key"});
  CHECK(
      mistakes_in("lint: {exclude: [1, '']}\n") ==
      Lines{"1:18 wrong-type [1] an entry of `lint.exclude` must be text, but is a number",
            "1:21 empty-value [''] an entry of `lint.exclude` is empty; write something or remove "
            "the entry"});
  CHECK(mistakes_in("lint: {exclude: {a: b}}\n") ==
        Lines{"1:17 wrong-type [{a: b}] `lint.exclude` must be a glob or a list of globs, but is a "
              "mapping"});
}

TEST_CASE("the ids of policies") {
  CHECK(mistakes_in("policy: [{require: region}]\n") ==
        Lines{"1:11 missing-key [require] an entry of `policy` has no `id`; add it, like `id: "
              "eu-only`"});
  CHECK(mistakes_in("policy: [{id: EU only, require: region}]\n") ==
        Lines{"1:15 invalid-policy-id [EU only] the policy id `EU only` cannot be named in an "
              "allowance; use letters, digits, `-`, `_` and `.`"});
  const ReadSettings twice =
      read_settings("policy:\n  - {id: a, require: region}\n  - {id: a, require: stage}\n");
  CHECK(twice.shown() == Lines{"3:10 duplicate-policy [a] the policy id `a` is used twice, so an "
                               "allowance could mean either; change one of them"});
  REQUIRE(twice.findings[0].labels.size() == 1);
  CHECK(twice.findings[0].labels[0].text == "first here");
  CHECK(twice.findings[0].labels[0].span.begin == 17);
}

TEST_CASE("a policy demands something") {
  CHECK(mistakes_in("policy:\n  - id: a\n    when: {stage: testing}\n") ==
        Lines{"2:5 empty-policy [id] an entry of `policy` has no condition; add `deny`, `allow` or "
              "`require`"});
  CHECK(mistakes_in("policy: [{id: a, deny: {}}]\n") ==
        Lines{"1:24 empty-value [{}] `policy.deny` has no patterns; its keys are `scopes`, "
              "`features`, `regions`, `products`, `events` and `operations`"});
  CHECK(mistakes_in("policy: [{id: a, require: region, when: {}}]\n") ==
        Lines{"1:41 empty-value [{}] `policy.when` has no conditions; its keys are `stage`, "
              "`managed_by` and `scope_names`"});
  CHECK(
      mistakes_in("policy: {id: a}\n") ==
      Lines{"1:9 wrong-type [{id: a}] `policy` must be a list, but is a mapping; begin each entry "
            "with `- `"});
  CHECK(mistakes_in("policy: []\n") ==
        Lines{"1:9 empty-list [[]] `policy` is an empty list; list something or remove the key"});
  CHECK(mistakes_in("policy: [eu-only]\n").size() == 1);
}

TEST_CASE("the words of a condition") {
  CHECK(
      mistakes_in(
          "policy: [{id: a, require: region, when: {stage: live, managed_by: everyone}}]\n") ==
      Lines{"1:49 unknown-value [live] unknown value `live` for `policy.when.stage`; write "
            "`testing` or `published`",
            "1:67 unknown-value [everyone] unknown value `everyone` for `policy.when.managed_by`; "
            "write `user` or `admin`"});
}

TEST_CASE("required keys are keys of an app file") {
  const ReadSettings near = read_settings("policy: [{id: a, require: [app.link.privacy]}]\n");
  CHECK(near.shown() == Lines{"1:28 unknown-value [app.link.privacy] `app.link.privacy` is not a "
                              "key of an app file; did you mean `app.links.privacy`?"});
  CHECK(near.fixed() == "policy: [{id: a, require: [app.links.privacy]}]\n");
  CHECK(read_settings("policy: [{id: a, require: regoin}]\n").fixed() ==
        "policy: [{id: a, require: region}]\n");
  const ReadSettings far = read_settings("policy: [{id: a, require: [events.types]}]\n");
  CHECK(far.shown() ==
        Lines{"1:28 unknown-value [events.types] `events.types` is not a key of an app file"});
  CHECK(far.findings[0].hints ==
        Lines{"write the way to a key, like `app.links.privacy` or `region`"});
}

TEST_CASE("patterns") {
  const std::string longest(200, 'a');
  CHECK(mistakes_in("policy: [{id: a, deny: {scopes: [" + longest + "]}}]\n") == Lines{});
  CHECK(mistakes_in("policy: [{id: a, deny: {scopes: [" + longest + "b]}}]\n") ==
        Lines{"1:34 wrong-type [" + longest +
              "b] a pattern in `policy.deny.scopes` can have 200 bytes at most, but has 201"});
  // `*` alone begins an alias in YAML.
  CHECK(read_settings("policy: [{id: a, deny: {scopes: [*:delete:*]}}]\n").findings.size() == 1);

  std::string many = "policy:\n";
  for (int policy = 0; policy < 3; ++policy) {
    many += "  - {id: p" + std::to_string(policy) + ", deny: {scopes: [";
    for (int i = 0; i < 400; ++i) many += "s" + std::to_string(i) + ",";
    many += "]}}\n";
  }
  CHECK(mistakes_in(many).size() == 1);
  CHECK(read_settings(many).findings[0].message ==
        "the policies have more than 1000 patterns together; combine some with `*`");
}

TEST_CASE("every mistake of a file is told in one run") {
  CHECK(mistakes_in(R"(lnt: 1
lint:
  rules: {unkown-scope: off, guide-names: warn}
  exclude: []
policy:
  - id: a b
    deny: {scope: x}
  - severity: off
    require: app.nam
)")
            .size() == 9);
}

TEST_CASE("a hostile file gets no more findings than are kept") {
  std::string text = "lint:\n  rules:\n";
  for (int i = 0; i < 5000; ++i) text += "    rule-" + std::to_string(i) + ": off\n";
  const ReadSettings read = read_settings(text);
  REQUIRE(read.findings.size() == 1000);
  CHECK(read.findings.back().id == "too-many-mistakes");
}

}  // namespace
}  // namespace zoomc::test
