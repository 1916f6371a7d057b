#include "review/scope_reason.h"

#include <map>
#include <set>

#include "resolved_case.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

using Reasons = std::map<std::string, std::string>;

// By scope; `*` marks what is not all written.
Reasons reasons_of(const std::string& text) {
  const ResolvedCase made(text);
  const auto reasons = scope_reasons(made.resolved, uses_of_scopes(made.resolved));
  REQUIRE(reasons.size() == made.resolved.scopes.size());
  Reasons lines;
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    lines.emplace(made.resolved.scopes[i].name, (reasons[i].written ? "" : "* ") + reasons[i].text);
  }
  return lines;
}

Reasons said(const std::string& rest) {
  return reasons_of(kCustomApp + rest);
}

TEST_CASE("a scope of one feature has the feature's sentence") {
  CHECK(said("features: {meetings: read}\n") ==
        Reasons{{"meeting:read:list_meetings", "* List meetings."}});
  CHECK(said("features: {meetings: read}\njustify: {meetings.read: Show the week}\n") ==
        Reasons{{"meeting:read:list_meetings", "Show the week."}});
}

TEST_CASE("where a sentence speaks for several scopes each says its share") {
  CHECK(said("features: {phone: call_history}\n") ==
        Reasons{{"phone:read:call_log:admin",
                 "* Read call history. With this scope the app reads one call."},
                {"phone:read:list_call_logs:admin",
                 "* Read call history. With this scope the app lists calls."}});
  CHECK(said("features: {phone: call_history}\njustify: {phone.call_history: Log the day}\n") ==
        Reasons{
            {"phone:read:call_log:admin", "* Log the day. With this scope the app reads one call."},
            {"phone:read:list_call_logs:admin",
             "* Log the day. With this scope the app lists calls."}});
}

TEST_CASE("a member of a composite says no more than it does") {
  CHECK(said("features: {meetings: write}\n") ==
        Reasons{{"meeting:delete:meeting", "* Delete meetings."},
                {"meeting:update:meeting", "* Update meetings."},
                {"meeting:write:meeting", "* Create meetings."}});
  CHECK(
      said("features: {meetings: write}\njustify: {meetings.write: Keep in step}\n") ==
      Reasons{
          {"meeting:delete:meeting", "* Keep in step. With this scope the app deletes meetings."},
          {"meeting:update:meeting", "* Keep in step. With this scope the app updates meetings."},
          {"meeting:write:meeting", "* Keep in step. With this scope the app creates meetings."}});
}

TEST_CASE("the most specific text wins") {
  const std::string app =
      "features: {phone: call_history}\njustify:\n  phone.call_history: Of the feature\n";
  const std::string operation = "  GET /phone/call_history: Of the operation\n";
  const std::string scope = "  phone:read:list_call_logs:admin: Of the scope\n";
  CHECK(said(app + operation).at("phone:read:list_call_logs:admin") == "Of the operation.");
  CHECK(said(app + operation).at("phone:read:call_log:admin") == "Of the feature.");
  CHECK(said(app + operation + scope).at("phone:read:list_call_logs:admin") == "Of the scope.");
}

TEST_CASE("a scope of several features says all of them") {
  CHECK(reasons_of("zoomc: 1\napp: {name: Acme, purpose: CRM logging}\nregion: us\n"
                   "features: {users: read}\n") ==
        Reasons{{"user:read:list_users:admin",
                 "* List users and read their profiles for CRM logging. With this scope the app "
                 "lists users."},
                {"user:read:user:admin",
                 "* Identify the connecting user for CRM logging. List users and read their "
                 "profiles for CRM logging. With this scope the app reads a user's profile."}});
}

TEST_CASE("operations, events and scopes by hand") {
  CHECK(said("operations: [\"GET /users/{userId}/recordings\"]\n"
             "events: [{name: R, types: [meeting.started, meeting.ended], url: https://a.test}]\n"
             "extra_scopes: [\"meeting:read:summary\"]\n") ==
        Reasons{{"cloud_recording:read:list_user_recordings", "* List all recordings."},
                {"meeting:read:meeting",
                 "* Receive the event meeting.started. Receive the event meeting.ended."},
                {"meeting:read:summary", "* Use the scope meeting:read:summary."}});
}

TEST_CASE("two scopes with the same text of the author's are told apart") {
  CHECK(said("features: {phone: call_history}\njustify:\n"
             "  phone:read:list_call_logs:admin: Log the day\n"
             "  phone:read:call_log:admin: log the day\n") ==
        Reasons{
            {"phone:read:call_log:admin", "* log the day. With this scope the app reads one call."},
            {"phone:read:list_call_logs:admin",
             "* Log the day. With this scope the app lists calls."}});
  CHECK(said("extra_scopes: [\"meeting:read:summary\", \"meeting:read:transcript\"]\n"
             "features: {meetings: read}\njustify:\n"
             "  meeting:read:summary: Sum up\n  meeting:read:transcript: Sum up\n")
            .at("meeting:read:summary") == "* Sum up. This is meeting:read:summary.");
}

TEST_CASE("the guide's names are told apart too") {
  const Reasons reasons = reasons_of(
      "zoomc: 1\napp: {name: Acme}\nregion: us\nscope_names: guide\n"
      "features: {users: [read, write], groups: [read, write], meetings: [read, write],\n"
      "  webinars: [read, manage], phone: [users, call_history, recordings]}\n");
  CHECK(reasons.size() == 26);
  std::set<std::string> distinct;
  for (const auto& [scope, text] : reasons) distinct.insert(text);
  CHECK(distinct.size() == 26);
  CHECK(reasons.at("user_profile") ==
        "* Identify the connecting user. With this scope the app reads a user's profile. This is "
        "user_profile.");
  CHECK(reasons.at("phone:read:recording:admin") == "* List and download call recordings.");
}

}  // namespace
}  // namespace zoomc::review
