#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "driver/check.h"
#include "lsp/topic.h"

namespace zoomc::lsp {

// What a thing means in one app, in Markdown: the scopes that a feature, an operation or an event
// gets there; why a scope is there. Empty where the app does not have it.
std::string explain_in_app(const Analysis& made, const Topic& topic);

// A name that `justify`, `test_plan` and `optional` can use in this app, and what it is.
struct DeclaredName {
  std::string name;
  std::string_view kind;
};
std::vector<DeclaredName> declared_names(const ResolvedApp& resolved);

// Where in the file the thing is asked for that a key of `justify`, `test_plan` or `optional`
// names.
std::vector<Span> places_of_key(const ResolvedApp& resolved, std::string_view key);

}  // namespace zoomc::lsp
