#include "review/drift.h"

#include <algorithm>
#include <fmt/core.h>

#include "catalog/lookup.h"
#include "lint/extra_scope.h"
#include "manifest/merge_extra.h"
#include "review/app_place.h"
#include "review/change_report.h"
#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

// The words of a list of alternatives: "`a` or `b`".
std::string join_keys(const std::vector<std::string>& keys) {
  std::vector<std::string> codes;
  codes.reserve(keys.size());
  for (const std::string& key : keys) codes.push_back(in_backticks(key));
  return join_words(codes, "and");
}

// The names on Zoom's list, sorted.
std::vector<std::string> scope_names(const json::Value& manifest) {
  std::vector<std::string> names;
  const json::Value* oauth = json::find_member(manifest, "oauth_information");
  const json::Value* scopes =
      oauth != nullptr && oauth->IsObject() ? json::find_member(*oauth, "scopes") : nullptr;
  if (scopes == nullptr || !scopes->IsArray()) return names;
  for (const json::Value& entry : scopes->GetArray()) {
    const json::Value* name = entry.IsObject() ? json::find_member(entry, "scope") : nullptr;
    if (name != nullptr && name->IsString()) names.emplace_back(json::text_of(*name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// True if the manifest has `true` at a path of keys, "features.embed.meeting_sdk.enable".
bool is_set(const json::Value& manifest, std::string_view path) {
  const json::Value* value = &manifest;
  while (value != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    value = value->IsObject() ? json::find_member(*value, path.substr(0, dot)) : nullptr;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return value != nullptr && value->IsTrue();
}

// True if Zoom adds the scope by itself to what it has. `zoom_scopes` are sorted.
bool is_implied_in_zoom(const catalog::Catalog& catalog, const json::Value& manifest,
                        const std::vector<std::string>& zoom_scopes, std::string_view scope) {
  return std::any_of(catalog.implied_scopes.begin(), catalog.implied_scopes.end(),
                     [&](const catalog::ImpliedScope& implied) {
                       if (implied.scope != scope || implied.effect != catalog::Implication::adds) {
                         return false;
                       }
                       return implied.is_setting
                                  ? is_set(manifest, implied.because_of)
                                  : std::binary_search(zoom_scopes.begin(), zoom_scopes.end(),
                                                       implied.because_of);
                     });
}

// Describes how to change the file to match Zoom. Knows all of Zoom's scopes, because a feature is
// only named when all of its scopes are there.
class DriftAdvisor {
 public:
  DriftAdvisor(const resolve::ResolvedApp& resolved, const std::vector<std::string>& zoom_scopes)
      : resolved_(resolved), zoom_scopes_(resolved.catalog->scopes.size(), false) {
    for (const std::string& name : zoom_scopes) {
      if (const auto row = catalog::find_scope(*resolved.catalog, name, resolved.model))
        zoom_scopes_[*row] = true;
    }
  }

  // "to keep Zoom's version: add `us` to `region`"; empty where nothing can be said.
  std::string advise(const manifest::ManifestChange& change) const {
    const bool is_redirect = change.part == manifest::ManifestPart::development_redirect ||
                             change.part == manifest::ManifestPart::production_redirect;
    const std::string advice =
        change.kind == manifest::ChangeKind::removed ? advise_less(change) : advise_more(change);
    if (!advice.empty()) return fmt::format("to keep Zoom's version: {}", advice);
    if (!is_redirect || resolved_.platform == nullptr) return {};
    return fmt::format("do not follow Zoom: {} never sends users to that URL",
                       resolved_.platform->title);
  }

 private:
  std::string advise_more(const manifest::ManifestChange& change) const {
    switch (change.part) {
      case manifest::ManifestPart::usage: {
        if (change.after == "ADMIN_MANAGEMENT") return "set `managed_by: admin`";
        return change.after == "USER_OPERATION" ? "set `managed_by: user`" : "";
      }
      case manifest::ManifestPart::scope: {
        const std::string advice = advise_scope(change.subject);
        return change.after == "optional" ? fmt::format("{} and name it in `optional`", advice)
                                          : advice;
      }
      case manifest::ManifestPart::scope_optional: return advise_optional(change);
      case manifest::ManifestPart::development_redirect:
      case manifest::ManifestPart::production_redirect: return advise_redirect(change);
      case manifest::ManifestPart::allow_list_entry: return advise_entry(change.subject);
      case manifest::ManifestPart::product:
      case manifest::ManifestPart::domain:
      case manifest::ManifestPart::subscription:
        return fmt::format("add it to `{}`", key_of(change));
      case manifest::ManifestPart::event_type:
        return "add it to the `types` of that entry of `events`";
      case manifest::ManifestPart::webhook_url: return "set `url` in that entry of `events`";
      case manifest::ManifestPart::scope_description:
        return fmt::format("write it in `justify`, or word for word in `{}`", key_of(change));
      default: break;
    }
    if (!change.subscription.empty()) {
      return "describe all subscriptions in `manifest_extra.features.event_subscription` instead: "
             "`events` has no word for it";
    }
    return change.subject == "/" ? std::string()
                                 : fmt::format("set {}", join_keys({key_of(change)}));
  }

  std::string advise_less(const manifest::ManifestChange& change) const {
    if (change.part != manifest::ManifestPart::scope) return {};
    const std::vector<std::string> keys = providers_of(change.subject);
    return keys.empty() ? std::string() : fmt::format("remove {} from the file", join_keys(keys));
  }

  std::string advise_optional(const manifest::ManifestChange& change) const {
    const std::vector<std::string> keys = providers_of(change.subject);
    if (keys.empty()) return {};
    return change.after == "optional" ? fmt::format("add {} to `optional`", join_keys(keys))
                                      : fmt::format("remove {} from `optional`", join_keys(keys));
  }

  // The names in the file that add a scope to the app; nothing if it is not the file that
  // does.
  std::vector<std::string> providers_of(std::string_view name) const {
    std::vector<std::string> keys;
    const resolve::ResolvedScope* scope = resolve::find_resolved_scope(resolved_, name);
    if (scope == nullptr) return keys;
    if (scope->source == resolve::ScopeSource::extra) return {std::string(name)};
    std::vector<std::uint32_t> requests = scope->guide_requests;
    for (const std::uint32_t requirement : scope->satisfies) {
      const auto& more = resolved_.requirements[requirement].requests;
      requests.insert(requests.end(), more.begin(), more.end());
    }
    for (const std::uint32_t number : requests) {
      const resolve::Request& request = resolved_.requests[number];
      if (request.kind == resolve::RequestKind::sign_in) return {};
      const std::string_view key = request.composite.empty() ? request.key : request.composite;
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
    }
    return keys;
  }

  std::string advise_scope(std::string_view name) const {
    const catalog::Catalog& catalog = *resolved_.catalog;
    const auto row = catalog::find_scope(catalog, name, resolved_.model);
    const catalog::Level level =
        resolved_.is_admin() ? catalog::Level::admin : catalog::Level::user;
    // A classic scope allows so much that it says little about what the app does.
    const bool can_tell = row && resolved_.vocabulary == model::Vocabulary::granular &&
                          catalog.scopes[*row].level == level;
    if (can_tell) {
      const std::string feature = find_feature_of(*row);
      const std::size_t dot = feature.find('.');
      if (!feature.empty()) {
        return fmt::format("add `features: {{{}: [{}]}}`", feature.substr(0, dot),
                           feature.substr(dot + 1));
      }
      const auto operations = catalog.scopes[*row].operations;
      if (operations.size() == 1) {
        return fmt::format("add `operations: [\"{}\"]`",
                           catalog::display_name(catalog.operations[operations.front()]));
      }
    }
    return "add it to `extra_scopes`";
  }

  std::string advise_redirect(const manifest::ManifestChange& change) const {
    if (resolved_.platform == nullptr || resolved_.platform->regions.empty())
      return fmt::format("set {}", join_keys({key_of(change)}));
    for (const catalog::Region& region : resolved_.platform->regions) {
      if (region.redirect_url == change.after) return fmt::format("set `region: {}`", region.id);
    }
    return {};
  }

  std::string advise_entry(std::string_view url) const {
    if (resolved_.platform != nullptr) {
      for (const catalog::Region& region : resolved_.platform->regions) {
        if (region.redirect_url == url) return fmt::format("add `{}` to `region`", region.id);
      }
    }
    return "add it to `oauth.allow_list`";
  }

  // The feature that needs the scope and no other scope missing in Zoom; empty if there is none.
  std::string find_feature_of(catalog::ScopeId scope) const {
    const catalog::Catalog& catalog = *resolved_.catalog;
    const catalog::Level level =
        resolved_.is_admin() ? catalog::Level::admin : catalog::Level::user;
    for (const catalog::Feature& feature : catalog.features) {
      if (feature.action().empty() || (feature.admin_only && level == catalog::Level::user))
        continue;
      bool needs_it = false;
      bool has_everything = true;
      for (const catalog::OperationId id : feature.operations) {
        const auto alternatives = catalog.operations[id].scopes(resolved_.model);
        needs_it = needs_it ||
                   std::find(alternatives.begin(), alternatives.end(), scope) != alternatives.end();
        has_everything = has_everything && has_all(alternatives, level);
      }
      if (needs_it && has_everything) return std::string(feature.name);
    }
    return {};
  }

  bool has_all(std::span<const catalog::ScopeId> alternatives, catalog::Level level) const {
    return alternatives.empty() ||
           std::any_of(alternatives.begin(), alternatives.end(), [&](catalog::ScopeId id) {
             return zoom_scopes_[id] && resolved_.catalog->scopes[id].level == level;
           });
  }

  const resolve::ResolvedApp& resolved_;
  // By row, which of Zoom's scopes the catalog knows.
  std::vector<bool> zoom_scopes_;
};

// The noun before a request that is a name; empty for a key, which says itself what it is.
std::string noun_of(const manifest::ManifestChange& change) {
  switch (change.part) {
    case manifest::ManifestPart::scope:
    case manifest::ManifestPart::scope_optional: return "scope ";
    case manifest::ManifestPart::allow_list_entry: return "allow list entry ";
    case manifest::ManifestPart::product: return "product ";
    case manifest::ManifestPart::domain: return "domain ";
    case manifest::ManifestPart::subscription: return "subscription ";
    case manifest::ManifestPart::event_type: return "event ";
    default: return {};
  }
}

bool is_word(std::string_view value) {
  return value == "required" || value == "optional";
}

}  // namespace

DriftReport find_drift(const resolve::CompiledApp& cx, const json::Value& compiled,
                       const manifest::ReadManifest& zoom, const SourceFile& zoom_file) {
  DriftReport report{.file = cx.file.path, .manifest = zoom_file.path};
  const std::vector<std::string> zoom_scopes = scope_names(*zoom.manifest);
  const auto is_implied = [&](const manifest::ManifestChange& change) {
    return change.part == manifest::ManifestPart::scope &&
           (lint::is_added_by_zoom(cx, change.subject) ||
            is_implied_in_zoom(cx.catalog, *zoom.manifest, zoom_scopes, change.subject));
  };
  const DriftAdvisor advisor(cx.resolved, zoom_scopes);
  const AppPlaces in_app(cx.resolved);
  const FilePlaces file_places(cx.file);
  const FilePlaces zoom_places(zoom_file);
  for (manifest::ManifestChange& change : manifest::compare_manifests(compiled, *zoom.manifest)) {
    if (is_implied(change)) {
      report.implied.push_back(change.subject);
      continue;
    }
    Drift drift{.file_place = file_places.text_of(in_app.of(change, false))};
    if (change.kind != manifest::ChangeKind::removed)
      drift.zoom_place = zoom_places.text_of(zoom.place_of(change.after_order));
    drift.advice = advisor.advise(change);
    auto& kind = change.kind == manifest::ChangeKind::added     ? report.only_zoom
                 : change.kind == manifest::ChangeKind::removed ? report.only_file
                                                                : report.different;
    drift.change = std::move(change);
    kind.push_back(std::move(drift));
  }
  return report;
}

std::string key_of(const manifest::ManifestChange& change) {
  const manifest::LeafKey* leaf = manifest::find_leaf_key(change.subject);
  if (leaf != nullptr && !leaf->key.empty()) return std::string(leaf->key);
  switch (change.part) {
    case manifest::ManifestPart::scope: return "features";
    case manifest::ManifestPart::scope_optional: return "optional";
    case manifest::ManifestPart::allow_list_entry: return "oauth.allow_list";
    case manifest::ManifestPart::product: return "surface.products";
    case manifest::ManifestPart::domain: return "surface.domains";
    case manifest::ManifestPart::subscription: return "events";
    case manifest::ManifestPart::event_type: return "events.types";
    case manifest::ManifestPart::webhook_url: {
      const bool is_development = change.subject.find("development") != std::string::npos;
      return is_development ? "events.url.development" : "events.url.production";
    }
    default: return "manifest_extra." + manifest::dotted(change.subject);
  }
}

std::string describe_drift(const manifest::ManifestChange& change,
                           std::string (*code)(std::string_view)) {
  const auto show = [code](std::string_view text) {
    return code == nullptr ? in_backticks(text) : code(text);
  };
  if (change.subject == "/" && change.before_order.empty()) return "and more that is not told";
  const std::string noun = noun_of(change);
  std::string text = noun + show(noun.empty() ? key_of(change) : change.subject);
  const bool is_of_another =
      !change.subscription.empty() && change.part != manifest::ManifestPart::subscription;
  if (is_of_another) text += fmt::format(" of the subscription {}", show(change.subscription));
  const auto value = [&](const std::string& of_side) {
    const std::string shown = shown_value(change, of_side);
    if (shown.empty()) return std::string("nothing");
    return is_word(shown) && !noun.empty() ? shown : show(shown);
  };
  if (change.kind == manifest::ChangeKind::changed) {
    const auto [in_file, in_zoom] = differing_parts(change.before, change.after);
    return fmt::format("{}: {} in the file, {} in Zoom", text, value(in_file), value(in_zoom));
  }
  const std::string& only =
      change.kind == manifest::ChangeKind::added ? change.after : change.before;
  if (only.empty() || only == change.subject) return text;
  return text + (is_word(only) && !noun.empty() ? ", " : ": ") + value(only);
}

}  // namespace zoomc::review
