#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace zoomc {

// A line of a proof or packet on a terminal: what it is about, the matter, and a remark (a place of
// the file, a title) that may be empty.
struct TextRow {
  std::string label;
  std::string what;
  std::string note;
};

// The rows in three columns. The second is as wide as its widest entry that has a remark and never
// narrower than `min_width`, so that short blocks line up with each other. All cells are safe to
// show as they are.
std::string lay_out(const std::vector<TextRow>& rows, std::size_t min_width);

// "1 scope", "2 scopes".
std::string count_of(std::size_t number, std::string_view noun);

}  // namespace zoomc
