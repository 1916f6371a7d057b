#include "manifest/write.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "manifest/base_manifest.h"
#include "manifest/merge_extra.h"
#include "manifest/validate.h"

namespace zoomc {
namespace {

// The place of the value that `order` leads to, or of the nearest one around it.
std::optional<Span> find_place(const ExtraPlaces& places, const std::vector<std::uint32_t>& order) {
  const ExtraPlaces* here = &places;
  std::optional<Span> nearest;
  for (const std::uint32_t index : order) {
    if (index >= here->below.size()) break;
    here = &here->below[index];
    if (here->place) nearest = here->place;
  }
  return nearest;
}

// Only what came from `manifest_extra`: mistakes elsewhere have a better place in the file, and
// other phases point at it.
void report(const std::vector<ManifestFinding>& findings, const ExtraPlaces& places, Sink& sink) {
  for (const ManifestFinding& finding : findings) {
    const std::optional<Span> place = find_place(places, finding.order);
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
