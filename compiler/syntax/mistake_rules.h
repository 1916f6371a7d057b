#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/codes.h"
#include "syntax/situation.h"

// The mistakes that can be told from a situation, one function each; nothing where it is another.
namespace zoomc::syntax::mistakes {

using Answer = std::optional<Diagnostic>;
using Rule = Answer (*)(const Situation&);

// Quotes.
Answer unclosed_quote(const Situation& s);
Answer bad_escape(const Situation& s);
Answer text_after_quote(const Situation& s);
Diagnostic unclosed_quote_at(const Situation& s, std::uint32_t quote);
Diagnostic bad_escape_at(const Situation& s, std::uint32_t backslash);

// Characters that mean something where text was meant.
Answer reserved_character(const Situation& s);
Answer anchor_or_alias(const Situation& s);
Answer malformed_tag(const Situation& s);
Answer stray_sign(const Situation& s);
Answer malformed_directive(const Situation& s);
Answer block_text_header(const Situation& s);
Answer comment_without_space(const Situation& s);
Diagnostic text_after_header_at(const Situation& s, std::uint32_t place);
Diagnostic miscounted_spaces_at(const Situation& s, std::uint32_t header);

// Brackets.
Answer unclosed_bracket(const Situation& s);
Answer wrong_closing_bracket(const Situation& s);
Answer missing_comma(const Situation& s);
Answer empty_entry(const Situation& s);
Answer text_after_bracket(const Situation& s);
Diagnostic unclosed_bracket_at(const Situation& s, std::uint32_t bracket);

// Lines and their indentation.
Answer tab_as_indentation(const Situation& s);
Answer value_on_marker_line(const Situation& s);
Answer second_colon(const Situation& s);
Answer key_too_long(const Situation& s);
Answer missing_colon(const Situation& s);
Answer item_in_line(const Situation& s);
Answer mixed_collection(const Situation& s);
Answer missing_dash(const Situation& s);
Answer text_after_comment(const Situation& s);
Answer wrong_indentation(const Situation& s);
Diagnostic tab_at(std::uint32_t tab);

// Text behind anchors and tags.
Answer colon_in_block_text(const Situation& s);
Answer lines_behind_property(const Situation& s);
// Of block text, with its header here, that the library read otherwise than it is written.
Answer block_text_behind_property(const Situation& s);

// Anything else.
Diagnostic unexpected(const Situation& s);

// What the rules have in common.

// A finding at the `size` bytes from `place` on.
Diagnostic mistake_at(const Code& code, std::uint32_t place, std::uint32_t size,
                      std::string message);
char byte_at(const Situation& s, std::uint32_t place);
// The library's complaint starts with these words.
bool complains(const Situation& s, std::string_view words);
// Where to look: where the library stopped, or here when it did not.
std::uint32_t place_of_trouble(const Situation& s);
bool same_line(const Situation& s, std::uint32_t from, std::uint32_t to);
std::uint32_t line_start(const Situation& s, std::uint32_t place);
// The `:` that ends the key which a line has at `place`; nothing when that is no key.
std::optional<std::uint32_t> key_colon(const Situation& s, std::uint32_t place);
bool is_marker(const Situation& s, std::uint32_t place);
// Whether the text at `place` begins an entry of a block collection: `key:` or `- `.
bool begins_entry(const Situation& s, std::uint32_t place);
std::string quoted_slice(const Situation& s, Span span);

// Brackets and a quote that are open at `place`, from the cursor on; and the last quoted text that
// began before it, closed or not.
struct Ahead {
  std::vector<std::uint32_t> brackets;
  std::optional<std::uint32_t> quote;
  std::optional<std::uint32_t> last_quote;
};
Ahead look_ahead(const Situation& s, std::uint32_t place);
// Whether the quote or bracket at `opening` is closed somewhere behind it.
bool closes_later(const Situation& s, std::uint32_t opening);

}  // namespace zoomc::syntax::mistakes
