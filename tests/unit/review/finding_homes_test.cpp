#include <set>

#include "diagnostics/codes.h"
#include "review/checklist.h"
#include "review/checklist_items.h"
#include "rules/registry.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

std::set<std::string_view> known_items() {
  std::set<std::string_view> ids;
  for (const ItemRow& row : item_rows()) ids.insert(row.id);
  return ids;
}

TEST_CASE("each kind of finding names an item that there is, or leaves it to its place") {
  const auto items = known_items();
  const auto is_known = [&](std::string_view item) {
    return item == kItemOfPlace || items.count(item) == 1;
  };
  for (const lint::Rule& rule : rules::all_rules()) {
    INFO(rule.info->id << ": `" << rule.info->item << "` is no item of checklist_items.cpp");
    CHECK(is_known(rule.info->item));
  }
  for (const Code& code : all_codes()) {
    INFO(code.id << ": `" << code.item << "` is no item of checklist_items.cpp");
    CHECK(is_known(code.item));
  }
}

TEST_CASE("places lead to items that there are, each once") {
  const auto items = known_items();
  std::set<std::string_view> paths;
  for (const PlaceHome& home : place_homes()) {
    CAPTURE(home.path);
    CHECK(items.count(home.item) == 1);
    CHECK(paths.insert(home.path).second);
  }
  for (const GuideRow& row : guide_rows()) {
    for (const std::string_view item : row.items) CHECK(items.count(item) == 1);
  }
}

TEST_CASE("a finding goes to the item of its kind, else of its place") {
  CHECK(section_of("redirect-url", "oauth.allow_list") == "redirect-url");
  CHECK(section_of("allow-list", "region") == "allow-list");
  CHECK(section_of("tester", "accounts.name") == "tester");
  for (const std::string_view none : {std::string_view{}, kItemOfPlace}) {
    CHECK(section_of(none, "oauth.redirect_url") == "redirect-url");
    CHECK(section_of(none, "oauth.redirect_url.production") == "redirect-url");
    CHECK(section_of(none, "oauth.redirect_urls") == "file");
    CHECK(section_of(none, "oauth.allow_list") == "allow-list");
    CHECK(section_of(none, "app.links.privacy") == "listing");
    CHECK(section_of(none, "surface.home_url") == "surface");
    CHECK(section_of(none, "app.name") == "app-name");
    CHECK(section_of(none, "app.company") == "listing");
    CHECK(section_of(none, "justify.meetings.read") == "reviewer-texts");
    CHECK(section_of(none, "events.url") == "events");
    CHECK(section_of(none, "stage") == "file");
    CHECK(section_of(none, "application") == "file");
    CHECK(section_of(none, "") == "file");
  }
}

}  // namespace
}  // namespace zoomc::review
