#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "fix/apply.h"

namespace zoomc {

// What one run of fixes remembers from round to round, so that none of them throws away what was
// asked for: a removal that a person must check is made only of what was found wrong before the
// first round and has not been changed since. One that is safe loses nothing.
class FixRun {
 public:
  FixRun(const std::vector<Diagnostic>& findings, bool unsafe_too);

  bool allows(const Diagnostic& found, const Fix& fix) const;
  // The edits of a round have been made; they are in the order of the text and do not overlap.
  void made(const std::vector<MadeEdit>& edits);

 private:
  using Removal = std::pair<Span, std::string_view>;

  bool unsafe_too_;
  // What was to be removed at first: where it is now and the rule, in order.
  std::vector<Removal> first_removals_;
};

}  // namespace zoomc
