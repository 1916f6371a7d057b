#pragma once
#include <string>

#include "catalog/builtin.h"
#include "resolve/compiled_app.h"

namespace zoomc::review {

// An app that was read and resolved without a finding.
struct ResolvedCase : resolve::CompiledApp {
  explicit ResolvedCase(std::string text,
                        const catalog::Catalog& catalog = catalog::builtin_catalog());
};

// The head of an app that receives the redirect itself, so that it has no sign-in.
inline const std::string kCustomApp =
    "zoomc: 1\napp: {name: Acme}\nplatform: custom\n"
    "oauth: {redirect_url: https://app.acme.test/oauth}\n";

}  // namespace zoomc::review
