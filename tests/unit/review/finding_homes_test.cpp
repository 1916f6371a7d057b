#include "review/finding_homes.h"

#include <set>

#include "resolve/codes.h"
#include "review/checklist_items.h"
#include "rules/registry.h"
#include "support/catch.h"

namespace zoomc {
namespace {

std::set<std::string_view> known_findings() {
  std::set<std::string_view> ids;
  for (const Rule& rule : all_rules()) ids.insert(rule.info->id);
  for (const Code& code : resolve_codes::kAll) ids.insert(code.id);
  return ids;
}

std::set<std::string_view> known_items() {
  std::set<std::string_view> ids;
  for (const ItemRow& row : item_rows()) ids.insert(row.id);
  return ids;
}

TEST_CASE("homes are of findings and items that there are") {
  const auto findings = known_findings();
  const auto items = known_items();
  std::set<std::pair<std::string_view, std::string_view>> rows;
  for (const FindingHome& home : finding_homes()) {
    CAPTURE(home.finding, home.path);
    CHECK((home.finding.empty() || findings.count(home.finding) == 1));
    CHECK(items.count(home.item) == 1);
    CHECK(home.finding.empty() != home.path.empty());
    CHECK(rows.emplace(home.finding, home.path).second);
  }
  for (const GuideRow& row : guide_rows()) {
    for (const std::string_view item : row.items) CHECK(items.count(item) == 1);
  }
}

TEST_CASE("a finding goes to the item of its rule, else of its place") {
  CHECK(home_of("redirect-url-mismatch", "oauth.redirect_url") == "redirect-url");
  CHECK(home_of("redirect-not-allow-listed", "region") == "allow-list");
  CHECK(home_of("invalid-url", "oauth.redirect_url") == "redirect-url");
  CHECK(home_of("invalid-url", "oauth.redirect_url.production") == "redirect-url");
  CHECK(home_of("invalid-url", "oauth.allow_list") == "allow-list");
  CHECK(home_of("invalid-url", "app.links.privacy") == "listing");
  CHECK(home_of("insecure-url", "surface.home_url") == "surface");
  CHECK(home_of("placeholder-text", "app.name") == "app-name");
  CHECK(home_of("placeholder-text", "app.company") == "listing");
  CHECK(home_of("placeholder-text", "justify.meetings.read") == "reviewer-texts");
  CHECK(home_of("insecure-webhook-url", "events.url") == "events");
  CHECK(home_of("account-not-tester", "accounts.name") == "tester");
  CHECK(home_of("policy-violation", "stage") == "file");
  CHECK(home_of("unused-allowance", "") == "file");
  CHECK(home_of("wrong-type", "application") == "file");
}

}  // namespace
}  // namespace zoomc
