#include "manifest/json_mistakes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc {
namespace {

using namespace rapidjson;

Diagnostic mistake(Span place, std::string message) {
  return finding(manifest_codes::kJsonSyntax, place, std::move(message));
}

bool ends_word(char c) {
  return std::string_view(" \t\r\n,:[]{}\"").find(c) != std::string_view::npos;
}

// The word, number or sign that begins at `begin`.
Span word_at(const JsonRefusal& r, std::uint32_t begin) {
  auto end = begin;
  while (end < r.text.size() && !ends_word(r.text[end])) ++end;
  if (end == begin && end < r.text.size()) ++end;
  return {begin, end};
}

std::string_view slice(const JsonRefusal& r, Span span) {
  return r.text.substr(span.begin, span.size());
}

char at(const JsonRefusal& r, std::uint32_t place) {
  return place < r.text.size() ? r.text[place] : '\0';
}

// Where the word begins that RapidJSON stopped in.
std::uint32_t begin_of(const JsonRefusal& r) {
  auto begin = static_cast<std::uint32_t>(std::min<std::size_t>(r.place, r.text.size()));
  if (begin < r.text.size() && ends_word(r.text[begin])) return begin;
  while (begin > 0 && !ends_word(r.text[begin - 1])) --begin;
  return begin;
}

// The comma before `begin`, where one stands behind what was read last.
std::optional<Span> comma_before(const JsonRefusal& r, std::uint32_t begin) {
  const std::size_t comma = r.text.substr(0, begin).find(',', r.previous_end);
  if (comma == std::string_view::npos) return std::nullopt;
  const auto place = static_cast<std::uint32_t>(comma);
  return Span{place, place + 1};
}

Diagnostic text_ends(const JsonRefusal& r) {
  const auto size = static_cast<std::uint32_t>(r.text.size());
  if (r.open.empty())
    return mistake({size, size}, "the file is empty; a manifest is a JSON object");
  const OpenJson open = r.open.back();
  Diagnostic result = mistake({open.begin, open.begin + 1},
                              open.is_object ? "the text ends inside the object that begins here"
                                             : "the text ends inside the array that begins here");
  result.primary_label = open.is_object ? "no `}` closes it" : "no `]` closes it";
  return result;
}

// What is written in other languages and not in JSON.
std::optional<Diagnostic> foreign(const JsonRefusal& r) {
  const Span word = word_at(r, begin_of(r));
  const std::string_view text = slice(r, word);
  if (text.starts_with("//") || text.starts_with("/*") || text.starts_with('#')) {
    return mistake({word.begin, word.begin + (text.front() == '#' ? 1U : 2U)},
                   "JSON has no comments; remove it");
  }
  if (text.starts_with('\'')) {
    return mistake({word.begin, word.begin + 1},
                   "in JSON a string stands in double quotes, not in `'`");
  }
  return std::nullopt;
}

// A closing brace where the text goes on, or one of the wrong kind.
std::optional<Diagnostic> closing(const JsonRefusal& r) {
  const std::uint32_t begin = begin_of(r);
  const char c = at(r, begin);
  if (c != ']' && c != '}') return std::nullopt;
  if (const auto comma = comma_before(r, begin)) {
    return mistake(*comma, "JSON has no comma before " + in_backticks({&c, 1}) + "; remove it");
  }
  if (r.open.empty() || r.open.back().is_object == (c == '}')) return std::nullopt;
  const OpenJson open = r.open.back();
  Diagnostic result = mistake({r.next, r.next + 1},
                              in_backticks({&c, 1}) + " closes nothing here: " +
                                  (open.is_object ? "an object is to be closed first, with `}`"
                                                  : "an array is to be closed first, with `]`"));
  result.labels.push_back({{open.begin, open.begin + 1}, "it begins here"});
  return result;
}

// "write `true`", for what means the same elsewhere; empty for other words.
std::string_view json_word(std::string_view word) {
  struct Pair {
    std::string_view written, meant;
  };
  constexpr std::array kPairs = {
      Pair{"True", "true"},   Pair{"TRUE", "true"},     Pair{"yes", "true"},
      Pair{"False", "false"}, Pair{"FALSE", "false"},   Pair{"no", "false"},
      Pair{"None", "null"},   Pair{"NULL", "null"},     Pair{"nil", "null"},
      Pair{"~", "null"},      Pair{"undefined", "null"}};
  for (const Pair& pair : kPairs) {
    if (pair.written == word) return pair.meant;
  }
  return {};
}

Diagnostic no_value(const JsonRefusal& r) {
  // Of a minus sign without digits RapidJSON names the byte behind it.
  const Span word = word_at(r, at(r, r.next) == '-' ? r.next : begin_of(r));
  const std::string text = in_backticks(slice(r, word));
  const char c = at(r, word.begin);
  const bool number = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  const std::string_view meant = json_word(slice(r, word));
  if (!meant.empty()) {
    return mistake(word, text + " is no value in JSON; write `" + std::string(meant) + "`");
  }
  if (number) return mistake(word, text + " is no number in JSON");
  if (ends_word(c)) return mistake(word, text + " stands where a value is expected");
  return mistake(word, text +
                           " is no value in JSON; if it is meant as a string, put it in double "
                           "quotes");
}

Diagnostic no_key(const JsonRefusal& r) {
  const Span word = word_at(r, begin_of(r));
  const std::string_view text = slice(r, word);
  if (ends_word(text.front())) {
    return mistake(word, in_backticks(text) + " stands where a key is expected");
  }
  return mistake(word, "in JSON a key stands in double quotes: write " +
                           in_backticks("\"" + std::string(text) + "\""));
}

// Something behind a value: a comma, or the end of what is open, is missing before it.
Diagnostic no_comma(const JsonRefusal& r) {
  const Span word = word_at(r, begin_of(r));
  const bool in_object = r.open.back().is_object;
  const char c = at(r, word.begin);
  // What was read is only the begin of a word.
  if (word.begin < r.previous_end) return no_value(r);
  if (ends_word(c) && c != '"' && c != '{' && c != '[') {
    return mistake(word, in_backticks(slice(r, word)) + " stands where a comma or " +
                             (in_object ? "`}`" : "`]`") + " is expected");
  }
  Diagnostic result =
      mistake({r.previous_end, r.previous_end}, in_object ? "a comma is missing behind this member"
                                                          : "a comma is missing behind this item");
  result.primary_label = "write `,` here";
  return result;
}

Diagnostic no_colon(const JsonRefusal& r) {
  Diagnostic result =
      mistake({r.previous_end, r.previous_end}, "a colon and a value are missing behind this key");
  result.primary_label = "write `: ` and the value here";
  return result;
}

Diagnostic more_text(const JsonRefusal& r) {
  if (auto answer = foreign(r)) return std::move(*answer);
  const Span word = word_at(r, begin_of(r));
  if (word.begin < r.previous_end) return no_value(r);
  return mistake(word, "the text goes on behind the end of its JSON value; remove " +
                           in_backticks(slice(r, word)) + " and what follows");
}

Diagnostic open_string(const JsonRefusal& r) {
  const std::size_t line_end = std::min(r.text.find_first_of("\r\n", r.next), r.text.size());
  return mistake({r.next, static_cast<std::uint32_t>(line_end)},
                 "the string that begins here is not closed: `\"` is missing");
}

// A control character inside a string; RapidJSON calls it an escape that is not valid.
Diagnostic control_character(const JsonRefusal& r) {
  const char c = at(r, r.place);
  if (c == '\n' || c == '\r') return open_string(r);
  return mistake(
      {r.place, r.place + 1},
      "a string in JSON has no control characters; write " +
          (c == '\t' ? std::string("`\\t`") : "an escape instead of " + in_backticks({&c, 1})));
}

Diagnostic bad_escape(const JsonRefusal& r) {
  if (at(r, r.place) != '\\') return control_character(r);
  const auto end = std::min<std::size_t>(r.place + 2, r.text.size());
  const Span escape{r.place, static_cast<std::uint32_t>(end)};
  return mistake(escape, in_backticks(slice(r, escape)) +
                             " is no escape in JSON; a backslash itself is written `\\\\`");
}

Span unicode_escape(const JsonRefusal& r) {
  const auto end = std::min<std::size_t>(r.place + 6, r.text.size());
  return {r.place, static_cast<std::uint32_t>(end)};
}

Diagnostic bad_number(const JsonRefusal& r) {
  const Span word = word_at(r, r.next);
  const std::string text = in_backticks(slice(r, word));
  if (r.code == kParseErrorNumberTooBig) return mistake(word, text + " is too large for a number");
  return mistake(word,
                 text + " is no number in JSON: digits are missing behind " +
                     (r.code == kParseErrorNumberMissFraction ? "the point" : "the exponent"));
}

// A value was expected, or something behind one.
Diagnostic structure(const JsonRefusal& r) {
  if (r.place >= r.text.size()) return text_ends(r);
  if (auto answer = foreign(r)) return std::move(*answer);
  if (auto answer = closing(r)) return std::move(*answer);
  switch (r.code) {
    case kParseErrorObjectMissName: return no_key(r);
    case kParseErrorObjectMissColon: return no_colon(r);
    case kParseErrorObjectMissCommaOrCurlyBracket:
    case kParseErrorArrayMissCommaOrSquareBracket: return no_comma(r);
    default: return no_value(r);
  }
}

}  // namespace

Diagnostic explain(const JsonRefusal& refusal) {
  switch (refusal.code) {
    case kParseErrorDocumentRootNotSingular: return more_text(refusal);
    case kParseErrorStringMissQuotationMark: return open_string(refusal);
    case kParseErrorStringEscapeInvalid: return bad_escape(refusal);
    case kParseErrorStringUnicodeEscapeInvalidHex:
      return mistake(unicode_escape(refusal), "`\\u` takes four hexadecimal digits");
    case kParseErrorStringUnicodeSurrogateInvalid:
      return mistake(unicode_escape(refusal),
                     in_backticks(slice(refusal, unicode_escape(refusal))) +
                         " is half of a character: two such escapes belong together");
    case kParseErrorNumberTooBig:
    case kParseErrorNumberMissFraction:
    case kParseErrorNumberMissExponent: return bad_number(refusal);
    default: return structure(refusal);
  }
}

}  // namespace zoomc
