#include "lint/text_words.h"

#include "lint/url.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

constexpr std::string_view kTypographicApostrophe = "’";

// Beyond ASCII everything is a letter but the blocks of punctuation and blanks.
bool is_word_character(char32_t c) {
  if (c < 0x80) return is_alphanumeric(static_cast<char>(c));
  const bool latin_mark = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool punctuation = c >= 0x2000 && c <= 0x206F;
  const bool cjk_punctuation = c >= 0x3000 && c <= 0x303F;
  const bool full_width_mark = (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
  return !latin_mark && !punctuation && !cjk_punctuation && !full_width_mark;
}

// How many bytes of a word character stand at `offset`; 0 when it is none.
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

// The first byte from `offset` on that is no ASCII letter or digit.
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

}  // namespace zoomc
