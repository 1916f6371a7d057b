// What keeps one mistake from being said twice: aliases, merge keys, unread keys, the limit.
#include "diagnostics/sink.h"
#include "model/build.h"
#include "model/reading.h"
#include "support/catch.h"
#include "syntax/tree.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("a mistake behind an alias is reported at the alias, without fixes") {
  const Built built = build_below(
      "manifest_extra: {a: &n 7, b: &l [x, 7, x], c: &w live, d: &m {domains: 1, dmain: 2}}\n"
      "platform: *n\n"
      "optional: *l\n"
      "stage: *w\n"
      "surface: *m\n");
  CHECK(built.shown() ==
        Lines{
            "4:11 wrong-type [*n] `platform` must be text, but is a number",
            "5:11 wrong-type [*l] an entry of `optional` must be text, but is a number",
            "5:11 duplicate-value [*l] `x` is listed twice in `optional`",
            "6:8 unknown-value [*w] unknown value `live` for `stage`; write `testing` or "
            "`published`",
            "7:10 missing-key [*m] `surface` has no `products`; add it, like `products: "
            "[ZOOM_MEETING]`",
            "7:10 unknown-key [*m] unknown key `dmain` in `surface`",
            "7:10 wrong-type [*m] `surface.domains` must be a list, but is a number; begin each "
            "entry with `- `",
        });
  for (const Diagnostic& finding : built.findings) {
    CHECK(finding.fixes.empty());
    CHECK(finding.labels.empty());
  }
}

TEST_CASE("an alias as an unknown key's value does not move the finding") {
  const Built built = build_below("platform: &p custom\nregoin: *p\n");
  CHECK(built.shown() == Lines{"4:1 unknown-key [regoin] unknown key `regoin` in the app file; "
                               "did you mean `region`?"});
  CHECK(built.findings[0].fixes.size() == 1);
}

TEST_CASE("an alias in a list is a value as any other") {
  const Built built = build_below("platform: &p custom\noptional: [*p, *p]\n");
  CHECK(built.shown() == Lines{"4:16 duplicate-value [*p] `custom` is listed twice in `optional`"});
}

// A key or word of a tree made by hand, as long as its text.
syntax::Node word(std::string text, std::uint32_t begin) {
  const auto end = static_cast<std::uint32_t>(begin + text.size());
  return {.span = {begin, end}, .text = std::move(text)};
}

syntax::Node mapping(std::vector<syntax::Member> members) {
  return {.kind = syntax::NodeKind::mapping, .flow = true, .members = std::move(members)};
}

TEST_CASE("a merge key is the syntax's mistake, and behind it nothing is missing") {
  const syntax::Node merged = mapping({{word("<<", 10), mapping({})}});
  const syntax::Document document{.root = mapping({{word("zoomc", 0), word("1", 7)},
                                                   {word("app", 9), merged},
                                                   {word("features", 20), merged},
                                                   {word("justify", 30), merged}})};
  Sink sink;
  const App app = build_app(document, sink);
  CHECK(sink.empty());
  CHECK(app.features.empty());
  CHECK(app.justify.empty());
}

TEST_CASE("what could not be read is noted by its path") {
  const Built built = build_below(
      "regoin: eu\noauth: {redirect_url: 7}\nevents: [{name: N, types: [7]}]\nstage: live\n"
      "optional: [x, x]\n");
  const App& app = built.app;
  CHECK(unread_paths(app) == std::vector<std::string>{"region", "stage", "events.url",
                                                      "events.types", "oauth.redirect_url"});
  CHECK(built.at(app.find_unread("region")->place) == "3:1 regoin");
  CHECK(built.at(app.find_unread("oauth.redirect_url")->place) == "4:23 7");
  CHECK(app.find_unread("oauth") == app.find_unread("oauth.redirect_url"));
  CHECK(app.find_unread("oauth.redirect_url.development") != nullptr);
  CHECK(app.find_unread("oauth.allow_list") == nullptr);
  CHECK(app.find_unread("event") == nullptr);
  CHECK(app.find_unread("optional") == nullptr);
}

TEST_CASE("of a file that is no app everything is unread") {
  const Built built = build("");
  REQUIRE(built.app.find_unread("region") != nullptr);
  CHECK(built.app.find_unread("region")->path.empty());
}

TEST_CASE("a key without a name leaves the others as they are") {
  const Built built = build_below("'': 1\n");
  CHECK(unread_paths(built.app) == std::vector<std::string>{"?"});
  CHECK(built.app.find_unread("region") == nullptr);
}

TEST_CASE("a region that is there but unreadable has a key") {
  const Built built = build_below("region: []\n");
  CHECK(built.app.regions.empty());
}

TEST_CASE("past a thousand findings one says that there are more") {
  std::string text = "optional: [";
  for (std::size_t i = 0; i < model::kMaxFindings - 1; ++i) text += "1, ";
  const Built fits = build_below(text + "x]\n");
  CHECK(fits.findings.size() == model::kMaxFindings - 1);
  for (const Diagnostic& finding : fits.findings) CHECK(finding.id == "wrong-type");

  const Built overflows = build_below(text + "1, 1, 1]\n");
  REQUIRE(overflows.findings.size() == model::kMaxFindings);
  CHECK(overflows.findings.back().id == "too-many-mistakes");
  CHECK(overflows.findings.back().message ==
        "the file has 1000 mistakes or more; the rest is not listed");
}

// `count` entries and what stands between them.
std::string repeat(const std::string& entry, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += entry;
  return text;
}

TEST_CASE("what is larger than any app is refused as a whole") {
  const std::string words = repeat("x,", model::kMaxEntries);
  const Built fits = build_below("extra_scopes: [" + words + "]\n");
  CHECK(fits.findings.empty());
  CHECK(fits.app.extra_scopes.size() == model::kMaxEntries);
  const auto message = [](const std::string& text) {
    const Built built = build_below(text);
    REQUIRE(built.findings.size() == 1);
    CHECK(built.findings.front().id == "too-many-entries");
    return built.findings.front().message;
  };
  CHECK(message("optional: [" + words + "x]\n") ==
        "`optional` has 10001 entries; it can have at most 10000");
  CHECK(message("events: [" + words + "x]\n") ==
        "`events` has 10001 entries; it can have at most 10000");
  CHECK(message("features: {a: [" + words + "], b: x}\n") ==
        "`features` has 10001 entries; it can have at most 10000");
  std::string texts;
  for (std::size_t i = 0; i <= model::kMaxEntries; ++i) texts += std::to_string(i) + ": x, ";
  CHECK(message("justify: {" + texts + "}\n") ==
        "`justify` has 10001 entries; it can have at most 10000");
}

TEST_CASE("a key of gigantic length is no word") {
  const Built built = build_below("features:\n  ? " + repeat("k", 4097) + "\n  : read\n");
  REQUIRE(built.findings.size() == 1);
  CHECK(built.findings.front().id == "wrong-type");
  CHECK(built.findings.front().message == "a key in `features` must be a word, but has 4097 bytes");
  CHECK(built.app.features.empty());
}

}  // namespace
}  // namespace zoomc::test
