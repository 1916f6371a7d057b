#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/check.h"
#include "source/span.h"

namespace zoomc::lsp {

inline constexpr std::string_view kQuickFix = "quickfix";
inline constexpr std::string_view kFixAll = "source.fixAll.zoomc";

struct CodeAction {
  std::string title;
  std::string_view kind = kQuickFix;
  // Needs no second look: what editors apply without asking.
  bool preferred = false;
  std::vector<Edit> edits;
  // The finding that it is for, among those of the file.
  std::optional<std::size_t> finding;
};

// The actions for the findings that `range` touches: each of their fixes, and an allowance
// for each that can be allowed. A reason is for a person to write: without one the allowance is
// itself a finding.
std::vector<CodeAction> quick_fixes(const driver::Checked& checked,
                                    const driver::CheckOptions& options, Span range);

// All safe fixes of the file at once; nothing if there are none.
std::optional<CodeAction> fix_all(const driver::Checked& checked,
                                  const driver::CheckOptions& options);

// True if at least `count` findings have a safe fix.
bool has_safe_fixes(const driver::Checked& checked, std::size_t count);

}  // namespace zoomc::lsp
