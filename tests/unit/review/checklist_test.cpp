#include "review/checklist.h"

#include <map>

#include "resolved_case.h"
#include "review/checklist_items.h"
#include "rules/registry.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

using Lines = std::vector<std::string>;

std::string box(ItemState state) {
  return state == ItemState::done ? "x " : state == ItemState::open ? "  " : "! ";
}

// The item that the rule of that id names.
std::string_view item_of(std::string_view id) {
  for (const lint::Rule& rule : rules::all_rules()) {
    if (rule.info->id == id) return rule.info->item;
  }
  FAIL("no rule " << id);
  return {};
}

// A checklist and what it points into.
struct ListCase {
  explicit ListCase(const std::string& text) : made(text), facts(made) {}

  Checklist list(const std::string& file_argument = "-") const {
    return make_checklist(made, facts, findings, file_argument);
  }

  // A finding at the first place of `word`.
  void add_finding(std::string_view id, const std::string& word,
                   Severity severity = Severity::warning) {
    const auto at = static_cast<std::uint32_t>(made.file.text.find(word));
    findings.push_back({.id = id,
                        .severity = severity,
                        .primary = {at, at + static_cast<std::uint32_t>(word.size())},
                        .message = std::string(id),
                        .item = item_of(id)});
  }

  Lines items(std::string_view id) const {
    const Checklist checklist = list("app.zoom.yaml");
    Lines lines;
    for (const CheckSection& section : checklist.sections) {
      for (const CheckItem& item : section.items) {
        if (item.id != id) continue;
        lines.push_back(box(item.state) + item.text);
        for (const ItemDetail& detail : item.details) {
          lines.push_back("    " + detail.label + "|" + detail.value);
        }
        for (const Diagnostic* found : item.findings) lines.push_back("    " + found->message);
      }
    }
    return lines;
  }

  Lines titles() const {
    Lines lines;
    for (const CheckSection& section : list().sections) {
      lines.push_back(section.title);
    }
    return lines;
  }

  Lines guide_lines() const {
    Lines lines;
    for (const GuideLine& line : list().guide_lines) {
      lines.push_back(box(line.state) + line.text);
    }
    return lines;
  }

  const ResolvedCase made;
  const lint::LintFacts facts;
  std::vector<Diagnostic> findings;
};

const std::string kUnified = "zoomc: 1\napp: {name: Acme}\nregion: [eu, us]\n";

TEST_CASE("the parts are the guide's, in its order") {
  CHECK(ListCase(kUnified).titles() ==
        Lines{"The file", "What you need", "Step 1: Create a Zoom OAuth app",
              "Step 2: Add the required scopes", "Step 3: Add credentials in Unified",
              "Step 4: Connect a Zoom account", "While the app is in testing"});
  CHECK(ListCase(kUnified + "stage: published\n").titles() ==
        Lines{"The file", "What you need", "Step 1: Create a Zoom OAuth app",
              "Step 2: Add the required scopes", "Step 3: Add credentials in Unified",
              "Step 4: Connect a Zoom account", "When the app is published", "Zoom's review"});
  CHECK(ListCase(kCustomApp).titles()[4] == "Step 3: Add credentials in your service");
}

TEST_CASE("the redirect and the allow list of the regions") {
  const ListCase made(kUnified);
  CHECK(made.items("redirect-url") ==
        Lines{"x The OAuth redirect URL is the one that Unified sends from EU",
              "    |https://api-eu.unified.to/oauth/code"});
  CHECK(made.items("allow-list") == Lines{"x OAuth allow list contains the redirect URL",
                                          "    |https://api-eu.unified.to/oauth/code",
                                          "    |https://api.unified.to/oauth/code"});
  CHECK(made.items("workspace") == Lines{"  The Unified workspace is in EU and US"});
}

TEST_CASE("a wrong value is answered with the one to enter") {
  ListCase made(
      "zoomc: 1\napp: {name: Acme}\nregion: eu\n"
      "oauth:\n  redirect_url: https://api-eu.unified.to/oauth/code/\n"
      "  allow_list: [https://api-eu.unified.to]\n");
  made.add_finding("redirect-url-mismatch", "https://api-eu.unified.to/oauth/code/",
                   Severity::error);
  made.add_finding("base-url-in-strict-mode", "https://api-eu.unified.to]");
  CHECK(made.items("redirect-url") ==
        Lines{"! The OAuth redirect URL is the one that Unified sends from EU",
              "    |https://api-eu.unified.to/oauth/code", "    redirect-url-mismatch"});
  CHECK(made.items("allow-list") == Lines{"! OAuth allow list contains the redirect URL",
                                          "    |https://api-eu.unified.to/oauth/code",
                                          "    base-url-in-strict-mode"});
  CHECK(made.guide_lines() == Lines{"  Client ID and Client Secret match the app: Development",
                                    "! The OAuth redirect URL in Zoom is exactly the expected one",
                                    "! The same URL is on the OAuth allow list",
                                    "  All scopes that the app needs are added",
                                    "  While the app is in testing, who connects is an authorized "
                                    "tester"});
}

TEST_CASE("an app that receives the redirect itself has no Unified steps") {
  const ListCase made(kCustomApp + "features: {meetings: read}\n");
  CHECK(made.items("integrations").empty());
  CHECK(made.items("saved").empty());
  CHECK(made.items("workspace").empty());
  CHECK(made.items("redirect-url") ==
        Lines{"x The OAuth redirect URL is the app's own", "    |https://app.acme.test/oauth"});
  CHECK(made.items("credentials") ==
        Lines{"  The Client ID and Client Secret that your service uses are the app's Development "
              "pair"});
  CHECK(made.items("authorizer") ==
        Lines{"  Each user starts a connection of their own and approves what Zoom shows"});
}

const std::string kAccounts =
    kUnified +
    "features: {phone: call_history}\naccounts:\n"
    "  - {name: Acme HQ, same_account: true, authorizer: admin, zoom_phone: true}\n"
    "  - {name: Globex, email: dana@globex.test, tester: true, authorizer: owner}\n"
    "  - {name: Initech, email: bill@initech.test, zoom_phone: false}\n";

TEST_CASE("each account has its own items") {
  ListCase made(kAccounts);
  made.add_finding("account-not-tester", "Initech");
  made.add_finding("phone-not-licensed", "false");
  CHECK(made.items("phone-license") == Lines{"x Acme HQ has Zoom Phone", "  Globex has Zoom Phone",
                                             "! Initech has Zoom Phone", "    phone-not-licensed"});
  CHECK(made.items("authorizer") ==
        Lines{"  Acme HQ: one of its admins starts the connection and approves what Zoom shows",
              "  Globex: its owner starts the connection and approves what Zoom shows",
              "  Initech: its owner or an admin starts the connection and approves what Zoom "
              "shows"});
  CHECK(made.items("tester") ==
        Lines{"x Acme HQ is the app's own account and needs no tester",
              "x Globex is an authorized tester", "! Initech is an authorized tester",
              "    open the app at|https://marketplace.zoom.us/develop/applications",
              "    |then Add app for testing, Local Test or Authorized testers",
              "    add|bill@initech.test", "    account-not-tester"});
}

TEST_CASE("once published nobody needs to be a tester, and accounts connect again") {
  ListCase made(kUnified +
                "stage: published\naccounts:\n  - {name: A, authorized_with: production}\n"
                "  - {name: B, authorized_with: development}\n  - {name: C}\n");
  made.add_finding("stale-authorization", "development");
  CHECK(made.items("tester").empty());
  CHECK(made.items("reauthorization") ==
        Lines{"x A has connected with the Production credentials",
              "! B has connected with the Production credentials", "    stale-authorization",
              "  C has connected with the Production credentials"});
  CHECK(made.items("credentials") ==
        Lines{"  The Client ID and Client Secret in Unified are the app's Production pair"});
  CHECK(made.items("icon").size() == 1);
}

TEST_CASE("the domains to verify are the app's and not the platform's") {
  const ListCase made(
      "zoomc: 1\napp:\n  name: Acme\n  links: {website: https://www.acme.test, "
      "privacy: https://WWW.acme.test/p}\nregion: eu\nstage: published\n"
      "events: [{name: R, types: [recording.completed], url: https://hooks.acme.test/z}]\n");
  CHECK(made.items("domains") == Lines{"  The domains of all URLs are verified",
                                       "    |hooks.acme.test", "    |www.acme.test"});
}

TEST_CASE("the integrations are named as in the dashboard") {
  CHECK(ListCase(kUnified + "features: {meetings: read}\n").items("integrations") ==
        Lines{"  Integrations: Zoom is enabled"});
  CHECK(ListCase(kUnified + "features: {meetings: read, phone: users}\n").items("integrations") ==
        Lines{"  Integrations: Zoom and Zoom Phone are enabled"});
  CHECK(ListCase(kUnified + "unified: {integrations: [zoom_calendar]}\n").items("integrations") ==
        Lines{"  Integrations: Zoom Calendar is enabled"});
}

TEST_CASE("a note leaves open what the file would prove") {
  ListCase made(kUnified + "features: {meetings: read}\n");
  CHECK(made.items("reviewer-texts") == Lines{"x Each scope has a text for Zoom's reviewers"});
  made.add_finding("missing-justification", "read", Severity::note);
  CHECK(made.items("reviewer-texts") ==
        Lines{"  Each scope has a text for Zoom's reviewers", "    missing-justification"});
}

TEST_CASE("a finding without an item of its own, or whose item the app lacks, is the file's") {
  ListCase made(kUnified + "features: {meetings: read}\n");
  CHECK(made.items("file") == Lines{"x no other findings in the file"});
  made.add_finding("policy-violation", "zoomc");
  // The listing is only asked for once the app is published.
  made.add_finding("summary-too-long", "name");
  made.add_finding("missing-listing-link", "app", Severity::note);
  CHECK(made.items("file") ==
        Lines{"! no other findings in the file", "    policy-violation", "    summary-too-long"});
}

TEST_CASE("every item is counted once") {
  const ListCase made(kAccounts);
  const Checklist list = made.list();
  std::size_t items = 0;
  for (const CheckSection& section : list.sections) items += section.items.size();
  CHECK(list.count(ItemState::done) + list.count(ItemState::open) == items);
  CHECK(list.count(ItemState::wrong) == 0);
}

}  // namespace
}  // namespace zoomc::review
