#pragma once
#include "diagnostics/diagnostic.h"
#include "syntax/scalar_extent.h"
#include "syntax/situation.h"

// From the place where a text stops being YAML to the mistake that its author made there.
namespace zoomc::syntax {

Diagnostic explain(const Situation& situation);
Diagnostic explain(const Slip& slip, const Situation& situation);

}  // namespace zoomc::syntax
