#include "manifest/located_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fmt/core.h>
#include <iterator>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <string>
#include <string_view>
#include <utility>

#include "diagnostics/codes.h"
#include "syntax/parse.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::manifest {
namespace {

using rapidjson::ParseErrorCode;

// An array or object that is not closed yet.
struct OpenJson {
  std::uint32_t begin = 0;
  bool is_object = false;
};

Diagnostic syntax_error(Span place, std::string message) {
  return finding(manifest_codes::kJsonSyntax, place, std::move(message));
}

bool ends_word(char c) {
  return std::string_view(" \t\r\n,:[]{}\"").find(c) != std::string_view::npos;
}

// The JSON word for a word that means the same in other languages; empty for other words.
std::string_view json_word(std::string_view word) {
  struct Pair {
    std::string_view written, meant;
  };
  constexpr std::array kPairs = {
      Pair{"True", "true"},   Pair{"TRUE", "true"},     Pair{"yes", "true"},
      Pair{"False", "false"}, Pair{"FALSE", "false"},   Pair{"no", "false"},
      Pair{"None", "null"},   Pair{"NULL", "null"},     Pair{"nil", "null"},
      Pair{"~", "null"},      Pair{"undefined", "null"}};
  const auto found = std::ranges::find(kPairs, word, &Pair::written);
  return found == kPairs.end() ? std::string_view{} : found->meant;
}

// `\ud83d` is only half of a character.
Diagnostic half_character(std::string_view text, std::uint32_t place) {
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(place + 6, text.size()));
  return syntax_error({place, end},
                      fmt::format("{} is half of a character: it needs a second escape",
                                  in_backticks(text.substr(place, end - place))));
}

// Why RapidJSON refused a text, in words and at its place: what a person wrote instead of JSON,
// where that can be told.
class Refusal {
 public:
  // `place` is the byte that RapidJSON named, `previous_end` the end of what it had read before,
  // `next` the beginning of what is behind that (the size of the text when nothing is). `open`:
  // what is not closed there, the innermost last.
  Refusal(std::string_view text, ParseErrorCode code, std::size_t place, std::uint32_t previous_end,
          std::uint32_t next, const std::vector<OpenJson>& open)
      : text_(text),
        code_(code),
        place_(static_cast<std::uint32_t>(place)),
        previous_end_(previous_end),
        next_(next),
        open_(open) {}

  Diagnostic explain() const {
    switch (code_) {
      case rapidjson::kParseErrorDocumentRootNotSingular: return more_text();
      case rapidjson::kParseErrorStringMissQuotationMark: return open_string();
      case rapidjson::kParseErrorStringEscapeInvalid: return bad_escape();
      case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return syntax_error(part(place_, 6), "`\\u` takes four hexadecimal digits");
      case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return half_character(text_, place_);
      case rapidjson::kParseErrorNumberTooBig: return bad_number("is too large for a number");
      case rapidjson::kParseErrorNumberMissFraction:
        return bad_number("is not a number in JSON: digits are missing after the point");
      case rapidjson::kParseErrorNumberMissExponent:
        return bad_number("is not a number in JSON: digits are missing after the exponent");
      default: return bad_structure();
    }
  }

 private:
  char at(std::uint32_t place) const { return place < text_.size() ? text_[place] : '\0'; }
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }
  std::string quoted(Span span) const { return in_backticks(slice(span)); }
  // This many bytes from `begin` on, or as many as there are.
  Span part(std::uint32_t begin, std::size_t size) const {
    return {begin, static_cast<std::uint32_t>(std::min(begin + size, text_.size()))};
  }

  // The word, number or sign that begins at `begin`.
  Span word_at(std::uint32_t begin) const {
    auto end = begin;
    while (end < text_.size() && !ends_word(text_[end])) ++end;
    if (end == begin && end < text_.size()) ++end;
    return {begin, end};
  }

  // The beginning of the word that RapidJSON stopped in.
  std::uint32_t word_begin() const {
    auto begin = static_cast<std::uint32_t>(std::min<std::size_t>(place_, text_.size()));
    if (begin < text_.size() && ends_word(text_[begin])) return begin;
    while (begin > 0 && !ends_word(text_[begin - 1])) --begin;
    return begin;
  }

  Diagnostic text_ends() const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (open_.empty())
      return syntax_error({size, size}, "the file is empty; a manifest is a JSON object");
    const auto [begin, is_object] = open_.back();
    Diagnostic result = syntax_error({begin, begin + 1},
                                     is_object ? "the text ends inside the object that begins here"
                                               : "the text ends inside the array that begins here");
    result.primary_label = is_object ? "no `}` closes it" : "no `]` closes it";
    return result;
  }

  // A comment or string as other languages write it.
  std::optional<Diagnostic> foreign() const {
    const Span word = word_at(word_begin());
    const std::string_view text = slice(word);
    if (text.starts_with("//") || text.starts_with("/*") || text.starts_with('#')) {
      return syntax_error(part(word.begin, text.front() == '#' ? 1 : 2),
                          "JSON has no comments; remove it");
    }
    if (!text.starts_with('\'')) return std::nullopt;
    return syntax_error(part(word.begin, 1), "in JSON a string needs double quotes, not `'`");
  }

  // A closing brace behind a comma, or one of the wrong kind.
  std::optional<Diagnostic> closing() const {
    const std::uint32_t begin = word_begin();
    const char c = at(begin);
    if (c != ']' && c != '}') return std::nullopt;
    const std::size_t comma = text_.substr(0, begin).find(',', previous_end_);
    if (comma != std::string_view::npos) {
      return syntax_error(part(static_cast<std::uint32_t>(comma), 1),
                          fmt::format("JSON has no comma before `{}`; remove it", c));
    }
    if (open_.empty() || open_.back().is_object == (c == '}')) return std::nullopt;
    const auto [open, is_object] = open_.back();
    Diagnostic result = syntax_error(
        {next_, next_ + 1},
        is_object ? fmt::format("`{}` closes nothing here: first close the object, with `}}`", c)
                  : fmt::format("`{}` closes nothing here: first close the array, with `]`", c));
    result.labels.push_back({{open, open + 1}, "it begins here"});
    return result;
  }

  Diagnostic no_value() const {
    // For a minus sign without digits RapidJSON reports the byte after it.
    const Span word = word_at(at(next_) == '-' ? next_ : word_begin());
    const std::string text = quoted(word);
    const char c = at(word.begin);
    const std::string_view meant = json_word(slice(word));
    if (!meant.empty())
      return syntax_error(word, fmt::format("{} is not a value in JSON; write `{}`", text, meant));
    if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')
      return syntax_error(word, fmt::format("{} is not a number in JSON", text));
    if (ends_word(c))
      return syntax_error(word, fmt::format("unexpected {}: a value is expected here", text));
    return syntax_error(word,
                        fmt::format("{} is not a value in JSON; if it is meant as a string, put "
                                    "it in double quotes",
                                    text));
  }

  Diagnostic no_key() const {
    const Span word = word_at(word_begin());
    if (ends_word(at(word.begin)))
      return syntax_error(word, fmt::format("unexpected {}: a key is expected here", quoted(word)));
    return syntax_error(word, fmt::format("in JSON a key needs double quotes: write {}",
                                          in_backticks(fmt::format("\"{}\"", slice(word)))));
  }

  // A comma, or the end of what is open, is missing behind a value.
  Diagnostic no_comma() const {
    const Span word = word_at(word_begin());
    const bool in_object = open_.back().is_object;
    const char c = at(word.begin);
    // RapidJSON read only the start of a word.
    if (word.begin < previous_end_) return no_value();
    if (ends_word(c) && c != '"' && c != '{' && c != '[') {
      return syntax_error(
          word, in_object
                    ? fmt::format("unexpected {}: a comma or `}}` is expected here", quoted(word))
                    : fmt::format("unexpected {}: a comma or `]` is expected here", quoted(word)));
    }
    Diagnostic result = syntax_error(
        {previous_end_, previous_end_},
        in_object ? "a comma is missing after this member" : "a comma is missing after this item");
    result.primary_label = "write `,` here";
    return result;
  }

  Diagnostic no_colon() const {
    Diagnostic result = syntax_error({previous_end_, previous_end_},
                                     "a colon and a value are missing after this key");
    result.primary_label = "write `: ` and the value here";
    return result;
  }

  Diagnostic more_text() const {
    if (auto error = foreign()) return std::move(*error);
    const Span word = word_at(word_begin());
    if (word.begin < previous_end_) return no_value();
    return syntax_error(word,
                        fmt::format("there is more text after the JSON value; remove {} and all "
                                    "text after it",
                                    quoted(word)));
  }

  Diagnostic open_string() const {
    const std::size_t line_end = std::min(text_.find_first_of("\r\n", next_), text_.size());
    return syntax_error({next_, static_cast<std::uint32_t>(line_end)},
                        "the string that begins here is not closed: `\"` is missing");
  }

  // RapidJSON calls a control character in a string an invalid escape, too.
  Diagnostic bad_escape() const {
    const char c = at(place_);
    if (c == '\\') {
      const Span escape = part(place_, 2);
      return syntax_error(escape, fmt::format("{} is not an escape in JSON; a backslash itself is "
                                              "written `\\\\`",
                                              quoted(escape)));
    }
    if (c == '\n' || c == '\r') return open_string();
    return syntax_error(
        {place_, place_ + 1},
        c == '\t' ? "a string in JSON has no control characters; write `\\t`"
                  : fmt::format(
                        "a string in JSON has no control characters; write an escape instead of {}",
                        in_backticks({&c, 1})));
  }

  Diagnostic bad_number(std::string_view reason) const {
    const Span word = word_at(next_);
    return syntax_error(word, fmt::format("{} {}", quoted(word), reason));
  }

  // A value was expected, or something behind one.
  Diagnostic bad_structure() const {
    if (place_ >= text_.size()) return text_ends();
    if (auto error = foreign()) return std::move(*error);
    if (auto error = closing()) return std::move(*error);
    switch (code_) {
      case rapidjson::kParseErrorObjectMissName: return no_key();
      case rapidjson::kParseErrorObjectMissColon: return no_colon();
      case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return no_comma();
      default: return no_value();
    }
  }

  std::string_view text_;
  ParseErrorCode code_;
  std::uint32_t place_;
  std::uint32_t previous_end_;
  std::uint32_t next_;
  const std::vector<OpenJson>& open_;
};

// The place in a string that RapidJSON has read where the second half of a surrogate pair is alone:
// it refuses only a first half that does.
std::size_t lone_surrogate(std::string_view string) {
  std::size_t at = 0;
  while ((at = string.find('\\', at)) != std::string_view::npos) {
    if (string.substr(at, 2) != "\\u") {
      at += 2;
      continue;
    }
    unsigned unit = 0;
    std::from_chars(string.data() + at + 2, string.data() + at + 6, unit, 16);
    if (unit >= 0xDC00 && unit <= 0xDFFF) return at;
    at += unit >= 0xD800 && unit < 0xDC00 ? 12 : 6;
  }
  return 0;
}

// Takes what RapidJSON's reader finds, hands it to a document and notes where each value is.
class JsonBuilder {
 public:
  // `stream` is the one that is read.
  JsonBuilder(std::string_view text, const rapidjson::MemoryStream& stream,
              json::Document& document)
      : text_(text), end_(position(stream)), stream_(stream), document_(document) {}

  // The handler that RapidJSON calls. An answer of false ends the reading.
  using Size = rapidjson::SizeType;
  bool Null() { return scalar() && document_.Null(); }
  bool Bool(bool value) { return scalar() && document_.Bool(value); }
  bool Int(int value) { return scalar() && document_.Int(value); }
  bool Uint(unsigned value) { return scalar() && document_.Uint(value); }
  bool Int64(std::int64_t value) { return scalar() && document_.Int64(value); }
  bool Uint64(std::uint64_t value) { return scalar() && document_.Uint64(value); }
  bool Double(double value) { return scalar() && document_.Double(value); }
  bool RawNumber(const char* text, Size size, bool copy) {
    return scalar() && document_.RawNumber(text, size, copy);
  }
  bool String(const char* text, Size size, bool copy) {
    return is_text({text, size}) && scalar() && document_.String(text, size, copy);
  }
  bool StartObject() { return open(true) && document_.StartObject(); }
  bool Key(const char* text, Size size, bool copy) {
    if (!is_text({text, size})) return false;
    const std::uint32_t begin = next();
    end_ = position(stream_);
    pending_.push_back({.key = {begin, end_}});
    has_key_ = true;
    return document_.Key(text, size, copy);
  }
  bool EndObject(Size count) { return close(count) && document_.EndObject(count); }
  bool StartArray() { return open(false) && document_.StartArray(); }
  bool EndArray(Size count) { return close(count) && document_.EndArray(count); }

  // Why the reading ended here, or where RapidJSON's `reader` did.
  Diagnostic explain(const rapidjson::Reader& reader) const {
    if (refusal_) return *refusal_;
    return Refusal(text_, reader.GetParseErrorCode(), reader.GetErrorOffset(), end_, next(), open_)
        .explain();
  }
  // Only for a text that was read to its end.
  JsonSpans take_spans() { return std::move(pending_.front()); }

 private:
  static std::uint32_t position(const rapidjson::MemoryStream& stream) {
    return static_cast<std::uint32_t>(stream.Tell());
  }

  // The first byte behind `end_` that is neither blank nor comma nor colon: what was read next.
  std::uint32_t next() const {
    const std::size_t found = text_.find_first_not_of(" \t\r\n,:", end_);
    return static_cast<std::uint32_t>(std::min(found, text_.size()));
  }

  bool refuse(Diagnostic reason) {
    refusal_ = std::move(reason);
    return false;
  }

  bool is_text(std::string_view text) {
    if (!find_invalid_utf8(text)) return true;
    const std::uint32_t begin = next();
    const std::string_view string = text_.substr(begin, stream_.Tell() - begin);
    return refuse(
        half_character(text_, begin + static_cast<std::uint32_t>(lone_surrogate(string))));
  }

  // Records a value that begins at `begin`; false if there are too many.
  bool begin_value(std::uint32_t begin) {
    if (++count_ > syntax::kMaxNodes) {
      return refuse(finding(syntax_codes::kFileTooLarge, {begin, begin + 1},
                            "the file has more than 1000000 values"));
    }
    if (!has_key_) pending_.emplace_back();
    has_key_ = false;
    pending_.back().value.begin = begin;
    return true;
  }

  bool scalar() {
    if (!begin_value(next())) return false;
    end_ = position(stream_);
    pending_.back().value.end = end_;
    return true;
  }

  bool open(bool is_object) {
    const std::uint32_t begin = next();
    if (open_.size() == syntax::kMaxNesting) {
      return refuse(finding(syntax_codes::kFileTooLarge, {begin, begin + 1},
                            "values are nested more than 64 deep"));
    }
    if (!begin_value(begin)) return false;
    open_.push_back({begin, is_object});
    end_ = begin + 1;
    return true;
  }

  bool close(Size count) {
    const auto children = pending_.end() - static_cast<std::ptrdiff_t>(count);
    JsonSpans& value = *std::prev(children);
    value.children.assign(std::make_move_iterator(children),
                          std::make_move_iterator(pending_.end()));
    end_ = next() + 1;
    value.value.end = end_;
    pending_.erase(children, pending_.end());
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  // The end of what was read last: a key, a value or an opening brace.
  std::uint32_t end_;
  const rapidjson::MemoryStream& stream_;
  json::Document& document_;
  // The values whose array or object is still open, those inside behind it.
  std::vector<JsonSpans> pending_;
  std::vector<OpenJson> open_;
  // The last of `pending_` is a key without its value.
  bool has_key_ = false;
  std::size_t count_ = 0;
  std::optional<Diagnostic> refusal_;
};

// RapidJSON takes a NUL for the end of the text.
std::optional<Diagnostic> nul_byte(const SourceFile& file) {
  const std::size_t found = file.text.find('\0');
  if (found == std::string::npos) return std::nullopt;
  const auto place = static_cast<std::uint32_t>(found);
  return finding(syntax_codes::kInvalidEncoding, {place, place + 1},
                 "JSON does not allow the control character U+0000; remove it");
}

}  // namespace

std::optional<LocatedJson> read_json(const SourceFile& file, Sink& sink) {
  auto problem = syntax::check_utf8(file.text);
  if (!problem) problem = nul_byte(file);
  if (problem) {
    sink.add(std::move(*problem));
    return std::nullopt;
  }
  rapidjson::MemoryStream stream(file.text.data(), file.text.size());
  for (auto rest = syntax::byte_order_mark_size(file.text); rest > 0; --rest) stream.Take();
  auto document = std::make_unique<json::Document>();
  JsonBuilder builder(file.text, stream, *document);
  // Iterative: nested values do not nest our stack. Full precision: numbers come out as they went
  // in.
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
  rapidjson::Reader reader;
  auto read = [&](json::Document&) { return !reader.Parse<kFlags>(stream, builder).IsError(); };
  document->Populate(read);
  if (reader.HasParseError()) {
    sink.add(builder.explain(reader));
    return std::nullopt;
  }
  return LocatedJson{std::move(document), std::make_unique<const JsonSpans>(builder.take_spans())};
}

}  // namespace zoomc::manifest
