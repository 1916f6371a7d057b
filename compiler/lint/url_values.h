#pragma once
#include <string>
#include <vector>

#include "lint/rule.h"
#include "lint/url_problem.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

struct AllowList;

// A URL that stands in the file, and what is wrong with it.
struct UrlValue {
  UrlRole role = UrlRole::link;
  // "production redirect URL", "privacy link"; for a message.
  std::string name;
  Text text;
  // What the users of a published app meet: a production value, one for both environments, a link.
  // Entries of the allow list are never: one list serves both environments.
  bool in_production = false;
  // One string that stands for development and production.
  bool for_both = false;
  UrlProblem problem = UrlProblem::fine;
};

// Every URL of the app, in the order of the language: links, webhooks, redirects, the allow list,
// home URLs, and what `manifest_extra` has under keys that end like Zoom's keys of URLs. Redirects
// in `manifest_extra` are left to the validator of the manifest. `list` is `judge_allow_list(cx)`.
std::vector<UrlValue> judge_urls(const resolve::CompiledApp& cx, const AllowList& list);

// The finding about a URL that begins with `http`, with `https` in its place as the fix where no
// port says that it would be another server.
Diagnostic describe_insecure_scheme(const LintContext& cx, const UrlValue& url,
                                    const Reporter& report);

}  // namespace zoomc::lint
