#include "lint/scope_suggestion.h"

#include "catalog/lookup.h"
#include "lint/level.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::string_view kAdmin = ":admin";

std::string_view stem_of(std::string_view name) {
  return name.substr(0, name.size() - (name.ends_with(kAdmin) ? kAdmin.size() : 0));
}

}  // namespace

ScopeSuggestions::ScopeSuggestions(const CompiledApp& cx) : cx_(cx) {
  for (const Scope& scope : cx.catalog.scopes) {
    if (scope.model == cx.resolved.model && scope.level == app_level(cx.resolved)) {
      names_.push_back(scope.name);
    }
  }
}

ScopeSuggestion ScopeSuggestions::find(std::string_view name) const {
  if (std::string hint = other_level(name); !hint.empty()) return {{}, {std::move(hint)}};
  // Who misspells a name may have its level wrong too.
  const std::string at_level =
      std::string(stem_of(name)).append(cx_.resolved.is_admin() ? kAdmin : "");
  if (const auto near = nearest_of_product(at_level, names_)) return {std::string(*near), {}};
  if (std::string hint = same_words(name); !hint.empty()) return {{}, {std::move(hint)}};
  return {};
}

// The same name with or without `:admin`, which Zoom has for apps that others manage.
std::string ScopeSuggestions::other_level(std::string_view name) const {
  std::string other(stem_of(name));
  if (other.size() == name.size()) other += kAdmin;
  const auto row = find_scope(cx_.catalog, other, cx_.resolved.model);
  if (!row) return {};
  const bool is_for_admins = cx_.catalog.scopes[*row].level == Level::admin;
  return "Zoom has " + in_backticks(other) +
         ", for apps with `managed_by: " + (is_for_admins ? "admin" : "user") + "`";
}

// The one name of another product with all the words of this one.
std::string ScopeSuggestions::same_words(std::string_view name) const {
  std::string_view found;
  for (const std::string_view candidate : names_) {
    if (!has_all_words(candidate, name)) continue;
    if (!found.empty()) return {};
    found = candidate;
  }
  if (found.empty()) return {};
  return "Zoom has " + in_backticks(found) +
         ", which is of another product: is that what you mean?";
}

}  // namespace zoomc
