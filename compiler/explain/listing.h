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
  rules,
  errors,
  deprecations,
  prerequisites
};

// Whether people see a column: always; never, so that it is for programs only; if a row has
// something in it.
enum class Shown : std::uint8_t { always, never, if_any };

// A column of a list: a text, or several of them. Without a value nothing is known, which is not
// the same as an empty list.
struct ListCell {
  std::string_view key;
  std::optional<std::vector<std::string>> values;
  bool is_list = false;
  Shown shown = Shown::always;

  bool has_values() const { return values && !values->empty(); }
  // Whether people see this cell, if only those of rows like its own.
  bool is_shown() const {
    return shown == Shown::always || (shown == Shown::if_any && has_values());
  }
};

// A row of a list; the first cell is the name of the row. All rows of a list have the same keys.
using ListRow = std::vector<ListCell>;

// The rows of a kind in the catalog, in its order.
std::vector<ListRow> list_rows(const ExplainContext& context, ListKind kind);

// The rows, one a line, the shown columns below each other with two spaces between.
std::string list_text(const std::vector<ListRow>& rows);

// The marks of operations and events.
inline constexpr std::string_view kMasterMark = "master-account";
inline constexpr std::string_view kDeprecatedMark = "deprecated";

// The text of a column: "-" for no value.
std::string cell_text(const ListCell& cell);

}  // namespace zoomc::explain
