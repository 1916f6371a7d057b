// Mistakes of the file as a whole and of keys: exact place, id, excerpt and message.
#include "unit/model/tables.h"

namespace zoomc::test {
using namespace model;
namespace {

TEST_CASE("a file that is no app says what an app begins with") {
  check_each_file({
      {"",
       "1:1 not-an-app [] the file is empty; an app file begins with `zoomc: 1`, then `app:` with "
       "a `name`"},
      {"# later\n",
       "1:1 not-an-app [] the file is empty; an app file begins with `zoomc: 1`, then `app:` with "
       "a `name`"},
      {"~\n",
       "1:1 not-an-app [~] the file is empty; an app file begins with `zoomc: 1`, then `app:` "
       "with a `name`"},
      {"hello\n",
       "1:1 not-an-app [hello] the file contains text, not a mapping; an app file begins with "
       "`zoomc: 1`, then `app:` with a `name`"},
      {"# x\n- meetings.read\n- users.read\n",
       "2:1 not-an-app [-] the file contains a list, not a mapping; an app file begins with "
       "`zoomc: 1`, then `app:` with a `name`"},
      {"42\n",
       "1:1 not-an-app [42] the file contains a number, not a mapping; an app file begins with "
       "`zoomc: 1`, then `app:` with a `name`"},
      {R"({"manifest": {"display_information": {}}})",
       "1:2 not-an-app [\"manifest\"] the file is a Zoom manifest, not an app file; `zoomc import` "
       "makes an app file from it"},
      {R"({"display_information": {}, "features": {}})",
       "1:2 not-an-app [\"display_information\"] the file is a Zoom manifest, not an app file; "
       "`zoomc import` makes an app file from it"},
  });
}

TEST_CASE("the language version") {
  check_each_file({
      {"app: {name: A}\n",
       "1:1 missing-key [app] the app file has no `zoomc`; add it, like `zoomc: 1`"},
      {"zoomc: 2\napp: {name: A}\n",
       "1:8 unsupported-version [2] unknown language version `2`; this zoomc knows `1`"},
      {"zoomc: 1.0\napp: {name: A}\n",
       "1:8 unsupported-version [1.0] unknown language version `1.0`; this zoomc knows `1`"},
      {"zoomc: 99999999999999999999\napp: {name: A}\n",
       "1:8 unsupported-version [99999999999999999999] unknown language version "
       "`99999999999999999999`; this zoomc knows `1`"},
      {"zoomc: '1'\napp: {name: A}\n",
       "1:8 wrong-type ['1'] `zoomc` must be the number 1, but is text; remove the quotes"},
      {"zoomc: v1\napp: {name: A}\n",
       "1:8 wrong-type [v1] `zoomc` must be the number 1, but is text"},
      {"zoomc: [1]\napp: {name: A}\n",
       "1:8 wrong-type [[1]] `zoomc` must be the number 1, but is a list"},
      {"zoomc:\napp: {name: A}\n", "1:1 empty-value [zoomc] `zoomc` has no value; write one"},
  });
}

TEST_CASE("what is required") {
  check_each_file({
      {"zoomc: 1\n",
       "1:1 missing-key [zoomc] the app file has no `app`; add it, like `app: {name: My App}`"},
      {"# comment\nzoomc: 1\nregion: eu\n",
       "2:1 missing-key [zoomc] the app file has no `app`; add it, like `app: {name: My App}`"},
      {"zoomc: 1\napp: {}\n",
       "2:1 missing-key [app] `app` has no `name`; add it, like `name: My App`"},
      {"zoomc: 1\napp:\n  summary: S\n",
       "2:1 missing-key [app] `app` has no `name`; add it, like `name: My App`"},
      {"zoomc: 1\napp:\n", "2:1 empty-value [app] `app` has no value; write one"},
      {"zoomc: 1\napp: Acme\n",
       "2:6 wrong-type [Acme] `app` must be a mapping, but is text; its keys are `name`, "
       "`summary`, `description`, `company`, `purpose`, `contact` and `links`"},
      {"zoomc: 1\napp: {name: }\n", "2:7 empty-value [name] `app.name` has no value; write one"},
      {"zoomc: 1\napp: {name: null}\n",
       "2:13 empty-value [null] `app.name` has no value; write one"},
      {"zoomc: 1\napp: {name: ' '}\n",
       "2:13 empty-value [' '] `app.name` is empty; write something"},
  });
  CHECK(build("{}\n").shown() ==
        Lines{"1:1 missing-key [{}] the app file has no `app`; add it, like `app: {name: My App}`",
              "1:1 missing-key [{}] the app file has no `zoomc`; add it, like `zoomc: 1`"});
  check_each({
      {"events:\n  - types: [a.b]\n    url: https://a.example\n",
       "4:5 missing-key [types] an entry of `events` has no `name`; add it, like `name: "
       "Recordings`"},
      {"events: [{name: N, url: https://a.example}]\n",
       "3:11 missing-key [name] an entry of `events` has no `types`; add it, like `types: "
       "[recording.completed]`"},
      {"events: [{name: N, types: [a.b]}]\n",
       "3:11 missing-key [name] an entry of `events` has no `url`; add it, like `url: "
       "https://hooks.acme.example/zoom`"},
      {"events: [{name: N, types: [a.b], url: {}}]\n",
       "3:34 missing-key [url] `events.url` has neither `development` nor `production`"},
      {"surface: {home_url: https://a.example}\n",
       "3:1 missing-key [surface] `surface` has no `products`; add it, like `products: "
       "[ZOOM_MEETING]`"},
      {"surface: {products: [ZOOM_CHAT], domains: [{reason: R}]}\n",
       "3:45 missing-key [reason] an entry of `surface.domains` has no `domain`; add it, like "
       "`domain: app.acme.example`"},
      {"accounts: [{}]\n",
       "3:12 missing-key [{}] an entry of `accounts` has no `name`; add it, like `name: Acme HQ`"},
  });
}

TEST_CASE("a key that the language does not have") {
  check_each({
      {"regoin: eu\n",
       "3:1 unknown-key [regoin] unknown key `regoin` in the app file; did you mean `region`?"},
      {"Region: eu\n",
       "3:1 unknown-key [Region] unknown key `Region` in the app file; did you mean `region`?"},
      {"managed-by: user\n",
       "3:1 unknown-key [managed-by] unknown key `managed-by` in the app file; did you mean "
       "`managed_by`?"},
      {"colour: blue\n", "3:1 unknown-key [colour] unknown key `colour` in the app file"},
      {"redirect_url: https://a.example\n",
       "3:1 unknown-key [redirect_url] unknown key `redirect_url` in the app file; it belongs in "
       "`oauth`"},
      {"summary: S\n",
       "3:1 unknown-key [summary] unknown key `summary` in the app file; it belongs in `app`"},
      {"oauth: {redirect_uri: https://a.example}\n",
       "3:9 unknown-key [redirect_uri] unknown key `redirect_uri` in `oauth`; did you mean "
       "`redirect_url`?"},
      {"oauth: {region: eu}\n",
       "3:9 unknown-key [region] unknown key `region` in `oauth`; it belongs at the top of the "
       "file"},
      {"oauth: {redirect_url: {prod: https://a.example}}\n",
       "3:24 unknown-key [prod] unknown key `prod` in `oauth.redirect_url`"},
      {"events: [{name: N, type: [a.b], url: https://a.example}]\n",
       "3:20 unknown-key [type] unknown key `type` in an entry of `events`; did you mean `types`?"},
      {"surface: {products: [ZOOM_CHAT], domains: [{domain: a.example, why: R}]}\n",
       "3:64 unknown-key [why] unknown key `why` in an entry of `surface.domains`"},
      {"accounts: [{name: A, admin: true}]\n",
       "3:22 unknown-key [admin] unknown key `admin` in an entry of `accounts`"},
      {"credentials: {secret: x}\n",
       "3:15 unknown-key [secret] unknown key `secret` in `credentials`"},
      {"unified: {integration: [zoom]}\n",
       "3:11 unknown-key [integration] unknown key `integration` in `unified`; did you mean "
       "`integrations`?"},
      {"\"a\\nb\": 1\n", "3:1 unknown-key [\"a\\nb\"] unknown key `a\\nb` in the app file"},
      {"'': 1\n", "3:1 empty-value [''] a key in the app file is empty; write one"},
      {"justify: {'': 1}\n", "3:11 empty-value [''] a key in `justify` is empty; write one"},
  });
  check_each_file({
      {"zoomc: 1\napp: {nmae: A}\n",
       "2:7 unknown-key [nmae] unknown key `nmae` in `app`; did you mean `name`?"},
      {"zoomc: 1\nname: A\n",
       "2:1 unknown-key [name] unknown key `name` in the app file; it belongs in `app`"},
      {"zoom: 1\napp: {name: A}\n",
       "1:1 unknown-key [zoom] unknown key `zoom` in the app file; did you mean `zoomc`?"},
      {"zoomc: 1\napp: {name: A, contact: {mail: a@b.example}}\n",
       "2:26 unknown-key [mail] unknown key `mail` in `app.contact`; did you mean `email`?"},
      {"zoomc: 1\napp: {name: A, links: {docs: https://a.example}}\n",
       "2:24 unknown-key [docs] unknown key `docs` in `app.links`"},
  });
}

TEST_CASE("two misspellings of one key: the second cannot mean it too") {
  CHECK(build_below("regoin: eu\nregio: us\n").shown() ==
        Lines{"3:1 unknown-key [regoin] unknown key `regoin` in the app file; did you mean "
              "`region`?",
              "4:1 unknown-key [regio] unknown key `regio` in the app file"});
}

TEST_CASE("scopes are derived, says the key that newcomers try") {
  const char* message =
      "3:1 unknown-key [scopes] unknown key `scopes` in the app file: zoomc derives scopes from "
      "`features`, `operations` and `events`; list any others under `extra_scopes`";
  check_each({
      {"scopes: [meeting:read:meeting]\n", message},
      {"scopes:\n  - meeting:read:meeting\n", message},
      {"scopes: meeting:read:meeting\n", message},
      {"scopes: [meeting:read:meeting]\nextra_scopes: [a:b]\n", message},
  });
}

}  // namespace
}  // namespace zoomc::test
