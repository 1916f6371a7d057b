#include "lint/suppression_edit.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>

#include "lint/joined_lines.h"
#include "lint/policy.h"
#include "lint/suppression.h"
#include "text/quote.h"

namespace zoomc::lint {
namespace {

constexpr std::size_t kMaxReason = 500;

class SuppressionWriter {
 public:
  SuppressionWriter(const SourceFile& file, const syntax::Document& document)
      : file_(file), lines_(file.text), joined_(LongScalars(file, document), lines_) {}

  // The line above which the suppression of a finding is written.
  std::uint32_t line_for(const Diagnostic& found) const {
    return lines_of(found.primary, lines_, joined_).joined.first;
  }

  Edit write(std::uint32_t line, const std::string& suppression) const {
    const Span span = lines_.line_span(line);
    return {{span.begin, span.begin}, indentation(span) + suppression + line_break(line)};
  }

 private:
  std::string indentation(Span line) const {
    const std::string_view text = file_.slice(line);
    return std::string(std::min(text.find_first_not_of(' '), text.size()), ' ');
  }

  // The line break of that line, or the file's first one if that line has none.
  std::string line_break(std::uint32_t line) const {
    const std::string_view text = file_.text;
    const std::uint32_t own = lines_.line_span(line).end;
    const std::uint32_t at = own < text.size() ? own : lines_.line_span(1).end;
    if (text.substr(at).starts_with("\r\n")) return "\r\n";
    return text.substr(at).starts_with("\r") ? "\r" : "\n";
  }

  const SourceFile& file_;
  LineIndex lines_;
  JoinedLines joined_;
};

}  // namespace

std::string refuse_reason(std::string_view reason) {
  if (reason.find_first_not_of(" \t") == std::string_view::npos) return "the reason is empty";
  if (reason.size() > kMaxReason) {
    return fmt::format("the reason is longer than {} bytes", kMaxReason);
  }
  if (escape_controls(reason) != reason)
    return "the reason has characters that cannot be written on one line";
  if (reason.find("zoomc:") != std::string_view::npos) {
    return "the reason contains `zoomc:`, which would begin another allowance";
  }
  return {};
}

std::vector<Edit> suppress_findings(const SourceFile& file, const syntax::Document& document,
                                    const std::vector<const Diagnostic*>& findings,
                                    std::string_view reason) {
  const SuppressionWriter writer(file, document);
  std::map<std::uint32_t, std::vector<std::string>> rules;
  for (const Diagnostic* found : findings) {
    std::vector<std::string>& here = rules[writer.line_for(*found)];
    std::string rule = suppressed_as(*found);
    if (std::find(here.begin(), here.end(), rule) == here.end()) here.push_back(std::move(rule));
  }
  std::vector<Edit> edits;
  edits.reserve(rules.size());
  for (const auto& [line, names] : rules) {
    edits.push_back(writer.write(line, write_suppression(names, reason)));
  }
  return edits;
}

}  // namespace zoomc::lint
