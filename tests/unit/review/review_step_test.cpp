#include <map>

#include "resolved_case.h"
#include "review/scope_reason.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

using Lines = std::vector<std::string>;
using Steps = std::map<std::string, Lines>;

// By scope; `*` marks what was generated.
Steps steps_of(const std::string& text) {
  const ResolvedCase made(text);
  const TestPlan plan(made.resolved);
  Steps steps;
  const auto uses = uses_of_scopes(made.resolved);
  for (std::size_t i = 0; i < made.resolved.scopes.size(); ++i) {
    const resolve::ResolvedScope& scope = made.resolved.scopes[i];
    for (const ReviewStep& step : plan.steps_of(scope, uses[i])) {
      steps[std::string(scope.name)].push_back((step.written ? "" : "* ") + step.text);
    }
  }
  return steps;
}

Steps planned(const std::string& rest) {
  return steps_of(kCustomApp + rest);
}

TEST_CASE("the catalog's step, for a user and for an admin") {
  CHECK(
      planned("features: {meetings: [read, create]}\n") ==
      Steps{{"meeting:read:list_meetings",
             {"* Connect as a user who has an upcoming meeting, open the list of meetings, and "
              "expect that meeting with its topic and time."}},
            {"meeting:write:meeting",
             {"* Connect as a user, schedule a meeting, and expect it under Meetings in Zoom."}}});
  CHECK(planned("managed_by: admin\nfeatures: {meetings: [read, create]}\n") ==
        Steps{{"meeting:read:list_meetings:admin",
               {"* Connect as an admin of an account that has an upcoming meeting, open the list "
                "of meetings, and expect that meeting with its topic and time."}},
              {"meeting:write:meeting:admin",
               {"* Connect as an account admin, schedule a meeting, and expect it under Meetings "
                "in Zoom."}}});
}

TEST_CASE("a scope of several uses has a step for each") {
  const Steps steps =
      steps_of("zoomc: 1\napp: {name: Acme}\nregion: us\nfeatures: {users: read}\n");
  CHECK(steps.at("user:read:user:admin") ==
        Lines{"* Connect as an account admin, approve the permissions that Zoom shows, and expect "
              "the connection to carry that user's name.",
              "* Connect as an account admin, open one user, and expect the name and email that "
              "Zoom shows for that user."});
}

TEST_CASE("the author's steps go by the keys of `justify`, most specific first") {
  const std::string app =
      "features: {phone: call_history}\ntest_plan:\n  phone.call_history: Of the feature\n";
  const std::string operation = "  GET /phone/call_history: Of the operation\n";
  const std::string scope = "  phone:read:list_call_logs:admin: Of the scope\n";
  const std::string list = "phone:read:list_call_logs:admin";
  CHECK(planned(app).at(list) == Lines{"Of the feature."});
  CHECK(planned(app + operation).at(list) == Lines{"Of the operation."});
  CHECK(planned(app + operation).at("phone:read:call_log:admin") == Lines{"Of the feature."});
  CHECK(planned(app + scope + operation).at(list) == Lines{"Of the scope."});
  CHECK(planned("features: {meetings: write}\ntest_plan: {meetings.write: Move one}\n")
            .at("meeting:delete:meeting") == Lines{"Move one."});
}

TEST_CASE("how operations, events and scopes by hand are shown") {
  CHECK(planned("operations: [\"GET /users/{userId}/recordings\", \"DELETE /meetings/{id}\"]\n"
                "events: [{name: R, types: [meeting.ended], url: https://a.test}]\n"
                "extra_scopes: [\"meeting:read:summary\"]\n") ==
        Steps{{"cloud_recording:read:list_user_recordings",
               {"* Connect as a user, use a feature that calls GET /users/{userId}/recordings "
                "(List all "
                "recordings), and expect no error."}},
              // A feature makes this call, so it is known how it shows.
              {"meeting:delete:meeting",
               {"* Connect as a user who has an upcoming meeting, delete that meeting, and expect "
                "it to be gone from Meetings in Zoom."}},
              {"meeting:read:meeting",
               {"* Connect as a user, make meeting.ended happen in Zoom, and expect the app to "
                "receive it."}},
              {"meeting:read:summary",
               {"* Connect as a user, use a feature that needs meeting:read:summary, and expect no "
                "error."}}});
}

TEST_CASE("the guide's names have the steps of what they allow, else of their feature") {
  const std::string head = "zoomc: 1\napp: {name: Acme}\nregion: us\nscope_names: guide\n";
  const Steps steps = steps_of(head + "features: {phone: [call_history, recordings]}\n");
  CHECK(steps.at("phone:read:call_log:admin") ==
        Lines{"* Connect as an admin of an account that has Zoom Phone and made a call today, open "
              "that call, and expect the caller, callee and length that Zoom shows for it."});
  CHECK(steps.at("phone:read:recording:admin") ==
        Lines{"* Connect as an admin of an account that has a recorded Zoom Phone call, open the "
              "list of call recordings, and expect that recording in it.",
              "* Connect as an admin of an account that has a recorded Zoom Phone call, play or "
              "download that recording, and expect to hear the call."});
  CHECK(steps_of(head + "features: {phone: recordings}\n"
                        "test_plan: {phone.recordings: Play one}\n")
            .at("phone:read:recording:admin") == Lines{"Play one."});
}

}  // namespace
}  // namespace zoomc::review
