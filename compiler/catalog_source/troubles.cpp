#include "catalog_source/troubles.h"

#include <algorithm>
#include <array>

#include "catalog/lookup.h"
#include "catalog_source/features.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::array kShows{Shows::nothing, Shows::missing_scopes, Shows::scope_level,
                            Shows::event,   Shows::redirects,      Shows::guide_names};

// The columns of an `Advice`, which stand in both tables behind their own.
constexpr std::array kAdviceColumns{Column{"cause"}, Column{"ways_out"}, Column{"shows", false},
                                    Column{"features", false}, Column{"rules", false}};

std::vector<Column> with_advice(std::vector<Column> own) {
  own.insert(own.end(), kAdviceColumns.begin(), kAdviceColumns.end());
  return own;
}

std::vector<std::string_view> texts_of(const std::vector<Cell>& cells) {
  std::vector<std::string_view> texts;
  texts.reserve(cells.size());
  for (const Cell& cell : cells) texts.push_back(cell.text);
  return texts;
}

std::span<const std::string_view> read_names(Loading& loading, CatalogFile& file, Cell cell,
                                             std::string_view column) {
  const std::vector<Cell> names = read_list(file, cell, ',');
  for (const Cell& name : names) require_name(file, name, column);
  return loading.storage().name_lists.keep(texts_of(names));
}

std::span<const FeatureId> read_features(Loading& loading, CatalogFile& file, Cell cell) {
  std::vector<FeatureId> features;
  for (const Cell& name : read_list(file, cell, ';')) {
    if (const auto id = read_feature(loading, file, name)) features.push_back(*id);
  }
  return loading.storage().feature_lists.keep(std::move(features));
}

// `own` is how many columns stand before those of the advice.
Advice read_advice(Loading& loading, CatalogFile& file, const Table& table, std::size_t row,
                   std::size_t own) {
  const Cell cause = table.cell(row, own);
  const Cell ways_out = table.cell(row, own + 1);
  const Cell shows = table.cell(row, own + 2);
  require_text(file, cause, "cause");
  require_text(file, ways_out, "ways_out");
  return {.cause = cause.text,
          .ways_out = loading.storage().name_lists.keep(texts_of(read_list(file, ways_out, '|'))),
          .shows = shows.text.empty() ? Shows::nothing : read_choice(file, shows, "shows", kShows),
          .features = read_features(loading, file, table.cell(row, own + 3)),
          .rules = read_names(loading, file, table.cell(row, own + 4), "rules")};
}

// Of a single word nobody could say that it is this text.
void check_error_text(CatalogFile& file, Cell text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.text.size(); ++i) {
    words += is_letter(text.text[i]) && (i == 0 || !is_letter(text.text[i - 1]));
  }
  if (words >= 2) return;
  file.report(catalog_codes::kValue, text.span,
              "the text " + in_backticks(text.text) + " has fewer than two words to know it by");
}

void read_error_rows(Loading& loading) {
  TableState state;
  auto opened =
      loading.open_table(kErrorsTable, with_advice({Column{"texts"}, Column{"codes"}}), state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell cell = opened->table.cell(row, 0);
    require_text(file, cell, "texts");
    const std::vector<Cell> texts = read_list(file, cell, '|');
    for (const Cell& text : texts) {
      check_error_text(file, text);
      keys.add(file, std::string(text.text), text.span, text.text);
    }
    loading.storage().errors.push_back(
        {.texts = loading.storage().name_lists.keep(texts_of(texts)),
         .codes = read_names(loading, file, opened->table.cell(row, 1), "codes"),
         .advice = read_advice(loading, file, opened->table, row, 2)});
  }
}

std::span<const std::string_view> read_words(Loading& loading, CatalogFile& file, Cell cell,
                                             std::string_view column) {
  require_text(file, cell, column);
  return read_names(loading, file, cell, column);
}

void read_symptom_rows(Loading& loading) {
  TableState state;
  auto opened = loading.open_table(
      kSymptomsTable, with_advice({Column{"symptom"}, Column{"about"}, Column{"trouble"}}), state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell name = opened->table.cell(row, 0);
    if (require_text(file, name, "symptom")) {
      keys.add(file, std::string(name.text), name.span, name.text);
    }
    loading.storage().symptoms.push_back(
        {.name = name.text,
         .about = read_words(loading, file, opened->table.cell(row, 1), "about"),
         .trouble = read_words(loading, file, opened->table.cell(row, 2), "trouble"),
         .advice = read_advice(loading, file, opened->table, row, 3)});
  }
}

// A feature that is gone is not what a trouble here is about.
void translate_features(Loading& loading, Advice& advice) {
  std::vector<FeatureId> here;
  for (const FeatureId id : advice.features) {
    const auto row = find_feature(loading.rows(), loading.fallback()->features[id].name);
    if (row) here.push_back(*row);
  }
  advice.features = loading.storage().feature_lists.keep(std::move(here));
}

template <class Row>
void copy_rows(Loading& loading, std::span<const Row> from, std::vector<Row>& rows) {
  rows.assign(from.begin(), from.end());
  for (Row& row : rows) translate_features(loading, row.advice);
}

}  // namespace

void load_errors(Loading& loading) {
  CatalogStorage& storage = loading.storage();
  if (loading.falls_back(kErrorsTable)) {
    copy_rows(loading, loading.fallback()->errors, storage.errors);
  } else {
    read_error_rows(loading);
  }
  storage.view.errors = storage.errors;
}

void load_symptoms(Loading& loading) {
  CatalogStorage& storage = loading.storage();
  if (loading.falls_back(kSymptomsTable)) {
    copy_rows(loading, loading.fallback()->symptoms, storage.symptoms);
  } else {
    read_symptom_rows(loading);
  }
  storage.view.symptoms = storage.symptoms;
}

}  // namespace zoomc::catalog_source
