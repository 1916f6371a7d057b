#include "driver/shared_values.h"

#include <algorithm>
#include <string>
#include <utility>

namespace zoomc {
namespace {

void collect(const Node& node, std::vector<Span>& named) {
  if (node.alias) named.push_back(node.named);
  for (const Node& item : node.items) collect(item, named);
  for (const Member& member : node.members) {
    collect(member.key, named);
    collect(member.value, named);
  }
}

// The same places in order, those that touch made one.
std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back() = Span::cover(out.back(), span);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

bool touches_one(const std::vector<Span>& places, Span span) {
  const auto next = std::partition_point(places.begin(), places.end(),
                                         [&](Span place) { return place.end < span.begin; });
  return next != places.end() && next->begin <= span.end;
}

}  // namespace

void withhold_fixes_of_shared_values(const SourceFile& file, const Document& document,
                                     std::vector<Diagnostic>& findings) {
  const bool has_fixes = std::any_of(findings.begin(), findings.end(),
                                     [](const Diagnostic& found) { return !found.fixes.empty(); });
  // Most files have no alias.
  if (!has_fixes || file.text.find('*') == std::string::npos) return;
  std::vector<Span> named;
  collect(document.root, named);
  const std::vector<Span> shared = joined(std::move(named));
  const auto is_shared = [&](const Edit& edit) { return touches_one(shared, edit.span); };
  for (Diagnostic& found : findings) {
    std::erase_if(found.fixes, [&](const Fix& fix) {
      return std::any_of(fix.edits.begin(), fix.edits.end(), is_shared);
    });
  }
}

}  // namespace zoomc
