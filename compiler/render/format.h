#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/source_file.h"

namespace zoomc::render {

// Renderers are siblings: each turns the findings of one file into the text of one format.

// After this many findings of a file the text formats say how many more there are.
inline constexpr std::size_t kMaxTextFindings = 100;
// An excerpt shows at most this many columns around its span.
inline constexpr std::size_t kMaxExcerptColumns = 160;

// For people: the message, the excerpt with carets and labels, what Zoom does, fixes and hints.
// `color` adds ANSI colours.
std::string render_text(const SourceFile& file, const std::vector<Diagnostic>& findings,
                        bool color);

// A line a finding: `file:line:col: severity[id] message`.
std::string render_concise(const SourceFile& file, const std::vector<Diagnostic>& findings);

enum class Format : std::uint8_t { text, concise, json, sarif, github, gitlab, junit, checkstyle };

// The names of the formats for `--format`.
struct FormatWord {
  std::string_view word;
  Format value;
};
inline constexpr FormatWord kFormats[] = {
    {"text", Format::text},   {"concise", Format::concise},       {"json", Format::json},
    {"sarif", Format::sarif}, {"github", Format::github},         {"gitlab", Format::gitlab},
    {"junit", Format::junit}, {"checkstyle", Format::checkstyle},
};

// The texts of a report about a kind of finding. `help` is its page in Markdown, possibly empty.
struct RuleText {
  std::string_view id;
  std::string_view summary;
  std::string_view help;
  Severity severity = Severity::error;
};

struct ReportSettings {
  // `text` only: ANSI colours.
  bool color = false;
  // `sarif` only: the program's version, and its rules. One that is not listed has only its id.
  std::string version;
  std::vector<RuleText> rules;
};

// Takes a report piece by piece.
using ReportOut = std::function<void(std::string_view)>;

// True if a report of that format shows findings with a `suppression`; the others must not be
// given any.
constexpr bool tells_suppressed(Format format) {
  return format == Format::sarif;
}

// One report on any number of files: `begin()`, then each file in turn, then `end()`. What they
// give, one behind the other, is the report; nothing of a file is kept once it is told. A file goes
// out in pieces, so that of many findings no more than one piece is held.
class Report {
 public:
  virtual ~Report() = default;
  virtual std::string begin() { return {}; }
  virtual void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
                    const ReportOut& out) = 0;
  // Between files, or before the end: why the report does not have all that was asked for, such as
  // a file that cannot be read (`file` then has no text) or settings with mistakes. Without it a
  // report that has nothing to tell of would pass for one of files without findings. The formats
  // for a terminal leave it to those who write on standard error.
  virtual void run_errors(const SourceFile& file, const std::vector<Diagnostic>& findings,
                          const ReportOut& out) {
    this->file(file, findings, out);
  }
  virtual std::string end() { return {}; }
};

std::unique_ptr<Report> make_report(Format format, ReportSettings settings);

}  // namespace zoomc::render
