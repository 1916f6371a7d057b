#include "render/notes.h"

namespace zoomc {
namespace {

std::string_view sentence(ZoomVerdict verdict) {
  switch (verdict) {
    case ZoomVerdict::unknown: return "";
    case ZoomVerdict::accepts: return "zoom accepts it";
    case ZoomVerdict::rejects: return "zoom rejects it";
    case ZoomVerdict::can_reject: return "zoom can reject it";
    case ZoomVerdict::drops: return "zoom accepts and then drops it";
    case ZoomVerdict::review: return "zoom's review sends it back";
    case ZoomVerdict::runtime: return "it fails at run time";
  }
  return "";
}

}  // namespace

std::string describe(const ZoomEffect& effect) {
  std::string text(sentence(effect.verdict));
  if (!text.empty() && !effect.text.empty()) text += "; ";
  return text + effect.text;
}

std::vector<std::string> notes_of(const Diagnostic& finding) {
  std::vector<std::string> notes;
  const std::string effect = describe(finding.zoom);
  if (!effect.empty()) notes.push_back(effect);
  for (const Fix& fix : finding.fixes) {
    notes.push_back("fix (" + std::string(to_string(fix.safety)) + "): " + fix.title);
  }
  notes.insert(notes.end(), finding.hints.begin(), finding.hints.end());
  notes.push_back("more: zoomc explain " + std::string(finding.id));
  return notes;
}

}  // namespace zoomc
