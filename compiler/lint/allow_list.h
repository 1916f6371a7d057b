#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "lint/url_problem.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

struct AllowListEntry {
  Text text;
  UrlProblem problem = UrlProblem::fine;
  // For a duplicate: the entry that it repeats.
  std::size_t kept = 0;
  // The wanted redirects that it was meant to be (not_listed), that it alone covers
  // (base_in_strict_mode), or that are listed without it (unneeded; empty if it covers no redirect
  // at all).
  std::vector<std::size_t> redirects;
};

// Compares a written `oauth.allow_list` with the redirects that it must allow. `kept` and
// `redirects` are indices into `entries` and `wanted`.
struct AllowList {
  // On a platform with regions their redirects, else the app's own that are valid.
  std::vector<std::string> wanted;
  std::vector<AllowListEntry> entries;
  // The wanted redirects that no entry is, covers, or was meant to be.
  std::vector<std::size_t> lacking;
};

// Only `wanted` is filled if the list is not written. An entry that differs from a wanted redirect
// only in case counts as that redirect.
[[nodiscard]] AllowList analyze_allow_list(const resolve::CompiledApp& cx);

}  // namespace zoomc::lint
