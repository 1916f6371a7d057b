#include "driver/fix.h"

#include <string_view>

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
  if (fixed.applied > 0) remember_secrets(fixed.before, fixed.checked.analysis->file);
  return fixed;
}

}  // namespace zoomc
