// What hostile or careless input is refused for, and that the refusal comes early: every text here
// is some megabytes, and the whole file runs in a few seconds.
#include <string>

#include "outline.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

constexpr std::size_t kMegabytes = 5'000'000;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

const std::string kTooDeep = " file-too-large: values are nested more than 64 deep\n";
const std::string kTooLong =
    " file-too-large: the value that begins here is too long to be read in one piece; write it "
    "without brackets, one entry a line\n";
const std::string kTooMany = " file-too-large: the file has more than 1000000 values\n";
const std::string kTooManyAliased =
    " file-too-large: aliases add more than 10000 values or 8 MiB to the file; write fewer\n";

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + "x" + std::string(depth, ']') + "\n";
}

}  // namespace

TEST_CASE("nesting has a limit") {
  CHECK(findings_of(nested(kMaxNesting)).empty());
  CHECK(findings_of(nested(kMaxNesting + 1)) == "1:65-1:66" + kTooDeep);
  std::string text;
  for (std::size_t i = 0; i < kMaxNesting; ++i) text += std::string(i, ' ') + "a:\n";
  CHECK(findings_of(text).empty());
  text += std::string(kMaxNesting, ' ') + "a:\n";
  CHECK(findings_of(text) == "65:65-65:66" + kTooDeep);
}

TEST_CASE("megabytes of opening brackets and the like are refused as too deep") {
  CHECK(findings_of(repeated("[\n", kMegabytes)) == "33:1-33:2" + kTooDeep);
  CHECK(findings_of(repeated("- ", kMegabytes)) == "1:129-1:130" + kTooDeep);
  CHECK(findings_of(repeated("? ", kMegabytes)) == "1:129-1:130" + kTooDeep);
  CHECK(findings_of(repeated(": ", kMegabytes)) == "1:129-1:130" + kTooDeep);
}

TEST_CASE("megabytes that the library would hold in memory at once are refused") {
  CHECK(findings_of("[" + repeated("1,", kMegabytes) + "]") == "1:1-1:2" + kTooLong);
  CHECK(findings_of(repeated("\"", kMegabytes)) == "1:1-1:2" + kTooLong);
  CHECK(findings_of(repeated("&a ", kMegabytes)) == "1:1-1:2" + kTooLong);
  CHECK(findings_of("%YAML " + repeated("a ", kMegabytes)) == "1:1-1:2" + kTooLong);
}

TEST_CASE("the number of values has a limit") {
  CHECK(findings_of(repeated("a: b\n", kMegabytes)) == "500000:4-500000:5" + kTooMany);
  CHECK(findings_of(repeated("-\n", kMegabytes)) == "1000001:1-1000001:2" + kTooMany);
}

TEST_CASE("one long scalar is fine in every style") {
  const std::string words = repeated("words ", kMegabytes);
  const std::string lines = repeated("  a line of text\n", kMegabytes);
  CHECK(findings_of("a: " + words).empty());
  CHECK(findings_of("a: \"" + words + "\"").empty());
  CHECK(findings_of("a: '" + words + "'").empty());
  CHECK(findings_of("a:\n" + lines).empty());
  CHECK(findings_of("a: |\n" + lines).empty());
  CHECK(findings_of("a: >\n" + lines).empty());
  CHECK(findings_of("# " + words).empty());
  CHECK(findings_of(repeated("# a comment\n", kMegabytes)).empty());
  CHECK(
      findings_of("a: \"" + words) ==
      "1:4-1:5 yaml-syntax: this `\"` is never closed; put another `\"` at the end of its text\n");
}

TEST_CASE("many anchors are fine") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "- &a" + std::to_string(i) + " x\n";
  CHECK(findings_of(text + "- *a99999\n").empty());
}

TEST_CASE("aliases may add so many values and no more") {
  std::string hundred = "a: &x [";
  for (int i = 0; i < 99; ++i) hundred += "b,";
  hundred += "]\nc:\n";
  CHECK(findings_of(hundred + repeated("- *x\n", 500)).empty());
  CHECK(findings_of(hundred + repeated("- *x\n", 505)) == "3:3-3:5" + kTooManyAliased);
}

TEST_CASE("aliases that multiply are refused") {
  std::string text = "a0: &a0 x\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = " *a" + std::to_string(i - 1);
    text +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + "," + before + "]\n";
  }
  CHECK(findings_of(text) == "13:13-13:17" + kTooManyAliased);
}

TEST_CASE("aliases may add so many bytes and no more") {
  const std::string text =
      "a: &x " + std::string(1'000'000, 'b') + "\nc: [*x, *x, *x, *x, *x, *x, *x, *x";
  CHECK(findings_of(text + "]\n").empty());
  CHECK(findings_of(text + ", *x]\n") == "2:5-2:7" + kTooManyAliased);
}

TEST_CASE("what aliases stand for counts as nesting") {
  const std::string inner(40, '[');
  const std::string text = "a: &x " + inner + std::string(40, ']') + "\nb: ";
  CHECK(findings_of(text + std::string(23, '[') + "*x" + std::string(23, ']') + "\n").empty());
  CHECK(findings_of(text + std::string(24, '[') + "*x" + std::string(24, ']') + "\n") ==
        "2:28-2:30 file-too-large: with the value of `*x`, values are nested more than 64 "
        "deep\n");
}

TEST_CASE("a thousand duplicate keys are reported and no more") {
  Sink sink;
  const auto document = parse({"test.yaml", repeated("a: b\n", 50'000)}, sink);
  REQUIRE(document);
  CHECK(document->root.members.size() == 1);
  CHECK(sink.take().size() == kMaxReportedKeys);
}

TEST_CASE("a key has a limit") {
  CHECK(findings_of(std::string(1000, 'k') + ": v\n").empty());
  CHECK(findings_of(std::string(1100, 'k') + ": v\n") ==
        "1:1-1:2 yaml-syntax: a key can have 1024 characters at most\n");
}

}  // namespace zoomc::syntax
