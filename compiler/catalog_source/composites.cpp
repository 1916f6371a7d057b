#include "catalog_source/composites.h"

#include <algorithm>
#include <array>

#include "catalog/lookup.h"
#include "catalog_source/features.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

void check_name(Loading& loading, CatalogFile& file, Cell name) {
  if (!require_name(file, name, "composite")) return;
  if (find_feature(loading.rows(), name.text)) {
    file.report(catalog_codes::kDuplicate, name.span,
                in_backticks(name.text) + " is a feature already: give the composite another name");
  } else if (name.text.find('.') == std::string_view::npos) {
    file.report(catalog_codes::kValue, name.span,
                in_backticks(name.text) + " is not of the form `group.action`");
  }
}

std::vector<FeatureId> read_members(Loading& loading, CatalogFile& file, Cell cell) {
  require_text(file, cell, "members");
  std::vector<FeatureId> members;
  for (const Cell& name : read_list(file, cell, ';')) {
    if (const auto id = read_feature(loading, file, name)) members.push_back(*id);
  }
  return members;
}

void read_composite_rows(Loading& loading) {
  constexpr std::array kColumns{Column{"composite"}, Column{"members"}, Column{"phrase"}};
  TableState state;
  auto opened = loading.open_table(kCompositesTable, kColumns, state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell name = opened->table.cell(row, 0);
    const Cell phrase = opened->table.cell(row, 2);
    check_name(loading, file, name);
    keys.add(file, std::string(name.text), name.span, name.text);
    if (require_text(file, phrase, "phrase")) loading.check_phrase(file, phrase, name.text);
    loading.storage().composites.push_back(
        {.name = name.text,
         .members = loading.storage().feature_lists.keep(
             read_members(loading, file, opened->table.cell(row, 1))),
         .phrase = phrase.text});
  }
}

// A composite of which a member is gone would promise more than it does, so it goes too.
void copy_composite_rows(Loading& loading) {
  const Catalog& fallback = *loading.fallback();
  for (Composite composite : fallback.composites) {
    std::vector<FeatureId> members;
    for (const FeatureId id : composite.members) {
      const auto row = find_feature(loading.rows(), fallback.features[id].name);
      if (row) members.push_back(*row);
    }
    const bool is_whole = members.size() == composite.members.size();
    if (!is_whole || find_feature(loading.rows(), composite.name)) continue;
    composite.members = loading.storage().feature_lists.keep(std::move(members));
    loading.storage().composites.push_back(composite);
  }
}

}  // namespace

void load_composites(Loading& loading) {
  if (loading.falls_back(kCompositesTable)) {
    copy_composite_rows(loading);
  } else {
    read_composite_rows(loading);
  }
  auto& composites = loading.storage().composites;
  std::sort(composites.begin(), composites.end(),
            [](const Composite& a, const Composite& b) { return a.name < b.name; });
  loading.storage().view.composites = composites;
}

}  // namespace zoomc::catalog_source
