#include "text/ascii.h"

namespace zoomc {

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowered(c);
  return lower;
}

}  // namespace zoomc
