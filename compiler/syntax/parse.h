#pragma once
#include <optional>

#include "diagnostics/sink.h"
#include "source/source_file.h"
#include "syntax/limits.h"
#include "syntax/tree.h"

namespace zoomc {

// Reads one YAML document. What is wrong goes to `sink`; nothing comes back when the file is
// refused (not UTF-8, not YAML, past a limit). Duplicate keys and merge keys are reported and the
// tree still comes back, so that the rest of the file can be checked. An empty file or one of
// comments only gives a `missing` root. Never throws.
std::optional<Document> parse(const SourceFile& file, Sink& sink);

}  // namespace zoomc
