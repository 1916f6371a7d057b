#include "review/change_words.h"
#include "review/drift.h"
#include "review/drift_words.h"
#include "review/pretty_json.h"

namespace zoomc {
namespace {

void write(PrettyJson& json, const Drift& drift) {
  const ManifestChange& change = drift.change;
  json.object([&] {
    json.member("part", to_string(change.part));
    json.member("subject", change.subject);
    json.member_unless_empty("subscription", change.subscription);
    json.member("key", key_of(change));
    json.member_unless_empty("file_value", shown_value(change, change.before));
    json.member_unless_empty("zoom_value", shown_value(change, change.after));
    json.member_unless_empty("file_place", drift.file_place);
    json.member_unless_empty("zoom_place", drift.zoom_place);
    json.member_unless_empty("advice", drift.advice);
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
