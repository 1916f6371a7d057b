#include "catalog_source/events.h"

#include <algorithm>
#include <array>

#include "catalog_source/scopes.h"
#include "catalog_source/values.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::array kBases{EventBasis::documented, EventBasis::derived, EventBasis::unknown};

void read_event_rows(Loading& loading) {
  constexpr std::array kColumns{Column{"event"}, Column{"product"}, Column{"granular"},
                                Column{"classic"}, Column{"basis"}};
  TableState state;
  auto opened = loading.open_table(kEventsTable, kColumns, state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  const Table& table = opened->table;
  auto& lists = loading.storage().scope_lists;
  RowKeys keys;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const Cell name = table.cell(row, 0);
    if (require_name(file, name, "event")) {
      keys.add(file, std::string(name.text), name.span, name.text);
    }
    require_text(file, table.cell(row, 1), "product");
    loading.storage().events.push_back(
        {.name = name.text,
         .product = table.cell(row, 1).text,
         .granular =
             lists.keep(read_scope_list(loading, file, table.cell(row, 2), ScopeModel::granular)),
         .classic =
             lists.keep(read_scope_list(loading, file, table.cell(row, 3), ScopeModel::classic)),
         .basis = read_choice(file, table.cell(row, 4), "basis", kBases)});
  }
}

void copy_event_rows(Loading& loading) {
  CatalogStorage& storage = loading.storage();
  for (Event event : loading.fallback()->events) {
    event.granular = storage.scope_lists.keep(translate_scopes(loading, event.granular));
    event.classic = storage.scope_lists.keep(translate_scopes(loading, event.classic));
    storage.events.push_back(event);
  }
}

}  // namespace

void load_events(Loading& loading) {
  if (loading.falls_back(kEventsTable)) {
    copy_event_rows(loading);
  } else {
    read_event_rows(loading);
  }
  auto& events = loading.storage().events;
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return a.name < b.name; });
  loading.storage().view.events = events;
}

}  // namespace zoomc::catalog_source
