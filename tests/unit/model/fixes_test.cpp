// What the fixes make of the text.
#include "support/catch.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;
namespace {

struct FixCase {
  const char* text;
  FixSafety safety;
  const char* title;
  const char* fixed;
};

constexpr const char* kNamedApp = "zoomc: 1\napp: {name: A}\n";

void check_fixes(const std::vector<FixCase>& cases, std::string_view head) {
  for (const FixCase& one : cases) {
    CAPTURE(one.text);
    const Built built = build(std::string(head) + one.text);
    CHECK(built.fixed() == std::string(head) + one.fixed);
    const Fix& fix = built.findings.front().fixes.front();
    CHECK(fix.safety == one.safety);
    CHECK(fix.title == one.title);
  }
}

// Every fix but those of unknown words, which the catalog judges, leaves nothing to report.
void check_quiet_after(const std::vector<FixCase>& cases, std::string_view head) {
  for (const FixCase& one : cases) {
    CAPTURE(one.fixed);
    CHECK(build(std::string(head) + one.fixed).shown() == std::vector<std::string>{});
  }
}

TEST_CASE("a misspelled key or word is replaced, in its quotes") {
  const std::vector<FixCase> cases{
      {"regoin: eu\n", FixSafety::unsafe, "`region`", "region: eu\n"},
      {"'regoin': eu\n", FixSafety::unsafe, "`region`", "'region': eu\n"},
      {"stage: testng\n", FixSafety::unsafe, "`testing`", "stage: testing\n"},
      {"stage: \"Testing\"\n", FixSafety::unsafe, "`testing`", "stage: \"testing\"\n"},
      {"scopes: [a:b]\n", FixSafety::unsafe, "`extra_scopes`", "extra_scopes: [a:b]\n"},
  };
  check_fixes(cases, kNamedApp);
  check_quiet_after(cases, kNamedApp);
  const std::vector<FixCase> files{
      {R"({"zoomc":1,"app":{"nmae":"A"}})", FixSafety::unsafe, "`name`",
       R"({"zoomc":1,"app":{"name":"A"}})"},
  };
  check_fixes(files, "");
  check_quiet_after(files, "");
}

TEST_CASE("quotes are put and taken away") {
  const std::vector<FixCase> cases{
      {"zoomc: 1\napp: {name: 2024}\n", FixSafety::safe, "put it in quotes",
       "zoomc: 1\napp: {name: \"2024\"}\n"},
      {"zoomc: '1'\napp: {name: A}\n", FixSafety::safe, "`1`", "zoomc: 1\napp: {name: A}\n"},
      {"zoomc: 1\napp: {name: A}\njustify:\n  meetings.read: false\n", FixSafety::safe,
       "put it in quotes", "zoomc: 1\napp: {name: A}\njustify:\n  meetings.read: \"false\"\n"},
      {"zoomc: 1\napp: {name: A}\noauth: {strict_mode: \"true\"}\n", FixSafety::unsafe, "`true`",
       "zoomc: 1\napp: {name: A}\noauth: {strict_mode: true}\n"},
      {"zoomc: 1\napp: {name: A}\noauth: {strict_mode: No}\n", FixSafety::unsafe, "`false`",
       "zoomc: 1\napp: {name: A}\noauth: {strict_mode: false}\n"},
  };
  check_fixes(cases, "");
  check_quiet_after(cases, "");
}

TEST_CASE("a secret is in no message and no fix") {
  const Built built = build_below("credentials: {client_secret: 1234567890}\n");
  REQUIRE(built.findings.size() == 1);
  const Diagnostic& finding = built.findings.front();
  CHECK(finding.message ==
        "`credentials.client_secret` must be text, but is a number; put it in quotes");
  REQUIRE(finding.fixes.size() == 1);
  for (const Edit& edit : finding.fixes.front().edits) CHECK(edit.replacement == "\"");
  CHECK(built.fixed() == std::string(kNamedApp) + "credentials: {client_secret: \"1234567890\"}\n");
}

TEST_CASE("a word that should be a list gets brackets") {
  const std::vector<FixCase> cases{
      {"optional: meetings.read\n", FixSafety::unsafe, "make it a list",
       "optional: [meetings.read]\n"},
      {"operations: GET /users/{userId}\n", FixSafety::unsafe, "make it a list",
       "operations: [\"GET /users/{userId}\"]\n"},
      {"operations: 'GET /users/{userId}'\n", FixSafety::unsafe, "make it a list",
       "operations: ['GET /users/{userId}']\n"},
      {"extra_scopes: a:b\n", FixSafety::unsafe, "make it a list", "extra_scopes: [\"a:b\"]\n"},
  };
  check_fixes(cases, kNamedApp);
  check_quiet_after(cases, kNamedApp);
}

TEST_CASE("a word that is there twice is taken out") {
  const std::vector<FixCase> cases{
      {"region: [eu, us, eu]\n", FixSafety::safe, "remove it", "region: [eu, us]\n"},
      {"region: [eu,eu,us]\n", FixSafety::safe, "remove it", "region: [eu,us]\n"},
      {"region:\n  - eu\n  - us\n  - eu # again\n", FixSafety::safe, "remove it",
       "region:\n  - eu\n  - us # again\n"},
      {"region:\r\n- eu\r\n- eu\r\n- us\r\n", FixSafety::safe, "remove it",
       "region:\r\n- eu\r\n- us\r\n"},
      {"region: [\"eu\", eu]\n", FixSafety::safe, "remove it", "region: [\"eu\"]\n"},
  };
  check_fixes(cases, kNamedApp);
  check_quiet_after(cases, kNamedApp);
}

TEST_CASE("features become groups and actions") {
  const std::vector<FixCase> cases{
      {"features: [meetings.read, phone.users, meetings.create]\n", FixSafety::unsafe,
       "`{meetings: [read, create], phone: [users]}`",
       "features: {meetings: [read, create], phone: [users]}\n"},
      {"features:\n- meetings.read\n- users.read\nregion: eu\n", FixSafety::unsafe,
       "`{meetings: [read], users: [read]}`",
       "features: {meetings: [read], users: [read]}\nregion: eu\n"},
      {"features: meetings.read\n", FixSafety::unsafe, "`{meetings: [read]}`",
       "features: {meetings: [read]}\n"},
      {"features:\n  meetings.read: true\n", FixSafety::unsafe, "`meetings: [read]`",
       "features:\n  meetings: [read]\n"},
      {"features:\n  meetings.read:\n  phone: [users]\n", FixSafety::unsafe, "`meetings: [read]`",
       "features:\n  meetings: [read]\n  phone: [users]\n"},
  };
  check_fixes(cases, kNamedApp);
  check_quiet_after(cases, kNamedApp);
}

TEST_CASE("no fix where it would break or lose something") {
  const std::vector<const char*> texts{
      "colour: blue\n",                                          // nothing is near
      "regoin: eu\nregion: us\n",                                // it is there already
      "scopes: [a:b]\nextra_scopes: [c:d]\n",                    // likewise
      "scopes: {a: b}\n",                                        // no list to keep
      "region:\n  - eu\n  # why\n  - eu\n  - us\n",              // a comment stands between
      "region: [eu, # why\n  eu]\n",                             // likewise
      "region: [eu, &x eu]\nstage: *x\n",                        // an anchor stands between
      "features:\n  # why\n  - meetings.read\n",                 // a comment stands in it
      "features: [meetings.read, users]\n",                      // `users` is no feature
      "features:\n  meetings.read: false\n",                     // not wanted
      "features:\n  meetings.read: true\n  meetings: create\n",  // the group is there already
      "stage: >-\n  testng\n",                                   // a block scalar
      "optional: |\n  x\n",                                      // likewise
      "events: recording.completed\n",                           // brackets alone would not do
      "oauth: {strict_mode: 1}\n",                               // neither yes nor no
      "oauth:\n  strict_mode: |- # why\n    yes\n",              // a comment behind the header
      "region:\n  - >-\n    eu\n  - eu # again\n",               // would become text
      "region:\n  - eu\n  - >- # why\n    eu\n",                 // a comment behind the header
      "? features\n:\n  - meetings.read\n",                      // the value is not behind the key
      "features:\n  ? meetings.read\n  : true\n",                // likewise
      "features:\n  meetings.read: # why\n    true\n",           // a comment stands in it
  };
  for (const char* text : texts) {
    CAPTURE(text);
    const Built built = build_below(text);
    REQUIRE(!built.findings.empty());
    CHECK(built.findings.front().fixes.empty());
  }
}

TEST_CASE("an unknown key without a near one lists the keys there are") {
  const Built built = build_below("unified: {zoom: true}\n");
  REQUIRE(built.findings.size() == 1);
  CHECK(built.findings.front().hints ==
        std::vector<std::string>{"the keys of `unified` are `integrations`"});
  const Built event = build_below("events: [{name: N, types: [a.b], url: 'https://a', x: 1}]\n");
  REQUIRE(event.findings.size() == 1);
  CHECK(event.findings.front().hints ==
        std::vector<std::string>{
            "the keys of an entry of `events` are `name`, `id`, `types` and `url`"});
}

}  // namespace
}  // namespace zoomc::test
