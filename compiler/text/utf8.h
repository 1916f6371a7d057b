#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zoomc {

// One code point and how many bytes it took.
struct CodePoint {
  char32_t value;
  std::size_t bytes;
};

// The code point that starts at byte `offset`; nothing at the end or where the bytes are not UTF-8
// (overlong forms, surrogates and values past U+10FFFF are not UTF-8).
std::optional<CodePoint> decode_utf8(std::string_view text, std::size_t offset);

// The byte offset of the first byte that is not UTF-8; nothing when all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// True if a code point, or a byte that is not UTF-8, begins at byte `offset` of `text`: false only
// inside a well-formed sequence. Looks at no more than the three bytes before it.
bool begins_code_point(std::string_view text, std::size_t offset);

// The number of code points of `text`. An invalid byte counts as one.
std::size_t count_code_points(std::string_view text);

// The number of terminal cells that `text` takes: 2 for East Asian wide characters and emoji, 0 for
// combining marks and joiners, 1 for all else. Tabs count 1: who prints decides what a tab is.
std::size_t display_width(std::string_view text);

}  // namespace zoomc
