#include "lint/shared_judgements.h"

namespace zoomc {

// In the order of the members: the later ones may look at the earlier ones.
SharedJudgements::SharedJudgements(LintContext& cx)
    : extra_scopes(judge_extra_scopes(cx)),
      allow_list(judge_allow_list(cx)),
      urls(judge_urls(cx, allow_list)),
      reviewer_texts(read_reviewer_texts(cx)) {
  cx.extra_scopes = &extra_scopes;
  cx.allow_list = &allow_list;
  cx.urls = &urls;
  cx.reviewer_texts = &reviewer_texts;
}

}  // namespace zoomc
