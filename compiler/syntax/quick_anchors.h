#pragma once
#include <string_view>
#include <unordered_map>

#include "syntax/anchors.h"

namespace zoomc::syntax {

// The anchored values that the quick reader has read, kept for aliases further on. How many will
// come it does not know, so it counts every copy, the kept ones too: where they fit the limits,
// those that `Anchors` counts do.
class QuickAnchors {
 public:
  // A value named `name` begins, and until its end no alias may mean that name. False inside
  // another value of the name.
  bool begin(std::string_view name);
  // The value that began as `name` is `node`. False when that is too much to keep.
  bool define(std::string_view name, const Node& node);
  // Makes `out` a copy of what `name` means, as `copy_named` does; `depth` collections are around
  // it. False when it means nothing, or the copy is too much or too deep.
  bool copy(std::string_view name, std::size_t depth, Node& out);

 private:
  struct Kept {
    Node node;
    Weight weight;
    bool complete = true;
  };

  // By their names, which are parts of the text.
  std::unordered_map<std::string_view, Kept> kept_;
  Copies copies_;
};

}  // namespace zoomc::syntax
