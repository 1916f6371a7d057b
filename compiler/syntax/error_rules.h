#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/codes.h"
#include "syntax/parser_state.h"

// The errors that can be recognized in a parser state, one function each; nothing if it is another
// error.
namespace zoomc::syntax::errors {

using MaybeError = std::optional<Diagnostic>;
using Rule = MaybeError (*)(const ParserState&);

// Quotes.
MaybeError unclosed_quote(const ParserState& s);
MaybeError bad_escape(const ParserState& s);
MaybeError text_after_quote(const ParserState& s);
Diagnostic unclosed_quote_at(const ParserState& s, std::uint32_t quote);
Diagnostic bad_escape_at(const ParserState& s, std::uint32_t backslash);

// Characters that mean something where text was meant.
MaybeError reserved_character(const ParserState& s);
MaybeError anchor_or_alias(const ParserState& s);
MaybeError malformed_tag(const ParserState& s);
MaybeError stray_sign(const ParserState& s);
MaybeError malformed_directive(const ParserState& s);
MaybeError block_text_header(const ParserState& s);
MaybeError comment_without_space(const ParserState& s);
Diagnostic text_after_header_at(const ParserState& s, std::uint32_t place);
Diagnostic miscounted_spaces_at(const ParserState& s, std::uint32_t header);

// Brackets.
MaybeError unclosed_bracket(const ParserState& s);
MaybeError wrong_closing_bracket(const ParserState& s);
MaybeError missing_comma(const ParserState& s);
MaybeError empty_entry(const ParserState& s);
MaybeError text_after_bracket(const ParserState& s);
Diagnostic unclosed_bracket_at(const ParserState& s, std::uint32_t bracket);

// Lines and their indentation.
MaybeError tab_as_indentation(const ParserState& s);
MaybeError value_on_marker_line(const ParserState& s);
MaybeError second_colon(const ParserState& s);
MaybeError key_too_long(const ParserState& s);
MaybeError missing_colon(const ParserState& s);
MaybeError item_in_line(const ParserState& s);
MaybeError mixed_collection(const ParserState& s);
MaybeError missing_dash(const ParserState& s);
MaybeError text_after_comment(const ParserState& s);
MaybeError wrong_indentation(const ParserState& s);
Diagnostic tab_at(std::uint32_t tab);

// Text behind anchors and tags.
MaybeError colon_in_block_text(const ParserState& s);
MaybeError lines_behind_property(const ParserState& s);
// For block text, with its header here, that the library read in another way than it is written.
MaybeError block_text_behind_property(const ParserState& s);

// Anything else.
Diagnostic unexpected(const ParserState& s);

// Helpers of the rules.

// A finding at the `size` bytes from `place` on.
Diagnostic error_at(const Code& code, std::uint32_t place, std::uint32_t size, std::string message);
char byte_at(const ParserState& s, std::uint32_t place);
// The library's complaint starts with these words.
bool complains(const ParserState& s, std::string_view words);
// The place to look at: where the library stopped, or here if it did not.
std::uint32_t error_place(const ParserState& s);
bool same_line(const ParserState& s, std::uint32_t from, std::uint32_t to);
std::uint32_t line_start(const ParserState& s, std::uint32_t place);
// The `:` that ends the key at `place` of a line; nothing if there is no key.
std::optional<std::uint32_t> key_colon(const ParserState& s, std::uint32_t place);
bool is_marker(const ParserState& s, std::uint32_t place);
// True if the text at `place` begins an entry of a block collection: `key:` or `- `.
bool begins_entry(const ParserState& s, std::uint32_t place);
std::string quoted_slice(const ParserState& s, Span span);

// Brackets and a quote that are open at `place`, from the cursor on; and the last quoted text that
// began before it, closed or not.
struct Ahead {
  std::vector<std::uint32_t> brackets;
  std::optional<std::uint32_t> quote;
  std::optional<std::uint32_t> last_quote;
};
Ahead look_ahead(const ParserState& s, std::uint32_t place);
// True if the quote or bracket at `opening` is closed somewhere behind it.
bool closes_later(const ParserState& s, std::uint32_t opening);

}  // namespace zoomc::syntax::errors
