#pragma once
#include <memory>
#include <optional>

#include "diagnostics/sink.h"
#include "manifest/json.h"
#include "manifest/json_spans.h"
#include "source/source_file.h"

namespace zoomc {

// A JSON text as it was read, and where its values stand.
struct LocatedJson {
  std::unique_ptr<json::Document> document;
  std::unique_ptr<const JsonSpans> spans;
};

// Reads one JSON value (RFC 8259, with or without a byte order mark). Nothing comes back, and the
// reason is reported, when the text is none or is past a limit. Keys that stand twice are all kept.
std::optional<LocatedJson> read_json(const SourceFile& file, Sink& sink);

}  // namespace zoomc
