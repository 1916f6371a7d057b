#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "config/config.h"
#include "lint/joined_lines.h"
#include "lint/lint.h"
#include "lint/suppression.h"

namespace zoomc::lint {

// The state of a rule that a suppression names.
enum class SuppressionStatus : std::uint8_t {
  // Its rule did not run, or could not see everything.
  idle,
  used,
  unused,
  // Another suppression of the same line already has it.
  doubled,
  unknown_rule,
  unknown_policy,
  // `policy-violation` without the id of a policy.
  unnamed_policy,
  // An earlier phase reports it: it cannot be allowed.
  fixed,
  // A rule about suppressions: it cannot be allowed either.
  about_suppressions,
};

struct SuppressionUse {
  std::span<const Suppression> suppressions;
  // For each suppression, one for each of its rules.
  std::span<const std::vector<SuppressionStatus>> statuses;
  // The rules and policies that a suppression can name.
  std::vector<std::string_view> rules;
  std::span<const config::Policy> policies;
  const LongScalars* scalars = nullptr;
};

// The suppressions of one file, and which findings they allow.
class SuppressionIndex {
 public:
  SuppressionIndex(const SourceFile& file, const syntax::Document& document);

  // The suppression of the finding: one of its rule and on its line, see `lines_of`. The first one
  // found is used, the others are duplicates. Null if there is none.
  const Suppression* suppression_for(const Diagnostic& found);

  // The state of each suppression, after all findings have been looked up. Points into the index.
  SuppressionUse use(const resolve::ResolvedApp& resolved, std::span<const config::Policy> policies,
                     std::span<const Rule> rules, const LintSettings& settings);

 private:
  struct Place {
    std::size_t suppression = 0;
    std::size_t rule = 0;
  };
  // A line, whether the suppression is above it, and the rule.
  using Key = std::tuple<std::uint32_t, bool, std::string>;

  std::vector<Key> keys_of(const Diagnostic& found) const;
  SuppressionStatus& status(const Place& place) { return statuses_[place.suppression][place.rule]; }

  std::vector<Suppression> suppressions_;
  std::vector<std::vector<SuppressionStatus>> statuses_;
  std::map<Key, std::vector<Place>> places_;
  // Created only if there are suppressions.
  std::unique_ptr<LineIndex> lines_;
  std::unique_ptr<LongScalars> scalars_;
  std::unique_ptr<JoinedLines> joined_;
};

}  // namespace zoomc::lint
