#include "lsp/cursor.h"

#include "support/catch.h"
#include "unit/lsp/support.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;

namespace {

// "value oauth.redirect_url `htt`", with the marks of the cursor and the siblings behind.
std::string at(const std::string& text) {
  const test::Marked marked = test::unmark(text);
  const CursorContext cursor = find_cursor(marked.text, marked.offset);
  constexpr const char* kRoles[] = {"none", "key", "value", "item", "comment"};
  std::string out = kRoles[static_cast<int>(cursor.role)];
  if (cursor.role == Role::none) return out;
  out += " ";
  for (const std::string& step : cursor.path)
    out += (&step == &cursor.path.front() ? "" : ".") + step;
  out += " `" + marked.text.substr(cursor.word.begin, cursor.word.size()) + "`";
  if (cursor.quoted) out += " quoted";
  if (cursor.flow) out += " flow";
  if (cursor.has_colon) out += " colon";
  if (cursor.lacks_blank) out += " lacks-blank";
  for (const std::string& one : cursor.siblings) out += " +" + one;
  return out;
}

}  // namespace

TEST_CASE("keys at the top and below") {
  CHECK(at("@@") == "key  ``");
  CHECK(at("zoomc: 1\nreg@@") == "key  `reg` +zoomc");
  CHECK(at("zoomc: 1\n@@\nregion: eu\napp:\n  name: x\n") == "key  `` +zoomc +region +app");
  CHECK(at("app:\n  name: x\n  su@@mmary: y\nregion: eu\n") == "key app `summary` colon +name");
  CHECK(at("app:\n  @@") == "key app ``");
  CHECK(at("app:\n  links:\n    privacy: https://x\n    @@\n    terms: y\n  company: z\n") ==
        "key app.links `` +privacy +terms");
  CHECK(at("app:\n  links:\n    privacy: https://x\n  @@\n") == "key app `` +links");
  CHECK(at("\xEF\xBB\xBFzoomc: 1\n@@") == "key  `` +zoomc");
  CHECK(at("zoomc: 1\r\napp:\r\n  na@@\r\nregion: eu\r\n") == "key app `na`");
  CHECK(at("\"app\":\n  'na@@") == "key app `na` quoted");
}

TEST_CASE("values") {
  CHECK(at("region: @@") == "value region ``");
  CHECK(at("region:@@") == "value region `` lacks-blank");
  CHECK(at("region: e@@u # here\n") == "value region `eu`");
  CHECK(at("oauth:\n  redirect_url: https://api@@.unified.to\n") ==
        "value oauth.redirect_url `https://api.unified.to`");
  CHECK(at("oauth:\n  redirect_url: \"htt@@ps\"\n") == "value oauth.redirect_url `https` quoted");
  CHECK(at("managed_by: &a adm@@in\n") == "value managed_by `admin`");
  CHECK(at("managed_by: !!str @@\n") == "value managed_by ``");
}

TEST_CASE("items of block lists") {
  CHECK(at("region:\n  - eu\n  - @@\n  - us\nstage: x\n") == "item region `` +eu +us");
  CHECK(at("region:\n- eu\n- u@@\n") == "item region `u` +eu");
  CHECK(at("region:\n- eu\n@@\n") == "key  `` +region");
  CHECK(at("features:\n  meetings:\n    - re@@") == "item features.meetings `re`");
  CHECK(at("events:\n  - na@@") == "item events `na`");
  CHECK(at("events:\n  - name: x\n    @@\n    url: y\n") == "key events.[] `` +name +url");
  CHECK(at("events:\n  - name: x\n    types:\n      - rec@@\n") == "item events.[].types `rec`");
  CHECK(at("operations:\n  - GET /us@@ers # all\n") == "item operations `GET /users`");
  CHECK(at("operations:\n  - \"GET /us@@\n") == "item operations `GET /us` quoted");
}

TEST_CASE("flow collections, closed or not") {
  CHECK(at("features: {meetings: [read, @@") == "item features.meetings `` flow +read");
  CHECK(at("features: {meetings: [re@@, create], users: [read]}\n") ==
        "item features.meetings `re` flow +create");
  CHECK(at("features: {meetings: read, @@}\n") == "key features `` flow +meetings");
  CHECK(at("features: {@@meetings: read, phone: [users]}\n") ==
        "key features `meetings` flow colon +phone");
  CHECK(at("features: {meetings: @@") == "value features.meetings `` flow");
  CHECK(at("features: {meetings:@@") == "value features.meetings `` flow lacks-blank");
  CHECK(at("accounts:\n  - {name: A, author@@") == "key accounts.[] `author` flow +name");
  CHECK(at("operations: [\"GET /users/{userId}\", \"GET /x@@\"]\n") ==
        "item operations `GET /x` quoted flow +GET /users/{userId}");
  CHECK(at("region: [eu,\n  @@\n]\n") == "item region `` flow +eu");
  CHECK(at("region: [eu, # here\n  u@@\n") == "item region `u` flow +eu");
  CHECK(at("justify: {\"a\":\"b\", @@") == "key justify `` flow +a");
}

TEST_CASE("what stays open ends with its block") {
  CHECK(at("region: [eu, us\nstage: @@") == "value stage ``");
  CHECK(at("app:\n  name: \"Acme\n  summary: x\n  @@") == "key app `` +name +summary");
  CHECK(at("app: {name: 'x\nregion: e@@") == "value region `e`");
  CHECK(at("app:\n  links: {privacy: [a\n  comp@@any: x\n") == "key app `company` colon +links");
}

TEST_CASE("places where nothing can be completed") {
  CHECK(at("app:\n  description: |\n    some te@@xt\n") == "none");
  CHECK(at("app:\n  description: >-\n\n    text: [x\n  @@\n") == "key app `` +description");
  CHECK(at("managed_by: &anch@@or\n") == "none");
  CHECK(at("app: {name: x}@@\n") == "none");
  CHECK(at("app: \"x\" @@\n") == "none");
}

TEST_CASE("comments") {
  CHECK(at("# zoomc: al@@low\nregion: eu\n") == "comment  `# zoomc: allow`");
  CHECK(at("region: eu # zoomc: allow @@\n") == "comment  `# zoomc: allow `");
  CHECK(at("features: {phone: [users]} # @@\n") == "comment  `# `");
  CHECK(at("region: eu#@@\n") == "value region `eu#`");
}

TEST_CASE("no text makes it stumble") {
  const std::string odd =
      "zoomc: 1\n---\n- - [{\"a\\\"\" : '}' , ]]}\n? x\n: y\n\t- \"unclosed\n&a *b !c\n{[(|\n\"\\";
  for (std::uint32_t size = 0; size <= odd.size(); ++size) {
    const std::string text = odd.substr(0, size);
    for (std::uint32_t offset = 0; offset <= size; ++offset) {
      const CursorContext cursor = find_cursor(text, offset);
      REQUIRE(cursor.word.begin <= cursor.word.end);
      REQUIRE(cursor.word.end <= text.size());
    }
  }
}

TEST_CASE("deep and long texts take no more time than their size") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "[\n ";
  CHECK(find_cursor(deep, static_cast<std::uint32_t>(deep.size())).role == Role::item);
  std::string dashes = "a:\n ";
  for (int i = 0; i < 200'000; ++i) dashes += " -";
  CHECK(find_cursor(dashes, static_cast<std::uint32_t>(dashes.size())).role == Role::item);
}
