#include "lint/guide_name.h"

#include <algorithm>
#include <fmt/core.h>
#include <vector>

#include "lint/level.h"
#include "text/quote.h"

namespace zoomc::lint {
namespace {

bool names_scope(const catalog::Feature& feature, std::string_view scope) {
  const auto& names = feature.guide_scopes;
  return std::find(names.begin(), names.end(), scope) != names.end();
}

bool is_sign_in(const resolve::CompiledApp& cx, const catalog::Feature& feature) {
  const auto row = cx.resolved.platform->sign_in;
  return row && &cx.catalog.features[*row] == &feature;
}

bool is_declared(const resolve::CompiledApp& cx, const catalog::Feature& feature) {
  return is_sign_in(cx, feature) ||
         resolve::find_request(cx.resolved, resolve::RequestKind::feature, feature.name)
             .has_value();
}

std::string title(const resolve::CompiledApp& cx, const catalog::Feature& feature) {
  return is_sign_in(cx, feature) ? "sign-in" : in_backticks(feature.name);
}

std::string title(const resolve::CompiledApp& cx,
                  const std::vector<const catalog::Feature*>& features) {
  std::vector<std::string> titles;
  titles.reserve(features.size());
  for (const catalog::Feature* feature : features) titles.push_back(title(cx, *feature));
  return join_words(titles);
}

std::string as_yaml(const catalog::Feature& feature) {
  return fmt::format("`features: {{{}: [{}]}}`", feature.group(), feature.action());
}

// "`a` and `b`". In the guide's own vocabulary a feature adds just the name in question.
std::string brought_by(const resolve::CompiledApp& cx, const catalog::Feature& feature) {
  if (cx.resolved.vocabulary == model::Vocabulary::guide) return "it";
  std::vector<std::string> names;
  for (const std::string_view name : scopes_for(cx, feature)) names.push_back(in_backticks(name));
  return join_words(names);
}

}  // namespace

std::vector<std::string_view> scopes_for(const resolve::CompiledApp& cx,
                                         const catalog::Feature& feature) {
  const catalog::Level level = feature.admin_only ? catalog::Level::admin : app_level(cx.resolved);
  std::vector<std::string_view> names;
  for (const catalog::OperationId row : feature.operations) {
    for (const catalog::ScopeId id : cx.catalog.operations[row].scopes(cx.resolved.model)) {
      if (cx.catalog.scopes[id].level == level) names.push_back(cx.catalog.scopes[id].name);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::optional<GuideName> find_guide_name(const resolve::CompiledApp& cx, std::string_view scope) {
  const catalog::Platform* platform = cx.resolved.platform;
  if (platform == nullptr || !platform->has_guide_names) return std::nullopt;
  std::vector<const catalog::Feature*> served;
  std::vector<const catalog::Feature*> open;
  for (const catalog::Feature& feature : cx.catalog.features) {
    if (!names_scope(feature, scope)) continue;
    (is_declared(cx, feature) ? served : open).push_back(&feature);
  }
  if (!served.empty()) {
    return GuideName{
        true,
        served.size() == 1
            ? fmt::format("the guide names it for {}, for which zoomc already adds {}",
                          title(cx, served), brought_by(cx, *served.front()))
            : fmt::format("the guide names it for {}, for which zoomc already adds the scopes",
                          title(cx, served))};
  }
  if (open.empty()) return std::nullopt;
  const catalog::Feature& first = *open.front();
  return GuideName{
      false,
      open.size() == 1
          ? fmt::format("the guide names it for {}: {} adds {}", title(cx, open), as_yaml(first),
                        brought_by(cx, first))
          : fmt::format("the guide names it for {}: declare those that the app uses, such as {}",
                        title(cx, open), as_yaml(first))};
}

void GuideDoubts::look_at(std::string_view name, std::optional<catalog::ScopeId> row) {
  if (!row) {
    unknown_.push_back(in_backticks(name));
    return;
  }
  const catalog::Scope& scope = catalog_.scopes[*row];
  if (scope.model == catalog::ScopeModel::classic) {
    classic_.push_back(in_backticks(name));
  } else if (scope.level != (is_admin_ ? catalog::Level::admin : catalog::Level::user)) {
    other_level_.push_back(in_backticks(name));
  }
}

std::string GuideDoubts::describe() const {
  std::vector<std::string> parts;
  if (!classic_.empty()) {
    parts.push_back(fmt::format("{} (classic, which new apps cannot have)", join_words(classic_)));
  }
  if (!unknown_.empty()) {
    parts.push_back(fmt::format("{} (in none of Zoom's lists)", join_words(unknown_)));
  }
  if (!other_level_.empty()) {
    parts.push_back(is_admin_ ? fmt::format("{} (user-level, and this app is admin-managed)",
                                            join_words(other_level_))
                              : fmt::format("{} (admin-level, and this app is user-managed)",
                                            join_words(other_level_)));
  }
  return join_words(parts);
}

ZoomEffect GuideDoubts::effect() const {
  const bool is_only_classic = unknown_.empty() && other_level_.empty();
  return {ZoomVerdict::can_reject, is_only_classic ? "classic names, in apps made since April 2024"
                                                   : "unknown names and names of the other level"};
}

}  // namespace zoomc::lint
