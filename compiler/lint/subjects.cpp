#include "lint/subjects.h"

#include <algorithm>
#include <string>

#include "catalog/lookup.h"
#include "edit/collection.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::size_t kMaxNames = 3;

class Product {
 public:
  Product(const Catalog& catalog, std::string_view name) : catalog_(catalog), name_(name) {}

  bool has(const Subject& subject) const {
    if (subject.kind == SubjectKind::extra_scope) return has_scope(subject.key);
    if (!subject.row) return false;
    switch (subject.kind) {
      case SubjectKind::feature: return catalog_.features[*subject.row].group() == name_;
      case SubjectKind::operation: return catalog_.operations[*subject.row].product == name_;
      case SubjectKind::event: return catalog_.events[*subject.row].product == name_;
      case SubjectKind::sign_in:
      case SubjectKind::extra_scope: break;
    }
    return false;
  }

 private:
  // Whether some of these rows are of the product.
  template <class Row>
  bool has_any(const CatalogTable<Row>& rows, std::span<const std::uint16_t> ids) const {
    return std::any_of(ids.begin(), ids.end(),
                       [&](std::uint16_t id) { return rows[id].product == name_; });
  }

  // A scope that no operation or event takes belongs where its name begins.
  bool has_scope(std::string_view scope) const {
    if (scope.substr(0, scope.find(':')) == name_) return true;
    for (const ScopeModel model : {ScopeModel::granular, ScopeModel::classic}) {
      const auto row = find_scope(catalog_, scope, model);
      if (!row) continue;
      const Scope& found = catalog_.scopes[*row];
      if (has_any(catalog_.operations, found.operations) ||
          has_any(catalog_.events, found.events)) {
        return true;
      }
    }
    return false;
  }

  const Catalog& catalog_;
  std::string_view name_;
};

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

std::string name_of(const Subject& subject) {
  return subject.kind == SubjectKind::sign_in ? "sign-in" : in_backticks(subject.key);
}

std::string names_of(const std::vector<const Subject*>& subjects) {
  std::vector<std::string> names;
  const std::size_t shown = subjects.size() > kMaxNames ? kMaxNames - 1 : subjects.size();
  for (std::size_t i = 0; i < shown; ++i) names.push_back(name_of(*subjects[i]));
  if (subjects.size() > shown) names.push_back(std::to_string(subjects.size() - shown) + " more");
  return join_words(names);
}

std::vector<const Subject*> subjects_of_product(const CompiledApp& cx, std::string_view product) {
  const Product wanted(cx.catalog, product);
  std::vector<const Subject*> subjects;
  for (const Subject& subject : cx.resolved.subjects) {
    if (wanted.has(subject)) subjects.push_back(&subject);
  }
  return subjects;
}

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
