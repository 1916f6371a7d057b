#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/app.h"

namespace zoomc {

// A secret that stands in the file itself, and the variable that could stand for it.
struct Secret {
  Text value;
  std::string variable;
};

// The client secret, and secrets under `manifest_extra`; a reference to a secret is none.
std::vector<Secret> secrets_of(const App& app);

// Where they stand in the text of the file: as values, and wherever else one is written out.
std::vector<Span> secret_places(const App& app, std::string_view text);

}  // namespace zoomc
