// Any bytes: `parse` does not crash, every span lies inside the file, where the quick way reads a
// text, the thorough one reads the same tree, and libyaml reads it too.
#include <string>

#include "hold.h"
#include "libyaml_opinion.h"
#include "syntax/parse.h"
#include "unit/syntax/both_ways.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zoomc;
  const std::string text = fuzz::text_of(data, size);
  const syntax::BothWays ways = syntax::read_both_ways(text);
  if (!ways.mistake.empty()) fuzz::fail(ways.mistake);
  Sink sink;
  const auto document = syntax::parse({"app.zoom.yaml", text}, sink);
  if (!document || !sink.take().empty()) return 0;
  const std::string difference = fuzz::libyaml_difference(text, *document);
  if (!difference.empty()) fuzz::fail("libyaml: " + difference);
  return 0;
}
