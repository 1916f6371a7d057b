#include <algorithm>
#include <fmt/core.h>
#include <span>
#include <string>
#include <string_view>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "edit/scalar.h"
#include "resolve/steps.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::resolve {
namespace {

// "``region`` is not one of `us`, `eu` or `au`" with the nearest as a fix. It has no effect in
// Zoom.
template <class Rows>
Diagnostic unknown_word(const Text& word, std::string_view what, const Rows& rows) {
  std::vector<std::string_view> names;
  std::vector<std::string> choices;
  for (const auto& row : rows) {
    names.push_back(row.id);
    choices.push_back(in_backticks(row.id));
  }
  Diagnostic found = finding(model_codes::kUnknownValue, word.span,
                             fmt::format("unknown {} {}: zoomc knows {}", what,
                                         in_backticks(word.value), join_words(choices)));
  if (const auto near = nearest(word.value, names)) {
    found.fixes = edit::offer_word(word.span, word.value, in_backticks(*near), std::string(*near));
  }
  return found;
}

void resolve_regions(ResolvedApp& resolved, Sink& sink) {
  const model::App& app = *resolved.app;
  const catalog::Platform& platform = *resolved.platform;
  if (platform.regions.empty()) return;
  if (app.regions.empty()) {
    if (app.find_unread("region") != nullptr) return;
    std::vector<std::string> choices;
    for (const catalog::Region& region : platform.regions)
      choices.push_back(in_backticks(region.id));
    sink.add(finding(model_codes::kMissingKey, app.zoomc_key,
                     fmt::format("`region` is missing: the redirect URL depends on the region of "
                                 "the {} workspace; add `region: ` with {}",
                                 platform.title, join_words(choices, "or"))));
    return;
  }
  for (const Text& word : app.regions) {
    const catalog::Region* region = platform.find_region(word.value);
    if (region == nullptr) {
      sink.add(unknown_word(word, "region", platform.regions));
    } else if (std::find(resolved.regions.begin(), resolved.regions.end(), region) ==
               resolved.regions.end()) {
      resolved.regions.push_back(region);
    }
  }
}

// An integration goes by its id or as the platform itself writes it.
const catalog::Integration* find_integration(const catalog::Platform& platform,
                                             std::string_view word) {
  const auto& all = platform.integrations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const catalog::Integration& one) {
    return one.id == word || (!one.type.empty() && one.type == word);
  });
  return found == all.end() ? nullptr : &*found;
}

void resolve_integrations(ResolvedApp& resolved, Sink& sink) {
  const auto& written = resolved.app->integrations;
  if (!written || resolved.platform->integrations.empty()) return;
  for (const Text& word : *written) {
    if (const auto* found = find_integration(*resolved.platform, word.value)) {
      resolved.integrations.push_back(found);
    } else {
      resolved.are_integrations_known = false;
      sink.add(unknown_word(word, "integration", resolved.platform->integrations));
    }
  }
}

bool has(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<Text> redirect_or(const std::optional<Text>& written,
                                const std::optional<std::string>& expected) {
  if (written) return written;
  if (expected) return Text{*expected, {}, {}};
  return std::nullopt;
}

std::vector<Text> distinct_redirects(const ResolvedOAuth& oauth) {
  std::vector<Text> list;
  for (const auto& redirect : {oauth.development_redirect, oauth.production_redirect}) {
    if (redirect && (list.empty() || list.front().value != redirect->value)) {
      list.push_back(*redirect);
    }
  }
  return list;
}

}  // namespace

void resolve_platform(ResolvedApp& resolved, Sink& sink) {
  const model::App& app = *resolved.app;
  if (app.find_unread("platform") != nullptr) return;
  resolved.platform = catalog::find_platform(*resolved.catalog, app.platform_or_default());
  if (resolved.platform == nullptr) {
    const Text written = app.platform.value_or(Text{});
    sink.add(unknown_word(written, "platform", resolved.catalog->platforms));
    return;
  }
  resolve_regions(resolved, sink);
  resolve_integrations(resolved, sink);
}

bool ResolvedApp::takes_user_calls(const catalog::Feature& feature) const {
  if (feature.user_operations.empty() || takes_guide_names(feature)) return false;
  if (app->managed_by) return app->managed_by->value == model::ManagedBy::user;
  const std::string_view group = feature.group();
  const auto lists = [&](auto groups) {
    return std::any_of(integrations.begin(), integrations.end(),
                       [&](const catalog::Integration* one) { return has(one->*groups, group); });
  };
  return lists(&catalog::Integration::user_feature_groups) &&
         !lists(&catalog::Integration::feature_groups);
}

bool ResolvedApp::needs(const catalog::Integration& integration,
                        const catalog::Feature& feature) const {
  return has(
      takes_user_calls(feature) ? integration.user_feature_groups : integration.feature_groups,
      feature.group());
}

void resolve_oauth(ResolvedApp& resolved, Sink& sink) {
  const model::App& app = *resolved.app;
  ResolvedOAuth& oauth = resolved.oauth;
  for (const catalog::Region* region : resolved.regions) {
    oauth.expected_allow_list.emplace_back(region->redirect_url);
  }
  if (!oauth.expected_allow_list.empty()) {
    oauth.expected_redirect = oauth.expected_allow_list.front();
  }
  const model::PerEnvironment written = app.oauth.redirect_url.value_or(model::PerEnvironment{});
  oauth.development_redirect = redirect_or(written.development, oauth.expected_redirect);
  oauth.production_redirect = redirect_or(written.production, oauth.expected_redirect);
  oauth.strict_mode = !app.oauth.strict_mode || app.oauth.strict_mode->value;
  oauth.subdomain_strict_mode =
      !app.oauth.subdomain_strict_mode || app.oauth.subdomain_strict_mode->value;
  if (app.oauth.allow_list) {
    oauth.allow_list = *app.oauth.allow_list;
  } else if (!resolved.regions.empty()) {
    for (const std::string& url : oauth.expected_allow_list)
      oauth.allow_list.push_back({url, {}, {}});
  } else {
    oauth.allow_list = distinct_redirects(oauth);
  }
  const bool own_redirect = resolved.platform != nullptr && resolved.platform->regions.empty();
  if (own_redirect && !app.oauth.redirect_url && !app.find_unread("oauth.redirect_url")) {
    sink.add(finding(model_codes::kMissingKey, app.zoomc_key,
                     fmt::format("`oauth.redirect_url` is missing: on `platform: {}` the app "
                                 "itself receives the redirect, so only you know the URL",
                                 resolved.platform->id)));
  }
}

}  // namespace zoomc::resolve
