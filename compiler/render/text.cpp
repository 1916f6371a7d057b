#include <algorithm>

#include "render/finding_text.h"
#include "render/render.h"
#include "secrets/hiding.h"
#include "text/quote.h"

namespace zoomc {

std::string render_text(const SourceFile& file, const std::vector<Diagnostic>& findings,
                        bool color) {
  if (findings.empty()) return {};
  const std::size_t shown = std::min(findings.size(), kMaxTextFindings);
  const std::vector<Diagnostic> first(findings.begin(),
                                      findings.begin() + static_cast<std::ptrdiff_t>(shown));
  const ShownFindings discreet(file, first);
  const FileView view(discreet.file());
  Ink ink(color);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) ink.end_line();
    print_finding(ink, view, discreet.findings()[i]);
  }
  if (const std::size_t more = findings.size() - shown; more > 0) {
    ink.end_line();
    ink.put("... and " + std::to_string(more) + (more == 1 ? " more finding" : " more findings") +
            " in " + escape_controls(file.path));
    ink.end_line();
  }
  return ink.text();
}

}  // namespace zoomc
