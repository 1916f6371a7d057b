#include "diagnostics/diagnostic.h"

namespace zoomc {

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

}  // namespace zoomc
