#include "manifest/write.h"

#include <optional>

#include "manifest/base_manifest.h"
#include "manifest/merge_extra.h"
#include "manifest/validate.h"

namespace zoomc {
namespace {

// The place of the value that the pointer names, or of the nearest one around it.
std::optional<Span> find_place(const ExtraPlaces& places, std::string pointer) {
  while (!pointer.empty()) {
    if (const auto found = places.find(pointer); found != places.end()) return found->second;
    const std::size_t cut = pointer.find_last_of("/[");
    if (cut == std::string::npos) break;
    pointer.resize(cut);
  }
  return std::nullopt;
}

// Only what came from `manifest_extra`: mistakes elsewhere have a better place in the file, and
// other phases point at it.
void report(const std::vector<ManifestFinding>& findings, const ExtraPlaces& places, Sink& sink) {
  for (const ManifestFinding& finding : findings) {
    const std::optional<Span> place = find_place(places, finding.pointer);
    if (!place) continue;
    sink.add({.id = finding.id,
              .severity = finding.severity,
              .primary = *place,
              .message = finding.message,
              .zoom = {.verdict = finding.verdict}});
  }
}

json::Document build_manifest(const ResolvedApp& app, const std::vector<Justification>& sentences,
                              Sink& sink) {
  json::Document manifest = build_base_manifest(app, sentences);
  if (app.app->manifest_extra) {
    const ExtraPlaces places = merge_extra(*app.app->manifest_extra, manifest, sink);
    report(validate_manifest(manifest, *app.catalog), places, sink);
  }
  return manifest;
}

}  // namespace

void check_manifest_extra(const ResolvedApp& app, Sink& sink) {
  // No mistake depends on the sentences.
  if (app.app->manifest_extra) build_manifest(app, {}, sink);
}

std::string write_manifest(const ResolvedApp& app, const std::vector<Justification>& sentences,
                           bool wrap, Sink& sink) {
  json::Document manifest = build_manifest(app, sentences, sink);
  if (!wrap) return json::to_pretty_text(manifest);
  json::Value body(rapidjson::kObjectType);
  json::Value& inner = manifest;
  body.AddMember("manifest", inner, manifest.GetAllocator());
  return json::to_pretty_text(body);
}

}  // namespace zoomc
