#include "model/keys.h"

#include <vector>

#include "text/quote.h"

namespace zoomc::model {

const KeySpec* Section::find(std::string_view key) const {
  for (const KeySpec& spec : keys) {
    if (spec.name == key) return &spec;
  }
  return nullptr;
}

std::string Section::list() const {
  std::vector<std::string> names;
  for (const KeySpec& spec : keys) names.push_back(in_backticks(spec.name));
  return join_words(names);
}

std::string_view Language::parent_of(std::string_view key) const {
  for (const Section& section : sections) {
    if (section.find(key) != nullptr) return section.home;
  }
  return {};
}

}  // namespace zoomc::model
