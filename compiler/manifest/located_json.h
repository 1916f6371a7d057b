#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "diagnostics/sink.h"
#include "json/value.h"
#include "source/source_file.h"
#include "source/span.h"

namespace zoomc::manifest {

// The places of a value of a JSON text and of the values below it, in order. The key of a member is
// its string with the quotes; items and the root have none.
struct JsonSpans {
  Span key;
  Span value;
  std::vector<JsonSpans> children;
};

// A JSON text as it was read, and where its values are.
struct [[nodiscard]] LocatedJson {
  std::unique_ptr<json::Document> document;
  std::unique_ptr<const JsonSpans> spans;
};

// Reads one JSON value (RFC 8259, with or without a byte order mark). For other text, or text past
// a limit, it reports the reason and returns nothing. Of repeated keys all are kept.
std::optional<LocatedJson> read_json(const SourceFile& file, Sink& sink);

}  // namespace zoomc::manifest
