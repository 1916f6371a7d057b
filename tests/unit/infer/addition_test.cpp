#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "driver/check.h"
#include "infer/comparison.h"
#include "rules/registry.h"
#include "support/catch.h"

namespace zoomc::infer {
namespace {

constexpr const char* kHead =
    "zoomc: 1\napp: {name: Acme, purpose: CRM logging}\nmanaged_by: admin\nregion: eu\n";

catalog::OperationId operation(std::string_view name) {
  return catalog::find_operations(catalog::builtin_catalog(), name).at(0);
}

// What stands behind the head once meetings.create, groups.create and a call are added.
std::string added(const std::string& rest) {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  const std::string head = kHead;
  const driver::Checked checked = driver::check({"a.zoom.yaml", head + rest},
                                                {.catalog = &catalog, .rules = rules::all_rules()});
  const resolve::CompiledApp& cx = *checked.analysis;
  const std::set<catalog::OperationId> needed{operation("POST /users/{userId}/meetings"),
                                              operation("POST /groups"),
                                              operation("GET /phone/numbers")};
  const auto text = add_to_app(cx, suggest(catalog, needed, needed, true));
  if (!text) return "nothing";
  const driver::Checked again =
      driver::check({"a.zoom.yaml", *text}, {.catalog = &catalog, .rules = rules::all_rules()});
  CHECK(!again.has_errors());
  return text->substr(head.size());
}

}  // namespace

TEST_CASE("features and operations are added in the style that is there") {
  CHECK(added("features:\n  meetings: [read]   # all\n  users:\n    - read\n# end\n") ==
        "features:\n  meetings: [read, create]   # all\n  users:\n    - read\n  groups: [create]\n"
        "operations:\n  - \"GET /phone/numbers\"\n# end\n");
  CHECK(added("features: {meetings: read}\noperations: [\"GET /groups\"]\n") ==
        "features: {meetings: [read, create], groups: [create]}\n"
        "operations: [\"GET /groups\", \"GET /phone/numbers\"]\n");
  CHECK(
      added(
          "features:\n    meetings:\n        - read\noperations:\n- GET /groups\nstage: testing") ==
      "features:\n    meetings:\n        - read\n        - create\n    groups: [create]\n"
      "operations:\n- GET /groups\n- \"GET /phone/numbers\"\nstage: testing");
}

TEST_CASE("keys that are missing go behind the others") {
  CHECK(added("stage: testing\n\n# bye\n") ==
        "stage: testing\nfeatures:\n  groups: [create]\n  meetings: [create]\noperations:\n"
        "  - \"GET /phone/numbers\"\n\n# bye\n");
  CHECK(
      added("stage: testing\r\n") ==
      "stage: testing\r\nfeatures:\r\n  groups: [create]\r\n  meetings: [create]\r\noperations:\r\n"
      "  - \"GET /phone/numbers\"\r\n");
}

TEST_CASE("block scalars and explicit keys keep their comments and values") {
  CHECK(added("features:\n  groups: [read]\n  meetings: >- # all\n    read\n"
              "operations: [GET /groups]\n") ==
        "features:\n  groups: [read, create]\n  meetings: [read, create] # all\n"
        "operations: [GET /groups, \"GET /phone/numbers\"]\n");
  CHECK(added("features:\n  ? users\n  : [read]\n") == "nothing");
  CHECK(added("justify:\n  sign_in: |\n    Sign in") == "nothing");
}

TEST_CASE("what an anchor shares is left alone") {
  CHECK(added("features: {meetings: &a [read], webinars: *a}\n") == "nothing");
}

TEST_CASE("a suggestion is features where all their calls are made, else calls") {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  const std::set<catalog::OperationId> one{operation("GET /users/{userId}")};
  CHECK(suggestion_yaml(catalog, suggest(catalog, one, one, true)) ==
        "operations:\n  - \"GET /users/{userId}\"\n");
  const std::set<catalog::OperationId> both{operation("GET /users/{userId}"),
                                            operation("GET /users")};
  CHECK(suggestion_yaml(catalog, suggest(catalog, one, both, true)) ==
        "features:\n  users: [read]\n");
  CHECK(suggestion_yaml(catalog, suggest(catalog, one, both, false)) ==
        "operations:\n  - \"GET /users/{userId}\"\n");
  CHECK(suggestion_yaml(catalog, suggest(catalog, {}, both, true)).empty());
}

}  // namespace zoomc::infer
