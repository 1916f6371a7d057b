#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

// Renderers are siblings: each turns the findings of one file into the text of one format.
namespace zoomc {

// After this many findings of a file the text formats say how many more there are.
inline constexpr std::size_t kMaxTextFindings = 100;
// An excerpt shows at most this many columns around its span.
inline constexpr std::size_t kMaxExcerptColumns = 160;

// For people: the message, the excerpt with carets and labels, what Zoom does, fixes and hints.
// `color` adds ANSI colours.
std::string render_text(const SourceFile& file, const std::vector<Diagnostic>& findings,
                        bool color);

// A line a finding: `file:line:col: severity[id] message`.
std::string render_concise(const SourceFile& file, const std::vector<Diagnostic>& findings);

}  // namespace zoomc
