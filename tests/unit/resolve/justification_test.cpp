#include "resolve/justification.h"

#include <algorithm>

#include "catalog/builtin.h"
#include "model/build.h"
#include "resolve/resolve.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::resolve;

// What a reviewer reads of an app, sentence by sentence.
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kCustom =
    "platform: custom\noauth: {redirect_url: https://app.acme.test/oauth}\n";

Lines sentences_of(const std::string& text,
                   const catalog::Catalog& catalog = catalog::builtin_catalog()) {
  const SourceFile file{"app.zoom.yaml", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const model::App app = model::build_app(*document, sink);
  const ResolvedApp resolved = resolve::resolve(app, catalog, sink);
  CHECK(sink.take().empty());
  Lines lines;
  for (const Justification& one : justify(resolved)) {
    lines.push_back((one.written ? "" : "* ") + one.text);
  }
  return lines;
}

// Those of an app without sign-in. `*` marks what was generated.
Lines said(const std::string& rest) {
  return sentences_of("zoomc: 1\napp: {name: Acme}\n" + std::string(kCustom) + rest);
}

Lines said_for(const std::string& purpose, const std::string& rest) {
  return sentences_of("zoomc: 1\napp:\n  name: Acme\n  purpose: " + purpose + "\n" +
                      std::string(kCustom) + rest);
}

}  // namespace

TEST_CASE("sign-in comes first, with the purpose or without") {
  CHECK(sentences_of("zoomc: 1\napp: {name: Acme}\nregion: us\n") ==
        Lines{"* Identify the connecting user."});
  CHECK(sentences_of("zoomc: 1\napp: {name: Acme, purpose: CRM logging}\nregion: us\n") ==
        Lines{"* Identify the connecting user for CRM logging."});
  CHECK(sentences_of("zoomc: 1\napp: {name: Acme}\nregion: us\n"
                     "justify: {sign_in: Know whose calls these are}\n") ==
        Lines{"Know whose calls these are."});
}

TEST_CASE("features in the order of the file") {
  CHECK(said("features: {phone: [recordings, call_history], meetings: read}\n") ==
        Lines{"* List and download call recordings.", "* Read call history.", "* List meetings."});
}

TEST_CASE("a purpose is a noun phrase, however it is written") {
  const std::string app = "features: {meetings: read}\n";
  CHECK(said_for("CRM logging", app) == Lines{"* List meetings for CRM logging."});
  CHECK(said_for("CRM logging.", app) == Lines{"* List meetings for CRM logging."});
  CHECK(said_for("\" CRM\\n logging \"", app) == Lines{"* List meetings for CRM logging."});
  CHECK(said_for("for CRM logging", app) == Lines{"* List meetings for CRM logging."});
  CHECK(said_for("For CRM logging!", app) == Lines{"* List meetings for CRM logging!"});
  CHECK(said_for("To log calls", app) == Lines{"* List meetings to log calls."});
  CHECK(said_for("forum posts", app) == Lines{"* List meetings for forum posts."});
  CHECK(said_for("to", app) == Lines{"* List meetings for to."});
  CHECK(said_for("calls, meetings…", app) == Lines{"* List meetings for calls, meetings…"});
}

TEST_CASE("the author's text is one line with one full stop") {
  const auto text = [](const std::string& written) {
    return said("features: {meetings: read}\njustify:\n  meetings.read: " + written + "\n");
  };
  CHECK(text("List meetings for calendar sync") == Lines{"List meetings for calendar sync."});
  CHECK(text("List meetings.") == Lines{"List meetings."});
  CHECK(text("|\n    List\n    meetings\n") == Lines{"List meetings."});
  CHECK(text("Why not?") == Lines{"Why not?"});
  CHECK(text("List meetings (not webinars)") == Lines{"List meetings (not webinars)."});
  CHECK(text("Shows \"No meetings.\"") == Lines{"Shows \"No meetings.\""});
  CHECK(text("会議を一覧します。") == Lines{"会議を一覧します。"});
  // The purpose is for generated sentences only.
  CHECK(said_for("CRM logging",
                 "features: {meetings: read}\njustify: {meetings.read: Show them}\n") ==
        Lines{"Show them."});
}

TEST_CASE("a composite speaks once for its members") {
  CHECK(said_for("CRM logging", "features: {meetings: [read, write]}\n") ==
        Lines{"* List meetings for CRM logging.",
              "* Create, update and delete meetings for CRM logging."});
  CHECK(said("features: {meetings: write}\njustify: {meetings.write: Keep meetings in step}\n") ==
        Lines{"Keep meetings in step."});
}

TEST_CASE("a composite beside a member of it, in either order") {
  const Lines once{"* Create, update and delete meetings."};
  CHECK(said("features: {meetings: [write, create]}\n") == once);
  CHECK(said("features: {meetings: [create, write]}\n") == once);
  // The word for a single member says nothing of the others.
  CHECK(said("features: {meetings: [create, update, delete]}\n") ==
        Lines{"* Create meetings.", "* Update meetings.", "* Delete meetings."});
}

TEST_CASE("a composite's text covers members that were asked for one by one") {
  CHECK(said("features: {meetings: [create, update, delete]}\n"
             "justify: {meetings.write: Keep meetings in step}\n") ==
        Lines{"Keep meetings in step."});
}

TEST_CASE("a member with a text of its own") {
  // Its fellows then speak for themselves alone: the composite's phrase would repeat the member.
  CHECK(said("features: {meetings: write}\njustify: {meetings.update: Move meetings}\n") ==
        Lines{"* Create meetings.", "Move meetings.", "* Delete meetings."});
  CHECK(said("features: {meetings: write}\n"
             "justify: {meetings.update: Move meetings, meetings.write: Keep in step}\n") ==
        Lines{"Keep in step.", "Move meetings."});
  CHECK(said("features: {meetings: write}\n"
             "justify: {meetings.create: A b, meetings.update: C d, meetings.delete: E f}\n") ==
        Lines{"A b.", "C d.", "E f."});
}

TEST_CASE("a member whose every scope or operation has a text") {
  CHECK(said("features: {meetings: write}\n"
             "justify: {\"meeting:write:meeting\": Book meetings from a deal}\n") ==
        Lines{"Book meetings from a deal.", "* Update meetings.", "* Delete meetings."});
  CHECK(said("features: {meetings: write}\n"
             "justify: {\"DELETE /meetings/{meetingId}\": Cancel with the deal}\n") ==
        Lines{"* Create meetings.", "* Update meetings.", "Cancel with the deal."});
}

TEST_CASE("scope before operation before feature") {
  const std::string feature = "  meetings.read: Of the feature\n";
  const std::string operation = "  GET /users/{userId}/meetings: Of the operation\n";
  const std::string scope = "  meeting:read:list_meetings: Of the scope\n";
  const std::string app = "features: {meetings: read}\njustify:\n";
  CHECK(said(app + feature) == Lines{"Of the feature."});
  CHECK(said(app + feature + operation) == Lines{"Of the operation."});
  CHECK(said(app + feature + operation + scope) == Lines{"Of the scope."});
  CHECK(said(app + scope + feature) == Lines{"Of the scope."});
}

TEST_CASE("texts for a part of a feature leave the rest to the feature") {
  const std::string app = "features: {phone: call_history}\njustify:\n";
  const std::string list = "  phone:read:list_call_logs:admin: Find the calls of a day\n";
  const std::string one = "  GET /phone/call_history/{callHistoryUuid}: Show one call\n";
  CHECK(said(app + list) == Lines{"Find the calls of a day.", "* Read call history."});
  CHECK(said(app + list + "  phone.call_history: Log calls in the CRM\n") ==
        Lines{"Find the calls of a day.", "Log calls in the CRM."});
  CHECK(said(app + list + one) == Lines{"Find the calls of a day.", "Show one call."});
}

TEST_CASE("a scope that several need is explained once") {
  CHECK(sentences_of("zoomc: 1\napp: {name: Acme}\nregion: us\nfeatures: {users: read}\n"
                     "justify: {\"user:read:user:admin\": Show who called}\n") ==
        Lines{"Show who called.", "* List users and read their profiles."});
}

TEST_CASE("operations speak with Zoom's titles") {
  CHECK(said("operations: [\"GET /users/{userId}/recordings\", GET /h323/devices]\n") ==
        Lines{"* List all recordings.", "* List H.323/SIP devices."});
  // A title without a capital letter, and one with a full stop.
  CHECK(said_for("quotes",
                 "operations: [Getroutingresponse, InitiateAndCompleteAMultipartUpload]\n") ==
        Lines{"* Get routing response for quotes.",
              "* Initiate and complete a multipart upload for quotes."});
}

TEST_CASE("operations of the same title are told apart") {
  CHECK(said_for("callers", "managed_by: admin\noperations: [userGet, GET /users, phoneUser]\n") ==
        Lines{"* Get a user's profile (GET /contact_center/users/{userId}) for callers.",
              "* List users for callers.",
              "* Get a user's profile (GET /phone/users/{userId}) for callers."});
  CHECK(said_for("callers…", "managed_by: admin\noperations: [userGet, phoneUser]\n") ==
        Lines{"* Get a user's profile (GET /contact_center/users/{userId}) for callers…",
              "* Get a user's profile (GET /phone/users/{userId}) for callers…"});
}

TEST_CASE("a generated sentence that the author wrote for something else says what it is about") {
  CHECK(said("features: {meetings: read, webinars: read}\n"
             "justify: {meetings.read: List webinars}\n") ==
        Lines{"List webinars.", "* List webinars (webinars.read)."});
}

TEST_CASE("an operation that a feature explains in the same words needs no second sentence") {
  CHECK(said("features: {meetings: read}\noperations: [\"GET /users/{userId}/meetings\"]\n") ==
        Lines{"* List meetings."});
}

TEST_CASE("events and extra scopes") {
  CHECK(said_for("the archive",
                 "events:\n"
                 "  - {name: R, types: [recording.completed, recording.trashed], url: "
                 "https://a.acme.test/z}\n"
                 "extra_scopes: [meeting:read:summary]\n") ==
        Lines{"* Receive the event recording.completed for the archive.",
              "* Receive the event recording.trashed for the archive.",
              "* Use the scope meeting:read:summary for the archive."});
  CHECK(said("events:\n"
             "  - {name: R, types: [recording.completed], url: https://a.acme.test/z}\n"
             "extra_scopes: [meeting:read:summary]\n"
             "justify:\n"
             "  recording.completed: File the recording\n"
             "  meeting:read:summary: Show the summary\n") ==
        Lines{"File the recording.", "Show the summary."});
}

TEST_CASE("the guide's names may have texts too") {
  const std::string app =
      "zoomc: 1\napp: {name: Acme}\nregion: us\nscope_names: guide\nfeatures: {users: write}\n";
  CHECK(sentences_of(app) ==
        Lines{"* Identify the connecting user.", "* Create, update and delete users."});
  CHECK(sentences_of(app + "justify: {\"user:write:admin\": Keep the directory in step}\n") ==
        Lines{"* Identify the connecting user.", "Keep the directory in step."});
  CHECK(sentences_of(app + "justify: {\"user:read\": Know who connects}\n") ==
        Lines{"Know who connects.", "* Identify the connecting user.",
              "* Create, update and delete users."});
}

TEST_CASE("the same text is said once") {
  CHECK(said("features: {meetings: [read, create]}\n"
             "justify: {meetings.read: Calendar sync, meetings.create: calendar  sync.}\n") ==
        Lines{"Calendar sync."});
}
