#pragma once
#include <string>
#include <string_view>

#include "resolve/resolved_app.h"
#include "source/source_file.h"

namespace zoomc::review {

// The proof of one scope as text for people: which requirements need it, which features bring them
// and at which line, what is lost without it, how much it allows, and what the guide names instead.
std::string explain_scope(const resolve::ResolvedApp& resolved, const SourceFile& file,
                          const resolve::ResolvedScope& scope);

// The proof of all scopes in order, what the app's platform calls for its features without a scope
// that allows it, and one line on the set: how many, how much they allow beyond
// what is needed, and that nothing smaller would do.
std::string explain_scopes(const resolve::ResolvedApp& resolved, const SourceFile& file);

}  // namespace zoomc::review
