#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lsp/analysis.h"
#include "lsp/message.h"
#include "lsp/text_document.h"

namespace zoomc::lsp {

using Time = std::chrono::steady_clock::time_point;

// A document that the client has open.
struct OpenDocument {
  std::string uri;
  // Absolute and without `.` and `..`; empty for what is no file.
  std::string path;
  FileKind kind = FileKind::other;
  std::optional<std::int64_t> version;
  TextDocument text;
  // Given out anew whenever an analysis made so far would be wrong.
  std::uint64_t serial = 0;
  // When the text is to be looked at; nothing while that is done or being done.
  std::optional<Time> due;
  // The last analysis, perhaps of an older text.
  std::optional<AnalysisResult> last;
  // The last one in which the text was an app; null when it never was.
  std::shared_ptr<const Checked> last_app;
  // Requests that need an analysis of the text as it is.
  std::vector<Incoming> waiting;

  bool is_current() const { return last && last->serial == serial; }
};

}  // namespace zoomc::lsp
