#pragma once
#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

#include "source/span.h"

// Finds the ends of scalars: the YAML library reports only their starts and values.
namespace zoomc::syntax {

// Why a scalar is not written as YAML wants it, though the library may have let it pass.
enum class ScalarErrorKind : std::uint8_t {
  unclosed_quote,       // place: the opening quote
  bad_escape,           // place: the backslash
  tab_in_indentation,   // place: the tab
  line_not_indented,    // place: the first character of the line
  blank_line_too_deep,  // place: the line, which comes before the first text of a block scalar
  text_after_header,    // place: the text, or `#` without white space before it
  miscounted_spaces,    // place: the header of a block scalar that asks for an indentation
  not_the_value         // place: where the text and the library's value part
};
struct [[nodiscard]] ScalarError {
  ScalarErrorKind kind = ScalarErrorKind::not_the_value;
  std::uint32_t place = 0;
};

// The place of a scalar. Lines after its first must be indented by at least `indent` spaces.
struct ScalarSite {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t indent = 0;
};

// Behind the closing quote of the quoted scalar at `site`.
[[nodiscard]] tl::expected<std::uint32_t, ScalarError> quoted_end(const ScalarSite& site);

// Behind the last character of the plain scalar at `site` whose value is `value`.
[[nodiscard]] tl::expected<std::uint32_t, ScalarError> plain_end(const ScalarSite& site,
                                                                 std::string_view value);

// Parts of a block scalar. `header` is the indicator with what belongs to it (`|2-`), `comment` the
// comment on its line or empty, `end` the end of the last line that counts, without its line break.
struct BlockText {
  std::uint32_t header_end = 0;
  Span comment;
  std::uint32_t end = 0;
};
[[nodiscard]] tl::expected<BlockText, ScalarError> block_text(const ScalarSite& site,
                                                              std::string_view value);

// True if a line that starts at `line` has the `indent` spaces that its place asks for.
[[nodiscard]] tl::expected<void, ScalarError> check_indented(std::string_view text,
                                                             std::uint32_t line,
                                                             std::uint32_t indent);

// The number of characters of the escape at `place` (a backslash); 0 if it is not a YAML escape.
std::uint32_t escape_size(std::string_view text, std::uint32_t place);

}  // namespace zoomc::syntax
