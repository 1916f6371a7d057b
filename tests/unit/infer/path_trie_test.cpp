#include "infer/path_trie.h"

#include <algorithm>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "infer/call_url.h"
#include "support/catch.h"

namespace zoomc::infer {
namespace {

// The path with a hole for each `*`.
std::string holed(std::string path) {
  std::replace(path.begin(), path.end(), '*', kHole);
  return path;
}

// "GET /users/{userId}", "computed", "other method", "unknown", or the number of choices.
std::string meant(std::string_view method, std::string_view path,
                  PathOrigin origin = PathOrigin::code) {
  static const PathTrie trie(catalog::builtin_catalog());
  const PathMatch match = trie.match(method, path, origin);
  if (match.operations.size() == 1) {
    return catalog::display_name(catalog::builtin_catalog().operations[match.operations.front()]);
  }
  if (!match.operations.empty()) return std::to_string(match.operations.size());
  if (match.is_path_known) return "other method";
  return match.is_computed ? "computed" : "unknown";
}

}  // namespace

TEST_CASE("a path means an operation, with ids, me, the version and slashes") {
  CHECK(meant("GET", "/v2/users/me") == "GET /users/{userId}");
  CHECK(meant("GET", "users/me/") == "GET /users/{userId}");
  CHECK(meant("GET", "/users//me?page_size=300#x") == "GET /users/{userId}");
  CHECK(meant("PATCH", "/meetings/85746065432") == "PATCH /meetings/{meetingId}");
  CHECK(meant("GET", "/past_meetings/%252Fajx%253D%253D") == "GET /past_meetings/{meetingId}");
  CHECK(meant("GET", "/users/dev@acme.example/meetings") == "GET /users/{userId}/meetings");
  CHECK(meant("GET", holed("/users/*/meetings")) == "GET /users/{userId}/meetings");
}

TEST_CASE("a word wins over a parameter, and a word is no id in code") {
  CHECK(meant("GET", "/users/summary") == "GET /users/summary");
  CHECK(meant("GET", "/groups/list") == "unknown");
  CHECK(meant("GET", "/groups/list", PathOrigin::traffic) == "GET /groups/{groupId}");
}

TEST_CASE("what the catalog lacks is not guessed") {
  CHECK(meant("GET", "/userz") == "unknown");
  CHECK(meant("PUT", "/users/me/meetings") == "other method");
  CHECK(meant("GET", holed("/users/me/*")) == "computed");
  CHECK(meant("GET", holed("/*")) == "computed");
  CHECK(meant("GET", "") == "unknown");
  CHECK(meant("GET", "/v2") == "unknown");
}

TEST_CASE("the nearest operation is offered") {
  const PathTrie trie(catalog::builtin_catalog());
  CHECK(trie.nearest_call("GET", "/userz/me").value_or("") == "GET /users/{userId}");
  CHECK(trie.nearest_call("PUT", "/users/me/meetings").value_or("") ==
        "GET /users/{userId}/meetings");
}

TEST_CASE("what is shown of a path has no ids") {
  CHECK(masked_path("/v2/users/dev@acme.example/meetings?token=x") == "/users/{}/meetings");
  CHECK(masked_path("/meetings/85746065432") == "/meetings/{}");
  CHECK(masked_path("/users/me") == "/users/me");
  CHECK(masked_path("/\x1b[31m") == "/{}");
  CHECK(masked_path("") == "/");
}

}  // namespace zoomc::infer
