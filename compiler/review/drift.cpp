#include "review/drift.h"

#include <algorithm>

#include "lint/implied_scope.h"
#include "review/app_place.h"
#include "review/drift_words.h"
#include "review/file_place.h"

namespace zoomc {
namespace {

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

// Whether the manifest has `true` at a path of keys, "features.embed.meeting_sdk.enable".
bool is_set(const json::Value& manifest, std::string_view path) {
  const json::Value* value = &manifest;
  while (value != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    value = value->IsObject() ? json::find_member(*value, path.substr(0, dot)) : nullptr;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return value != nullptr && value->IsTrue();
}

// Whether Zoom adds the scope by itself to what it has. `zoom_scopes` are sorted.
bool is_implied_in_zoom(const Catalog& catalog, const json::Value& manifest,
                        const std::vector<std::string>& zoom_scopes, std::string_view scope) {
  return std::any_of(catalog.implied_scopes.begin(), catalog.implied_scopes.end(),
                     [&](const ImpliedScope& implied) {
                       if (implied.scope != scope) return false;
                       return implied.is_setting
                                  ? is_set(manifest, implied.because_of)
                                  : std::binary_search(zoom_scopes.begin(), zoom_scopes.end(),
                                                       implied.because_of);
                     });
}

}  // namespace

DriftReport find_drift(const CompiledApp& cx, const json::Value& compiled, const ReadManifest& zoom,
                       const SourceFile& zoom_file) {
  DriftReport report{.file = cx.file.path, .manifest = zoom_file.path};
  const std::vector<std::string> zoom_scopes = scope_names(*zoom.manifest);
  const auto is_implied = [&](const ManifestChange& change) {
    return change.part == ManifestPart::scope &&
           (is_implied_scope(cx, change.subject) ||
            is_implied_in_zoom(cx.catalog, *zoom.manifest, zoom_scopes, change.subject));
  };
  const DriftAdvisor advisor(cx.resolved, zoom_scopes);
  const AppPlaces in_app(cx.resolved);
  const FilePlaces file_places(cx.file);
  const FilePlaces zoom_places(zoom_file);
  for (ManifestChange& change : compare_manifests(compiled, *zoom.manifest)) {
    if (is_implied(change)) {
      report.implied.push_back(change.subject);
      continue;
    }
    Drift drift{.file_place = file_places.text_of(in_app.of(change, false))};
    if (change.kind != ChangeKind::removed)
      drift.zoom_place = zoom_places.text_of(zoom.place_of(change.after_order));
    drift.advice = advisor.advise(change);
    auto& kind = change.kind == ChangeKind::added     ? report.only_zoom
                 : change.kind == ChangeKind::removed ? report.only_file
                                                      : report.different;
    drift.change = std::move(change);
    kind.push_back(std::move(drift));
  }
  return report;
}

}  // namespace zoomc
