#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "cli/session.h"
#include "diagnostics/diagnostic.h"
#include "render/format.h"

namespace zoomc::cli {

// The settings for a report in that format; `color`: it may have colours.
render::ReportSettings report_settings(render::Format format, bool color);

// If there are errors, writes a report with only those, for a run that could not start. Returns
// the worse of `code` and how writing went.
ExitCode report_errors(Session& session, render::Format format, ExitCode code);

// The totals of a run of the linter.
class LintTotals {
 public:
  // The findings that a file still has, how many fixes were made in it and how many findings
  // allowed.
  void add(const std::vector<Diagnostic>& findings, std::size_t applied, std::size_t allowed);

  bool has_errors() const { return errors_ > 0; }
  bool has_warnings() const { return warnings_ > 0; }

  // One line for people: "2 errors and 1 warning in 1 of 3 files; 1 fixable with `--fix`". Empty
  // when a single file was clean and nothing was fixed.
  std::string summary() const;

 private:
  std::string what_is_left() const;
  std::string what_is_fixable() const;

  std::size_t files_ = 0;
  std::size_t files_with_findings_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t notes_ = 0;
  std::size_t safe_ = 0;
  std::size_t unsafe_ = 0;
  std::size_t applied_ = 0;
  std::size_t allowed_ = 0;
};

}  // namespace zoomc::cli
