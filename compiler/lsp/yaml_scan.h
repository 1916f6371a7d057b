#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::lsp {

// A mapping or list that is open at a place.
struct OpenCollection {
  bool is_mapping = false;
  bool is_flow = false;
  // The column of its keys or dashes; of a flow collection that of the block around it.
  int column = 0;
  // The mapping's key whose value is being read; meaningless unless `in_value`.
  std::string key;
  bool in_value = false;
  // The keys or items so far.
  std::vector<std::string> names;
};

enum class Tail : std::uint8_t {
  // A place where nothing can be completed: a block scalar, an anchor.
  nowhere,
  comment,
  // The first thing on its line: a key, or the rest of a text.
  line_start,
  // Behind a dash or a colon.
  item,
  value,
  flow
};

// What is open at the end of a text.
struct ScanResult {
  std::vector<OpenCollection> open;
  Tail tail = Tail::nowhere;
  // Where the word begins that the text ends in; the end of the text between words.
  std::size_t word = 0;
  bool quoted = false;
  // The colon before the value is the last character.
  bool ends_with_colon = false;
};

// Scans text up to its end, as YAML as far as it is that.
ScanResult scan_yaml(std::string_view text);

// The key that begins at byte `at` of its line: the bytes of its name without quotes, and the place
// of its colon. `colon` is npos when there is none.
struct KeySpan {
  Span name;
  std::size_t colon = std::string_view::npos;
};
KeySpan find_key_at(std::string_view text, std::size_t at);

// Where a plain scalar that begins at `at` ends, trailing blanks cut: at a comment, the end of the
// line, a colon that ends a key; in a flow collection also at its marks.
std::size_t plain_end(std::string_view text, std::size_t at, bool is_flow);

}  // namespace zoomc::lsp
