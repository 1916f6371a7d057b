#include "diagnostics/sink.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace zoomc {
namespace {

bool comes_before(const Diagnostic& a, const Diagnostic& b) {
  // Severities grow from note to error; a worse one comes first.
  return std::tie(a.primary, b.severity, a.id, a.message) <
         std::tie(b.primary, a.severity, b.id, b.message);
}

auto identity(const Diagnostic& finding) {
  return std::tie(finding.id, finding.primary, finding.message);
}

// Keeps of findings that say the same of the same place the worst, and of equals the first added.
void drop_duplicates(std::vector<Diagnostic>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    if (identity(a) != identity(b)) return identity(a) < identity(b);
    return a.severity > b.severity;
  });
  const auto same = [](const auto& a, const auto& b) { return identity(a) == identity(b); };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace

void Sink::add(Diagnostic finding) {
  has_errors_ = has_errors_ || finding.severity == Severity::error;
  findings_.push_back(std::move(finding));
}

std::vector<Diagnostic> Sink::take() {
  std::vector<Diagnostic> taken = std::exchange(findings_, {});
  has_errors_ = false;
  drop_duplicates(taken);
  std::sort(taken.begin(), taken.end(), comes_before);
  return taken;
}

}  // namespace zoomc
