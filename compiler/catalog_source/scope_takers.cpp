#include "catalog_source/scope_takers.h"

#include <cstdint>
#include <vector>

namespace zoomc::catalog_source {
namespace {

// By scope, the indices of the rows that have it among their scopes of either model.
template <class Row>
std::vector<std::vector<std::uint16_t>> takers(const std::vector<Row>& rows, std::size_t scopes) {
  std::vector<std::vector<std::uint16_t>> lists(scopes);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const ScopeModel model : {ScopeModel::granular, ScopeModel::classic}) {
      for (const ScopeId scope : rows[row].scopes(model)) {
        lists[scope].push_back(static_cast<std::uint16_t>(row));
      }
    }
  }
  return lists;
}

}  // namespace

void list_takers_of_scopes(Loading& loading) {
  CatalogStorage& storage = loading.storage();
  auto operations = takers(storage.operations, storage.scopes.size());
  auto events = takers(storage.events, storage.scopes.size());
  for (std::size_t scope = 0; scope < storage.scopes.size(); ++scope) {
    storage.scopes[scope].operations = storage.operation_lists.keep(std::move(operations[scope]));
    storage.scopes[scope].events = storage.event_lists.keep(std::move(events[scope]));
  }
}

}  // namespace zoomc::catalog_source
