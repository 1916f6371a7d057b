#include <array>
#include <map>

#include "catalog/builtin.h"
#include "catalog_source/load.h"
#include "catalog_tools/diff.h"
#include "support/catch.h"
#include "support/memory_file_system.h"

namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;

const std::string kFeatures =
    "feature\tlevel\tguide_scopes\toperations\tnote\nsign_in\tany\t\tGET /a\t\n";

catalog_source::LoadedCatalog load(const std::string& scopes, const std::string& operations,
                                   const std::string& events) {
  MemoryFileSystem files{
      {"c/scopes.tsv", "scope\tmodel\tlevel\tgrants\n" + scopes},
      {"c/operations.tsv",
       "product\tmethod\tpath\toperation_id\tname\tgranular\tclassic\n" + operations},
      {"c/events.tsv", "event\tproduct\tgranular\tclassic\tbasis\n" + events},
      {"c/features.tsv", kFeatures}};
  catalog::Catalog fallback = catalog::builtin_catalog();
  fallback.features = {};
  fallback.composites = {};
  fallback.platforms = {};
  fallback.platform_calls = {};
  fallback.errors = {};
  fallback.symptoms = {};
  static std::vector<catalog::Catalog> kept;
  kept.reserve(16);
  auto loaded = catalog_source::load_catalog(
      files, "c", {"events.tsv", "features.tsv", "operations.tsv", "scopes.tsv"},
      &kept.emplace_back(fallback));
  REQUIRE(loaded);
  return std::move(*loaded);
}

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

Names shown(const catalog::Catalog& before, const catalog::Catalog& after) {
  Names lines;
  for (const CatalogChange& change : compare_catalogs(before, after)) {
    std::string line(to_string(change.item));
    line += " " + std::string(to_string(change.kind)) + " " + change.name;
    if (change.item == CatalogItem::scope)
      line += " " + std::string(catalog::to_string(change.model));
    line += " (" + change.about + ")";
    for (const PropertyChange& property : change.properties) {
      line +=
          " " + property.property + " +" + joined(property.added) + " -" + joined(property.removed);
    }
    lines.push_back(line);
  }
  return lines;
}

TEST_CASE("a catalog does not differ from itself") {
  CHECK(shown(catalog::builtin_catalog(), catalog::builtin_catalog()).empty());
}

TEST_CASE("facts of a call that changed") {
  constexpr std::array<catalog::Operation, 1> kBefore{
      {{.product = "p", .method = "GET", .path = "/a", .permissions = "User:Read"}}};
  constexpr std::array<catalog::Operation, 1> kAfter{{{.product = "p",
                                                       .method = "GET",
                                                       .path = "/a",
                                                       .prerequisites = "pro+",
                                                       .is_master = true}}};
  constexpr std::array<catalog::Event, 1> kEvents{
      {{"a.done", "p", {}, {}, catalog::EventBasis::none}}};
  constexpr std::array<catalog::Deprecation, 1> kOneGoes{{{"GET /a", "", ""}}};
  constexpr std::array<catalog::Deprecation, 2> kBothGo{
      {{"GET /a", "2026-04", "GET /b"}, {"a.done", "2026-05", ""}}};
  constexpr std::array<catalog::CallError, 1> kOld{{{0, 404, "1001", "No such user."}}};
  constexpr std::array<catalog::CallError, 1> kNew{{{0, 400, "300", "A bad page."}}};
  CHECK(
      shown(
          {.operations = kBefore, .events = kEvents, .call_errors = kOld, .deprecations = kOneGoes},
          {.operations = kAfter,
           .events = kEvents,
           .call_errors = kNew,
           .deprecations = kBothGo}) ==
      Names{"operation changed GET /a () permissions + -User:Read prerequisites +pro+ - "
            "account +master - deprecated +2026-04, then GET /b -at a date not known "
            "errors +400 300: A bad page. -404 1001: No such user.",
            "event changed a.done (p) deprecated +2026-05 -"});
}

TEST_CASE("rows that came, went and changed") {
  const auto before = load(
      "s:a\tgranular\tuser\toperation\ns:b\tgranular\tuser\tseen\ns:b\tclassic\tuser\toperation\n"
      "s:c\tgranular\tuser\toperation\n",
      "p\tGET\t/a\ta\tRead A\ts:a,s:c\ts:b\np\tPUT\t/a\tput\tPut A\t\t\n",
      "e.x\tp\ts:a\t\tderived\ne.y\tp\t\t\tunknown\n");
  const auto after = load(
      "s:b\tgranular\tadmin\toperation\ns:b\tclassic\tuser\toperation\n"
      "s:c\tgranular\tuser\toperation\ns:d\tgranular\tuser\toperation\n",
      "p\tGET\t/a\ta2\tRead A\ts:c,s:d\ts:b\nq\tGET\t/b\tb\tRead B\t\t\n",
      "e.x\tp\ts:c\t\tdocumented\ne.z\tp\t\t\tunknown\n");
  CHECK(shown(before.catalog(), after.catalog()) ==
        Names{"scope removed s:a granular (user)",
              "scope changed s:b granular (user) level +admin -user grants +operation -seen",
              "scope added s:d granular (user)",
              "operation changed GET /a (Read A) granular +s:d -s:a operation id +a2 -a",
              "operation added GET /b (Read B)", "operation removed PUT /a (Put A)",
              "event changed e.x (p) granular +s:c -s:a basis +documented -derived",
              "event removed e.y (p)", "event added e.z (p)"});
}

}  // namespace
}  // namespace zoomc::catalog_tools
