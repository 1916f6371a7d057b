#pragma once
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// `text` as SARIF's messages are written (2.1.0, 3.11.5 and 3.11.6): braces doubled, since a single
// one begins a placeholder, and nothing that reads as a link.
std::string sarif_text(std::string_view text);

// A finding in words: the message, then what Zoom does and the hints, a line each.
std::string sarif_text(const Diagnostic& finding);

// The first paragraph below the heading of a Markdown page, on one line; empty when it has none.
std::string opening_paragraph(std::string_view page);

}  // namespace zoomc
