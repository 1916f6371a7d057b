#include "lint/integration.h"

#include <algorithm>
#include <string>

#include "lint/list_edit.h"
#include "text/quote.h"

namespace zoomc {
namespace {

bool has_group(const Integration& integration, std::string_view group) {
  const auto& groups = integration.feature_groups;
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

bool is_derived(const CompiledApp& cx, std::string_view id) {
  if (cx.resolved.platform == nullptr) return false;
  const auto& all = cx.resolved.platform->integrations;
  const auto integration =
      std::find_if(all.begin(), all.end(), [&](const Integration& row) { return row.id == id; });
  if (integration == all.end()) return false;
  const auto& subjects = cx.resolved.subjects;
  return std::any_of(subjects.begin(), subjects.end(), [&](const Subject& subject) {
    return subject.kind == SubjectKind::feature &&
           has_group(*integration, cx.catalog.features[*subject.row].group());
  });
}

}  // namespace

bool are_integrations_read(const CompiledApp& cx) {
  return cx.app.find_unread("unified.integrations") == nullptr;
}

bool lists_integration(const CompiledApp& cx, std::string_view id) {
  if (!cx.app.integrations) return is_derived(cx, id);
  const auto& written = *cx.app.integrations;
  return std::any_of(written.begin(), written.end(),
                     [&](const Text& entry) { return entry.value == id; });
}

std::optional<Fix> add_integration(const CompiledApp& cx, std::string_view id) {
  const Node* list = find_own_list(cx.document.root, {"unified", "integrations"});
  if (list == nullptr) return std::nullopt;
  auto edit = append_items(cx.file, *list, {std::string(id)});
  if (!edit) return std::nullopt;
  return Fix{FixSafety::unsafe, "add " + in_backticks(id), {*std::move(edit)}};
}

}  // namespace zoomc
