#include "text/ascii.h"

#include <algorithm>

namespace zoomc {

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowered(c);
  return lower;
}

bool is_in_any_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return lowered(a) == b; });
}

}  // namespace zoomc
