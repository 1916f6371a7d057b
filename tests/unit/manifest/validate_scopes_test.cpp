#include "judge.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

std::string judge_scopes(std::string scopes, std::string usage = R"("USER_OPERATION")") {
  Parts parts;
  parts.scopes = std::move(scopes);
  parts.usage = std::move(usage);
  return judge(manifest_of(parts));
}

std::string judge_scope(const std::string& name, std::string usage = R"("USER_OPERATION")") {
  return judge_scopes("[{\"scope\": \"" + name + "\", \"optional\": false}]", std::move(usage));
}

const std::string kAdmin = R"("ADMIN_MANAGEMENT")";

TEST_CASE("the usage is one of two", "[manifest][validate]") {
  const std::string choice = "it must be `USER_OPERATION` or `ADMIN_MANAGEMENT`\n";
  CHECK(judge_scope("user:read:user:admin", R"("ACCOUNT_OPERATION")") ==
        "/oauth_information/usage rejects error[invalid-usage] `ACCOUNT_OPERATION` is not a valid "
        "usage: " +
            choice);
  CHECK(judge_scope("user:read:user", R"("user_operation")") ==
        "/oauth_information/usage rejects error[invalid-usage] `user_operation` is not a valid "
        "usage: " +
            choice);
  CHECK(judge_scope("user:read:user", "null") ==
        "/oauth_information/usage rejects error[invalid-usage] `usage` is missing: " + choice);
}

TEST_CASE("scopes of another level, in Zoom's words", "[manifest][validate]") {
  CHECK(judge_scope("user:read:user:admin") ==
        "/oauth_information/scopes[0] rejects error[scope-level-mismatch] user:read:user:admin is "
        "not a valid scope name when usage is USER_OPERATION\n");
  CHECK(judge_scope("user:read:user", kAdmin) ==
        "/oauth_information/scopes[0] rejects error[scope-level-mismatch] user:read:user is not a "
        "valid scope name when usage is ADMIN_MANAGEMENT\n");
  CHECK(judge_scope("account:read:sub_account:master", kAdmin) ==
        "/oauth_information/scopes[0] rejects error[master-scope] account:read:sub_account:master "
        "is not a valid scope name when usage is ADMIN_MANAGEMENT\n");
  CHECK(judge_scope("user:read:user:admin", kAdmin).empty());
}

TEST_CASE("the level is the catalog's, not the suffix's", "[manifest][validate]") {
  // The granular row of `imchat:bot` says admin, the classic one user.
  CHECK(judge_scope("imchat:bot", kAdmin).empty());
  CHECK(judge_scope("imchat:bot") ==
        "/oauth_information/scopes[0] rejects error[scope-level-mismatch] imchat:bot is not a "
        "valid scope name when usage is USER_OPERATION\n");
}

TEST_CASE("a guessed level never rejects", "[manifest][validate]") {
  CHECK(judge_scope("contact_center:read:zcc_voice_audio").empty());
  CHECK(judge_scope("contact_center:read:zcc_voice_audio", kAdmin) ==
        "/oauth_information/scopes[0] accepts warning[scope-level-mismatch] "
        "`contact_center:read:zcc_voice_audio` looks like a scope of level user, which "
        "`ADMIN_MANAGEMENT` excludes; but the level is only a guess from the name\n");
  CHECK(judge_scope("hub:read:archive:master") ==
        "/oauth_information/scopes[0] accepts warning[master-scope] `hub:read:archive:master` "
        "looks like a scope of level master, which `USER_OPERATION` excludes; but the level is "
        "only a guess from the name\n");
}

TEST_CASE("unknown, app-owned and classic scopes", "[manifest][validate]") {
  CHECK(judge_scope("user:read:usr") ==
        "/oauth_information/scopes[0] can-reject warning[unknown-scope] `user:read:usr` is not in "
        "the catalog; did you mean `user:read:user`?\n");
  CHECK(
      judge_scope("nothing like it at all") ==
      "/oauth_information/scopes[0] can-reject warning[unknown-scope] `nothing like it at all` is "
      "not in the catalog\n");
  CHECK(judge_scope("marketplace:write:event_subscription") ==
        "/oauth_information/scopes[0] rejects error[app-owned-scope] "
        "`marketplace:write:event_subscription` belongs to the app's own token: ask for it with "
        "`client_credentials`, not in a manifest\n");
  CHECK(judge_scope("user:read:admin", kAdmin) ==
        "/oauth_information/scopes[0] can-reject warning[classic-scope] `user:read:admin` is a "
        "classic scope, which Zoom can reject: apps created since April 2024 take granular "
        "names\n");
  CHECK(judge_scope("chat_channel:read") ==
        "/oauth_information/scopes[0] accepts warning[classic-scope] `chat_channel:read` is a "
        "classic scope: Zoom's own templates have it, yet apps created since April 2024 take "
        "granular names\n");
  CHECK(
      judge_scope("chat_channel:read:admin", kAdmin) ==
      "/oauth_information/scopes[0] can-reject warning[classic-scope] `chat_channel:read:admin` is "
      "a classic scope, which Zoom can reject: apps created since April 2024 take granular "
      "names\n");
}

TEST_CASE("suggestions end after twenty unknown scopes", "[manifest][validate]") {
  std::string scopes = "[";
  for (int i = 0; i < 21; ++i) {
    scopes += R"({"scope": "user:read:usr", "optional": false},)";
  }
  scopes.back() = ']';
  const std::string findings = judge_scopes(scopes);
  CHECK(findings.find("/oauth_information/scopes[19] can-reject warning[unknown-scope] "
                      "`user:read:usr` is not in the catalog; did you mean `user:read:user`?\n") !=
        std::string::npos);
  CHECK(findings.find("/oauth_information/scopes[20] can-reject warning[unknown-scope] "
                      "`user:read:usr` is not in the catalog\n") != std::string::npos);
}

TEST_CASE("at least one scope is required", "[manifest][validate]") {
  CHECK(judge_scopes(R"([{"scope": "user:read:user", "optional": true},
                         {"scope": "meeting:read:meeting", "optional": true}])") ==
        "/oauth_information/scopes rejects error[no-required-scope] every scope is optional: at "
        "least one must have `\"optional\": false`\n");
  CHECK(judge_scopes(R"([{"scope": "user:read:user", "optional": true},
                         {"scope": "meeting:read:meeting", "optional": false}])")
            .empty());
}

TEST_CASE("what Zoom accepts of scopes", "[manifest][validate]") {
  const std::string none =
      "/oauth_information/scopes accepts warning[missing-scopes] there are no scopes, so the app "
      "can call nothing\n";
  CHECK(judge_scopes("[]") == none);
  CHECK(judge_scopes("null") == none);
  CHECK(judge_scopes(R"([{"scope": "user:read:user", "optional": false},
                         {"scope": "meeting:read:meeting", "optional": false},
                         {"scope": "user:read:user", "optional": false}])") ==
        "/oauth_information/scopes[2] accepts warning[duplicate-scope] `user:read:user` is listed "
        "twice\n");
  CHECK(judge_scopes(R"([{"scope": "user:read:user"}])") ==
        "/oauth_information/scopes[0]/optional accepts warning[optional-not-boolean] `optional` is "
        "missing: write true or false\n");
  CHECK(judge_scopes(R"([{"scope": "user:read:user", "optional": "false"}])") ==
        "/oauth_information/scopes[0]/optional accepts warning[optional-not-boolean] `optional` "
        "must be true or false\n");
}

TEST_CASE("entries that are no scopes", "[manifest][validate]") {
  CHECK(
      judge_scopes(R"(["user:read:user", {"optional": false}, {"scope": 1, "optional": false}])") ==
      "/oauth_information/scopes[0] rejects error[wrong-type] `scopes[0]` must be an object, "
      "{\"scope\": \"user:read:user\", \"optional\": false}, not a string\n"
      "/oauth_information/scopes[1] rejects error[unknown-scope] the entry names no scope\n"
      "/oauth_information/scopes[2]/scope rejects error[wrong-type] `scope` must be a string, "
      "not a number\n");
  CHECK(judge_scopes(R"("user:read:user")") ==
        "/oauth_information/scopes rejects error[wrong-type] `scopes` must be an array, not a "
        "string\n");
}

}  // namespace
}  // namespace zoomc::manifest
