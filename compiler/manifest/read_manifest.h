#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "diagnostics/sink.h"
#include "json/value.h"
#include "manifest/located_json.h"
#include "source/source_file.h"
#include "source/span.h"

namespace zoomc::manifest {

// A manifest as it was read. Strings are copied: the file may go.
struct [[nodiscard]] ReadManifest {
  // The whole text; never moved, `manifest` and `manifest_spans` point into these.
  std::unique_ptr<json::Document> document;
  std::unique_ptr<const JsonSpans> spans;
  // The manifest itself: below `manifest` when `wrapped`, else the whole document.
  const json::Value* manifest = nullptr;
  const JsonSpans* manifest_spans = nullptr;
  // True if it was in {"manifest": ...}, as in Zoom's export and its update call.
  bool wrapped = false;

  // The place that `JsonPlace::order` means, below the manifest: its value's span, and for what is
  // absent that of the nearest value around it (an object or array then gives its opening brace).
  Span place_of(const std::vector<std::uint32_t>& order) const;
  // The key and the value that it means; null where there is nothing.
  const JsonSpans* spans_at(const std::vector<std::uint32_t>& order) const;

  // The member in which the manifest is wrapped once more; nothing when it is not.
  std::optional<std::size_t> wrapped_again() const;
  // Makes that member the manifest.
  void enter(std::size_t member);
};

// Reads an exported or compiled manifest. Text that is not JSON (RFC 8259), a key that occurs
// twice, nesting over `kMaxNesting`, a file over `kMaxFileBytes` and a text that is no object are
// reported at their place; nothing then comes out, but for a duplicate key (the first one counts).
std::optional<ReadManifest> read_manifest(const SourceFile& file, Sink& sink);

}  // namespace zoomc::manifest
