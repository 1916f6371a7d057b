#include "driver/fix.h"

#include <algorithm>
#include <string_view>

#include "diagnostics/codes.h"
#include "driver/fix_run.h"
#include "fix/apply.h"

namespace zoomc {
namespace {

// Rules settle in two or three rounds; two rules that undo each other must not go on for ever.
constexpr int kMaxRounds = 20;
// Shorter secrets are words like any other.
constexpr std::size_t kMinSecret = 8;

// What a reference stands for now may be written out elsewhere still.
void remember_secrets(const SourceFile& before, SourceFile& after) {
  for (const Span place : before.secrets) {
    const std::string_view secret = before.slice(place);
    if (secret.size() < kMinSecret) continue;
    for (auto at = after.text.find(secret); at != std::string::npos;
         at = after.text.find(secret, at + secret.size())) {
      const auto begin = static_cast<std::uint32_t>(at);
      after.secrets.push_back({begin, begin + static_cast<std::uint32_t>(secret.size())});
    }
  }
}

std::ptrdiff_t syntax_errors(const Checked& checked) {
  return std::ranges::count_if(checked.findings, [](const Diagnostic& found) {
    return std::ranges::any_of(all_codes(), [&](const Code& code) {
      return code.phase == Phase::syntax && code.id == found.id;
    });
  });
}

// Whether a round made of an app what is none, or of YAML what is none: two keys of one name.
bool breaks(const Checked& before, const Checked& after) {
  return (before.is_app && !after.is_app) || syntax_errors(after) > syntax_errors(before);
}

}  // namespace

Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too) {
  const std::string path = file.path;
  Fixed fixed{.text = file.text, .checked = check(std::move(file), options)};
  fixed.before = fixed.checked.analysis->file;
  FixRun run(fixed.checked.findings, unsafe_too);
  const FixChoice choice = [&run](const Diagnostic& found, const Fix& fix) {
    return run.allows(found, fix);
  };
  for (int round = 0; round < kMaxRounds; ++round) {
    FixRound next = apply_fixes(fixed.text, fixed.checked.findings, choice);
    if (next.applied == 0) break;
    Checked checked = check({path, next.text}, options);
    if (breaks(fixed.checked, checked) && next.applied > 1) {
      // Fixes that are right by themselves may not be together.
      next = apply_fixes(fixed.text, fixed.checked.findings, choice, 1);
      checked = check({path, next.text}, options);
    }
    if (breaks(fixed.checked, checked)) break;
    run.made(next.edits);
    fixed.text = next.text;
    fixed.applied += next.applied;
    fixed.checked = std::move(checked);
  }
  if (fixed.applied > 0) remember_secrets(fixed.before, fixed.checked.analysis->file);
  return fixed;
}

}  // namespace zoomc
