#pragma once
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "catalog_source/catalog_file.h"
#include "catalog_source/table.h"

namespace zoomc::catalog_source {

// Reports a cell that is empty; false then.
bool require_text(CatalogFile& file, Cell cell, std::string_view column);

// Reports a name that is empty or has a space, comma or semicolon; false then.
bool require_name(CatalogFile& file, Cell cell, std::string_view column);

// Reports a value that is none of `words`.
void report_choice(CatalogFile& file, Cell cell, std::string_view column,
                   const std::vector<std::string_view>& words);

// The value among `values` whose `to_string` the cell holds. Another is reported; the first value
// stands in for it.
template <class Value, std::size_t kCount>
Value read_choice(CatalogFile& file, Cell cell, std::string_view column,
                  const std::array<Value, kCount>& values) {
  std::vector<std::string_view> words;
  for (const Value value : values) {
    words.push_back(to_string(value));
    if (words.back() == cell.text) return value;
  }
  report_choice(file, cell, column, words);
  return values.front();
}

// The items of a list in one cell. Empty and repeated ones are reported and left out.
std::vector<Cell> read_list(CatalogFile& file, Cell cell, char separator);

// Keys of the rows so far: reports a row whose key another has.
class RowKeys {
 public:
  // `name` is how the message calls the row; a row without one has no key.
  void add(CatalogFile& file, const std::string& key, Span place, std::string_view name);

 private:
  std::unordered_map<std::string, Span> first_;
};

}  // namespace zoomc::catalog_source
