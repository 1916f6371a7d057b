#include "manifest/zoom_reply.h"

#include <algorithm>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "text/quote.h"

namespace zoomc {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_member(Writer& writer, std::string_view name, std::string_view value) {
  writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

// What can be refused is: a new app is the one that is asked about.
bool is_refused(const ManifestFinding& found) {
  return found.verdict == ZoomVerdict::rejects || found.verdict == ZoomVerdict::can_reject;
}

}  // namespace

bool is_taken_by_zoom(const std::vector<ManifestFinding>& findings) {
  return std::none_of(findings.begin(), findings.end(), is_refused);
}

std::string zoom_reply(const std::vector<ManifestFinding>& findings) {
  if (is_taken_by_zoom(findings)) return "{\"ok\":true,\"error\":\"\",\"errors\":null}\n";
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  writer.Key("ok");
  writer.Bool(false);
  write_member(writer, "error", "invalid_manifest");
  writer.Key("errors");
  writer.StartArray();
  for (const ManifestFinding& found : findings) {
    if (!is_refused(found)) continue;
    writer.StartObject();
    write_member(writer, "setting", found.pointer);
    write_member(writer, "message", found.message);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return escape_json({buffer.GetString(), buffer.GetSize()}) + "\n";
}

}  // namespace zoomc
