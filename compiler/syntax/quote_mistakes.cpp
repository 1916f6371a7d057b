// Mistakes with quotes.
#include "syntax/characters.h"
#include "syntax/mistake_rules.h"
#include "syntax/scalar_extent.h"

namespace zoomc::syntax::mistakes {
namespace {

using syntax_codes::kYamlSyntax;

std::string name_of_quote(char quote) {
  return quote == '"' ? "`\"`" : "`'`";
}

}  // namespace

Diagnostic unclosed_quote_at(const Situation& s, std::uint32_t quote) {
  const std::string name = name_of_quote(byte_at(s, quote));
  return mistake_at(
      kYamlSyntax, quote, 1,
      "this " + name + " is never closed; put another " + name + " at the end of its text");
}

Answer unclosed_quote(const Situation& s) {
  const std::uint32_t at = s.at();
  const bool runs_on =
      s.last.kind == TokenKind::quoted && !s.cursor.at_end() && same_line(s, s.last.span.end, at) &&
      !(s.in_flow() && s.last.span.end < at) && !same_line(s, s.last.span.begin, s.last.span.end);
  if (runs_on) {
    Diagnostic result = unclosed_quote_at(s, s.last.span.begin);
    result.labels.push_back({{s.last.span.end - 1, s.last.span.end}, "its text runs on to here"});
    return result;
  }
  if (!complains(s, "illegal EOF in scalar") && !complains(s, "illegal document indicator")) {
    return std::nullopt;
  }
  const auto quote = look_ahead(s, s.log.place).quote;
  if (!quote) return std::nullopt;
  return unclosed_quote_at(s, *quote);
}

Diagnostic bad_escape_at(const Situation& s, std::uint32_t backslash) {
  const char c = byte_at(s, backslash + 1);
  if (c == 'x' || c == 'u' || c == 'U') {
    const std::string digits = c == 'x' ? "2" : c == 'u' ? "4" : "8";
    return mistake_at(
        kYamlSyntax, backslash, 2,
        std::string("`\\") + c + "` needs " + digits +
            " hexadecimal digits that name a character; write `\\\\` for a backslash");
  }
  return mistake_at(
      kYamlSyntax, backslash, 1,
      "this `\\` begins no escape that YAML knows; write `\\\\` for a backslash, or use "
      "single quotes");
}

Answer bad_escape(const Situation& s) {
  const bool digits =
      complains(s, "bad character found while scanning hex") || complains(s, "invalid unicode");
  if (!digits && !complains(s, "unknown escape character")) return std::nullopt;
  const auto quote = look_ahead(s, s.log.place).last_quote;
  if (!quote) return std::nullopt;
  std::uint32_t last = *quote;
  for (std::uint32_t i = *quote + 1; i < s.log.place; ++i) {
    if (byte_at(s, i) != '\\') continue;
    last = i;
    const std::uint32_t size = escape_size(s.text(), i);
    if (size == 0) return bad_escape_at(s, i);
    i += size - 1;
  }
  return bad_escape_at(s, last);
}

Answer text_after_quote(const Situation& s) {
  const std::uint32_t end = s.last.span.end;
  if (s.last.kind != TokenKind::quoted || s.cursor.at_end() || !same_line(s, end, s.at())) {
    return std::nullopt;
  }
  const bool adjacent = s.at() == end;
  const char c = s.cursor.peek();
  if (c == ':' || c == '#') return std::nullopt;
  if (s.in_flow() && (!adjacent || is_flow_indicator(c))) return std::nullopt;
  std::string message = "text behind the closing quote; put all of the value in the quotes";
  if (adjacent) {
    message += byte_at(s, end - 1) == '"' ? ", and write `\\\"` for a quote in it"
                                          : ", and write `''` for an apostrophe in it";
  }
  return mistake_at(kYamlSyntax, s.at(), 1, std::move(message));
}

}  // namespace zoomc::syntax::mistakes
