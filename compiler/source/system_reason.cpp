#include "source/system_reason.h"

#include <system_error>

#include "text/ascii.h"

namespace zoomc {

std::string as_reason(std::string words) {
  // Words such as "RPC" stay as they are.
  const bool is_plain = words.size() > 1 && is_lower(words[1]);
  if (is_plain) words[0] = lowered(words[0]);
  return words;
}

std::string system_reason(int error) {
  return as_reason(std::generic_category().message(error));
}

}  // namespace zoomc
