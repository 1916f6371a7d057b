#include "infer/dotted_name.h"

#include <algorithm>

#include "infer/call_chain.h"
#include "infer/idioms.h"
#include "infer/name_words.h"
#include "text/ascii.h"

namespace zoomc {
namespace {}  // namespace

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
                       [](const std::string& word) { return idioms::is_client_word(word); });
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

}  // namespace zoomc
