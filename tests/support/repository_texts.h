#pragma once
#include <string>
#include <vector>

namespace zoomc {

// A text of this repository, and where it is from.
struct RepositoryText {
  std::string origin;
  std::string text;
};

// The example apps.
std::vector<RepositoryText> example_texts();
// Those, the YAML blocks of the rules' pages, and the YAML files of the transcripts, right or
// wrong.
std::vector<RepositoryText> repository_texts();
// The JSON files of the transcripts, right or wrong; most are manifests.
std::vector<RepositoryText> repository_manifests();

}  // namespace zoomc
