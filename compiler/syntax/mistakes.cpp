#include "syntax/mistakes.h"

#include "syntax/characters.h"
#include "syntax/mistake_rules.h"
#include "text/quote.h"

namespace zoomc::syntax {
namespace mistakes {
namespace {

// The first that fits is the answer: what hides other mistakes comes before them.
constexpr Rule kRules[] = {
    tab_as_indentation,    unclosed_quote,        bad_escape,          anchor_or_alias,
    colon_in_block_text,   missing_colon,         text_after_quote,    text_after_bracket,
    reserved_character,    malformed_tag,         malformed_directive, block_text_header,
    comment_without_space, wrong_closing_bracket, unclosed_bracket,    empty_entry,
    value_on_marker_line,  second_colon,          key_too_long,        missing_comma,
    item_in_line,          mixed_collection,      missing_dash,        text_after_comment,
    lines_behind_property, wrong_indentation,     stray_sign};

std::string_view name_of(Expected expected) {
  switch (expected) {
    case Expected::value: return "a value";
    case Expected::key: return "a key";
    case Expected::item: return "a `- ` item";
    case Expected::colon: return "a `:`";
    case Expected::flow_item: return "an entry or the closing bracket";
    case Expected::flow_separator: return "`,` or the closing bracket";
    case Expected::end: return "the end of the file";
  }
  return "a value";
}

}  // namespace

Diagnostic unexpected(const Situation& s) {
  const bool known = !s.refused() || s.log.place <= s.at();
  const std::uint32_t place = known ? s.at() : s.log.place;
  const std::uint32_t size = place < s.text().size() ? 1 : 0;
  if (!known) {
    return mistake_at(syntax_codes::kYamlSyntax, place, size,
                      "this is not YAML; put text with special characters in quotes");
  }
  return mistake_at(syntax_codes::kYamlSyntax, place, size,
                    (size == 0 ? "the file ends where " : "this stands where ") +
                        std::string(name_of(s.expected)) + " is expected");
}

}  // namespace mistakes

Diagnostic explain(const Situation& situation) {
  for (const mistakes::Rule rule : mistakes::kRules) {
    if (auto answer = rule(situation)) return std::move(*answer);
  }
  return mistakes::unexpected(situation);
}

namespace {

// A line inside quotes or brackets that stands too far left: more likely they should have been
// closed before it.
Diagnostic line_not_indented(const Situation& s, std::uint32_t place) {
  using namespace mistakes;
  const bool in_quotes = is_quote(s.cursor.peek()) && s.at() < place;
  const std::uint32_t opening = in_quotes || !s.in_flow() ? s.at() : s.open.back().begin;
  const bool closed = closes_later(s, opening) && !(in_quotes && s.refused());
  const bool cut_off = is_marker(s, place) || (!closed && begins_entry(s, place));
  if ((in_quotes || s.in_flow()) && cut_off) {
    Diagnostic result = in_quotes ? unclosed_quote_at(s, opening) : unclosed_bracket_at(s, opening);
    result.labels.push_back({{place, place + 1}, "this line still counts as part of it"});
    return result;
  }
  if (opening == place) {
    return mistake_at(
        syntax_codes::kYamlSyntax, place, 1,
        "this belongs to the key or the `- ` above and is not indented below it; indent it");
  }
  Diagnostic result =
      mistake_at(syntax_codes::kYamlSyntax, place, 1,
                 "this line continues the value that begins above, and is not indented "
                 "below its key; indent it");
  result.labels.push_back({{opening, opening + 1}, "the value begins here"});
  return result;
}

}  // namespace

Diagnostic explain(const Slip& slip, const Situation& situation) {
  using namespace mistakes;
  switch (slip.kind) {
    case SlipKind::unclosed_quote: return unclosed_quote_at(situation, slip.place);
    case SlipKind::bad_escape: return bad_escape_at(situation, slip.place);
    case SlipKind::tab_in_indentation: return tab_at(slip.place);
    case SlipKind::line_not_indented: return line_not_indented(situation, slip.place);
    case SlipKind::blank_line_too_deep:
      return mistake_at(
          syntax_codes::kYamlSyntax, slip.place, 0,
          "a blank line has more spaces than the first line of text below it; remove them");
    case SlipKind::text_after_header: return text_after_header_at(situation, slip.place);
    case SlipKind::miscounted_spaces: return miscounted_spaces_at(situation, slip.place);
    case SlipKind::not_the_value: break;
  }
  if (is_block_text_start(situation.cursor.peek())) {
    if (auto answer = block_text_behind_property(situation)) return std::move(*answer);
    return mistake_at(syntax_codes::kYamlSyntax, slip.place, 0,
                      "block text must be indented deeper than the key or the `- ` it belongs to");
  }
  return unexpected(situation);
}

}  // namespace zoomc::syntax
