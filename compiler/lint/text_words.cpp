#include "lint/text_words.h"

#include "edit/scalar.h"
#include "lint/url.h"
#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::lint {
namespace {

constexpr std::string_view kTypographicApostrophe = "’";

// Beyond ASCII everything is a letter, except for the blocks of punctuation and blanks.
bool is_word_character(char32_t c) {
  if (c < 0x80) return is_alphanumeric(static_cast<char>(c));
  const bool latin_mark = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool punctuation = c >= 0x2000 && c <= 0x206F;
  const bool cjk_punctuation = c >= 0x3000 && c <= 0x303F;
  const bool full_width_mark = (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
  return !latin_mark && !punctuation && !cjk_punctuation && !full_width_mark;
}

// The number of bytes of the word character at `offset`; 0 if it is not one.
std::size_t word_bytes(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  if (static_cast<unsigned char>(text[offset]) < 0x80) {
    return is_alphanumeric(text[offset]) ? 1 : 0;
  }
  const auto point = decode_utf8(text, offset);
  return point && is_word_character(point->value) ? point->bytes : 0;
}

std::size_t apostrophe_bytes(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  if (text[offset] == '\'') return 1;
  const bool may_be_typographic = text[offset] == kTypographicApostrophe.front();
  return may_be_typographic && text.substr(offset).starts_with(kTypographicApostrophe)
             ? kTypographicApostrophe.size()
             : 0;
}

// The first byte at or after `offset` that is not an ASCII letter or digit.
std::size_t end_of_ascii_word(std::string_view text, std::size_t offset) {
  while (offset < text.size() && is_alphanumeric(text[offset])) ++offset;
  return offset;
}

std::size_t end_of_word(std::string_view text, std::size_t offset) {
  for (;;) {
    offset = end_of_ascii_word(text, offset);
    while (const std::size_t bytes = word_bytes(text, offset)) offset += bytes;
    const std::size_t apostrophe = apostrophe_bytes(text, offset);
    if (apostrophe == 0 || word_bytes(text, offset + apostrophe) == 0) return offset;
    offset += apostrophe;
  }
}

// True if a chunk begins like a name: "Sync", but not "and" or "&".
bool begins_like_name(std::string_view chunk) {
  return begins_word(chunk, 0) && !(chunk.front() >= 'a' && chunk.front() <= 'z');
}

std::optional<std::string> without_word(std::string_view name, TextPart word) {
  const std::string_view before = trimmed(name.substr(0, word.begin));
  const std::string_view after = trimmed(name.substr(word.end));
  const bool free_left = word.begin == 0 || name[word.begin - 1] == ' ';
  const bool free_right = word.end == name.size() || name[word.end] == ' ';
  if (!free_left || !free_right || (before.empty() && after.empty())) return std::nullopt;
  const auto space = before.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? before : before.substr(space + 1);
  if (!last.empty() && !begins_like_name(last)) return std::nullopt;
  if (!after.empty() && !begins_like_name(after)) return std::nullopt;
  std::string rest(before);
  if (!before.empty() && !after.empty()) rest += ' ';
  return rest.append(after);
}

}  // namespace

std::optional<TextPart> WordScan::next() {
  while (offset_ < text_.size()) {
    const std::size_t begin = offset_;
    if (word_bytes(text_, begin) > 0) {
      offset_ = end_of_word(text_, begin);
      return TextPart{begin, offset_};
    }
    const bool is_ascii = static_cast<unsigned char>(text_[begin]) < 0x80;
    const auto point = is_ascii ? std::nullopt : decode_utf8(text_, begin);
    offset_ += point ? point->bytes : 1;
  }
  return std::nullopt;
}

std::vector<TextPart> find_words(std::string_view text) {
  std::vector<TextPart> words;
  WordScan scan(text);
  while (const auto word = scan.next()) words.push_back(*word);
  return words;
}

bool is_word_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  if (is_alphanumeric(text[offset - 1]) && is_alphanumeric(text[offset])) {
    return false;
  }
  std::size_t before = offset - 1;
  while (before > 0 && !begins_code_point(text, before)) --before;
  return word_bytes(text, before) == 0 || word_bytes(text, offset) == 0;
}

std::string folded_word(std::string_view word) {
  std::string folded = lowered(word);
  for (auto at = folded.find(kTypographicApostrophe); at != std::string::npos;
       at = folded.find(kTypographicApostrophe, at)) {
    folded.replace(at, kTypographicApostrophe.size(), "'");
  }
  return folded;
}

std::string_view stem(std::string_view folded_word) {
  return folded_word.substr(0, folded_word.find('\''));
}

bool begins_word(std::string_view text, std::size_t offset) {
  return word_bytes(text, offset) > 0 && is_word_boundary(text, offset);
}

std::size_t byte_of_code_point(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) {
    const auto point = decode_utf8(text, offset);
    offset += point ? point->bytes : 1;
  }
  return offset;
}

std::optional<std::string> without_words(std::string_view name,
                                         const std::vector<TextPart>& words) {
  if (words.size() > kMaxNameWords) return std::nullopt;
  std::string rest(name);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    auto shorter = without_word(rest, *word);
    if (!shorter) return std::nullopt;
    rest = std::move(*shorter);
  }
  return rest;
}

std::optional<Fix> rename_app(const SourceFile& file, const Text& name, const std::string& better) {
  const std::string_view written = file.slice(name.span);
  const bool is_quoted = written.starts_with('"') || written.starts_with('\'');
  syntax::Node scalar;
  scalar.text = better;
  const bool is_text = is_quoted || syntax::scalar_type(scalar) == syntax::ScalarType::string;
  const bool fits = count_code_points(better) <= kMaxName;
  if (!is_text || !fits || written.find('\n') != std::string_view::npos) return std::nullopt;
  return Fix{FixSafety::unsafe, in_backticks(better), {edit::replace_value(file, name, better)}};
}

}  // namespace zoomc::lint
