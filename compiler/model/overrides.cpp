#include "model/overrides.h"

#include <algorithm>
#include <cstddef>

namespace zoomc {
namespace {

template <class T>
void put(const std::optional<T>& value, std::optional<Located<T>>& target) {
  if (!value) return;
  if (!target) target.emplace();
  target->value = *value;
}

// More regions than the file has share the place of its last one.
std::vector<Text> relocate(const std::vector<std::string>& words,
                           const std::vector<Text>& written) {
  std::vector<Text> regions;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Text region;
    if (!written.empty()) region = written[std::min(i, written.size() - 1)];
    region.value = words[i];
    regions.push_back(std::move(region));
  }
  return regions;
}

}  // namespace

void apply(const Overrides& overrides, App& app) {
  if (!overrides.regions.empty()) app.regions = relocate(overrides.regions, app.regions);
  put(overrides.stage, app.stage);
  put(overrides.managed_by, app.managed_by);
  put(overrides.scope_names, app.scope_names);
}

}  // namespace zoomc
