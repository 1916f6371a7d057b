#pragma once
#include <string>
#include <vector>

#include "lint/rule.h"
#include "lint/url_problem.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

struct AllowList;

// A URL that is written in the file, and its problem.
struct UrlValue {
  UrlRole role = UrlRole::link;
  // "production redirect URL", "privacy link"; for a message.
  std::string name;
  Text text;
  // The users of a published app meet it: a production value, one for both environments, a link.
  // Never set for entries of the allow list: one list serves both environments.
  bool in_production = false;
  // One string that is used for development and production.
  bool for_both = false;
  UrlProblem problem = UrlProblem::fine;
};

// Every URL of the app, in the order of the language: links, webhooks, redirects, the allow list,
// home URLs, and values in `manifest_extra` under keys that end like Zoom's keys of URLs. Redirects
// in `manifest_extra` are left to the validator of the manifest. `list` is
// `analyze_allow_list(cx)`.
[[nodiscard]] std::vector<UrlValue> analyze_urls(const resolve::CompiledApp& cx,
                                                 const AllowList& list);

// The finding about a URL that begins with `http`. Its fix writes `https`, unless a port shows that
// this would be another server.
[[nodiscard]] Diagnostic describe_insecure_scheme(const LintContext& cx, const UrlValue& url,
                                                  const Reporter& report);

}  // namespace zoomc::lint
