#include "catalog_source/features.h"

#include <algorithm>
#include <array>

#include "catalog/lookup.h"
#include "catalog_source/operations.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

enum Place : std::size_t { kName, kLevel, kGuideScopes, kOperations, kNote, kShortfall, kPhrase };

// Collections of facts lack the last two; the fallback then says what it said.
std::array<Column, 7> columns(bool has_fallback) {
  return {Column{"feature"},
          Column{"level"},
          Column{"guide_scopes"},
          Column{"operations"},
          Column{"note"},
          Column{"guide_shortfall", !has_fallback},
          Column{"phrase", !has_fallback}};
}

bool read_level(CatalogFile& file, Cell level) {
  if (level.text == "admin") return true;
  if (level.text != "any") report_choice(file, level, "level", {"admin", "any"});
  return false;
}

std::vector<std::string_view> read_guide_scopes(CatalogFile& file, Cell cell) {
  std::vector<std::string_view> names;
  for (const Cell& name : read_list(file, cell, ',')) names.push_back(name.text);
  return names;
}

std::vector<OperationId> read_operations(Loading& loading, CatalogFile& file, Cell cell) {
  require_text(file, cell, "operations");
  std::vector<OperationId> operations;
  for (const Cell& name : read_list(file, cell, ';')) {
    if (const auto id = read_operation(loading, file, name)) operations.push_back(*id);
  }
  return operations;
}

// The fallback's row of the same name.
const Feature* known_feature(const Loading& loading, std::string_view name) {
  if (loading.fallback() == nullptr) return nullptr;
  const auto row = find_feature(*loading.fallback(), name);
  return row ? &loading.fallback()->features[*row] : nullptr;
}

bool same_operations(const Loading& loading, const Feature& here, const Feature& known) {
  return std::equal(here.operations.begin(), here.operations.end(), known.operations.begin(),
                    known.operations.end(), [&](OperationId a, OperationId b) {
                      const Operation& left = loading.rows().operations[a];
                      const Operation& right = loading.fallback()->operations[b];
                      return left.method == right.method && left.path == right.path;
                    });
}

// How the guide's names fall short is only true of the same names and the same calls.
std::string_view known_shortfall(const Loading& loading, const Feature& feature) {
  const Feature* known = known_feature(loading, feature.name);
  if (known == nullptr || !same_operations(loading, feature, *known)) return {};
  const bool same_names = std::equal(feature.guide_scopes.begin(), feature.guide_scopes.end(),
                                     known->guide_scopes.begin(), known->guide_scopes.end());
  return same_names ? known->guide_shortfall : std::string_view{};
}

// What a reviewer reads of a feature for which nobody wrote a phrase: Zoom's own title of its call.
std::string_view known_phrase(const Loading& loading, const Feature& feature) {
  if (const Feature* known = known_feature(loading, feature.name)) return known->phrase;
  for (const OperationId id : feature.operations) {
    const Operation& operation = loading.rows().operations[id];
    if (!operation.name.empty()) return operation.name;
  }
  return feature.name;
}

// `group.action`, or one word for what is no choice of the user's (`sign_in`).
void check_name(CatalogFile& file, Cell name) {
  if (!require_name(file, name, "feature")) return;
  const auto dot = name.text.find('.');
  if (dot == std::string_view::npos) return;
  const bool has_both = dot > 0 && dot + 1 < name.text.size();
  if (has_both && name.text.find('.', dot + 1) == std::string_view::npos) return;
  file.report(catalog_codes::kValue, name.span,
              in_backticks(name.text) + " is not of the form `group.action`");
}

Feature read_feature_row(Loading& loading, CatalogFile& file, const Table& table, std::size_t row) {
  check_name(file, table.cell(row, kName));
  CatalogStorage& storage = loading.storage();
  Feature feature{.name = table.cell(row, kName).text,
                  .admin_only = read_level(file, table.cell(row, kLevel)),
                  .guide_scopes = storage.name_lists.keep(
                      read_guide_scopes(file, table.cell(row, kGuideScopes))),
                  .operations = storage.operation_lists.keep(
                      read_operations(loading, file, table.cell(row, kOperations))),
                  .phrase = table.cell(row, kPhrase).text,
                  .guide_shortfall = table.cell(row, kShortfall).text,
                  .note = table.cell(row, kNote).text};
  if (!table.has(kShortfall) && loading.fallback() != nullptr) {
    feature.guide_shortfall = known_shortfall(loading, feature);
  }
  if (!feature.phrase.empty()) {
    loading.check_phrase(file, table.cell(row, kPhrase), feature.name);
  } else if (loading.fallback() != nullptr) {
    feature.phrase = known_phrase(loading, feature);
  } else {
    require_text(file, table.cell(row, kPhrase), "phrase");
  }
  return feature;
}

void read_feature_rows(Loading& loading) {
  const auto wanted = columns(loading.fallback() != nullptr);
  auto opened = loading.open_table(kFeaturesTable, wanted, loading.features);
  if (!opened) return;
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell name = opened->table.cell(row, kName);
    keys.add(*opened->file, std::string(name.text), name.span, name.text);
    loading.storage().features.push_back(
        read_feature_row(loading, *opened->file, opened->table, row));
  }
}

void copy_feature_rows(Loading& loading) {
  for (Feature feature : loading.fallback()->features) {
    std::vector<OperationId> operations;
    for (const OperationId id : feature.operations) {
      const std::string name = display_name(loading.fallback()->operations[id]);
      if (const auto row = find_exact_operation(loading.rows(), name)) {
        operations.push_back(*row);
      } else if (loading.operations.file != nullptr && !loading.operations.may_have(name)) {
        loading.operations.file->report(
            catalog_codes::kReference, loading.operations.header,
            "there is no row for " + in_backticks(name) + ", which the built-in feature " +
                in_backticks(feature.name) +
                " calls: add it, or a features.tsv without that feature");
      }
    }
    feature.operations = loading.storage().operation_lists.keep(std::move(operations));
    loading.storage().features.push_back(feature);
  }
}

}  // namespace

void load_features(Loading& loading) {
  if (loading.falls_back(kFeaturesTable)) {
    copy_feature_rows(loading);
  } else {
    read_feature_rows(loading);
  }
  auto& features = loading.storage().features;
  std::sort(features.begin(), features.end(),
            [](const Feature& a, const Feature& b) { return a.name < b.name; });
  loading.storage().view.features = features;
}

std::optional<FeatureId> read_feature(Loading& loading, CatalogFile& file, Cell cell) {
  const Catalog& rows = loading.rows();
  if (const auto found = find_feature(rows, cell.text)) return found;
  if (loading.features.may_have(cell.text)) return std::nullopt;
  auto hints = loading.suggest(cell.text, [&] {
    std::vector<std::string_view> names;
    for (const Feature& feature : rows.features) names.push_back(feature.name);
    return names;
  });
  file.report(catalog_codes::kReference, cell.span,
              "unknown feature " + in_backticks(cell.text) + ": features.tsv has no row for it",
              std::move(hints));
  return std::nullopt;
}

}  // namespace zoomc::catalog_source
