#include "driver/fix.h"

#include "fix/apply.h"

namespace zoomc {
namespace {

// Rules settle in two or three rounds; two rules that undo each other must not go on for ever.
constexpr int kMaxRounds = 20;

}  // namespace

Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too) {
  const std::string path = file.path;
  Fixed fixed{.text = file.text, .checked = check(std::move(file), options)};
  fixed.before = fixed.checked.analysis->file;
  for (int round = 0; round < kMaxRounds; ++round) {
    const FixRound next = apply_fixes(fixed.text, fixed.checked.findings, unsafe_too);
    if (next.applied == 0) break;
    Checked checked = check({path, next.text}, options);
    if (fixed.checked.is_app && !checked.is_app) break;
    fixed.text = next.text;
    fixed.applied += next.applied;
    fixed.checked = std::move(checked);
  }
  return fixed;
}

}  // namespace zoomc
