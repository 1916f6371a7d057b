#include "source/system_reason.h"

#include <system_error>

namespace zoomc {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace

std::string as_reason(std::string words) {
  // Words such as "RPC" stay as they are.
  const bool is_plain = words.size() > 1 && is_lower(words[1]);
  if (is_plain && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] | 0x20);
  return words;
}

std::string system_reason(int error) {
  return as_reason(std::generic_category().message(error));
}

}  // namespace zoomc
