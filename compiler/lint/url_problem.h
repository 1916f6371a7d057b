#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace zoomc::lint {

// The purpose of a URL in the app. `extra`: one that only `manifest_extra` can set.
enum class UrlRole : std::uint8_t { redirect, list_entry, link, home, webhook, extra };

// The problem of a URL: the first that applies, so that one mistake gives one finding. The rules
// with these names report them; `not_listed` is an entry that is a misspelling of the missing
// redirect.
enum class UrlProblem : std::uint8_t {
  fine,
  mismatch,
  duplicate,
  not_listed,
  invalid,
  localhost,
  insecure,
  base_in_strict_mode,
  unneeded,
  not_lowercase,
};

// The problem that a URL has by itself: invalid, localhost, insecure, not_lowercase.
// `in_production`: the users of a published app meet it.
UrlProblem problem_of_its_own(std::string_view url, UrlRole role, bool in_production);

// The effect when a URL of that role does not work.
ZoomEffect effect_of_broken_url(UrlRole role);

// The reason why a text is not a valid URL at its place. `begin` and `end` are bytes of the text:
// the characters to point at. `says` continues "privacy link …"; `action` is the word at the caret.
struct UrlFault {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string says;
  std::string action;
  // The URL that was surely (safe) or probably (unsafe) meant; absent if nobody can know.
  std::optional<std::string> meant;
  FixSafety safety = FixSafety::unsafe;
};

// Nothing if `text` is an absolute http or https URL. A redirect, and an entry of the list of
// redirects, must also have no user part and no fragment.
std::optional<UrlFault> find_url_fault(std::string_view text, bool is_redirect);

}  // namespace zoomc::lint
