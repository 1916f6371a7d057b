#include "review/change_words.h"
#include "review/drift.h"
#include "review/drift_words.h"
#include "review/pretty_json.h"

namespace zoomc {
namespace {

void write_some(PrettyJson& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.member(name, std::string_view(value));
}

void write(PrettyJson& json, const Drift& drift) {
  const ManifestChange& change = drift.change;
  json.object([&] {
    json.member("part", to_string(change.part));
    json.member("subject", change.subject);
    write_some(json, "subscription", change.subscription);
    json.member("key", key_of(change));
    write_some(json, "file_value", shown_value(change, change.before));
    write_some(json, "zoom_value", shown_value(change, change.after));
    write_some(json, "file_place", drift.file_place);
    write_some(json, "zoom_place", drift.zoom_place);
    write_some(json, "advice", drift.advice);
  });
}

}  // namespace

std::string drift_json(const DriftReport& report) {
  PrettyJson json;
  const auto each = [&json](const Drift& drift) { write(json, drift); };
  json.object([&] {
    json.member("version", 1U);
    json.member("file", report.file);
    json.member("manifest", report.manifest);
    json.member("same", report.is_clean());
    json.array("only_zoom", report.only_zoom, each);
    json.array("only_file", report.only_file, each);
    json.array("different", report.different, each);
    json.array("implied", report.implied,
               [&json](const std::string& scope) { json.string(scope); });
  });
  return json.take();
}

}  // namespace zoomc
