#pragma once
#include <cstdint>
#include <string>

#include "lsp/cursor.h"
#include "syntax/tree.h"

namespace zoomc::lsp {

// A word of a file: where it stands in the language and what it says.
struct Spot {
  // `none` where there is no word, or nothing is known of it.
  Role role = Role::none;
  // As of a `Cursor`.
  Path path;
  std::string text;
  Span span;
};

// The scalar at byte `offset` of the file that `root` was read from. Below an alias nothing stands.
Spot find_spot(const Node& root, std::uint32_t offset);
// The word at a cursor of `text`, for a file that could not be read.
Spot to_spot(const Cursor& cursor, std::string_view text);

}  // namespace zoomc::lsp
