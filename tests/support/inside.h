#pragma once
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/span.h"
#include "syntax/tree.h"

// Whether all spans of something lie in a file, the right way round.
namespace zoomc {

inline Span whole(std::string_view text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

inline bool lies_in(Span span, Span file) {
  return file.contains(span) && span.begin <= span.end;
}

inline bool lies_in(const syntax::Node& node, Span file) {
  bool inside = lies_in(node.span, file);
  for (const syntax::Node& item : node.items) inside = inside && lies_in(item, file);
  for (const syntax::Member& member : node.members) {
    inside = inside && lies_in(member.key, file) && lies_in(member.value, file);
  }
  return inside;
}

inline bool lies_in(const Diagnostic& finding, Span file) {
  bool inside = lies_in(finding.primary, file);
  for (const Label& label : finding.labels) inside = inside && lies_in(label.span, file);
  for (const Fix& fix : finding.fixes) {
    for (const Edit& edit : fix.edits) inside = inside && lies_in(edit.span, file);
  }
  return inside;
}

}  // namespace zoomc
