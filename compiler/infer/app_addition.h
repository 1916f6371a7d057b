#pragma once
#include <optional>
#include <string>

#include "infer/comparison.h"
#include "resolve/compiled_app.h"

namespace zoomc {

// The text of the app file with the suggestion added to `features` and `operations`; comments and
// all else stay. Nothing where the file is written in a way that cannot be added to (an alias).
std::optional<std::string> add_to_app(const CompiledApp& cx, const Suggestion& suggestion);

}  // namespace zoomc
