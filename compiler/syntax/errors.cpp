#include <fmt/core.h>

#include "syntax/characters.h"
#include "syntax/error_rules.h"
#include "syntax/scalar_extent.h"
#include "text/quote.h"

// Helpers of the rules: they look at the text around the place of the error.
namespace zoomc::syntax::errors {

Diagnostic error_at(const Code& code, std::uint32_t place, std::uint32_t size,
                    std::string message) {
  return finding(code, {place, place + size}, std::move(message));
}

char byte_at(const ParserState& s, std::uint32_t place) {
  return place < s.text().size() ? s.text()[place] : '\0';
}

bool complains(const ParserState& s, std::string_view words) {
  return s.refused() && s.log.complaint.starts_with(words);
}

std::uint32_t error_place(const ParserState& s) {
  return s.refused() && s.log.place > s.at() ? s.log.place : s.at();
}

bool same_line(const ParserState& s, std::uint32_t from, std::uint32_t to) {
  return from <= to &&
         s.text().substr(from, to - from).find_first_of("\r\n") == std::string_view::npos;
}

std::uint32_t line_start(const ParserState& s, std::uint32_t place) {
  while (place > 0 && !is_break(s.text()[place - 1])) --place;
  return place;
}

std::optional<std::uint32_t> key_colon(const ParserState& s, std::uint32_t place) {
  const std::uint32_t end = line_end(s.text(), place);
  if (is_quote(byte_at(s, place))) {
    const auto closing = quoted_end({.text = s.text().substr(0, end), .begin = place});
    if (!closing) return std::nullopt;
    place = *closing;
  }
  for (; place < end; ++place) {
    const char c = s.text()[place];
    if (c == ':' && is_space_or_end(byte_at(s, place + 1))) return place;
    if (c == '#' && place > 0 && is_blank(s.text()[place - 1])) return std::nullopt;
  }
  return std::nullopt;
}

bool is_marker(const ParserState& s, std::uint32_t place) {
  const std::string_view word = s.text().substr(place, 3);
  return (word == "---" || word == "...") && is_space_or_end(byte_at(s, place + 3));
}

bool begins_entry(const ParserState& s, std::uint32_t place) {
  const bool item = byte_at(s, place) == '-' && is_space_or_end(byte_at(s, place + 1));
  return item || key_colon(s, place).has_value();
}

std::string quoted_slice(const ParserState& s, Span span) {
  return in_backticks(s.text().substr(span.begin, span.size()));
}

namespace {

// Reads token by token. Roughly: it is only asked about text that is not YAML.
class Reader {
 public:
  Reader(const ParserState& s, std::uint32_t begin, std::vector<std::uint32_t> brackets)
      : s_(s), i_(begin), ahead_{.brackets = std::move(brackets)} {}

  Ahead read_to(std::uint32_t end) {
    end_ = end;
    while (i_ < end_ && !ahead_.quote) step();
    return std::move(ahead_);
  }

  // True if the bracket or quote here is closed before the end of the text.
  bool read_pair() {
    end_ = static_cast<std::uint32_t>(s_.text().size());
    do {
      step();
    } while (i_ < end_ && !ahead_.quote && in_flow());
    return !ahead_.quote && !in_flow();
  }

 private:
  bool in_flow() const { return !ahead_.brackets.empty(); }

  void step() {
    const char c = byte_at(s_, i_);
    const bool after_space = i_ == 0 || is_space(s_.text()[i_ - 1]);
    if (c == '#' && after_space) {
      i_ = line_end(s_.text(), i_);
    } else if (is_quote(c) && !in_plain_) {
      skip_quoted();
    } else {
      if (is_break(c) || (c == ':' && is_space_or_end(byte_at(s_, i_ + 1)))) {
        in_plain_ = false;
      } else if (is_flow_indicator(c) && (in_flow() || !in_plain_)) {
        bracket(c);
      } else if (!is_blank(c)) {
        in_plain_ = true;
      }
      ++i_;
    }
  }

  void bracket(char c) {
    in_plain_ = false;
    if (is_flow_start(c)) ahead_.brackets.push_back(i_);
    if (is_flow_end(c) && in_flow()) ahead_.brackets.pop_back();
  }

  void skip_quoted() {
    const char quote = s_.text()[i_];
    ahead_.last_quote = i_;
    for (std::uint32_t i = i_ + 1; i < end_; ++i) {
      const char c = s_.text()[i];
      if (quote == '"' && c == '\\') {
        ++i;
      } else if (c == quote) {
        i_ = i + 1;
        return;
      }
    }
    ahead_.quote = i_;
  }

  const ParserState& s_;
  std::uint32_t i_;
  std::uint32_t end_ = 0;
  bool in_plain_ = false;
  Ahead ahead_;
};

}  // namespace

Ahead look_ahead(const ParserState& s, std::uint32_t place) {
  std::vector<std::uint32_t> brackets;
  for (const Frame& frame : s.open) {
    const bool bracket = frame.is_flow() && is_flow_start(byte_at(s, frame.begin));
    if (bracket && (brackets.empty() || brackets.back() != frame.begin)) {
      brackets.push_back(frame.begin);
    }
  }
  return Reader(s, s.at(), std::move(brackets)).read_to(place);
}

bool closes_later(const ParserState& s, std::uint32_t opening) {
  return Reader(s, opening, {}).read_pair();
}

}  // namespace zoomc::syntax::errors

namespace zoomc::syntax {
namespace errors {
namespace {

// The first that fits is the answer: what hides other errors comes before them.
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

Diagnostic unexpected(const ParserState& s) {
  const bool known = !s.refused() || s.log.place <= s.at();
  const std::uint32_t place = known ? s.at() : s.log.place;
  const std::uint32_t size = place < s.text().size() ? 1 : 0;
  if (!known) {
    return error_at(syntax_codes::kYamlSyntax, place, size,
                    "this is not YAML; put text with special characters in quotes");
  }
  const std::string_view expected = name_of(s.expected);
  return error_at(syntax_codes::kYamlSyntax, place, size,
                  size == 0 ? fmt::format("the file ends where {} is expected", expected)
                            : fmt::format("{} is expected here", expected));
}

}  // namespace errors

Diagnostic explain(const ParserState& state) {
  for (const errors::Rule rule : errors::kRules) {
    if (auto answer = rule(state)) return std::move(*answer);
  }
  return errors::unexpected(state);
}

namespace {

// A line inside quotes or brackets that is too far left: more likely they should have been
// closed before it.
Diagnostic line_not_indented(const ParserState& s, std::uint32_t place) {
  using namespace errors;
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
    return error_at(
        syntax_codes::kYamlSyntax, place, 1,
        "this belongs to the key or the `- ` above and is not indented below it; indent it");
  }
  Diagnostic result =
      error_at(syntax_codes::kYamlSyntax, place, 1,
               "this line continues the value that begins above, and is not indented "
               "below its key; indent it");
  result.labels.push_back({{opening, opening + 1}, "the value begins here"});
  return result;
}

}  // namespace

Diagnostic explain(const ScalarError& error, const ParserState& state) {
  using namespace errors;
  switch (error.kind) {
    case ScalarErrorKind::unclosed_quote: return unclosed_quote_at(state, error.place);
    case ScalarErrorKind::bad_escape: return bad_escape_at(state, error.place);
    case ScalarErrorKind::tab_in_indentation: return tab_at(error.place);
    case ScalarErrorKind::line_not_indented: return line_not_indented(state, error.place);
    case ScalarErrorKind::blank_line_too_deep:
      return error_at(
          syntax_codes::kYamlSyntax, error.place, 0,
          "a blank line has more spaces than the first line of text below it; remove them");
    case ScalarErrorKind::text_after_header: return text_after_header_at(state, error.place);
    case ScalarErrorKind::miscounted_spaces: return miscounted_spaces_at(state, error.place);
    case ScalarErrorKind::not_the_value: break;
  }
  if (is_block_text_start(state.cursor.peek())) {
    if (auto answer = block_text_behind_property(state)) return std::move(*answer);
    return error_at(syntax_codes::kYamlSyntax, error.place, 0,
                    "block text must be indented deeper than the key or the `- ` it belongs to");
  }
  return unexpected(state);
}

}  // namespace zoomc::syntax
