#include "lsp/hover.h"

#include "lsp/topic.h"
#include "support/catch.h"
#include "unit/lsp/support.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using test::app_with;

namespace {

const std::string kNone = "nothing";

std::string hover_at(const std::string& text,
                     const SchemaContext& language = test::app_language()) {
  const test::Marked marked = test::unmark(text);
  const driver::Checked checked = test::checked(marked.text);
  const auto found = hover(language, checked, marked.offset);
  return found ? found->markdown : kNone;
}

// The part of a hover up to its first blank line in text.
std::string first_line(const std::string& markdown) {
  const std::size_t begin = markdown.starts_with("```text\n") ? 8 : 0;
  return markdown.substr(begin, markdown.find('\n', begin) - begin);
}

}  // namespace

TEST_CASE("keys have the schema's words") {
  CHECK(hover_at("zoomc: 1\napp: {name: x}\nreg@@ion: eu\n") ==
        "**Region**\n\nWhere the platform's workspace lives; it decides the redirect URL. Of a "
        "list the "
        "first is the redirect, and all are allow-listed.\n\nExample: `eu`\n");
  // Also where the file is no YAML.
  CHECK(first_line(hover_at("zoomc: 1\nsta@@ge: [\n")) == "**Stage**");
  CHECK(first_line(hover_at("zoomc: 1\napp: {name: x, comp@@any: y}\nregion: eu\n")) ==
        "**Company**");
  CHECK(first_line(hover_at("zoomc: 1\napp: {name: x}\nregion: eu\nnon@@sense: 1\n")) ==
        "**unknown-key** (error)");
  CHECK(hover_at("zoomc: 1\n@@\n") == kNone);
}

TEST_CASE("a region is its URL") {
  CHECK(hover_at("zoomc: 1\napp: {name: x}\nregion: e@@u\n")
            .starts_with("```text\neu: the EU region of Unified\n  add          region: eu\n"
                         "  redirect     https://api-eu.unified.to/oauth/code\n"
                         "  others       us                           "
                         "https://api.unified.to/oauth/code\n"));
}

TEST_CASE("a feature has its scopes in this app") {
  const std::string text = hover_at(app_with("features: {phone: [call_hi@@story]}\n"));
  CHECK(first_line(text) == "phone.call_history: Read call history");
  CHECK(
      text.ends_with("```\n\nScopes in this app:\n- `phone:read:call_log:admin`\n"
                     "- `phone:read:list_call_logs:admin`\n"));
  CHECK(first_line(hover_at(app_with("features: {pho@@ne: [users]}\n"))) ==
        "phone: a group of features");
  CHECK(first_line(hover_at(app_with("features: {webinars: manage@@}\n")))
            .starts_with("webinars.manage: Create, update and delete webinars"));
}

TEST_CASE("a scope says what it allows and who needs it here") {
  const std::string text = hover_at(
      app_with("managed_by: admin\noperations: [GET /phone/recordings]\njustify:\n"
               "  phone:read:list_call@@_recordings:admin: Read the recordings of calls\n"));
  CHECK(first_line(text) ==
        "phone:read:list_call_recordings:admin: granular scope of the admin level, for the data of "
        "the whole account");
  CHECK(text.find("In this app:\n```text\nphone:read:list_call_recordings:admin\n"
                  "  needed by  GET /phone/recordings          no other admin scope allows it\n"
                  "    for      GET /phone/recordings          app.zoom.yaml:5:14\n") !=
        std::string::npos);
}

TEST_CASE("operations, events and platforms") {
  CHECK(first_line(hover_at(app_with("operations: [GET /phone/rec@@ordings]\n"))) ==
        "GET /phone/recordings: lists call recordings");
  CHECK(first_line(hover_at(app_with(
            "events: [{name: R, types: [recording.comp@@leted], url: https://acme.example}]\n"))) ==
        "recording.completed: a webhook event");
  CHECK(first_line(hover_at(app_with("platform: uni@@fied\n"))).starts_with("unified: "));
}

TEST_CASE("a finding's rule stands below") {
  const std::string text = hover_at(app_with("extra_scopes: [every@@thing]\n"));
  CHECK(text ==
        "**Extra scopes**\n\nScopes asked for by hand, beyond what features, operations and events "
        "need.\n\nExample: `[meeting:read:summary:admin]`\n\n---\n**unknown-scope** (warning)\n\n" +
            page_opening(test::context(), "unknown-scope") + "\n");
}

TEST_CASE("an allowance's rule has its page without the cases") {
  const std::string text =
      hover_at(app_with("extra_scopes: [everything] # zoomc: allow unknown-@@scope -- why\n"));
  CHECK(text.starts_with("# unknown-scope\n\n"));
  CHECK(text.find("## Cases") == std::string::npos);
  CHECK(text.find("## Fix") != std::string::npos);
  CHECK(hover_at(app_with("# a com@@ment\n")) == kNone);
}

TEST_CASE("hover in settings") {
  const auto at = [](const std::string& text) { return hover_at(text, test::settings_language()); };
  CHECK(first_line(at("lint: {exc@@lude: [a]}\n")) == "**Excluded files**");
  CHECK(at("lint: {rules: {unknown-@@scope: off}}\n").starts_with("# unknown-scope\n"));
}
