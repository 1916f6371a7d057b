#include "judge.h"
#include "manifest/validate.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

std::string reply(const Parts& parts) {
  return zoom_reply(validate_manifest(parse(manifest_of(parts)), tiny_catalog()));
}

TEST_CASE("Zoom's answer to a manifest that it takes", "[manifest][reply]") {
  CHECK(reply({}) == "{\"ok\":true,\"error\":\"\",\"errors\":null}\n");
  // What it accepts and what it drops is not in its answer.
  Parts parts;
  parts.redirects = "\"oauth_allow_list\": []";
  parts.more = ", \"colour\": 1";
  CHECK(reply(parts) == "{\"ok\":true,\"error\":\"\",\"errors\":null}\n");
}

TEST_CASE("Zoom's answer to a scope of the other level, to the letter", "[manifest][reply]") {
  Parts parts;
  parts.scopes = R"([{"scope": "user:read:user:admin", "optional": false}])";
  CHECK(reply(parts) ==
        "{\"ok\":false,\"error\":\"invalid_manifest\",\"errors\":[{\"setting\":"
        "\"/oauth_information/scopes[0]\",\"message\":\"user:read:user:admin is not a valid scope "
        "name when usage is USER_OPERATION\"}]}\n");
}

TEST_CASE("Zoom's answer has every error in the order of the manifest", "[manifest][reply]") {
  Parts parts;
  parts.display = R"({"display_name": "", "discover_type": "a\"b"})";
  parts.more_oauth = ", \"strict_mode\": 1";
  CHECK(reply(parts) ==
        "{\"ok\":false,\"error\":\"invalid_manifest\",\"errors\":[{\"setting\":"
        "\"/display_information/display_name\",\"message\":\"the app has no name\"},{\"setting\":"
        "\"/display_information/discover_type\",\"message\":\"`a\\\"b` is not one of the values "
        "that Zoom accepts here: `LISTED` or `UNLISTED`\"},{\"setting\":"
        "\"/oauth_information/strict_mode\",\"message\":\"`strict_mode` must be a boolean, not a "
        "number\"}]}\n");
}

}  // namespace
}  // namespace zoomc::manifest
