#include "lint/subjects.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::size_t kMaxNames = 3;

// By scope, whether some event of the product takes it.
std::vector<bool> scopes_of_events(const Catalog& catalog, std::string_view product) {
  std::vector<bool> taken(catalog.scopes.size());
  for (const Event& event : catalog.events) {
    if (event.product != product) continue;
    for (const ScopeModel model : {ScopeModel::granular, ScopeModel::classic}) {
      for (const ScopeId id : event.scopes(model)) taken[id] = true;
    }
  }
  return taken;
}

class Product {
 public:
  Product(const LintContext& cx, std::string_view name) : catalog_(cx.catalog), name_(name) {
    if (!cx.app.extra_scopes.empty()) events_ = scopes_of_events(cx.catalog, name);
  }

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
  bool has_operation(const Scope& scope) const {
    return std::any_of(scope.operations.begin(), scope.operations.end(),
                       [this](OperationId id) { return catalog_.operations[id].product == name_; });
  }

  // A scope that no operation or event takes belongs where its name begins.
  bool has_scope(std::string_view scope) const {
    if (scope.substr(0, scope.find(':')) == name_) return true;
    for (const ScopeModel model : {ScopeModel::granular, ScopeModel::classic}) {
      const auto row = find_scope(catalog_, scope, model);
      if (row && (events_[*row] || has_operation(catalog_.scopes[*row]))) return true;
    }
    return false;
  }

  const Catalog& catalog_;
  std::string_view name_;
  std::vector<bool> events_;
};

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

std::vector<const Subject*> subjects_of_product(const LintContext& cx, std::string_view product) {
  const Product wanted(cx, product);
  std::vector<const Subject*> subjects;
  for (const Subject& subject : cx.resolved.subjects) {
    if (wanted.has(subject)) subjects.push_back(&subject);
  }
  return subjects;
}

}  // namespace zoomc
