#include "infer/word_list.h"

namespace zoomc {

bool has_word(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    const auto blank = list.find(' ');
    if (list.substr(0, blank) == wanted) return true;
    list.remove_prefix(blank == std::string_view::npos ? list.size() : blank + 1);
  }
  return false;
}

}  // namespace zoomc
