#include "manifest/manifest_findings.h"

#include <algorithm>
#include <utility>

namespace zoomc {

void ManifestFindings::add(const Code& code, Severity severity, ZoomVerdict verdict,
                           const JsonPlace& place, const JsonPlace& seen_at, std::string message) {
  findings_.push_back({.id = code.id,
                       .pointer = place.pointer(),
                       .message = std::move(message),
                       .verdict = verdict,
                       .severity = severity,
                       .order = seen_at.order()});
}

void ManifestFindings::rejects(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::rejects, place, place, std::move(message));
}

void ManifestFindings::accepts(const Code& code, const JsonPlace& place, std::string message) {
  accepts(code, code.severity, place, std::move(message));
}

void ManifestFindings::drops(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::drops, place, place, std::move(message));
}

void ManifestFindings::accepts(const Code& code, Severity severity, const JsonPlace& place,
                               std::string message) {
  add(code, severity, ZoomVerdict::accepts, place, place, std::move(message));
}

std::vector<ManifestFinding> ManifestFindings::take() {
  std::stable_sort(
      findings_.begin(), findings_.end(),
      [](const ManifestFinding& a, const ManifestFinding& b) { return a.order < b.order; });
  return std::exchange(findings_, {});
}

}  // namespace zoomc
