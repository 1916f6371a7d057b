#pragma once
#include <vector>

#include "lint/allow_list.h"
#include "lint/extra_scope.h"
#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "lint/url_values.h"

namespace zoomc {

// What several rules ask for, judged once, and the context pointed at it. It must outlive the
// context's use and stays where it is.
struct SharedJudgements {
  explicit SharedJudgements(LintContext& cx);
  SharedJudgements(const SharedJudgements&) = delete;
  SharedJudgements& operator=(const SharedJudgements&) = delete;

  std::vector<ExtraScope> extra_scopes;
  AllowList allow_list;
  std::vector<UrlValue> urls;
  ReviewerTexts reviewer_texts;
};

}  // namespace zoomc
