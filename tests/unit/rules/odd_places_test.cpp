// Fixes in places where the usual spelling would break the file, or would not be enough.
#include <string>

#include "catalog/builtin.h"
#include "rules/registry.h"
#include "support/catch.h"
#include "support/fix_promises.h"

namespace zoomc {
namespace {

const std::string kHead = "zoomc: 1\napp: {name: Acme, purpose: x}\nregion: eu\n";

// The text behind the head after all fixes, the unsafe ones too.
std::string fixed(const std::string& rest) {
  const driver::CheckOptions options{.catalog = &catalog::builtin_catalog(),
                                     .rules = rules::all_rules()};
  const driver::Fixed result = driver::fix({"app.zoom.yaml", kHead + rest}, options, true);
  CHECK(broken_promise(kHead + rest, result, options, true) == "");
  REQUIRE(result.text.starts_with(kHead));
  return result.text.substr(kHead.size());
}

}  // namespace

TEST_CASE("an operation with a parameter is quoted wherever it is put") {
  CHECK(fixed("operations: [\"GET /user/{userId}\"]\n") ==
        "operations: [\"GET /users/{userId}\"]\n");
  CHECK(fixed("operations:\n  - GET /user/{userId}\n") ==
        "operations:\n  - \"GET /users/{userId}\"\n");
}

TEST_CASE("a reference to a secret is quoted in brackets") {
  CHECK(fixed("credentials: {client_secret: kQ3vP9xZr7LwT2mB}\n") ==
        "credentials: {client_secret: \"${ZOOM_CLIENT_SECRET}\"}\n");
  CHECK(fixed("credentials:\n  client_secret: kQ3vP9xZr7LwT2mB\n") ==
        "credentials:\n  client_secret: ${ZOOM_CLIENT_SECRET}\n");
}

}  // namespace zoomc
