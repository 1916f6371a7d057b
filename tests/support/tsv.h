#pragma once
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace zoomc {

// One row by the names of its columns.
using TsvRow = std::map<std::string, std::string>;

// The pieces of `text` between separators; none of an empty text.
inline std::vector<std::string> split_text(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  if (text.empty()) return pieces;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos;
       end = text.find(separator, begin)) {
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

// A table read in the plainest way, to hold the real reader against. Comments start with `#`.
inline std::vector<TsvRow> read_tsv(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<std::string> columns;
  std::vector<TsvRow> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = split_text(line, '\t');
    if (columns.empty()) {
      columns = cells;
      continue;
    }
    TsvRow& row = rows.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cells.at(i);
  }
  return rows;
}

}  // namespace zoomc
