#include "catalog_source/load.h"

#include <algorithm>
#include <array>
#include <utility>

#include "catalog_source/composites.h"
#include "catalog_source/events.h"
#include "catalog_source/features.h"
#include "catalog_source/implied_scopes.h"
#include "catalog_source/loading.h"
#include "catalog_source/operations.h"
#include "catalog_source/platforms.h"
#include "catalog_source/scope_takers.h"
#include "catalog_source/scopes.h"
#include "catalog_source/test_steps.h"
#include "catalog_source/troubles.h"
#include "catalog_source/words.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc {
namespace catalog_source {
namespace {

constexpr std::array kTables{kScopesTable,           kKnownLevelsTable, kOperationsTable,
                             kOperationPhrasesTable, kEventsTable,      kFeaturesTable,
                             kTestStepsTable,        kCompositesTable,  kWordsTable,
                             kSecretFieldsTable,     kErrorsTable,      kSymptomsTable,
                             kImpliedScopesTable};

bool is_table(std::string_view name) {
  return std::find(kTables.begin(), kTables.end(), name) != kTables.end();
}

bool is_platform(std::string_view name) {
  return name.find('/') != std::string_view::npos;
}

// A table under a wrong name would be passed over in silence.
void check_names(Loading& loading) {
  for (const std::string& name : loading.names()) {
    if (is_table(name) || is_platform(name)) continue;
    auto hints = loading.suggest(
        name, [] { return std::vector<std::string_view>(kTables.begin(), kTables.end()); });
    loading.report_file(name, catalog_codes::kUnknownTable,
                        in_backticks(name) + " is none of the tables of a catalog",
                        std::move(hints));
  }
}

}  // namespace
}  // namespace catalog_source

LoadedCatalog::LoadedCatalog(std::unique_ptr<const CatalogStorage> storage)
    : storage_(std::move(storage)) {}
LoadedCatalog::LoadedCatalog(LoadedCatalog&& other) noexcept = default;
LoadedCatalog& LoadedCatalog::operator=(LoadedCatalog&& other) noexcept = default;
LoadedCatalog::~LoadedCatalog() = default;

const Catalog& LoadedCatalog::catalog() const {
  return storage_->view;
}

tl::expected<LoadedCatalog, CatalogProblems> load_catalog(const FileSystem& files,
                                                          const std::string& directory,
                                                          const std::vector<std::string>& names,
                                                          const Catalog* fallback) {
  using namespace catalog_source;
  if (names.empty()) {
    return tl::unexpected(CatalogProblems{
        {},
        {{"`" + escape_controls(directory) + "` is no catalog: it has neither tables (`" +
          std::string(kScopesTable) + "` ...) nor platforms"}}});
  }
  Loading loading(files, directory, names, fallback);
  check_names(loading);
  load_scopes(loading);
  load_implied_scopes(loading);
  load_operations(loading);
  load_events(loading);
  list_takers_of_scopes(loading);
  load_features(loading);
  load_operation_phrases(loading);
  load_test_steps(loading);
  load_composites(loading);
  load_platforms(loading);
  load_words(loading);
  load_errors(loading);
  load_symptoms(loading);
  return loading.finish();
}

}  // namespace zoomc
