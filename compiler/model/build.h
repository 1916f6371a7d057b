#pragma once
#include "diagnostics/sink.h"
#include "model/app.h"
#include "syntax/tree.h"

namespace zoomc::model {

// Reads the app from a tree. Every mistake is reported once, at its place; the result has
// everything that could be read, so that later phases can continue. After an error the result must
// not be compiled.
[[nodiscard]] App build_app(const syntax::Document& document, Sink& sink);

}  // namespace zoomc::model
