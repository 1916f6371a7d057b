#include "lint/secret_names.h"

#include <algorithm>
#include <array>

namespace zoomc {

bool names_a_secret(std::string_view key) {
  constexpr std::array<std::string_view, 5> kWords{"secret", "password", "token", "private_key",
                                                   "custom_header"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return key.find(word) != std::string_view::npos;
  });
}

}  // namespace zoomc
