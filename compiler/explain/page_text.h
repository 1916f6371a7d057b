#pragma once
#include <string>
#include <string_view>

#include "diagnostics/finding_kind.h"

namespace zoomc::explain {

// A finding's page for a terminal: its Markdown without marks, in lines of at most 80 columns, and
// without the cases, which are for the tests.
std::string page_text(const FindingKind& kind);

}  // namespace zoomc::explain
