#include "cli/trouble.h"

#include <algorithm>
#include <iterator>

namespace zoomc {

void Troubles::add(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  Trouble trouble{file, {}};
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(trouble.findings),
               [](const Diagnostic& found) { return found.severity != Severity::note; });
  if (!trouble.findings.empty()) kept_.push_back(std::move(trouble));
}

void Troubles::add(const Code& code, const std::string& path, std::string message) {
  if (!known_.emplace(path, message).second) return;
  kept_.push_back({{path, {}}, {finding(code, {}, std::move(message))}});
}

void Troubles::tell(Report& report, const ReportOut& out) {
  for (const Trouble& trouble : std::exchange(kept_, {})) {
    report.trouble(trouble.file, trouble.findings, out);
  }
}

}  // namespace zoomc
