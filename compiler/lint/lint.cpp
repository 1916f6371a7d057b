#include "lint/rule.h"

namespace zoomc {

void lint(const LintContext& cx, std::span<const Rule> rules, Sink& sink) {
  for (const Rule& rule : rules) {
    Reporter reporter(*rule.info, sink);
    rule.check(cx, reporter);
  }
}

}  // namespace zoomc
