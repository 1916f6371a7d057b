#include "manifest/manifest_findings.h"

#include <algorithm>

namespace zoomc {

void ManifestFindings::add(const Code& code, Severity severity, ZoomVerdict verdict,
                           const JsonPlace& place, std::string message) {
  entries_.push_back({.order = place.order(),
                      .finding = {.id = code.id,
                                  .pointer = place.pointer(),
                                  .message = std::move(message),
                                  .verdict = verdict,
                                  .severity = severity}});
}

void ManifestFindings::rejects(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::rejects, place, std::move(message));
}

void ManifestFindings::accepts(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::accepts, place, std::move(message));
}

void ManifestFindings::drops(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::drops, place, std::move(message));
}

void ManifestFindings::accepts(const Code& code, Severity severity, const JsonPlace& place,
                               std::string message) {
  add(code, severity, ZoomVerdict::accepts, place, std::move(message));
}

std::vector<ManifestFinding> ManifestFindings::take() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.order < b.order; });
  std::vector<ManifestFinding> findings;
  findings.reserve(entries_.size());
  for (Entry& entry : entries_) findings.push_back(std::move(entry.finding));
  entries_.clear();
  return findings;
}

}  // namespace zoomc
