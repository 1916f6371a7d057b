#pragma once
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

namespace zoomc {

// The text of a file with its secrets, and those among the findings, starred out, byte for byte, so
// that all places stay where they are.
std::string without_secrets(const SourceFile& file, const std::vector<Diagnostic>& findings);

// The fixes of a finding of `file` that may be shown: none that has a secret in it.
std::vector<Fix> shown_fixes(const SourceFile& file, const Diagnostic& finding);

}  // namespace zoomc
