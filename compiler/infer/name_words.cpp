#include "infer/name_words.h"

#include <array>

#include "text/ascii.h"

namespace zoomc {
namespace {

constexpr std::array<std::string_view, 7> kApiMethods{"GET",    "POST", "PUT",    "PATCH",
                                                      "DELETE", "HEAD", "OPTIONS"};

}  // namespace

bool is_name_character(char c) {
  return is_alphanumeric(c) || c == '_';
}

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t i = 0; i < name.size() && words.size() < 16; ++i) {
    const char c = name[i];
    if (!is_alphanumeric(c)) {
      in_word = false;
      continue;
    }
    // "HTTPClient" and "zoomApi" both begin a word at their last capital.
    const bool after_lower = i > 0 && (is_lower(name[i - 1]) || is_digit(name[i - 1]));
    const bool before_lower = i + 1 < name.size() && is_lower(name[i + 1]);
    const bool begins = !in_word || (is_upper(c) && (after_lower || before_lower));
    if (begins) words.emplace_back();
    words.back() += lowered(c);
    in_word = true;
  }
  return words;
}

std::string_view method_word(std::string_view word) {
  if (word.size() < 3 || word.size() > 7) return {};
  const std::string lower = lowered(word);
  for (const std::string_view method : kApiMethods) {
    if (lowered(method) == lower) return method;
  }
  return {};
}

}  // namespace zoomc
