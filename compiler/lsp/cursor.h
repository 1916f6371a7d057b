#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/schema_guide.h"
#include "source/span.h"

namespace zoomc::lsp {

enum class Role : std::uint8_t { none, key, value, item, comment };

// The part of a file that is being written at a place.
struct CursorContext {
  Role role = Role::none;
  // The way to the mapping of a key, to the key of a value, to the key of the list of an item.
  Path path;
  // The bytes of the word at the cursor, without quotes; in a comment from its `#` to its end.
  Span word;
  bool quoted = false;
  // Within `[...]` or `{...}`.
  bool flow = false;
  // A key that has its colon.
  bool has_colon = false;
  // A value that begins right behind the colon, where a blank is missing.
  bool lacks_blank = false;
  // The other keys of the mapping or items of the list.
  std::vector<std::string> siblings;
};

// Finds it from the text before byte `offset`, by indentation and brackets. The line
// that is being typed is usually no YAML, so nothing is refused here: brackets and quotes that stay
// open end where a line is indented less than what they are in. Takes linear time.
CursorContext find_cursor(std::string_view text, std::uint32_t offset);

}  // namespace zoomc::lsp
