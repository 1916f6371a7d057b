#include "driver/fix.h"

#include "fix/apply.h"
#include "lint/secrets.h"

namespace zoomc {
namespace {

// Rules settle in two or three rounds; two rules that undo each other must not go on for ever.
constexpr int kMaxRounds = 20;

}  // namespace

Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too) {
  const std::string path = file.path;
  Fixed fixed{.text = file.text, .checked = check(std::move(file), options)};
  fixed.before = fixed.checked.analysis->file;
  const std::vector<Secret> secrets = secrets_of(fixed.checked.analysis->app);
  for (int round = 0; round < kMaxRounds; ++round) {
    const FixRound next = apply_fixes(fixed.text, fixed.checked.findings, unsafe_too);
    if (next.applied == 0) break;
    Checked checked = check({path, next.text}, options);
    if (fixed.checked.is_app && !checked.is_app) break;
    fixed.text = next.text;
    fixed.applied += next.applied;
    fixed.checked = std::move(checked);
  }
  // What a reference stands for now may be written out elsewhere still.
  SourceFile& after = fixed.checked.analysis->file;
  const std::vector<Span> mentions = mentions_of(secrets, after.text);
  after.secrets.insert(after.secrets.end(), mentions.begin(), mentions.end());
  hide_secrets(secrets, fixed.checked.findings);
  hide_secrets(secrets, fixed.checked.suppressed);
  return fixed;
}

}  // namespace zoomc
