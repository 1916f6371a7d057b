#pragma once
#include <string>

#include "source/span.h"

namespace zoomc {

// A value and its place: `span` is the value's own, `key` that of the key it belongs to (for
// a list's item the list's key). Both are empty at offset 0 when the value came from the command
// line.
template <class T>
struct Located {
  T value{};
  Span span;
  Span key;

  bool operator==(const Located&) const = default;
};

using Text = Located<std::string>;

}  // namespace zoomc
