#include "catalog/builtin.h"
#include "explain/explain.h"
#include "support/catch.h"

// What error texts say about the scopes and events that they name, in the words of the real tables.
namespace zoomc::explain {
namespace {

std::string builtin_answer(std::string_view topic) {
  return explain({catalog::builtin_catalog(), {}}, topic).value_or("unknown");
}

TEST_CASE("a scope with more calls than anybody reads") {
  const std::string text = builtin_answer(
      "does not contain scopes:[phone:read:admin] Invalid access token, "
      "does not contain scopes:[phone:read:admin]");
  CHECK(text.find("and 154 operations more") != std::string::npos);
  CHECK(text.find("zoomc explain phone:read:admin\n") != std::string::npos);
}

TEST_CASE("scopes of which any one is enough") {
  CHECK(builtin_answer("Invalid access token, does not contain scopes:[cloud_recording:read:"
                       "list_user_recordings,cloud_recording:read:list_user_recordings:admin]") ==
        "The token was issued before the app had `cloud_recording:read:list_user_recordings` and "
        "`cloud_recording:read:list_user_recordings:admin`, or the app never had them.\n"
        "  cloud_recording:read:list_user_recordings\n"
        "    it allows   GET /users/{userId}/recordings\n"
        "    no feature  needs it                     add:  operations: [\"GET "
        "/users/{userId}/recordings\"]  and  managed_by: user\n"
        "  cloud_recording:read:list_user_recordings:admin\n"
        "    it allows   GET /users/{userId}/recordings\n"
        "    no feature  needs it                     add:  operations: [\"GET "
        "/users/{userId}/recordings\"]  and  managed_by: admin\n"
        "  any one       is enough for GET /users/{userId}/recordings: the one of the app's own "
        "level\n"
        "  then          compile, update the app in Marketplace, and connect the account again\n");
}

TEST_CASE("scopes that no app is given, and names that nobody knows") {
  CHECK(builtin_answer("does not contain scopes: marketplace:write:websocket_connection; "
                       "phone:read:list_call_recordings:master; phone:read:recording:admin; "
                       "user:read:usr:admin; event:by:event") == "unknown");
  CHECK(
      builtin_answer("Invalid access token, does not contain scopes: "
                     "marketplace:write:websocket_connection; phone:read:recording:admin; "
                     "user:read:usr:admin; archiving:read:list_archived_files:master") ==
      "The token was issued before the app had `marketplace:write:websocket_connection`, "
      "`phone:read:recording:admin`, `user:read:usr:admin` and "
      "`archiving:read:list_archived_files:master`, or the app never had them.\n"
      "  marketplace:write:websocket_connection\n"
      "    never      in a manifest: its token comes from client_credentials, and Zoom rejects it\n"
      "  phone:read:recording:admin\n"
      "    guide      names it for phone.recordings  add:  features: {phone: [recordings]}\n"
      "    unknown    in none of Zoom's lists        zoomc explain phone:read:recording:admin\n"
      "  user:read:usr:admin\n"
      "    unknown    in none of Zoom's lists        add:  extra_scopes: [user:read:usr:admin]\n"
      "    nearest    user:read:user:admin\n"
      "  archiving:read:list_archived_files:master\n"
      "    it allows  GET /archive_files\n"
      "    never      chosen by zoomc: it reaches into other accounts\n"
      "  then         compile, update the app in Marketplace, and connect the account again\n");
}

TEST_CASE("a scope of the other level has a counterpart, or none") {
  const auto level = [](const std::string& scope, const std::string& usage) {
    const std::string text =
        builtin_answer(scope + " is not a valid scope name when usage is " + usage + ".");
    const auto from = text.find('\n') + 1;
    return text.substr(from, text.find("  way out") - from);
  };
  CHECK(level("user:read:user:admin", "USER_OPERATION") ==
        "  scope        user:read:user:admin         has the admin level\n"
        "  instead      user:read:user               for USER_OPERATION, managed_by: user\n");
  CHECK(level("zoomapp:inmeeting", "ADMIN_MANAGEMENT") ==
        "  scope        zoomapp:inmeeting            has the user level\n"
        "  instead      no scope of the admin level has that name\n");
  CHECK(level("phone:read:list_users:admin", "USER_OPERATION") ==
        "  scope        phone:read:list_users:admin  has the admin level\n"
        "  instead      no scope of the user level has that name\n");
  CHECK(level("made:up", "USER_OPERATION") ==
        "  scope        made:up                      is in none of Zoom's lists (of 2026-08)\n");
  CHECK(level("", "") == "");
}

TEST_CASE("an event that is not allowed, known or not") {
  const auto rows = [](const std::string& names) {
    const std::string text = builtin_answer("The event is not allowed for the app: " + names);
    const auto from = text.find('\n') + 1;
    return text.substr(from, text.find("  way out") - from);
  };
  CHECK(rows("session.rtms_stopped") ==
        "  event        session.rtms_stopped         add:  events: [{name: …, types: "
        "[session.rtms_stopped], url: https://…}]\n"
        "  granular     no scope known\n"
        "  classic      no scope known\n");
  CHECK(rows("made.up") ==
        "  event        made.up                      is in none of Zoom's lists (of 2026-08)\n");
  CHECK(rows("") == "");
}

}  // namespace
}  // namespace zoomc::explain
