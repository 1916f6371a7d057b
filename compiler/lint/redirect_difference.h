#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/catalog.h"

namespace zoomc::lint {

// The difference between a written redirect URL and the one the platform sends, in terms of the
// mistake that people make. `begin` and `end` are bytes of the written URL: the characters to point
// at (none if something is missing). `says` continues "redirect URL …"; `action` is the word at the
// caret.
struct RedirectDifference {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string says;
  std::string action;
};

// Nothing if the two are the same to the byte. Only one difference is named: the first of white
// space, look-alike characters, foreign host, scheme, user, host, port, path, query, fragment.
std::optional<RedirectDifference> redirect_difference(std::string_view written,
                                                      std::string_view expected,
                                                      const catalog::Platform& platform);

}  // namespace zoomc::lint
