#include "lsp/actions.h"

#include <algorithm>
#include <fmt/core.h>

#include "driver/fix.h"
#include "lint/policy.h"
#include "lint/suppression_edit.h"
#include "secrets/hiding.h"
#include "text/utf8.h"

namespace zoomc::lsp {
namespace {

// More than anybody chooses from; each allowance takes a look at the whole file.
constexpr std::size_t kMaxActions = 50;

bool touches(Span a, Span b) {
  return a.begin <= b.end && b.begin <= a.end;
}

// A fix's title is the new value in backticks, or a phrase.
std::string title_of(const Fix& fix) {
  std::string title = fix.title;
  if (title.starts_with('`')) {
    title.insert(0, "Change to ");
  } else if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  }
  return fix.safety == FixSafety::safe ? title : fmt::format("{} (unsafe: check it)", title);
}

bool can_be_allowed(const Diagnostic& found, const driver::CheckOptions& options) {
  return std::any_of(options.rules.begin(), options.rules.end(), [&found](const lint::Rule& rule) {
    return rule.info->id == found.id && !rule.info->about_suppressions;
  });
}

CodeAction allow(const resolve::CompiledApp& made, const Diagnostic& found) {
  return {.title = fmt::format("Allow `{}` here, with a reason", lint::suppressed_as(found)),
          .edits = lint::suppress_findings(made.file, made.document, {&found}, "")};
}

// The edits that turn one text into the other, cut at code points.
Edit difference(std::string_view before, std::string_view after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t begin = 0;
  while (begin < shorter && before[begin] == after[begin]) ++begin;
  while (begin > 0 && !(begins_code_point(before, begin) && begins_code_point(after, begin))) {
    --begin;
  }
  std::size_t same = 0;
  while (same < shorter - begin &&
         before[before.size() - same - 1] == after[after.size() - same - 1]) {
    ++same;
  }
  while (same > 0 && !begins_code_point(before, before.size() - same)) --same;
  const Span span{static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(before.size() - same)};
  return {span, std::string(after.substr(begin, after.size() - same - begin))};
}

}  // namespace

std::vector<CodeAction> quick_fixes(const driver::Checked& checked,
                                    const driver::CheckOptions& options, Span range) {
  const resolve::CompiledApp& made = *checked.analysis;
  std::vector<CodeAction> fixes;
  std::vector<CodeAction> allowances;
  const secrets::ShownFindings discreet(made.file, checked.findings);
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    if (fixes.size() + allowances.size() >= kMaxActions) break;
    const Diagnostic& found = checked.findings[i];
    if (!touches(found.primary, range)) continue;
    for (const Fix& fix : discreet.findings()[i].fixes) {
      const bool preferred = fix.safety == FixSafety::safe;
      fixes.push_back(
          {.title = title_of(fix), .preferred = preferred, .edits = fix.edits, .finding = i});
    }
    if (!can_be_allowed(found, options)) continue;
    allowances.push_back(allow(made, found));
    allowances.back().finding = i;
  }
  std::move(allowances.begin(), allowances.end(), std::back_inserter(fixes));
  return fixes;
}

std::optional<CodeAction> fix_all(const driver::Checked& checked,
                                  const driver::CheckOptions& options) {
  if (!has_safe_fixes(checked, 1)) return std::nullopt;
  const SourceFile& file = checked.analysis->file;
  const driver::Fixed fixed = driver::fix(file, options, false);
  if (fixed.text == file.text) return std::nullopt;
  return CodeAction{.title = "Make all safe fixes",
                    .kind = kFixAll,
                    .edits = {difference(file.text, fixed.text)}};
}

bool has_safe_fixes(const driver::Checked& checked, std::size_t count) {
  const auto is_safe = [](const Diagnostic& found) {
    return !found.fixes.empty() && found.fixes.front().safety == FixSafety::safe;
  };
  return static_cast<std::size_t>(
             std::count_if(checked.findings.begin(), checked.findings.end(), is_safe)) >= count;
}

}  // namespace zoomc::lsp
