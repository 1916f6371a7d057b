#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// Why a text is no URL that can stand where it stands. `begin` and `end` are bytes of the text: the
// characters to point at. `says` continues "privacy link …"; `action` is the word at the caret.
struct UrlFault {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string says;
  std::string action;
  // What was surely (safe) or probably (unsafe) meant; absent where that is a guess.
  std::optional<std::string> meant;
  FixSafety safety = FixSafety::unsafe;
};

// Nothing when `text` is an absolute http or https URL. A redirect, and an entry of the list of
// redirects, may moreover have no user part and no fragment.
std::optional<UrlFault> find_url_fault(std::string_view text, bool is_redirect);

}  // namespace zoomc
