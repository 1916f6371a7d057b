#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// A kind of finding that a phase before the linter reports: it can be neither switched off nor
// allowed. Each room that reports some lists them in its `codes.h`.
struct Code {
  std::string_view id;
  std::string_view summary;
  Severity severity = Severity::error;
};

// A finding of that kind at `place`.
inline Diagnostic finding(const Code& code, Span place, std::string message) {
  return {
      .id = code.id, .severity = code.severity, .primary = place, .message = std::move(message)};
}

}  // namespace zoomc
