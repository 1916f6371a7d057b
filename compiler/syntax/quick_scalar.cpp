// The part of the quick reader for scalars that need no header: plain ones, also on several lines,
// and quoted ones on one line.
#include <array>

#include "syntax/characters.h"
#include "syntax/quick_reader.h"

namespace zoomc::syntax {
namespace {

using Set = std::array<bool, 256>;

constexpr Set set_of(std::string_view characters) {
  Set set{};
  for (const char c : characters) set[static_cast<unsigned char>(c)] = true;
  set[0] = true;
  return set;
}

// Where to look closer; each also holds the end of the text.
constexpr Set kPlainStops = set_of("\n:#");
constexpr Set kPlainStopsInFlow = set_of("\n:#,?[]{}");
constexpr Set kQuoteStops = set_of("\n'");
constexpr Set kDoubleQuoteStops = set_of("\n\"\\");
// What no plain scalar begins with. `?` and `:` may, before text, but the library is not sure
// there.
constexpr Set kNoPlainStart = set_of("\n ,[]{}#&*!|>'\"%@`?:");

bool holds(const Set& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

// Whether a plain scalar ends at one of its stops.
bool ends_plain(const char* stop, bool in_flow) {
  if (*stop == '#') return stop[-1] == ' ';
  if (*stop != ':') return true;
  return is_space_or_end(stop[1]) || (in_flow && is_flow_indicator(stop[1]));
}

// The end of what is on this line of a plain scalar, white space behind it left out. It may be
// where the scalar's part would begin.
std::uint32_t plain_line_end(const char* text, std::uint32_t begin, bool in_flow) {
  const Set& stops = in_flow ? kPlainStopsInFlow : kPlainStops;
  std::uint32_t i = begin;
  while (!holds(stops, text[i]) || !ends_plain(text + i, in_flow)) ++i;
  while (i > begin && text[i - 1] == ' ') --i;
  return i;
}

// What an escape stands for; '\0' for those that are left to the library.
char escaped(char letter) {
  switch (letter) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case '"':
    case '\\':
    case '/': return letter;
    default: return '\0';
  }
}

}  // namespace

bool QuickReader::line_scalar(bool in_flow, Node& out) {
  return is_quote(text_[at_]) ? in_backticks(out) : plain(in_flow, out);
}

bool QuickReader::in_backticks(Node& out) {
  const std::uint32_t begin = at_;
  const char quote = text_[at_++];
  const bool is_double = quote == '"';
  const Set& stops = is_double ? kDoubleQuoteStops : kQuoteStops;
  out.style = is_double ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
  while (true) {
    const std::uint32_t from = at_;
    while (!holds(stops, text_[at_])) ++at_;
    out.text.append(slice(from, at_));
    const char stop = text_[at_++];
    if (stop == quote && (is_double || text_[at_] != '\'')) break;
    if (stop != '\'' && stop != '\\') return false;
    const char c = stop == '\\' ? escaped(text_[at_]) : '\'';
    if (c == '\0') return false;
    out.text += c;
    ++at_;
  }
  out.span = {begin, at_};
  return true;
}

bool QuickReader::plain(bool in_flow, Node& out) {
  if (!starts_plain(in_flow)) return false;
  const std::uint32_t end = plain_line_end(text_, at_, in_flow);
  out.text.assign(slice(at_, end));
  out.span = {at_, end};
  at_ = end;
  return true;
}

bool QuickReader::starts_plain(bool in_flow) const {
  const char first = text_[at_];
  if (holds(kNoPlainStart, first)) return false;
  if (first != '-' && first != '.') return true;
  const char next = text_[at_ + 1];
  if (first == '-' && (is_space_or_end(next) || (in_flow && is_flow_indicator(next)))) return false;
  // It may be a document marker.
  return column() > 0 || next != first;
}

bool QuickReader::more_lines(std::uint32_t indent, Node& out) {
  while (text_[at_] == '\n') {
    std::uint32_t first = at_;
    std::uint32_t line = at_;
    std::uint32_t breaks = 0;
    for (; text_[first] == '\n'; ++breaks) {
      line = ++first;
      while (text_[first] == ' ') ++first;
    }
    if (first - line < indent || first == size_ || text_[first] == '#') break;
    out.span.end = plain_line_end(text_, first, false);
    out.text.append(breaks == 1 ? 1 : breaks - 1, breaks == 1 ? ' ' : '\n');
    out.text.append(slice(first, out.span.end));
    at_ = out.span.end;
    if (at_colon()) return false;
  }
  return true;
}

}  // namespace zoomc::syntax
