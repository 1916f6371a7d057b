#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explain/explain.h"

namespace zoomc::explain {

enum class ListKind : std::uint8_t {
  scopes,
  operations,
  events,
  features,
  regions,
  platforms,
  rules
};

// A column of a list: a text, or several of them. Without a value nothing is known, which is not
// the same as an empty list.
struct ListCell {
  std::string_view key;
  std::optional<std::vector<std::string>> values;
  bool is_list = false;
  // Whether people see this column; otherwise it is for programs only.
  bool is_shown = true;
};

// A row of a list; the first cell is the name of the row. All rows of a list have the same keys.
using ListRow = std::vector<ListCell>;

// The rows of a kind in the catalog, in its order.
std::vector<ListRow> list_rows(const Knowledge& knowledge, ListKind kind);

// The rows, one a line, the shown columns below each other with two spaces between.
std::string list_text(const std::vector<ListRow>& rows);

// The text of a column: "-" for no value.
std::string cell_text(const ListCell& cell);

}  // namespace zoomc::explain
