#include "lint/guessed_level.h"

namespace zoomc {

void soften_where_guessed(const Scope& scope, Diagnostic& found) {
  if (!scope.level_is_guess) return;
  found.severity = Severity::warning;
  found.zoom = {ZoomVerdict::unknown, "if that is so, zoom rejects it: " + found.zoom.text};
  found.hints.emplace_back(
      "no page of Zoom's tells the level of this scope: it is a guess from the name");
}

}  // namespace zoomc
