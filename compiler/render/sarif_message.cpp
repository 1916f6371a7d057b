#include "render/sarif_message.h"

#include <algorithm>

#include "render/notes.h"
#include "text/quote.h"

namespace zoomc {

std::string sarif_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == '}') out += c;
    if (text.substr(at, 2) == "](") out += '\\';
    out += c;
  }
  return out;
}

std::string sarif_text(const Diagnostic& finding) {
  std::string text = sarif_text(escape_controls(finding.message));
  const auto add = [&text](const std::string& line) {
    text += "\n" + sarif_text(escape_controls(line));
  };
  const std::string effect = describe(finding.zoom);
  if (!effect.empty()) add(effect);
  std::for_each(finding.hints.begin(), finding.hints.end(), add);
  return text;
}

std::string opening_paragraph(std::string_view page) {
  std::string paragraph;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    if (line.empty() && !paragraph.empty()) break;
    if (line.empty() || line.starts_with('#')) continue;
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
  }
  return paragraph;
}

}  // namespace zoomc
