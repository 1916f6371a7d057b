#include "render/render.h"
#include "secrets/hiding.h"
#include "source/line_index.h"
#include "text/quote.h"

namespace zoomc {

std::string render_concise(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  const LineIndex lines(file.text);
  const std::string path = escape_controls(file.path);
  std::string out;
  const ShownFindings discreet(file, findings);
  for (const Diagnostic& finding : discreet.findings()) {
    const Position place = lines.position(finding.primary.begin);
    out += path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
    out.append(to_string(finding.severity)).append("[").append(escape_controls(finding.id));
    out += "] " + escape_controls(finding.message) + "\n";
  }
  return out;
}

}  // namespace zoomc
