#include "infer/idioms.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace zoomc::infer {
namespace {

using Words = std::unordered_set<std::string_view>;

// The names of the lists, in the order of `Idiom`; those of methods are the methods.
constexpr std::array<std::string_view, 14> kLists{
    "default-get",  "post-with-data", "url-wrapper",   "url-setter",   "method-setter",
    "request-word", "client-word",    "non-http-word", "logging-call", "method-key",
    "url-key",      "base-key",       "host-key",      "test-library"};
constexpr std::array<std::string_view, 6> kMethods{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"};

// Cuts off the text before the next `separator`.
std::string_view take(std::string_view& text, char separator) {
  const std::string_view part = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

const Words& words_of(std::string_view list) {
  static const auto kTable = [] {
    std::unordered_map<std::string_view, Words> lists;
    std::string_view text = idiom_table("idioms");
    while (!text.empty()) {
      std::string_view line = take(text, '\n');
      Words& words = lists[take(line, '\t')];
      std::string_view all = take(line, '\t');
      while (!all.empty()) words.insert(take(all, ' '));
    }
    return lists;
  }();
  return kTable.at(list);
}

}  // namespace

bool is_idiom(Idiom idiom, std::string_view word) {
  return words_of(kLists[static_cast<std::size_t>(idiom)]).contains(word);
}

std::string_view method_of_name(std::string_view name) {
  for (const std::string_view method : kMethods) {
    if (words_of(method).contains(name)) return method;
  }
  return {};
}

}  // namespace zoomc::infer
