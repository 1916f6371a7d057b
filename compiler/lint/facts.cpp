#include "lint/facts.h"

namespace zoomc::lint {

// In the order of the members: later ones need earlier ones.
LintFacts::LintFacts(const resolve::CompiledApp& app)
    : extra_scopes(analyze_extra_scopes(app)),
      allow_list(analyze_allow_list(app)),
      urls(analyze_urls(app, allow_list)),
      reviewer_texts(read_reviewer_texts(app)),
      justifications(app.resolved),
      secrets(find_secrets(app, urls)) {}

}  // namespace zoomc::lint
