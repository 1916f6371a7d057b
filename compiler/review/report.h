#pragma once
#include <span>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "lint/facts.h"

namespace zoomc::review {

// The whole app as one HTML page for people who would rather look than read: nothing is loaded, no
// script runs, everything from the file is escaped, and the same bytes come out for the same input.
// `cx` may be incomplete where an earlier phase found errors; `findings` are all of the file's, and
// `file_argument` is the file as a shell takes it.
std::string report_html(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
                        std::span<const Diagnostic> findings, const std::string& file_argument);

// report.css.
std::string_view report_style(std::string_view name);

}  // namespace zoomc::review
