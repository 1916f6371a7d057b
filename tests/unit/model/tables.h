#pragma once
#include <string>
#include <vector>

#include "support/catch.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;

using Lines = std::vector<std::string>;

// A text and the one finding it gives.
struct Case {
  const char* text;
  const char* finding;
};

// Each text stands below the two lines that every app has.
inline void check_each(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(build_below(one.text).shown() == Lines{one.finding});
  }
}

// Each text is the whole file.
inline void check_each_file(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(build(one.text).shown() == Lines{one.finding});
  }
}

}  // namespace zoomc::test
