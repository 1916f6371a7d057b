#pragma once
#include "diagnostics/sink.h"
#include "model/app.h"
#include "syntax/tree.h"

namespace zoomc::model {

// Reads the app out of a tree. Every mistake is reported once, at its place; what could be read is
// in the result all the same, so that later phases can go on looking. After an error the result
// must not be compiled.
App build_app(const syntax::Document& document, Sink& sink);

}  // namespace zoomc::model
