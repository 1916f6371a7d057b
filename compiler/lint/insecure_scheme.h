#pragma once
#include "lint/rule.h"
#include "lint/url_values.h"

namespace zoomc {

// The finding about a URL that begins with `http`, with `https` in its place as the fix where no
// port says that it would be another server.
Diagnostic describe_insecure_scheme(const LintContext& cx, const UrlValue& url,
                                    const Reporter& report);

}  // namespace zoomc
