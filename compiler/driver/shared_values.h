#pragma once
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc {

// Takes from the findings the fixes that edit what an alias stands for: the other places would
// change too, which the finding does not say.
void withhold_fixes_of_shared_values(const SourceFile& file, const Document& document,
                                     std::vector<Diagnostic>& findings);

}  // namespace zoomc
