// Any bytes: `parse` does not crash, every span lies inside the file, and where the quick way reads
// a text, the thorough one reads the same tree.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "unit/syntax/both_ways.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const zoomc::BothWays ways = zoomc::read_both_ways(text);
  if (ways.mistake.empty()) return 0;
  std::fprintf(stderr, "%s\n", ways.mistake.c_str());
  std::abort();
}
