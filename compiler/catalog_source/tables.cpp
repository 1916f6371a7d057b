#include <algorithm>
#include <array>

#include "catalog_source/loader.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

// The names of the tables, and their order.
namespace zoomc::catalog_source {
namespace {

constexpr std::array<std::string_view, 18> kTables{
    "call_errors.tsv",    "corrections.tsv",   "deprecations.tsv", "prerequisites.tsv",
    "scopes.tsv",         "known_levels.tsv",  "operations.tsv",   "operation_phrases.tsv",
    "events.tsv",         "features.tsv",      "test_steps.tsv",   "composites.tsv",
    "words.tsv",          "secret_fields.tsv", "errors.tsv",       "symptoms.tsv",
    "implied_scopes.tsv", "platform_calls.tsv"};

// A table under a wrong name would be passed over in silence.
void check_names(CatalogLoader& loader) {
  for (const std::string& name : loader.names()) {
    const bool is_platform = name.find('/') != std::string::npos;
    if (is_platform || std::ranges::find(kTables, name) != kTables.end()) continue;
    loader.report_file(name, catalog_codes::kUnknownTable,
                       in_backticks(name) + " is not one of the tables of a catalog",
                       did_you_mean(name, kTables));
  }
}

}  // namespace

void load_tables(CatalogLoader& loader) {
  check_names(loader);
  load_api_tables(loader);
  load_feature_tables(loader);
  load_advice_tables(loader);
}

}  // namespace zoomc::catalog_source
