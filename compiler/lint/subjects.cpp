#include "lint/subjects.h"

#include <algorithm>
#include <fmt/core.h>
#include <string>

#include "catalog/lookup.h"
#include "edit/collection.h"
#include "text/quote.h"

namespace zoomc::lint {
namespace {

constexpr std::size_t kMaxNames = 3;

class Product {
 public:
  Product(const catalog::Catalog& catalog, std::string_view name)
      : catalog_(catalog), name_(name) {}

  bool has(const resolve::Subject& subject) const {
    if (subject.kind == resolve::SubjectKind::extra_scope) return has_scope(subject.key);
    if (!subject.row) return false;
    switch (subject.kind) {
      case resolve::SubjectKind::feature: return catalog_.features[*subject.row].group() == name_;
      case resolve::SubjectKind::operation:
        return catalog_.operations[*subject.row].product == name_;
      case resolve::SubjectKind::event: return catalog_.events[*subject.row].product == name_;
      case resolve::SubjectKind::sign_in:
      case resolve::SubjectKind::extra_scope: break;
    }
    return false;
  }

 private:
  // True if some of these rows are of the product.
  template <class Row>
  bool has_any(const catalog::CatalogTable<Row>& rows, std::span<const std::uint16_t> ids) const {
    return std::any_of(ids.begin(), ids.end(),
                       [&](std::uint16_t id) { return rows[id].product == name_; });
  }

  // A scope that no operation or event needs belongs to the product with which its name begins.
  bool has_scope(std::string_view scope) const {
    if (scope.substr(0, scope.find(':')) == name_) return true;
    for (const catalog::ScopeModel model :
         {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      const auto row = catalog::find_scope(catalog_, scope, model);
      if (!row) continue;
      const catalog::Scope& found = catalog_.scopes[*row];
      if (has_any(catalog_.operations, found.operations) ||
          has_any(catalog_.events, found.events)) {
        return true;
      }
    }
    return false;
  }

  const catalog::Catalog& catalog_;
  std::string_view name_;
};

bool is_derived(const resolve::CompiledApp& cx, std::string_view id) {
  if (cx.resolved.platform == nullptr) return false;
  const auto& all = cx.resolved.platform->integrations;
  const auto integration = std::find_if(
      all.begin(), all.end(), [&](const catalog::Integration& row) { return row.id == id; });
  if (integration == all.end()) return false;
  const auto& subjects = cx.resolved.subjects;
  return std::any_of(subjects.begin(), subjects.end(), [&](const resolve::Subject& subject) {
    return subject.kind == resolve::SubjectKind::feature &&
           cx.resolved.needs(*integration, cx.catalog.features[*subject.row]);
  });
}

}  // namespace

std::string name_of(const resolve::Subject& subject) {
  return subject.kind == resolve::SubjectKind::sign_in ? "sign-in" : in_backticks(subject.key);
}

std::string names_of(const std::vector<const resolve::Subject*>& subjects) {
  std::vector<std::string> names;
  const std::size_t shown = subjects.size() > kMaxNames ? kMaxNames - 1 : subjects.size();
  for (std::size_t i = 0; i < shown; ++i) names.push_back(name_of(*subjects[i]));
  if (subjects.size() > shown) names.push_back(fmt::format("{} more", subjects.size() - shown));
  return join_words(names);
}

std::vector<const resolve::Subject*> subjects_of_product(const resolve::CompiledApp& cx,
                                                         std::string_view product) {
  const Product wanted(cx.catalog, product);
  std::vector<const resolve::Subject*> subjects;
  for (const resolve::Subject& subject : cx.resolved.subjects) {
    if (wanted.has(subject)) subjects.push_back(&subject);
  }
  return subjects;
}

bool are_integrations_read(const resolve::CompiledApp& cx) {
  return cx.app.find_unread("unified.integrations") == nullptr &&
         cx.resolved.are_integrations_known;
}

bool lists_integration(const resolve::CompiledApp& cx, std::string_view id) {
  if (!cx.app.integrations) return is_derived(cx, id);
  const auto& listed = cx.resolved.integrations;
  return std::any_of(listed.begin(), listed.end(),
                     [&](const catalog::Integration* one) { return one->id == id; });
}

std::optional<Fix> add_integration(const resolve::CompiledApp& cx, std::string_view id) {
  const syntax::Node* list = edit::find_own_list(cx.document.root, {"unified", "integrations"});
  if (list == nullptr) return std::nullopt;
  auto edit = edit::append_items(cx.file, *list, {std::string(id)});
  if (!edit) return std::nullopt;
  return Fix{FixSafety::unsafe, fmt::format("add {}", in_backticks(id)), {*std::move(edit)}};
}

}  // namespace zoomc::lint
