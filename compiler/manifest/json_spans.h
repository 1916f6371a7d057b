#pragma once
#include <vector>

#include "source/span.h"

namespace zoomc {

// Where a value of a JSON text stands, and the values below it in their order. The key of a member
// is its string with the quotes; items and the root have none.
struct JsonSpans {
  Span key;
  Span value;
  std::vector<JsonSpans> children;
};

}  // namespace zoomc
