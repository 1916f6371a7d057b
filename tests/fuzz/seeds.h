#pragma once
#include <string>
#include <vector>

namespace zoomc::fuzz {

// What a fuzzer begins with: inputs made of the repository's own texts, and the words that it may
// put anywhere.
struct Start {
  std::string fuzzer;
  std::vector<std::string> seeds;
  std::vector<std::string> words;
};
std::vector<Start> all_starts();

}  // namespace zoomc::fuzz
