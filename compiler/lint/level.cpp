#include "lint/level.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <string_view>

#include "catalog/lookup.h"

namespace zoomc::lint {
namespace {

bool has_level(const resolve::CompiledApp& cx, std::span<const catalog::ScopeId> scopes,
               catalog::Level level) {
  return std::any_of(scopes.begin(), scopes.end(),
                     [&](catalog::ScopeId id) { return cx.catalog.scopes[id].level == level; });
}

bool lacks_level(const resolve::CompiledApp& cx, std::span<const catalog::ScopeId> scopes,
                 catalog::Level level) {
  return !scopes.empty() && !has_level(cx, scopes, level);
}

// True if something that the request needs has no scope of `level`.
bool is_unserved(const resolve::CompiledApp& cx, const resolve::Request& request,
                 catalog::Level level) {
  if (!request.row || request.kind == resolve::RequestKind::extra_scope) return false;
  const catalog::ScopeModel model = cx.resolved.model;
  if (request.kind == resolve::RequestKind::event) {
    return lacks_level(cx, cx.catalog.events[*request.row].scopes(model), level);
  }
  if (request.kind == resolve::RequestKind::operation) {
    return lacks_level(cx, cx.catalog.operations[*request.row].scopes(model), level);
  }
  const catalog::Feature& feature = cx.catalog.features[*request.row];
  // The guide's own names are used in place of the operations, whatever their level.
  if (cx.resolved.takes_guide_names(feature)) return false;
  if (cx.resolved.means_account(feature) && level == catalog::Level::user) return true;
  const auto calls = cx.resolved.operations_of(feature);
  return std::any_of(calls.begin(), calls.end(), [&](catalog::OperationId row) {
    return lacks_level(cx, cx.catalog.operations[row].scopes(model), level);
  });
}

bool names_admin_scope(const resolve::CompiledApp& cx, const resolve::Request& request) {
  if (cx.resolved.vocabulary != model::Vocabulary::guide ||
      request.kind != resolve::RequestKind::feature) {
    return false;
  }
  const auto names = cx.catalog.features[*request.row].guide_scopes;
  return std::any_of(names.begin(), names.end(),
                     [](std::string_view name) { return name.ends_with(":admin"); });
}

bool knows_all_features(const resolve::CompiledApp& cx) {
  const auto& words = cx.app.features;
  return std::all_of(words.begin(), words.end(), [&](const model::FeatureWord& word) {
    return catalog::find_feature(cx.catalog, word.name()) ||
           catalog::find_composite(cx.catalog, word.name());
  });
}

bool knows_all_operations(const resolve::CompiledApp& cx) {
  const auto& names = cx.app.operations;
  return std::all_of(names.begin(), names.end(), [&](const Text& name) {
    return catalog::find_operations(cx.catalog, name.value).size() == 1;
  });
}

}  // namespace

catalog::Level app_level(const resolve::ResolvedApp& resolved) {
  return resolved.is_admin() ? catalog::Level::admin : catalog::Level::user;
}

bool is_understood(const resolve::CompiledApp& cx) {
  constexpr std::array<std::string_view, 9> kKeys{"managed_by",   "platform",   "scope_names",
                                                  "features",     "operations", "events",
                                                  "extra_scopes", "optional",   "justify"};
  return cx.resolved.platform != nullptr &&
         std::none_of(kKeys.begin(), kKeys.end(),
                      [&](std::string_view key) { return cx.app.find_unread(key) != nullptr; }) &&
         knows_all_features(cx) && knows_all_operations(cx);
}

bool is_level_known(const resolve::CompiledApp& cx) {
  if (cx.app.managed_by) return true;
  if (cx.app.find_unread("managed_by") != nullptr) return false;
  // Nothing else in the file can make an admin-managed app user-managed again.
  return cx.resolved.is_admin() || is_understood(cx);
}

bool is_something_unserved(const resolve::CompiledApp& cx) {
  const auto& requests = cx.resolved.requests;
  return std::any_of(requests.begin(), requests.end(), [&](const resolve::Request& request) {
    return is_unserved(cx, request, app_level(cx.resolved));
  });
}

std::optional<Label> level_label(const resolve::CompiledApp& cx) {
  if (cx.app.managed_by) {
    const Span stated = cx.app.managed_by->span;
    if (stated.empty()) return std::nullopt;
    return Label{stated, "the app's level is set here"};
  }
  if (!cx.resolved.is_admin()) return std::nullopt;
  for (const resolve::Request& request : cx.resolved.requests) {
    if (request.span.empty()) continue;
    if (is_unserved(cx, request, catalog::Level::user) || names_admin_scope(cx, request)) {
      return Label{request.span, "makes the app admin-managed"};
    }
  }
  return std::nullopt;
}

void soften_where_guessed(const catalog::Scope& scope, Diagnostic& found) {
  if (!scope.level_is_guess) return;
  found.severity = Severity::warning;
  found.zoom = {ZoomVerdict::unknown,
                fmt::format("if that is so, Zoom rejects it: {}", found.zoom.text)};
  found.hints.emplace_back(
      "no page of Zoom's gives the level of this scope: it is a guess from the name");
}

}  // namespace zoomc::lint
