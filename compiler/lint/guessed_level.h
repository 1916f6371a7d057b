#pragma once
#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"

namespace zoomc {

// Makes a finding about the level of a scope, which says that Zoom rejects it, a warning where that
// level is only a guess.
void soften_where_guessed(const Scope& scope, Diagnostic& found);

}  // namespace zoomc
