#include "explain/words.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/nearest.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

constexpr std::array<std::string_view, 9> kQuotes{"\"", "'", "`", "“", "”", "‘", "’", "«", "»"};
constexpr std::array<std::string_view, 3> kApostrophes{"'", "’", "‘"};
// What is no part of a word although it is no ASCII.
constexpr std::array<std::string_view, 10> kSeparators{"“", "”", "«", "»",        "…",
                                                       "·", "–", "—", "\xC2\xA0", "‘"};

bool is_ascii_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// The one of `pieces` that stands at `offset`, empty when none does.
std::string_view piece_at(std::string_view text, std::size_t offset,
                          std::span<const std::string_view> pieces) {
  for (const std::string_view piece : pieces) {
    if (text.substr(offset, piece.size()) == piece) return piece;
  }
  return {};
}

// How many bytes at `offset` belong to a word; 0 for none.
std::size_t word_bytes(std::string_view text, std::size_t offset) {
  if (is_ascii_word(text[offset])) return 1;
  if (static_cast<unsigned char>(text[offset]) < 0x80) return 0;
  if (!piece_at(text, offset, kSeparators).empty() ||
      !piece_at(text, offset, kApostrophes).empty()) {
    return 0;
  }
  const auto point = decode_utf8(text, offset);
  return point ? point->bytes : 0;
}

// How many bytes at `offset`, behind a byte of a word and before one, do not part the word.
std::size_t joining_bytes(std::string_view text, std::size_t offset) {
  std::size_t bytes = piece_at(text, offset, kApostrophes).size();
  const bool in_number = text[offset] == ',' && offset > 0 && is_digit(text[offset - 1]);
  if (in_number) bytes = 1;
  if (bytes == 0 || offset + bytes >= text.size()) return 0;
  if (in_number && !is_digit(text[offset + bytes])) return 0;
  return word_bytes(text, offset + bytes) > 0 ? bytes : 0;
}

bool is_name_byte(char c) {
  return is_ascii_word(c) || c == ':' || c == '.' || c == '-';
}

}  // namespace

bool same_folded(std::string_view a, std::string_view b) {
  return a.size() == b.size() && lowered(a) == lowered(b);
}

std::string_view trimmed_topic(std::string_view text) {
  const auto drop_front = [&] {
    if (text.empty()) return false;
    const std::size_t bytes = is_space(text.front()) ? 1 : piece_at(text, 0, kQuotes).size();
    text.remove_prefix(bytes);
    return bytes > 0;
  };
  const auto drop_back = [&] {
    if (text.empty()) return false;
    constexpr std::string_view kEnds = ".,;:!?";
    if (is_space(text.back()) || kEnds.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
      return true;
    }
    for (const std::string_view quote : kQuotes) {
      if (!text.ends_with(quote)) continue;
      text.remove_suffix(quote.size());
      return true;
    }
    return false;
  };
  while (drop_front()) {
  }
  while (drop_back()) {
  }
  return text;
}

std::vector<TopicWord> split_words(std::string_view text) {
  std::vector<TopicWord> words;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t bytes = word_bytes(text, offset);
    if (bytes == 0) {
      ++offset;
      continue;
    }
    TopicWord word{.begin = offset};
    while (offset < text.size() && (bytes = word_bytes(text, offset)) > 0) {
      word.text += lowered(text.substr(offset, bytes));
      offset += bytes;
      if (offset < text.size()) offset += joining_bytes(text, offset);
    }
    word.end = offset;
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  std::size_t offset = 0;
  while (offset < text.size() && names.size() < kMaxNames) {
    const std::size_t begin = offset;
    while (offset < text.size() && is_name_byte(text[offset])) ++offset;
    std::string_view name = text.substr(begin, offset - begin);
    while (!name.empty() && !is_ascii_word(name.front())) name.remove_prefix(1);
    while (!name.empty() && !is_ascii_word(name.back())) name.remove_suffix(1);
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (!name.empty() && is_new) names.emplace_back(name);
    if (offset == begin) ++offset;
  }
  return names;
}

bool similar_words(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  // As many letters as an ending has.
  constexpr std::size_t kEnding = 3;
  constexpr std::size_t kStem = 4;
  if (shorter >= kStem && longer - shorter <= kEnding) {
    const auto parted =
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
    const auto common = static_cast<std::size_t>(parted.first - a.begin());
    if (common >= kStem && common + kEnding >= longer) return true;
  }
  constexpr std::size_t kTypo = 5;
  return shorter >= kTypo && edit_distance(a, b, 1) <= 1;
}

}  // namespace zoomc
