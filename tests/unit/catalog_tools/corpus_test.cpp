#include <filesystem>
#include <fstream>
#include <sstream>

#include "catalog/lookup.h"
#include "catalog_source/load.h"
#include "catalog_tools/document_place.h"
#include "catalog_tools/update.h"
#include "source/disk.h"
#include "support/catch.h"
#include "support/project.h"

// Zoom's own documents, where they lie beside the checkout: the tables were made of them.
namespace zoomc::catalog_tools {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;
using Tables = std::map<std::string, std::string>;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The documents of both dates, those of each folder by name. None where the folders are missing.
std::vector<CitedDocument> real_documents() {
  const fs::path corpus = project_root().parent_path() / "shared" / "corpus";
  std::vector<fs::path> paths;
  for (const char* name : {"zoom-api-2026-03", "zoom-api-2026-08"}) {
    if (!fs::is_directory(corpus / name)) return {};
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(corpus / name)) {
      if (entry.path().extension() == ".json") found.push_back(entry.path());
    }
    std::ranges::sort(found);
    paths.insert(paths.end(), found.begin(), found.end());
  }
  std::vector<CitedDocument> documents;
  for (const fs::path& path : paths) {
    Sink sink;
    auto document = read_api_document({path.string(), bytes_of(path)}, sink);
    REQUIRE(document);
    auto place = place_of_document(path.string(), corpus.string());
    documents.push_back({std::move(place.name), std::move(place.date), std::move(*document)});
  }
  return documents;
}

std::string tables_directory() {
  return (project_root() / "schemas" / "catalog").string();
}

catalog_source::LoadedCatalog load() {
  const auto names = catalog_source::list_catalog_files(tables_directory());
  REQUIRE(names);
  auto loaded = catalog_source::load_catalog(Disk(), tables_directory(), *names, nullptr);
  REQUIRE(loaded);
  return std::move(*loaded);
}

bool skip(const std::vector<CitedDocument>& documents) {
  if (!documents.empty()) return false;
  WARN("skipped: Zoom's API documents are not beside the checkout");
  return true;
}

TEST_CASE("the real documents reproduce the tables byte for byte") {
  const auto documents = real_documents();
  if (skip(documents)) return;
  const auto loaded = load();
  const UpdatedCatalog updated = update_catalog(loaded.catalog(), documents);
  CHECK(updated.documented_calls == 1733);
  CHECK(updated.documented_master_calls == 750);
  CHECK(updated.documented_events == 535);
  CHECK(updated.repeated.empty());
  CHECK(updated.now_documented.empty());
  Tables present;
  for (const std::string& name : updated_table_names()) {
    present[name] = bytes_of(fs::path(tables_directory()) / name);
  }
  const Tables tables = update_tables(updated, present);
  Names written;
  for (const auto& [name, bytes] : tables) {
    CAPTURE(name);
    written.push_back(name);
    // Not as an operand, for Catch would print both.
    const bool is_same = bytes == present[name];
    CHECK(is_same);
  }
  CHECK(written == Names{"call_errors.tsv", "events.tsv", "operations.tsv", "scopes.tsv"});
}

// The scopes by name, in the order of names.
Names scope_names(const catalog::Catalog& catalog, std::span<const catalog::ScopeId> scopes) {
  Names names;
  for (const catalog::ScopeId id : scopes) names.emplace_back(catalog.scopes[id].name);
  std::ranges::sort(names);
  return names;
}

// By name, the call or event of the latest document, and of the account's own API before that of
// the master account.
template <class Item, class Name>
std::map<std::string, Item> latest(const std::vector<CitedDocument>& documents,
                                   std::vector<Item> ApiDocument::*items, Name name) {
  std::map<std::string, Item> found;
  for (const bool is_master : {true, false}) {
    for (const std::string date : {"2026-03", "2026-08"}) {
      for (const CitedDocument& cited : documents) {
        if (cited.date != date || cited.document.is_master() != is_master) continue;
        for (const Item& item : cited.document.*items) found.insert_or_assign(name(item), item);
      }
    }
  }
  return found;
}

bool is_corrected(const catalog::Catalog& catalog, const std::string& name,
                  catalog::ScopeModel model) {
  return std::ranges::any_of(catalog.corrections, [&](const catalog::Correction& row) {
    return row.operation == name && row.model == model;
  });
}

TEST_CASE("every call of the real documents is in the tables with its scopes") {
  const auto documents = real_documents();
  if (skip(documents)) return;
  const auto loaded = load();
  const catalog::Catalog& catalog = loaded.catalog();
  const auto calls = latest(documents, &ApiDocument::calls,
                            [](const ApiCall& call) { return call.method + " " + call.path; });
  CHECK(calls.size() == 1733 + 750);
  std::size_t compared = 0;
  for (const auto& [name, call] : calls) {
    CAPTURE(name);
    const auto id = catalog::find_operation(catalog, call.method, call.path);
    REQUIRE(id);
    const catalog::Operation& row = catalog.operations[*id];
    for (const auto model : {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      const auto& said = model == catalog::ScopeModel::granular ? call.granular : call.classic;
      if (!said || is_corrected(catalog, name, model)) continue;
      CHECK(scope_names(catalog, row.scopes(model)) == *said);
      ++compared;
    }
  }
  CHECK(compared == 4739);
}

TEST_CASE("every event of the real documents is in the tables with its scopes") {
  const auto documents = real_documents();
  if (skip(documents)) return;
  const auto loaded = load();
  const catalog::Catalog& catalog = loaded.catalog();
  const auto events =
      latest(documents, &ApiDocument::events, [](const ApiEvent& event) { return event.name; });
  CHECK(events.size() == 535);
  std::map<std::pair<bool, bool>, int> kinds;
  for (const auto& [name, event] : events) {
    CAPTURE(name);
    const auto id = catalog::find_event(catalog, name);
    REQUIRE(id);
    const catalog::Event& row = catalog.events[*id];
    CHECK(scope_names(catalog, row.granular) == event.granular.value_or(Names{}));
    CHECK(scope_names(catalog, row.classic) == event.classic.value_or(Names{}));
    CHECK(row.basis == (event.granular || event.classic ? catalog::EventBasis::documented
                                                        : catalog::EventBasis::none));
    ++kinds[{event.granular.has_value(), event.classic.has_value()}];
  }
  CHECK(kinds == std::map<std::pair<bool, bool>, int>{
                     {{true, true}, 476}, {{false, true}, 7}, {{false, false}, 52}});
}

}  // namespace
}  // namespace zoomc::catalog_tools
