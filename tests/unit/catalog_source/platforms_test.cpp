#include <string>

#include "catalog_source/load.h"
#include "fixture.h"
#include "support/catch.h"

// Mistakes in platform files.
namespace zoomc::catalog_source {
namespace {

using Lines = std::vector<std::string>;

constexpr char kFile[] = "platforms/acme.yaml";

Lines changed(std::string_view from, std::string_view to) {
  return problems_of(kFile, replaced(small_catalog().at(kFile), from, to));
}

Lines with_url(const std::string& url) {
  return changed("https://api.acme.example/code", url);
}

TEST_CASE("a title that drives a terminal") {
  CHECK(changed("title: Acme", "title: \"A\\x1b[2J\"") ==
        Lines{"c/platforms/acme.yaml:2:8-2:18 catalog-value `title` has a control character: it "
              "must be plain text"});
}

TEST_CASE("a redirect URL that no account could connect with") {
  CHECK(with_url("http://api.acme.example/code") ==
        Lines{"c/platforms/acme.yaml:6:39-6:67 catalog-value the redirect URL "
              "`http://api.acme.example/code` does not begin with `https://`, so no account could "
              "connect"});
  CHECK(with_url("\"HTTPS://api.acme.example/code\"") ==
        Lines{"c/platforms/acme.yaml:6:39-6:70 catalog-value the redirect URL "
              "`HTTPS://api.acme.example/code` does not begin with `https://`, so no account could "
              "connect"});
  CHECK(with_url("https:///code") ==
        Lines{"c/platforms/acme.yaml:6:39-6:52 catalog-value the redirect URL `https:///code` has "
              "no host, so no account could connect"});
  CHECK(with_url("https://api.acme.example/Code") ==
        Lines{"c/platforms/acme.yaml:6:39-6:68 catalog-value the redirect URL "
              "`https://api.acme.example/Code` has upper-case letters, so no account could "
              "connect"});
  CHECK(with_url("https://api.acme.example/code#x") ==
        Lines{"c/platforms/acme.yaml:6:39-6:70 catalog-value the redirect URL "
              "`https://api.acme.example/code#x` has a fragment, so no account could connect"});
  CHECK(with_url("https://me@api.acme.example/code") ==
        Lines{"c/platforms/acme.yaml:6:39-6:71 catalog-value the redirect URL "
              "`https://me@api.acme.example/code` has a user part, so no account could connect"});
  CHECK(
      with_url("\"https://api.acme.example/code \"") ==
      Lines{"c/platforms/acme.yaml:6:39-6:71 catalog-value the redirect URL "
            "`https://api.acme.example/code ` has a space or a letter beyond ASCII, so no account "
            "could connect"});
}

TEST_CASE("keys that are unknown or missing") {
  CHECK(changed("title: Acme\n", "titel: Acme\n") ==
        Lines{"c/platforms/acme.yaml:2:1-2:6 catalog-platform-key unknown key `titel`: the keys "
              "here are `id`, `title`, `source`, `date`, `regions`, `sign_in`, `guide_names` and "
              "`integrations`",
              "  = did you mean `title`?"});
  CHECK(changed("title: US, redirect_url", "titel: US, redirect_url") ==
        Lines{"c/platforms/acme.yaml:6:14-6:19 catalog-platform-key unknown key `titel`: the keys "
              "here are `id`, `title` and `redirect_url`",
              "  = did you mean `title`?"});
  CHECK(changed("title: US, ", "") ==
        Lines{"c/platforms/acme.yaml:6:5 catalog-platform-key key `title` is missing"});
  CHECK(changed("feature_groups: [users]", "groups: [users]") ==
        Lines{"c/platforms/acme.yaml:11:5 catalog-platform-key key `feature_groups` is missing",
              "c/platforms/acme.yaml:11:29-11:35 catalog-platform-key unknown key `groups`: the "
              "keys here are `id`, `title`, `type`, `feature_groups`, `user_feature_groups` and "
              "`products`"});
}

TEST_CASE("values of the wrong type") {
  CHECK(changed("id: acme", "id:") ==
        Lines{"c/platforms/acme.yaml:1:1-1:3 catalog-value `id` must be a text that is not empty"});
  CHECK(changed("title: Acme\n", "title: [Acme]\n") ==
        Lines{"c/platforms/acme.yaml:2:8-2:14 catalog-value `title` must be a text that is not "
              "empty"});
  CHECK(changed("guide_names: true", "guide_names: yes") ==
        Lines{"c/platforms/acme.yaml:9:14-9:17 catalog-value `guide_names` must be `true` or "
              "`false`"});
  CHECK(changed("guide_names: true", "guide_names:") ==
        Lines{"c/platforms/acme.yaml:9:1-9:12 catalog-value `guide_names` must be `true` or "
              "`false`"});
  CHECK(changed("[users]", "users") ==
        Lines{"c/platforms/acme.yaml:11:45-11:50 catalog-value `feature_groups` must be a list"});
  CHECK(
      changed("  - {id: other, title: Other, feature_groups: [], products: [chat]}", "  - other") ==
      Lines{"c/platforms/acme.yaml:12:5-12:10 catalog-value this must be a mapping of "
            "keys and values"});
  CHECK(problems_of(kFile, "- acme\n") ==
        Lines{"c/platforms/acme.yaml:1:1-1:7 catalog-value this must be a mapping of keys and "
              "values"});
  CHECK(problems_of(kFile, "") ==
        Lines{"c/platforms/acme.yaml:1:1 catalog-value this must be a mapping of keys and "
              "values"});
}

TEST_CASE("a product that no operation or event has") {
  CHECK(changed("[chat]", "[users, chta, [a]]") ==
        Lines{"c/platforms/acme.yaml:12:69-12:73 catalog-reference unknown product `chta`: "
              "operations.tsv and events.tsv have no row of it",
              "  = did you mean `chat`?",
              "c/platforms/acme.yaml:12:75-12:78 catalog-value a product must be a word"});
}

TEST_CASE("a platform file says where it is from") {
  CHECK(
      changed("source: https://acme.example/docs\ndate: 2026-07-02\n", "") ==
      Lines{"c/platforms/acme.yaml:1:1 catalog-provenance `date: ...` is missing: the file must "
            "say where its facts are from",
            "c/platforms/acme.yaml:1:1 catalog-provenance `source: ...` is missing: the file must "
            "say where its facts are from"});
  CHECK(changed("2026-07-02", "02.07.2026") ==
        Lines{"c/platforms/acme.yaml:4:7-4:17 catalog-value the date `02.07.2026` is not of the "
              "form 2026-08 or 2026-08-31"});
}

TEST_CASE("regions and integrations with the same id") {
  CHECK(changed("{id: eu", "{id: us") ==
        Lines{"c/platforms/acme.yaml:7:10-7:12 catalog-duplicate there are two rows for `us`: "
              "remove one",
              "  ~ 6:10-6:12 first here"});
  CHECK(changed("{id: other", "{id: zoom") ==
        Lines{"c/platforms/acme.yaml:12:10-12:14 catalog-duplicate there are two rows for `zoom`: "
              "remove one",
              "  ~ 11:10-11:14 first here"});
}

TEST_CASE("two platforms with the same id") {
  auto files = small_catalog();
  files["platforms/copy.yml"] = files[kFile];
  CHECK(problems(files) ==
        Lines{"c/platforms/copy.yml:1:5-1:9 catalog-duplicate `acme` is the id of "
              "`platforms/acme.yaml` too: every platform needs its own"});
}

TEST_CASE("features that a platform needs and nobody knows") {
  CHECK(changed("sign_in: sign_in", "sign_in: signin") ==
        Lines{"c/platforms/acme.yaml:8:10-8:16 catalog-reference unknown feature `signin`: "
              "features.tsv has no row for it",
              "  = did you mean `sign_in`?"});
  CHECK(changed("[users]", "[users, sign_in, usres, {}]") ==
        Lines{"c/platforms/acme.yaml:11:53-11:60 catalog-reference unknown feature group "
              "`sign_in`: features.tsv has no feature of it",
              "c/platforms/acme.yaml:11:62-11:67 catalog-reference unknown feature group `usres`: "
              "features.tsv has no feature of it",
              "  = did you mean `users`?",
              "c/platforms/acme.yaml:11:69-11:71 catalog-value a feature group must be a word"});
}

TEST_CASE("what is no YAML is reported as such") {
  const auto id = [](const Lines& found) {
    REQUIRE_FALSE(found.empty());
    const auto space = found[0].find(' ') + 1;
    return found[0].substr(space, found[0].find(' ', space) - space);
  };
  CHECK(id(changed("title: Acme\n", "title: \"Acme\n")) == "yaml-syntax");
  CHECK(id(changed("title: Acme\n", "title: Acme\ntitle: Acme\n")) == "duplicate-key");
  CHECK(id(problems_of(kFile, "id: \xff")) == "invalid-encoding");
}

TEST_CASE("a catalog needs a platform") {
  auto files = small_catalog();
  files.erase(kFile);
  CHECK(problems(files) ==
        Lines{"c/platforms:1:1 catalog-missing-table there is no platform: a catalog needs a file "
              "`platforms/<id>.yaml`"});
}

}  // namespace
}  // namespace zoomc::catalog_source
