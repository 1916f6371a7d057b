#include <algorithm>
#include <string>
#include <vector>

#include "catalog/builtin.h"
#include "resolve/resolve.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::resolve;

namespace {

using Lines = std::vector<std::string>;

model::FeatureWord feature_at(std::string group, std::string action, std::uint32_t at) {
  return {.group = {std::move(group), {}, {}}, .action = {std::move(action), {at, at + 1}, {}}};
}

Text word(std::string value, std::uint32_t at) {
  return {std::move(value), {at, at + 1}, {}};
}

// An app without sign-in that asks for most things twice, each at a place of its own.
model::App repeating_app() {
  model::App app;
  app.platform = word("custom", 0);
  app.features = {feature_at("meetings", "write", 1), feature_at("meetings", "create", 2),
                  feature_at("meetings", "read", 3)};
  app.operations = {word("GET /users/me/recordings", 4), word("GET /users/{userId}/recordings", 5)};
  app.events = {{.types = {word("meeting.started", 6)}},
                {.types = {word("meeting.started", 7), word("meeting.ended", 8)}}};
  app.extra_scopes = {word("app:made:up", 9), word("app:made:up", 10)};
  return app;
}

Lines requests_of(const ResolvedApp& resolved) {
  Lines lines;
  for (const Request& request : resolved.requests) {
    lines.push_back(std::to_string(request.span.begin) + " " + request.key +
                    (request.composite.empty() ? "" : " of " + std::string(request.composite)));
  }
  return lines;
}

}  // namespace

TEST_CASE("what is asked for twice is one request, at its first place") {
  const model::App app = repeating_app();
  Sink sink;
  CHECK(requests_of(resolve::resolve(app, catalog::builtin_catalog(), sink)) ==
        Lines{"1 meetings.create of meetings.write", "1 meetings.update of meetings.write",
              "1 meetings.delete of meetings.write", "3 meetings.read",
              "4 GET /users/{userId}/recordings", "6 meeting.started", "8 meeting.ended",
              "9 app:made:up"});
}

TEST_CASE("a request is found by its kind and key") {
  const model::App app = repeating_app();
  Sink sink;
  const ResolvedApp resolved = resolve::resolve(app, catalog::builtin_catalog(), sink);
  for (std::uint32_t i = 0; i < resolved.requests.size(); ++i) {
    CHECK(find_request(resolved, resolved.requests[i].kind, resolved.requests[i].key) == i);
  }
  CHECK_FALSE(find_request(resolved, RequestKind::feature, "meeting.started"));
  CHECK_FALSE(find_request(resolved, RequestKind::event, "meeting"));
  CHECK_FALSE(find_request(resolved, RequestKind::extra_scope, "zzz"));
}

TEST_CASE("the lists of a resolved app stay where they are when it moves") {
  const model::App app = repeating_app();
  Sink sink;
  ResolvedApp before = resolve::resolve(app, catalog::builtin_catalog(), sink);
  const ResolvedApp after = std::move(before);
  for (std::uint32_t i = 0; i < after.requirements.size(); ++i) {
    for (const std::uint32_t request : after.requirements[i].requests) {
      const auto& needs = after.requests[request].requirements;
      CHECK(std::find(needs.begin(), needs.end(), i) != needs.end());
    }
  }
  for (const ResolvedScope& scope : after.scopes) {
    for (const std::uint32_t met : scope.uniquely_satisfies) {
      CHECK(std::find(scope.satisfies.begin(), scope.satisfies.end(), met) !=
            scope.satisfies.end());
      const auto& names = after.requirements[met].alternatives;
      CHECK(std::find(names.begin(), names.end(), *scope.row) != names.end());
    }
  }
}
