#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace zoomc::lint {

// What a URL of the app is for. `extra`: something that only `manifest_extra` can say.
enum class UrlRole : std::uint8_t { redirect, list_entry, link, home, webhook, extra };

// What is wrong with a URL: the first that fits, so that one mistake is one finding. The rules with
// these names speak of them; `not_listed` is an entry that is the missing redirect misspelt.
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

// The problem that a URL has whatever stands around it: invalid, localhost, insecure,
// not_lowercase. `in_production`: it is what the users of a published app meet.
UrlProblem problem_of_its_own(std::string_view url, UrlRole role, bool in_production);

// What follows when a URL of that role does not work.
ZoomEffect effect_of_broken_url(UrlRole role);

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

}  // namespace zoomc::lint
