#include "lint/implied_scope.h"

#include <algorithm>
#include <array>

#include "lint/list_edit.h"

namespace zoomc {
namespace {

struct Implication {
  std::string_view scope;
  // The scope that brings it; empty where the Meeting SDK does.
  std::string_view because_of;
};

constexpr std::array kImplications{
    Implication{"meeting:read:meeting", "meeting:read:list_meetings"},
    Implication{"user:read:zak", {}},
};

bool embeds_meeting_sdk(const LintContext& cx) {
  if (!cx.app.manifest_extra) return false;
  const Node* enable =
      find_path(*cx.app.manifest_extra, {"features", "embed", "meeting_sdk", "enable"});
  return enable != nullptr && enable->is_scalar() && enable->style == ScalarStyle::plain &&
         enable->text == "true";
}

}  // namespace

bool is_implied_scope(const LintContext& cx, std::string_view name) {
  return std::any_of(kImplications.begin(), kImplications.end(), [&](const Implication& known) {
    if (known.scope != name) return false;
    return known.because_of.empty() ? embeds_meeting_sdk(cx)
                                    : find_resolved_scope(cx.resolved, known.because_of) != nullptr;
  });
}

}  // namespace zoomc
