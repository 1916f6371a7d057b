#include "lint/requests.h"

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

  bool has(const resolve::Request& request) const {
    if (request.kind == resolve::RequestKind::extra_scope) return has_scope(request.key);
    if (!request.row) return false;
    switch (request.kind) {
      case resolve::RequestKind::feature: return catalog_.features[*request.row].group() == name_;
      case resolve::RequestKind::operation:
        return catalog_.operations[*request.row].product == name_;
      case resolve::RequestKind::event: return catalog_.events[*request.row].product == name_;
      case resolve::RequestKind::sign_in:
      case resolve::RequestKind::extra_scope: break;
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
  const auto& requests = cx.resolved.requests;
  return std::any_of(requests.begin(), requests.end(), [&](const resolve::Request& request) {
    return request.kind == resolve::RequestKind::feature &&
           cx.resolved.needs(*integration, cx.catalog.features[*request.row]);
  });
}

}  // namespace

std::string name_of(const resolve::Request& request) {
  return request.kind == resolve::RequestKind::sign_in ? "sign-in" : in_backticks(request.key);
}

std::string names_of(const std::vector<const resolve::Request*>& requests) {
  std::vector<std::string> names;
  const std::size_t shown = requests.size() > kMaxNames ? kMaxNames - 1 : requests.size();
  for (std::size_t i = 0; i < shown; ++i) names.push_back(name_of(*requests[i]));
  if (requests.size() > shown) names.push_back(fmt::format("{} more", requests.size() - shown));
  return join_words(names);
}

std::vector<const resolve::Request*> requests_of_product(const resolve::CompiledApp& cx,
                                                         std::string_view product) {
  const Product wanted(cx.catalog, product);
  std::vector<const resolve::Request*> requests;
  for (const resolve::Request& request : cx.resolved.requests) {
    if (wanted.has(request)) requests.push_back(&request);
  }
  return requests;
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
