#include "driver/add_allowances.h"

#include <algorithm>
#include <vector>

#include "edit/apply.h"
#include "lint/suppression_edit.h"

namespace zoomc::driver {
namespace {

bool can_be_allowed(const Diagnostic& found, const CheckOptions& options) {
  if (found.severity < Severity::warning) return false;
  return std::any_of(options.rules.begin(), options.rules.end(), [&found](const lint::Rule& rule) {
    return rule.info->id == found.id && !rule.info->about_suppressions;
  });
}

// True if two trees mean the same; their places may differ.
bool is_same(const syntax::Node& a, const syntax::Node& b) {
  const auto same_member = [](const syntax::Member& x, const syntax::Member& y) {
    return is_same(x.key, y.key) && is_same(x.value, y.value);
  };
  return a.kind == b.kind && a.style == b.style && a.missing == b.missing && a.tag == b.tag &&
         a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), is_same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                    same_member);
}

}  // namespace

WithAllowances add_allowances(SourceFile file, const CheckOptions& options,
                              std::string_view reason) {
  const std::string path = file.path;
  WithAllowances made{.text = file.text, .checked = check(std::move(file), options)};
  std::vector<const Diagnostic*> findings;
  for (const Diagnostic& found : made.checked.findings) {
    if (can_be_allowed(found, options)) findings.push_back(&found);
  }
  if (findings.empty()) return made;
  const resolve::CompiledApp& before = *made.checked.analysis;
  const std::string text = edit::apply_edits(
      before.file.text, lint::suppress_findings(before.file, before.document, findings, reason));
  Checked after = check({path, text}, options);
  // Comments are not part of YAML's meaning; if a comment would change it, nothing is done.
  if (!is_same(before.document.root, after.analysis->document.root)) return made;
  const auto left = static_cast<std::size_t>(std::count_if(
      after.findings.begin(), after.findings.end(),
      [&options](const Diagnostic& found) { return can_be_allowed(found, options); }));
  // Comments that allow nothing are a mistake of their own.
  if (left >= findings.size()) return made;
  made.allowed = findings.size() - left;
  made.text = text;
  made.checked = std::move(after);
  return made;
}

}  // namespace zoomc::driver
