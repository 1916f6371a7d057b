#include "secrets/hiding.h"

#include "support/catch.h"

namespace zoomc::secrets {
namespace {

std::string shown(std::string text, std::string path = "a.yaml") {
  const SourceFile file{std::move(path), std::move(text)};
  return Hiding(file).shown(file).text;
}

}  // namespace

TEST_CASE("a secret is starred out, byte for byte") {
  CHECK(shown("client_secret: hunter2-x\n") == "client_secret: *********\n");
  CHECK(shown("client_secret: 'hunter2-x' # old: hunter2-x\n") ==
        "client_secret: '*********' # old: *********\n");
  CHECK(shown("password: ä€𝄞x\n") == "password: ·∗🔒*\n");
}

TEST_CASE("what cannot be parsed is hidden by its line") {
  CHECK(shown("\tclient_secret: \"hunter2-x\nnext: 1\n") ==
        "\tclient_secret: \"*********\nnext: 1\n");
  CHECK(shown("# api_key = hunter2-x\n") == "# api_key = *********\n");
  CHECK(shown("{\"clientSecret\" : \"hunter2-x\", \"a\": 1}") ==
        "{\"clientSecret\" : \"*********\", \"a\": 1}");
  CHECK(shown("{\n  \"custom_header\": null,\n  \"secret\": true\n}\n") ==
        "{\n  \"custom_header\": null,\n  \"secret\": true\n}\n");
  CHECK(shown("client_secret:\n  - hunter2-x\n  - {value: hunter3-x}\nnext: 1\n") ==
        "client_secret:\n  - *********\n  - {value: *********}\nnext: 1\n");
  CHECK(shown("client_secret: |\n  hunter2-x\n  hunter3-x\nnext: 1\n") ==
        "client_secret: |\n  *********\n  *********\nnext: 1\n");
  CHECK(shown("{name: Authorization, value: hunter2-x}") ==
        "{name: Authorization, value: *********}");
}

TEST_CASE("a URL keeps all but its password and the secrets of its query") {
  CHECK(shown("url: https://ann:hunter2-x@acme.io/a?b=c&access_token=hunter3-x#d\n") ==
        "url: https://ann:*********@acme.io/a?b=c&access_token=*********#d\n");
  CHECK(shown("url: https://ann@acme.io/T024/hT4R8vN2qLw6XzK9bYc3MfJ5\n") ==
        "url: https://ann@acme.io/T024/hT4R8vN2qLw6XzK9bYc3MfJ5\n");
}

TEST_CASE("a private key is hidden, and the line that says what it is is not") {
  CHECK(shown("-----BEGIN PRIVATE KEY-----\nMIIE\nabcd\n-----END PRIVATE KEY-----\n") ==
        "-----BEGIN PRIVATE KEY-----\n****\n****\n-----END PRIVATE KEY-----\n");
}

TEST_CASE("in code the names of variables stay") {
  CHECK(shown("const token = await login(password);\n", "a.js") ==
        "const token = await login(password);\n");
  CHECK(shown("const password = \"hunter2-x\";\n", "a.js") == "const password = \"*********\";\n");
  CHECK(shown("h.set('Authorization', 'Bearer hunter2-x');\n", "a.js") ==
        "h.set('Authorization', 'Bearer *********');\n");
}

TEST_CASE("a text that quotes a file is hidden in every spelling") {
  const Hiding hiding(SourceFile{"a.yaml", "client_secret: Hunter_2&<x>\npassword: abc\n"});
  CHECK(hiding.shown("`Hunter_2&<x>`") == "`************`");
  CHECK(hiding.shown("HUNTER_2&<X>") == "************");
  CHECK(hiding.shown("Hunter_2&amp;&lt;x&gt;") == "**********************");
  CHECK(hiding.shown("Hunter\\_2&\\<x>") == "**************");
  CHECK(hiding.shown("`Hunter_2&…`") == "`*********…`");
  // A short one is a word like any other.
  CHECK(hiding.shown("`abc` and abcdef") == "`***` and abcdef");
}

TEST_CASE("a fix that would tell a secret is not shown") {
  const Hiding hiding(SourceFile{"a.yaml", "client_secret: hunter2-x\n"});
  Diagnostic finding;
  finding.message = "not `hunter2-x`";
  finding.fixes = {{FixSafety::safe, "`hunter2-x`", {{{0, 0}, "hunter2-x"}}},
                   {FixSafety::safe, "takes it away", {{{0, 1}, ""}}}};
  const Diagnostic hidden = hiding.shown(finding);
  CHECK(hidden.message == "not `*********`");
  REQUIRE(hidden.fixes.size() == 1);
  CHECK(hidden.fixes[0].title == "takes it away");
}

TEST_CASE("a value of a manifest is secret by its name or its look") {
  CHECK(is_secret_at("/a/client_secret", "abc"));
  CHECK(is_secret_at("/events/0/production_event_custom_header/value", "abc"));
  CHECK(is_secret_at("/a/webhook_url", "https://u:hunter2-x@acme.io/"));
  CHECK_FALSE(is_secret_at("/a/client_secret", "${NAME}"));
  CHECK_FALSE(is_secret_at("/a/custom_header_type", "0"));
  CHECK_FALSE(is_secret_at("/a/token_url", "https://idp.acme.io/token"));
}

}  // namespace zoomc::secrets
