#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/app.h"

namespace zoomc {

// A secret that stands in the file itself, and the variable that could stand for it.
struct Secret {
  Text value;
  std::string variable;
};

// The client secret, and secrets under `manifest_extra`; a reference to a secret is none.
std::vector<Secret> secrets_of(const App& app);

// Where a text has them written out: in the place that makes them secrets, at an anchor, in a
// comment, under another key. Short ones are words like any other.
std::vector<Span> mentions_of(const std::vector<Secret>& secrets, std::string_view text);

// The same in the file they are of, and their own places there.
std::vector<Span> secret_places(const std::vector<Secret>& secrets, std::string_view text);

// Stars them out of what findings say: the same word may stand for something else too.
void hide_secrets(const std::vector<Secret>& secrets, std::vector<Diagnostic>& findings);

}  // namespace zoomc
