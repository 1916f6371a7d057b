#pragma once
#include <string>
#include <vector>

#include "config/read_config.h"

namespace zoomc::test {
using namespace config;

// Settings read from YAML text, with what was found on the way.
struct ReadSettings {
  SourceFile file;
  ProjectConfig config;
  std::vector<Diagnostic> findings;

  // "3:9 unknown-rule [unkown] message" a finding: place, id, the bytes under the caret, message.
  std::vector<std::string> shown() const;
  // The text after the only fix of the only finding.
  std::string fixed() const;
};

// With the rules `unknown-scope`, `guide-names` and `policy-violation`, and the fixed ids
// `unknown-feature` and `missing-key`.
ReadSettings read_settings(std::string text);

}  // namespace zoomc::test
