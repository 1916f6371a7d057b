#include "explain/explain.h"
#include "needs_catalog.h"
#include "support/catch.h"

namespace zoomc::explain {
namespace {

std::string needs_of(std::string_view topic) {
  return explain({needs::kCatalog, {}}, topic).value_or("unknown");
}

TEST_CASE("a call says what it needs besides a scope, and how it fails") {
  CHECK(needs_of("GET /new") ==
        "GET /new: Get the new one\n"
        "  alone        operations: [\"GET /new\"]\n"
        "  granular     no scope known\n"
        "  classic      no scope known\n"
        "  needs        A:Edit and A:Read in the role of the person who connects\n"
        "               a Pro plan or higher\n"
        "               an A or B plan\n"
        "  fails with   17, HTTP 404                 `It is gone: {id}`\n"
        "               18, HTTP 404                 `It was never there`\n"
        "               19, HTTP 409                 `It is not yet there`\n"
        "               20, HTTP 409                 `It is not for you`\n"
        "               and 1 more\n"
        "  id           getNew\n"
        "  product      a\n");
}

TEST_CASE("a call of the master-account API offers no scope") {
  CHECK(needs_of("GET /accounts/{accountId}/a") ==
        "GET /accounts/{accountId}/a: List the A of an account\n"
        "  never        a call of the master-account API: no scope is chosen for it\n"
        "  granular     a:read:a:admin or a:read:a:master  documented, not chosen\n"
        "  id           listA\n"
        "  product      accounts\n");
}

TEST_CASE("a call or event that Zoom takes away says when, and what to use instead") {
  CHECK(needs_of("GET /old")
            .find("GET /old: Get the old one\n"
                  "  deprecated   ended 2026-04\n"
                  "  instead      GET /new\n"
                  "  alone ") == 0);
  CHECK(needs_of("PUT /old")
            .find("PUT /old: Put the old one\n"
                  "  deprecated   by Zoom, no date known\n"
                  "  alone ") == 0);
  CHECK(needs_of("a.went") ==
        "a.went: a webhook event\n"
        "  deprecated   ends 2027-01\n"
        "  instead      a.came\n"
        "               b.came\n"
        "  add          events: [{name: …, types: [a.went], url: https://…}]\n"
        "  granular     no scope known\n"
        "  classic      no scope known\n"
        "  basis        unknown: no page of Zoom's names a scope\n"
        "  product      a\n");
}

TEST_CASE("an event whose page names no scope needs none") {
  CHECK(needs_of("a.came") ==
        "a.came: a webhook event\n"
        "  add          events: [{name: …, types: [a.came], url: https://…}]\n"
        "  scope        its page names no scope: it needs none\n"
        "  product      a\n");
}

}  // namespace
}  // namespace zoomc::explain
