#pragma once
#include <string>

#include "syntax/tree.h"

namespace zoomc::syntax {

// The first difference between two trees or their comments, in words; empty when there is none.
std::string difference(const Document& a, const Document& b);

// What came of reading a text in the quick way and in the thorough one.
struct BothWays {
  // The quick way read it.
  bool quick = false;
  // What the quick way should not have done, or a span outside of the text; empty when all is well.
  std::string mistake;
};
BothWays read_both_ways(const std::string& text);

}  // namespace zoomc::syntax
