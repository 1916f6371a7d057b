#include "catalog_source/values.h"

#include <algorithm>
#include <unordered_set>

#include "diagnostics/codes.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

// More names than any list has; what follows is one wrong name.
constexpr std::size_t kMaxItems = 10'000;

}  // namespace

bool require_text(CatalogFile& file, Cell cell, std::string_view column) {
  if (!cell.text.empty()) return true;
  file.report(catalog_codes::kValue, cell.span,
              "the cell of column " + in_backticks(column) + " is empty");
  return false;
}

bool require_name(CatalogFile& file, Cell cell, std::string_view column) {
  if (!require_text(file, cell, column)) return false;
  const auto bad = cell.text.find_first_of(" \t,;");
  if (bad == std::string_view::npos) return true;
  const auto at = cell.span.begin + static_cast<std::uint32_t>(bad);
  file.report(
      catalog_codes::kValue, {at, at + 1},
      "column " + in_backticks(column) + " takes one name, without spaces, commas or semicolons");
  return false;
}

void report_choice(CatalogFile& file, Cell cell, std::string_view column,
                   const std::vector<std::string_view>& words) {
  if (!require_text(file, cell, column)) return;
  std::vector<std::string> choices;
  choices.reserve(words.size());
  for (const auto word : words) choices.push_back(in_backticks(word));
  std::vector<std::string> hints;
  if (const auto near = nearest(cell.text, words)) {
    hints.push_back("did you mean " + in_backticks(*near) + "?");
  }
  file.report(catalog_codes::kValue, cell.span,
              "unknown " + std::string(column) + " " + in_backticks(cell.text) + ": it is " +
                  join_words(choices, "or"),
              std::move(hints));
}

std::vector<Cell> read_list(CatalogFile& file, Cell cell, char separator) {
  if (cell.text.empty()) return {};
  std::vector<Cell> items;
  std::unordered_map<std::string_view, Span> first;
  for (const Cell& item : split_cells(cell.text, cell.span.begin, separator, kMaxItems)) {
    if (item.text.empty()) {
      file.report(catalog_codes::kValue, item.span,
                  "the list has an empty name: remove the " + in_backticks({&separator, 1}));
      continue;
    }
    const auto [known, is_new] = first.emplace(item.text, item.span);
    if (is_new) {
      items.push_back(item);
    } else {
      file.report_duplicate(item.span, known->second,
                            in_backticks(item.text) + " is in the list twice: remove one");
    }
  }
  return items;
}

void RowKeys::add(CatalogFile& file, const std::string& key, Span place, std::string_view name) {
  if (name.empty()) return;
  const auto [known, is_new] = first_.emplace(key, place);
  if (is_new) return;
  file.report_duplicate(place, known->second,
                        "there are two rows for " + in_backticks(name) + ": remove one");
}

}  // namespace zoomc::catalog_source
