#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "diagnostics/finding_kind.h"

namespace zoomc {

// A kind of finding that another phase than the linter reports: it can be neither switched off nor
// allowed. All of them are in `codes.def`.
struct Code {
  Phase phase;
  std::string_view id;
  Severity severity;
  Sources sources;
  std::string_view since;
  // The item of the checklist that it belongs to, or `kItemOfPlace`.
  std::string_view item;
  std::string_view summary;
};

// Refuses, at compile time, an id that is not kebab-case, an invalid version, no source, no
// item, or a summary that is not one plain line.
consteval Code checked(Code code) {
  if (!is_kebab_case(code.id)) throw "an id is kebab-case";
  if (!is_version(code.since)) throw "`since` is a version of zoomc: \"0.1.0\"";
  if (code.sources.empty()) throw "say who wants it so";
  if (!is_kebab_case(code.item)) throw "name an item of the checklist, or `kItemOfPlace`";
  if (code.summary.empty() || code.summary.back() == '.') throw "a summary has no full stop";
  return code;
}

// A finding of that kind at `place`.
inline Diagnostic finding(const Code& code, Span place, std::string message) {
  return {.id = code.id,
          .severity = code.severity,
          .primary = place,
          .message = std::move(message),
          .item = code.item};
}

}  // namespace zoomc
