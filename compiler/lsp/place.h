#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zoomc::lsp {

// What a client counts the columns of a line in. UTF-16 unless both sides can do with bytes.
enum class Encoding : std::uint8_t { utf16, utf8 };
std::string_view to_string(Encoding encoding);

// A place as clients count it: 0-based line, 0-based column in units of the encoding. Lines end at
// `\n`, `\r\n` or a lone `\r`; a BOM is a character like any other.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  constexpr auto operator<=>(const Place&) const = default;
};

// Half-open.
struct Range {
  Place start;
  Place end;
  constexpr bool operator==(const Range&) const = default;
};

// How many units the code points that begin in `text` take.
std::uint32_t count_units(std::string_view text, Encoding encoding);

// The byte of `line` that is `units` into it: the begin of a code point, also where `units` lies in
// the midst of one; the end of the line where it is shorter.
std::size_t skip_units(std::string_view line, std::uint32_t units, Encoding encoding);

}  // namespace zoomc::lsp
