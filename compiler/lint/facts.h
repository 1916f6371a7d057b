#pragma once
#include <vector>

#include "lint/allow_list.h"
#include "lint/extra_scope.h"
#include "lint/reviewer_texts.h"
#include "lint/secrets.h"
#include "lint/url_values.h"
#include "resolve/compiled_app.h"
#include "resolve/justification.h"

namespace zoomc {

// What rules, reports and the manifest ask of an app, found out once. It points into the app.
struct LintFacts {
  LintFacts() = default;
  explicit LintFacts(const CompiledApp& app);

  std::vector<ExtraScope> extra_scopes;
  AllowList allow_list;
  std::vector<UrlValue> urls;
  ReviewerTexts reviewer_texts;
  std::vector<Justification> justifications;
  std::vector<Secret> secrets;
};

}  // namespace zoomc
