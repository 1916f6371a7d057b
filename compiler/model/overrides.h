#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/app.h"

namespace zoomc {

// What the command line says instead of the file: `--region`, `--stage`, `--managed-by`,
// `--scope-names`.
struct Overrides {
  std::vector<std::string> regions;
  std::optional<Stage> stage;
  std::optional<ManagedBy> managed_by;
  std::optional<Vocabulary> scope_names;
};

// Puts them in place of what the file says. A value that the file has keeps its span, so that a
// finding still has a place to point at.
void apply(const Overrides& overrides, App& app);

}  // namespace zoomc
