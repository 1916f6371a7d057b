#include "lint/implied_scope.h"

#include <algorithm>

#include "syntax/tree.h"

namespace zoomc {
namespace {

// Whether the app adds `true` at this path of keys to its manifest.
bool is_set(const CompiledApp& cx, std::string_view path) {
  const Node* node = cx.app.manifest_extra ? &*cx.app.manifest_extra : nullptr;
  while (node != nullptr && !path.empty()) {
    const auto dot = path.find('.');
    const Member* member = node->find(path.substr(0, dot));
    node = member == nullptr ? nullptr : &member->value;
    path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
  }
  return node != nullptr && node->is_scalar() && node->style == ScalarStyle::plain &&
         node->text == "true";
}

}  // namespace

bool is_implied_scope(const CompiledApp& cx, std::string_view name) {
  const auto& all = cx.catalog.implied_scopes;
  return std::any_of(all.begin(), all.end(), [&](const ImpliedScope& implied) {
    if (implied.scope != name) return false;
    return implied.is_setting ? is_set(cx, implied.because_of)
                              : find_resolved_scope(cx.resolved, implied.because_of) != nullptr;
  });
}

}  // namespace zoomc
