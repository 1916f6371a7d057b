#include "review/change_report.h"

#include <string>
#include <utility>
#include <vector>

#include "review/change_report.h"
#include "support/catch.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

manifest::ManifestChange scope(manifest::ChangeKind kind, std::string name) {
  const bool is_added = kind == manifest::ChangeKind::added;
  return {.kind = kind,
          .part = manifest::ManifestPart::scope,
          .subject = std::move(name),
          .before = is_added ? "" : "required",
          .after = is_added ? "optional" : ""};
}

manifest::ManifestChange turned(std::string name, std::string after) {
  return {.part = manifest::ManifestPart::scope_optional,
          .subject = std::move(name),
          .before = after == "required" ? "optional" : "required",
          .after = std::move(after)};
}

manifest::ManifestChange leaf(manifest::ManifestPart part, std::string subject, std::string before,
                              std::string after) {
  return {.part = part,
          .subject = std::move(subject),
          .before = std::move(before),
          .after = std::move(after)};
}

manifest::ManifestChange usage() {
  return leaf(manifest::ManifestPart::usage, "/oauth_information/usage", "USER_OPERATION",
              "ADMIN_MANAGEMENT");
}

ChangeReport report_of(std::vector<manifest::ManifestChange> changes,
                       ChangeStage stage = ChangeStage::published) {
  ChangeReport report{
      .before = {"crm.zoom.yaml", "main"}, .after = {"crm.zoom.yaml"}, .stage = stage};
  for (manifest::ManifestChange& change : changes) {
    WeighedChange weighed{.cost = cost_of(change)};
    if (change.kind != manifest::ChangeKind::added) weighed.before_place = LineColumn{3, 5};
    if (change.kind != manifest::ChangeKind::removed) weighed.after_place = LineColumn{4, 7};
    weighed.change = std::move(change);
    report.changes.push_back(std::move(weighed));
  }
  return report;
}

TEST_CASE("what each kind of change costs", "[review][changes]") {
  const ChangeCost functional{.functional_review = true};
  CHECK(cost_of(scope(manifest::ChangeKind::added, "a")) ==
        ChangeCost{true, true, Reauthorization::everyone});
  CHECK(cost_of(scope(manifest::ChangeKind::removed, "a")) == functional);
  CHECK(cost_of(turned("a", "required")) == ChangeCost{true, false, Reauthorization::who_declined});
  CHECK(cost_of(turned("a", "optional")) == functional);
  CHECK(cost_of(usage()) == ChangeCost{true, false, Reauthorization::everyone});
  for (const manifest::ManifestPart part :
       {manifest::ManifestPart::development_redirect, manifest::ManifestPart::production_redirect,
        manifest::ManifestPart::allow_list_entry, manifest::ManifestPart::strict_mode,
        manifest::ManifestPart::listing, manifest::ManifestPart::event_type,
        manifest::ManifestPart::webhook_url, manifest::ManifestPart::product,
        manifest::ManifestPart::scope_description, manifest::ManifestPart::other}) {
    CHECK(cost_of({.kind = manifest::ChangeKind::added, .part = part}) == functional);
  }
}

TEST_CASE("costs add up to the worst of each", "[review][changes]") {
  CHECK(ChangeReport{}.cost() == ChangeCost{});
  CHECK(report_of({turned("a", "required"), usage(), scope(manifest::ChangeKind::removed, "b")})
            .cost() == ChangeCost{true, false, Reauthorization::everyone});
  CHECK(report_of({scope(manifest::ChangeKind::added, "b"), turned("a", "required")}).cost() ==
        ChangeCost{true, true, Reauthorization::everyone});
}

TEST_CASE("what stands where a list should is shown as the text that it is", "[review][changes]") {
  const std::string hostile = "\x1b[2J\n# <b> | " + std::string(80, 'x');
  const std::string shown = "`\\x1b[2J\\n# <b> | " + std::string(63, 'x') + "…`";
  for (const manifest::ManifestPart part :
       {manifest::ManifestPart::scope, manifest::ManifestPart::allow_list_entry,
        manifest::ManifestPart::product}) {
    const manifest::ManifestChange added{
        .kind = manifest::ChangeKind::added, .part = part, .subject = "/a/list", .after = hostile};
    CHECK(describe_change(added, in_backticks) == "`/a/list`: " + shown);
    const manifest::ManifestChange removed{.kind = manifest::ChangeKind::removed,
                                           .part = part,
                                           .subject = "/a/list",
                                           .before = hostile};
    CHECK(describe_change(removed, in_backticks) == "`/a/list`: " + shown);
  }
  const manifest::ManifestChange turned_text{.part = manifest::ManifestPart::scope,
                                             .subject = "/a/list",
                                             .before = "\x1b",
                                             .after = "\x9b"};
  CHECK(describe_change(turned_text, in_backticks) == "`/a/list`: from `\\x1b` to `\\x9b`");
}

TEST_CASE("a report in text", "[review][changes]") {
  const std::vector<manifest::ManifestChange> changes{
      usage(), scope(manifest::ChangeKind::removed, "a:read"),
      scope(manifest::ChangeKind::added, "b:read"), turned("c:read", "required"),
      leaf(manifest::ManifestPart::production_redirect,
           "/oauth_information/production_redirect_uri", "https://a/", "https://b/")};
  CHECK(changes_text(report_of(changes)) ==
        "`crm.zoom.yaml at main` -> `crm.zoom.yaml`\n"
        "\n"
        "Usage\n"
        "  ~ usage: from `USER_OPERATION` to `ADMIN_MANAGEMENT`\n"
        "      everyone authorises again\n"
        "      crm.zoom.yaml:4:7\n"
        "\n"
        "Scopes\n"
        "  - `a:read`, required\n"
        "      crm.zoom.yaml:3:5 at main\n"
        "  + `b:read`, optional\n"
        "      security review; everyone authorises again\n"
        "      crm.zoom.yaml:4:7\n"
        "  ~ `c:read`: from optional to required\n"
        "      users who declined it authorise again\n"
        "      crm.zoom.yaml:4:7\n"
        "\n"
        "Redirect URLs\n"
        "  ~ production: from `https://a/` to `https://b/`\n"
        "      crm.zoom.yaml:4:7\n"
        "\n"
        "Cost\n"
        "  security review: 1 scope is added\n"
        "  functional review: every update of a published app has one\n"
        "  everyone authorises again: 1 scope is added and the usage changes\n");
}

TEST_CASE("what is due depends on the stage", "[review][changes]") {
  const auto cost = [](ChangeStage stage, std::vector<manifest::ManifestChange> changes) {
    const std::string text = changes_text(report_of(std::move(changes), stage));
    return text.substr(text.find("Cost"));
  };
  CHECK(cost(ChangeStage::testing,
             {scope(manifest::ChangeKind::added, "a"), scope(manifest::ChangeKind::added, "b")}) ==
        "Cost, in testing\n"
        "  nothing is due until the app is published\n"
        "  connected accounts must connect again: 2 scopes are added\n");
  CHECK(cost(ChangeStage::testing, {scope(manifest::ChangeKind::removed, "a")}) ==
        "Cost, in testing\n  nothing is due until the app is published\n");
  CHECK(cost(ChangeStage::unknown, {scope(manifest::ChangeKind::removed, "a")}) ==
        "Cost, if the app is published\n"
        "  functional review: every update of a published app has one\n");
  CHECK(cost(ChangeStage::publishing, {}) ==
        "Cost\n"
        "  the app is published now: Zoom reviews all of it, and everyone who connected with "
        "development credentials connects again\n");
  CHECK(cost(ChangeStage::published, {turned("a", "required")}) ==
        "Cost\n"
        "  functional review: every update of a published app has one\n"
        "  users who declined it authorise again: an optional scope becomes required\n");
}

TEST_CASE("a change in testing costs nothing yet", "[review][changes]") {
  const ChangeReport report =
      report_of({scope(manifest::ChangeKind::added, "a")}, ChangeStage::testing);
  CHECK(describe_extra_cost(report, report.changes.front()) ==
        "once published: security review; everyone authorises again");
  const ChangeReport now =
      report_of({scope(manifest::ChangeKind::added, "a")}, ChangeStage::publishing);
  CHECK(describe_extra_cost(now, now.changes.front()).empty());
}

TEST_CASE("nothing changed, and all is new", "[review][changes]") {
  CHECK(changes_text(report_of({})) ==
        "`crm.zoom.yaml at main` -> `crm.zoom.yaml`\nnothing changed in the manifest\n");
  CHECK(changes_markdown(report_of({})) ==
        "### Zoom app `crm.zoom.yaml`\n\n`crm.zoom.yaml at main` -> `crm.zoom.yaml`\n\n"
        "Nothing changed in the manifest.\n");
  ChangeReport report = report_of({scope(manifest::ChangeKind::added, "a")}, ChangeStage::testing);
  report.is_new = true;
  CHECK(changes_text(report) ==
        "`crm.zoom.yaml` is new: `main` does not have it\n"
        "\n"
        "Scopes\n"
        "  + `a`, optional\n"
        "      once published: security review; everyone authorises again\n"
        "      crm.zoom.yaml:4:7\n"
        "\n"
        "Cost, in testing\n"
        "  nothing is due until the app is published\n");
  report.stage = ChangeStage::publishing;
  const std::string text = changes_text(report);
  CHECK(text.substr(text.find("Cost")) == "Cost\n  the app is published: Zoom reviews all of it\n");
}

TEST_CASE("words for every part", "[review][changes]") {
  const auto words = [](manifest::ManifestChange change) {
    return describe_change(change, in_backticks);
  };
  CHECK(words(leaf(manifest::ManifestPart::listing, "/display_information/description", "a",
                   "b")) == "`description`: from `a` to `b`");
  CHECK(words(leaf(manifest::ManifestPart::strict_mode, "/oauth_information/strict_mode", "true",
                   "false")) == "strict mode: from `true` to `false`");
  CHECK(words(leaf(manifest::ManifestPart::domain, "a.example", "x", "y")) ==
        "`a.example`: from `x` to `y`");
  CHECK(words({.kind = manifest::ChangeKind::added,
               .part = manifest::ManifestPart::event_type,
               .subject = "meeting.started",
               .subscription = "Meetings",
               .after = "meeting.started"}) == "`meeting.started` (subscription `Meetings`)");
  CHECK(words({.kind = manifest::ChangeKind::removed,
               .part = manifest::ManifestPart::subscription,
               .subject = "Meetings",
               .subscription = "Meetings",
               .before = "Meetings"}) == "subscription `Meetings`");
  CHECK(words({.kind = manifest::ChangeKind::added,
               .part = manifest::ManifestPart::product,
               .subject = "ZOOM_PHONE"}) == "`ZOOM_PHONE`");
  CHECK(words(leaf(manifest::ManifestPart::other, "/features/connect/a", "1", "2")) ==
        "`/features/connect/a`: from `1` to `2`");
  CHECK(words(leaf(manifest::ManifestPart::other, "/", "", "")) == "and more that is not told");
}

TEST_CASE("secrets are compared and not shown", "[review][changes]") {
  const manifest::ManifestChange secret =
      leaf(manifest::ManifestPart::other,
           "/features/event_subscription/events[0]/production_event_custom_header", "hunter1",
           "hunter2");
  const ChangeReport report = report_of({secret});
  for (const std::string& text :
       {changes_text(report), changes_markdown(report), changes_json(report)}) {
    CHECK(text.find("hunter") == std::string::npos);
    CHECK(text.find("production_event_custom_header") != std::string::npos);
  }
}

TEST_CASE("a report in Markdown", "[review][changes]") {
  CHECK(changes_markdown(
            report_of({scope(manifest::ChangeKind::added, "b:read"),
                       leaf(manifest::ManifestPart::listing, "/display_information/display_name",
                            "A `b` <i>", "x\x1b[2J\ny")})) ==
        "### Zoom app `crm.zoom.yaml`\n"
        "\n"
        "`crm.zoom.yaml at main` -> `crm.zoom.yaml`\n"
        "\n"
        "#### Cost\n"
        "\n"
        "- security review: 1 scope is added\n"
        "- functional review: every update of a published app has one\n"
        "- everyone authorises again: 1 scope is added\n"
        "\n"
        "#### Scopes\n"
        "\n"
        "- added `b:read`, optional (`crm.zoom.yaml:4:7`): **security review; everyone authorises "
        "again**\n"
        "\n"
        "#### Texts\n"
        "\n"
        "- changed `display_name`: from ``A `b` <i>`` to `x\\x1b[2J\\ny` (`crm.zoom.yaml:4:7`)\n");
}

TEST_CASE("a report in JSON", "[review][changes]") {
  CHECK(changes_json(report_of({scope(manifest::ChangeKind::added, "b:read")})) ==
        "{\n"
        "  \"version\": 1,\n"
        "  \"before\": {\n"
        "    \"path\": \"crm.zoom.yaml\",\n"
        "    \"revision\": \"main\"\n"
        "  },\n"
        "  \"after\": {\n"
        "    \"path\": \"crm.zoom.yaml\"\n"
        "  },\n"
        "  \"is_new\": false,\n"
        "  \"stage\": \"published\",\n"
        "  \"changes\": [\n"
        "    {\n"
        "      \"kind\": \"added\",\n"
        "      \"part\": \"scope\",\n"
        "      \"subject\": \"b:read\",\n"
        "      \"after\": \"optional\",\n"
        "      \"after_place\": {\n"
        "        \"line\": 4,\n"
        "        \"column\": 7\n"
        "      },\n"
        "      \"cost\": {\n"
        "        \"functional_review\": true,\n"
        "        \"security_review\": true,\n"
        "        \"reauthorization\": \"everyone\"\n"
        "      }\n"
        "    }\n"
        "  ],\n"
        "  \"cost\": {\n"
        "    \"functional_review\": true,\n"
        "    \"security_review\": true,\n"
        "    \"reauthorization\": \"everyone\"\n"
        "  }\n"
        "}\n");
}

}  // namespace
}  // namespace zoomc::review
