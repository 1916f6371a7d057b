#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::lint {

// The reason why a text cannot be the reason of a suppression: it would not stay one comment on one
// line. Empty if it can.
[[nodiscard]] std::string refuse_reason(std::string_view reason);

// Writes a suppression of each finding into the file: on a line of its own above it, with the same
// indentation; above all lines that texts of several lines join, since no comment can be written
// between them. Findings of one line share a comment.
[[nodiscard]] std::vector<Edit> suppress_findings(const SourceFile& file,
                                                  const syntax::Document& document,
                                                  const std::vector<const Diagnostic*>& findings,
                                                  std::string_view reason);

}  // namespace zoomc::lint
