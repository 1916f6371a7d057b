#pragma once
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// What Zoom does with the mistake and what follows; empty when neither is known.
std::string describe(const ZoomEffect& effect);

// What is said below a finding, a line each: what Zoom does, fixes, hints, where to read more.
std::vector<std::string> notes_of(const Diagnostic& finding);

}  // namespace zoomc
