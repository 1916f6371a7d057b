#include "unit/config/support.h"

#include <algorithm>

#include "source/line_index.h"
#include "support/catch.h"

namespace zoomc::test {
using namespace config;

std::vector<std::string> ReadSettings::shown() const {
  const LineIndex index(file.text);
  std::vector<std::string> lines;
  for (const Diagnostic& found : findings) {
    const LineColumn at = index.position(found.primary.begin);
    lines.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                    std::string(found.id) + " [" + std::string(file.slice(found.primary)) + "] " +
                    found.message);
  }
  return lines;
}

std::string ReadSettings::fixed() const {
  REQUIRE(findings.size() == 1);
  REQUIRE(findings.front().fixes.size() == 1);
  REQUIRE(findings.front().fixes.front().edits.size() == 1);
  const Edit& edit = findings.front().fixes.front().edits.front();
  std::string text = file.text;
  return text.replace(edit.span.begin, edit.span.size(), edit.replacement);
}

ReadSettings read_settings(std::string text) {
  constexpr std::string_view kRules[] = {"unknown-scope", "guide-names", "policy-violation"};
  constexpr std::string_view kFixed[] = {"unknown-feature", "missing-key"};
  ReadSettings read{.file = {".zoomc.yaml", std::move(text)}};
  Sink sink;
  read.config = read_config(read.file, {.rules = kRules, .fixed = kFixed}, sink);
  read.findings = sink.take();
  return read;
}

}  // namespace zoomc::test
