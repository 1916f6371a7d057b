// Mistakes of values: exact place, id, excerpt and message.
#include "unit/model/tables.h"

namespace zoomc::test {
using namespace model;
namespace {

TEST_CASE("text") {
  check_each_file({
      {"zoomc: 1\napp: {name: 2024}\n",
       "2:13 wrong-type [2024] `app.name` must be text, but is a number; put it in quotes"},
      {"zoomc: 1\napp: {name: 1.5}\n",
       "2:13 wrong-type [1.5] `app.name` must be text, but is a number; put it in quotes"},
      {"zoomc: 1\napp: {name: true}\n",
       "2:13 wrong-type [true] `app.name` must be text, but is a boolean; put it in quotes"},
      {"zoomc: 1\napp: {name: !!int 7}\n",
       "2:19 wrong-type [7] `app.name` must be text, but is a number"},
      {"zoomc: 1\napp: {name: [A]}\n",
       "2:13 wrong-type [[A]] `app.name` must be text, but is a list"},
      {"zoomc: 1\napp:\n  name:\n    - A\n",
       "3:3 wrong-type [name] `app.name` must be text, but is a list"},
      {"zoomc: 1\napp: {name: A, summary: ''}\n",
       "2:25 empty-value [''] `app.summary` is empty; write something or remove the key"},
      {"zoomc: 1\napp: {name: A, links: {terms: 5}}\n",
       "2:31 wrong-type [5] `app.links.terms` must be text, but is a number"},
  });
  check_each({
      {"region:\n", "3:1 empty-value [region] `region` has no value; write one or remove the key"},
      {"platform: 7\n", "3:11 wrong-type [7] `platform` must be text, but is a number"},
      {"justify: {meetings.read: 5}\n",
       "3:26 wrong-type [5] `justify.meetings.read` must be text, but is a number; put it in "
       "quotes"},
      {"justify: [meetings.read]\n",
       "3:10 wrong-type [[meetings.read]] `justify` must be a mapping from names to texts, but is "
       "a list; write `meetings.read: List meetings for calendar sync`"},
      {"test_plan: x\n",
       "3:12 wrong-type [x] `test_plan` must be a mapping from names to texts, but is text; write "
       "`meetings.read: List meetings for calendar sync`"},
      {"manifest_extra: [a]\n",
       "3:17 wrong-type [[a]] `manifest_extra` must be a mapping, but is a list; write the "
       "manifest's keys below it"},
      {"unified: [zoom]\n",
       "3:10 wrong-type [[zoom]] `unified` must be a mapping, but is a list; its key is "
       "`integrations`"},
  });
}

TEST_CASE("booleans are true and false") {
  check_each({
      {"oauth: {strict_mode: yes}\n",
       "3:22 wrong-type [yes] `oauth.strict_mode` must be `true` or `false`, but is text"},
      {"oauth: {strict_mode: \"false\"}\n",
       "3:22 wrong-type [\"false\"] `oauth.strict_mode` must be `true` or `false`, but is text"},
      {"oauth: {subdomain_strict_mode: 1}\n",
       "3:32 wrong-type [1] `oauth.subdomain_strict_mode` must be `true` or `false`, but is a "
       "number"},
      {"accounts: [{name: A, tester: maybe}]\n",
       "3:30 wrong-type [maybe] `accounts.tester` must be `true` or `false`, but is text"},
      {"accounts: [{name: A, zoom_phone: [true]}]\n",
       "3:34 wrong-type [[true]] `accounts.zoom_phone` must be `true` or `false`, but is a list"},
      {"oauth: {strict_mode: }\n",
       "3:9 empty-value [strict_mode] `oauth.strict_mode` has no value; write one or remove the "
       "key"},
  });
}

TEST_CASE("words of a fixed choice") {
  check_each({
      {"managed_by: amdin\n",
       "3:13 unknown-value [amdin] unknown value `amdin` for `managed_by`; write `user` or "
       "`admin`"},
      {"stage: live\n",
       "3:8 unknown-value [live] unknown value `live` for `stage`; write `testing` or `published`"},
      {"scope_names: fine\n",
       "3:14 unknown-value [fine] unknown value `fine` for `scope_names`; write `granular`, "
       "`guide` or `classic`"},
      {"stage: true\n",
       "3:8 wrong-type [true] `stage` must be `testing` or `published`, but is a boolean"},
      {"stage: ''\n", "3:8 empty-value [''] `stage` is empty; write something or remove the key"},
      {"credentials: {environment: prod}\n",
       "3:28 unknown-value [prod] unknown value `prod` for `credentials.environment`; write "
       "`development` or `production`"},
      {"accounts: [{name: A, authorizer: boss}]\n",
       "3:34 unknown-value [boss] unknown value `boss` for `accounts.authorizer`; write `owner`, "
       "`admin` or `member`"},
      {"accounts: [{name: A, authorized_with: test}]\n",
       "3:39 unknown-value [test] unknown value `test` for `accounts.authorized_with`; write "
       "`development` or `production`"},
  });
}

TEST_CASE("lists") {
  check_each({
      {"operations: GET /users\n",
       "3:13 wrong-type [GET /users] `operations` must be a list, but is text"},
      {"operations: {GET: /users}\n",
       "3:13 wrong-type [{GET: /users}] `operations` must be a list, but is a mapping"},
      {"optional: true\n", "3:11 wrong-type [true] `optional` must be a list, but is a boolean"},
      {"region: 5\n",
       "3:9 wrong-type [5] `region` must be a word or a list of words, but is a number"},
      {"region: {eu: true}\n",
       "3:9 wrong-type [{eu: true}] `region` must be a word or a list of words, but is a mapping"},
      {"region: [eu, 5]\n",
       "3:14 wrong-type [5] an entry of `region` must be text, but is a number"},
      {"region: [eu, [us]]\n",
       "3:14 wrong-type [[us]] an entry of `region` must be text, but is a list"},
      {"region:\n  - eu\n  -\n",
       "5:4 empty-value [] an entry of `region` has no value; write one or remove the entry"},
      {"region: [eu, '']\n",
       "3:14 empty-value [''] an entry of `region` is empty; write something or remove the entry"},
      {"events: {name: N}\n",
       "3:9 wrong-type [{name: N}] `events` must be a list, but is a mapping; begin each entry "
       "with `- `"},
      {"events:\n  name: N\n",
       "3:1 wrong-type [events] `events` must be a list, but is a mapping; begin each entry with "
       "`- `"},
      {"events: [recording.completed]\n",
       "3:10 wrong-type [recording.completed] an entry of `events` must be a mapping, but is text; "
       "its keys are `name`, `id`, `types` and `url`"},
      {"accounts: [Acme]\n",
       "3:12 wrong-type [Acme] an entry of `accounts` must be a mapping, but is text; its keys are "
       "`name`, `email`, `same_account`, `tester`, `zoom_phone`, `authorizer` and "
       "`authorized_with`"},
      {"surface: {products: [ZOOM_CHAT], domains: [a.example]}\n",
       "3:44 wrong-type [a.example] an entry of `surface.domains` must be a mapping, but is text; "
       "its keys are `domain` and `reason`"},
      {"oauth: {redirect_url: [https://a.example]}\n",
       "3:23 wrong-type [[https://a.example]] `oauth.redirect_url` must be a URL or a mapping with "
       "`development` and `production`, but is a list"},
      {"oauth: {redirect_url: 7}\n",
       "3:23 wrong-type [7] `oauth.redirect_url` must be a URL or a mapping with `development` and "
       "`production`, but is a number"},
  });
}

TEST_CASE("an empty list") {
  const auto message = [](const std::string& name) {
    return name + " is an empty list; list something or remove the key";
  };
  const std::vector<std::pair<std::string, std::string>> lists{
      {"region: []\n", "3:9 empty-list [[]] " + message("`region`")},
      {"features: {meetings: []}\n", "3:22 empty-list [[]] " + message("`features.meetings`")},
      {"optional: []\n", "3:11 empty-list [[]] " + message("`optional`")},
      {"operations: []\n", "3:13 empty-list [[]] " + message("`operations`")},
      {"events: []\n", "3:9 empty-list [[]] " + message("`events`")},
      {"extra_scopes: []\n", "3:15 empty-list [[]] " + message("`extra_scopes`")},
      {"oauth: {allow_list: []}\n", "3:21 empty-list [[]] " + message("`oauth.allow_list`")},
      {"unified: {integrations: []}\n",
       "3:25 empty-list [[]] " + message("`unified.integrations`")},
      {"accounts: []\n", "3:11 empty-list [[]] " + message("`accounts`")},
      {"surface: {products: []}\n",
       "3:21 empty-list [[]] `surface.products` is an empty list; list something"},
      {"surface: {products: [ZOOM_CHAT], domains: []}\n",
       "3:43 empty-list [[]] " + message("`surface.domains`")},
      {"events: [{name: N, types: [], url: https://a.example}]\n",
       "3:27 empty-list [[]] `events.types` is an empty list; list something"},
  };
  for (const auto& [text, line] : lists) {
    CAPTURE(text);
    CHECK(build_below(text).shown() == Lines{line});
  }
}

TEST_CASE("features in other shapes than group and actions") {
  check_each({
      {"features: [meetings.read, phone.users, meetings.create]\n",
       "3:11 wrong-type [[meetings.read, phone.users, meetings.create]] `features` must be a "
       "mapping from groups to actions, but is a list; write `{meetings: [read, create], phone: "
       "[users]}`"},
      {"features:\n  - meetings.read\n",
       "3:1 wrong-type [features] `features` must be a mapping from groups to actions, but is a "
       "list; write `{meetings: [read]}`"},
      {"features: meetings.read\n",
       "3:11 wrong-type [meetings.read] `features` must be a mapping from groups to actions, but "
       "is text; write `{meetings: [read]}`"},
      {"features: [meetings]\n",
       "3:11 wrong-type [[meetings]] `features` must be a mapping from groups to actions, but is a "
       "list; write `meetings: [read]`"},
      {"features: []\n",
       "3:11 wrong-type [[]] `features` must be a mapping from groups to actions, but is a list; "
       "write `meetings: [read]`"},
      {"features:\n",
       "3:1 empty-value [features] `features` has no value; write one or remove the key"},
      {"features:\n  meetings.read: true\n",
       "4:3 wrong-type [meetings.read] a feature is written as group and actions, not "
       "`meetings.read`; write `meetings: [read]`"},
      {"features: {meetings: true}\n",
       "3:22 wrong-type [true] `features.meetings` must be an action or a list of actions, but is "
       "a boolean; write `meetings: [read]`"},
      {"features:\n  phone:\n    users: true\n",
       "4:3 wrong-type [phone] `features.phone` must be an action or a list of actions, but is a "
       "mapping; write `phone: [read]`"},
      {"features: {meetings: }\n",
       "3:12 empty-value [meetings] `features.meetings` has no value; write one or remove the "
       "key"},
  });
}

TEST_CASE("the same word twice is read once") {
  const Built built = build_below(
      "region: [eu, eu]\nfeatures: {meetings: [read, create, read]}\noptional: [x, x]\n"
      "operations: [a, a]\nunified: {integrations: [zoom, zoom]}\n"
      "surface: {products: [ZOOM_CHAT, ZOOM_CHAT]}\n"
      "events: [{name: N, types: [a.b, a.b], url: https://a.example}]\n");
  CHECK(built.shown() ==
        Lines{
            "3:14 duplicate-value [eu] `eu` is listed twice in `region`",
            "4:37 duplicate-value [read] `read` is listed twice in `features.meetings`",
            "5:15 duplicate-value [x] `x` is listed twice in `optional`",
            "6:17 duplicate-value [a] `a` is listed twice in `operations`",
            "7:32 duplicate-value [zoom] `zoom` is listed twice in `unified.integrations`",
            "8:33 duplicate-value [ZOOM_CHAT] `ZOOM_CHAT` is listed twice in `surface.products`",
            "9:33 duplicate-value [a.b] `a.b` is listed twice in `events.types`",
        });
  for (const Diagnostic& finding : built.findings) {
    CHECK(finding.severity == Severity::warning);
    REQUIRE(finding.labels.size() == 1);
    CHECK(finding.labels[0].text == "first here");
  }
  CHECK(built.at(built.findings[1].labels[0].span) == "4:23 read");
  CHECK(built.app.regions.size() == 1);
  CHECK(built.app.features.size() == 2);
  CHECK(built.app.optional.size() == 1);
  CHECK(built.app.operations.size() == 1);
  CHECK(built.app.integrations->size() == 1);
  CHECK(built.app.surface->products.size() == 1);
  CHECK(built.app.events[0].types.size() == 1);
  CHECK(built.app.unread.empty());
}

TEST_CASE("all mistakes come out in one run, and the rest is read") {
  const Built built = build(
      "zoomc: 1\napp: {nme: A, summary: 3, purpose: P}\nregion: [eu, 7]\nstage: live\n"
      "features: {meetings: [read, 4], phone: []}\naccounts: [{name: A}, {email: x}]\n");
  CHECK(built.shown() ==
        Lines{
            "2:7 unknown-key [nme] unknown key `nme` in `app`; did you mean `name`?",
            "2:24 wrong-type [3] `app.summary` must be text, but is a number; put it in quotes",
            "3:14 wrong-type [7] an entry of `region` must be text, but is a number",
            "4:8 unknown-value [live] unknown value `live` for `stage`; write `testing` or "
            "`published`",
            "5:29 wrong-type [4] an entry of `features.meetings` must be text, but is a number",
            "5:40 empty-list [[]] `features.phone` is an empty list; list something or remove the "
            "key",
            "6:24 missing-key [email] an entry of `accounts` has no `name`; add it, like `name: "
            "Acme HQ`",
        });
  CHECK(built.app.purpose->value == "P");
  REQUIRE(built.app.regions.size() == 1);
  CHECK(built.app.regions[0].value == "eu");
  REQUIRE(built.app.features.size() == 1);
  CHECK(built.app.features[0].name() == "meetings.read");
  CHECK(built.app.accounts.size() == 2);
  CHECK(!built.app.stage);
}

}  // namespace
}  // namespace zoomc::test
