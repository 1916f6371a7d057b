#pragma once
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "lint/allowance.h"
#include "lint/joined_lines.h"
#include "lint/judged_allowances.h"
#include "lint/lint.h"
#include "lint/long_scalars.h"

namespace zoomc {

// The allowances of one file, and which findings they allow.
class AllowanceBook {
 public:
  AllowanceBook(const SourceFile& file, const Document& document);

  // The allowance for the finding: one of its rule and on its line, see `lines_of`. The first such
  // is used up by it, the others are doubles. Null without one.
  const Allowance* allowance_for(const Diagnostic& found);

  // What became of each, once all findings have been asked for. Points into the book.
  JudgedAllowances judge(const LintContext& cx, std::span<const Rule> rules,
                         const LintSettings& settings);

 private:
  struct Place {
    std::size_t allowance = 0;
    std::size_t rule = 0;
  };
  // A line, whether the allowance stands above it, and the rule.
  using Key = std::tuple<std::uint32_t, bool, std::string>;

  std::vector<Key> keys_of(const Diagnostic& found) const;
  AllowanceFate& fate(const Place& place) { return fates_[place.allowance][place.rule]; }

  std::vector<Allowance> allowances_;
  std::vector<std::vector<AllowanceFate>> fates_;
  std::map<Key, std::vector<Place>> places_;
  // Made only when there are allowances.
  std::unique_ptr<LineIndex> lines_;
  std::unique_ptr<LongScalars> scalars_;
  std::unique_ptr<JoinedLines> joined_;
};

}  // namespace zoomc
