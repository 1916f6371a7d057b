#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc {

// The reviewer's sentence for a subject.
struct Justification {
  std::uint32_t subject = 0;
  std::string text;
  bool written = false;  // by the author, not generated
};

// The reviewer's sentences of all subjects in order (DESIGN part 4): the author's text under the
// most specific key, else one made of the catalog's phrase and `app.purpose`. A composite speaks
// once for the members that have no text of their own.
std::vector<Justification> justify(const ResolvedApp& resolved);

}  // namespace zoomc
