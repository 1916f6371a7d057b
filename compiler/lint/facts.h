#pragma once
#include <optional>
#include <vector>

#include "lint/allow_list.h"
#include "lint/extra_scope.h"
#include "lint/reviewer_texts.h"
#include "lint/secrets.h"
#include "lint/url_values.h"
#include "resolve/compiled_app.h"
#include "resolve/justification.h"

namespace zoomc::lint {

// The sentences for reviewers, written only when something asks for them: few rules do.
class LazyJustifications {
 public:
  LazyJustifications() = default;
  explicit LazyJustifications(const resolve::ResolvedApp& resolved) : resolved_(&resolved) {}

  const std::vector<resolve::Justification>& get() const {
    if (!written_)
      written_.emplace(resolved_ != nullptr ? resolve::justify(*resolved_)
                                            : std::vector<resolve::Justification>());
    return *written_;
  }

 private:
  const resolve::ResolvedApp* resolved_ = nullptr;
  mutable std::optional<std::vector<resolve::Justification>> written_;
};

// Facts of an app that rules, reports and the manifest share, computed once. It points into the
// app.
struct LintFacts {
  LintFacts() = default;
  explicit LintFacts(const resolve::CompiledApp& app);

  std::vector<ExtraScope> extra_scopes;
  AllowList allow_list;
  std::vector<UrlValue> urls;
  ReviewerTexts reviewer_texts;
  LazyJustifications justifications;
  std::vector<Secret> secrets;
};

}  // namespace zoomc::lint
