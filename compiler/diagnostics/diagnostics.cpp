#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "diagnostics/codes.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/finding_kind.h"
#include "diagnostics/sink.h"

namespace zoomc {
namespace {

bool comes_before(const Diagnostic& a, const Diagnostic& b) {
  // Severities grow from note to error; a worse one comes first.
  return std::tie(a.primary, b.severity, a.id, a.message) <
         std::tie(b.primary, a.severity, b.id, b.message);
}

auto identity(const Diagnostic& finding) {
  return std::tie(finding.id, finding.primary, finding.message);
}

// Keeps of findings that say the same of the same place the worst, and of equals the first added.
void drop_duplicates(std::vector<Diagnostic>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    if (identity(a) != identity(b)) return identity(a) < identity(b);
    return a.severity > b.severity;
  });
  const auto same = [](const auto& a, const auto& b) { return identity(a) == identity(b); };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

std::string_view to_string(ZoomVerdict verdict) {
  switch (verdict) {
    case ZoomVerdict::unknown: return "unknown";
    case ZoomVerdict::accepts: return "accepts";
    case ZoomVerdict::rejects: return "rejects";
    case ZoomVerdict::can_reject: return "can-reject";
    case ZoomVerdict::drops: return "drops";
    case ZoomVerdict::review: return "review";
    case ZoomVerdict::runtime: return "runtime";
  }
  return "unknown";
}

std::string_view to_string(FixSafety safety) {
  switch (safety) {
    case FixSafety::safe: return "safe";
    case FixSafety::unsafe: return "unsafe";
  }
  return "unsafe";
}

void Sink::add(Diagnostic finding) {
  has_errors_ = has_errors_ || finding.severity == Severity::error;
  findings_.push_back(std::move(finding));
}

std::vector<Diagnostic> Sink::take() {
  std::vector<Diagnostic> taken = std::exchange(findings_, {});
  has_errors_ = false;
  drop_duplicates(taken);
  std::sort(taken.begin(), taken.end(), comes_before);
  return taken;
}

std::string_view to_string(Phase phase) {
  switch (phase) {
    case Phase::lint: return "lint";
    case Phase::syntax: return "syntax";
    case Phase::model: return "model";
    case Phase::resolve: return "resolve";
    case Phase::manifest: return "manifest";
    case Phase::audit: return "audit";
    case Phase::author: return "author";
    case Phase::infer: return "infer";
    case Phase::config: return "config";
    case Phase::catalog: return "catalog";
    case Phase::catalog_update: return "catalog update";
    case Phase::run: return "run";
  }
  return {};
}

std::string_view to_string(FixPromise fix) {
  switch (fix) {
    case FixPromise::never: return "never";
    case FixPromise::sometimes: return "sometimes";
    case FixPromise::always: return "always";
  }
  return {};
}

std::string_view to_string(Source source) {
  switch (source) {
    case Source::guide: return "guide";
    case Source::zoom: return "zoom";
    case Source::review: return "review";
    case Source::own: return "own";
  }
  return {};
}

std::vector<std::string_view> words_of(Sources sources) {
  std::vector<std::string_view> words;
  for (const Source one : {Source::guide, Source::zoom, Source::review, Source::own}) {
    if (sources.has(one)) words.push_back(to_string(one));
  }
  return words;
}

std::vector<std::string_view> words_of(AppliesTo what) {
  std::vector<std::string_view> words;
  if (applies_to(what, AppliesTo::app)) words.push_back("app");
  if (applies_to(what, AppliesTo::manifest)) words.push_back("manifest");
  return words;
}

std::span<const Code> all_codes() {
  static constexpr std::array kCodes{
#define ZOOMC_CODE(phase, name, ...) phase##_codes::name,
#define ZOOMC_RULE_CODE(...)
#include "diagnostics/codes.def"
#undef ZOOMC_CODE
#undef ZOOMC_RULE_CODE
  };
  return kCodes;
}

std::span<const Code> rule_codes() {
  static constexpr std::array kCodes{
#define ZOOMC_CODE(...)
#define ZOOMC_RULE_CODE(phase, name, ...) phase##_codes::name,
#include "diagnostics/codes.def"
#undef ZOOMC_CODE
#undef ZOOMC_RULE_CODE
  };
  return kCodes;
}

}  // namespace zoomc
