#include "infer/names.h"

#include <algorithm>
#include <array>

#include "infer/call_use.h"
#include "infer/idioms.h"
#include "text/ascii.h"

namespace zoomc::infer {
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

std::vector<std::string_view> names_in(std::string_view dotted) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < dotted.size();) {
    std::size_t end = i;
    while (end < dotted.size() && is_name_character(dotted[end])) ++end;
    if (end > i) names.push_back(dotted.substr(i, end - i));
    i = std::max(end, i + 1);
  }
  return names;
}

bool is_dotted_name(std::string_view text) {
  const auto call = text.find('(');
  if (call != std::string_view::npos && text.substr(call) != "()") return false;
  return text.size() <= 120 && text.find_first_of(" +*/,?:%") == std::string_view::npos;
}

std::string_view last_name(std::string_view dotted) {
  const auto names = names_in(dotted);
  return names.empty() ? std::string_view{} : names.back();
}

bool is_zoom_name(std::string_view dotted) {
  if (dotted.empty() || !is_dotted_name(dotted)) return false;
  const auto names = names_in(dotted);
  if (names.empty()) return false;
  const auto is_client_name = [](std::string_view name) {
    const auto words = words_of_name(name);
    return std::all_of(words.begin(), words.end(),
                       [](const std::string& word) { return is_idiom(Idiom::client_word, word); });
  };
  const auto has_zoom = [](std::string_view name) {
    const auto words = words_of_name(name);
    return std::find(words.begin(), words.end(), "zoom") != words.end();
  };
  const std::string_view last = names.back();
  if (!is_client_name(last)) return false;
  const bool is_alone = lowered(last) == "zoom";
  if (names.size() == 1) return has_zoom(last) && !is_alone;
  const std::string_view before = names[names.size() - 2];
  if (is_alone) return is_self(before);
  return has_zoom(last) || lowered(before) == "zoom";
}

bool has_word(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    const auto blank = list.find(' ');
    if (list.substr(0, blank) == wanted) return true;
    list.remove_prefix(blank == std::string_view::npos ? list.size() : blank + 1);
  }
  return false;
}

}  // namespace zoomc::infer
