#include "model/app.h"

#include <algorithm>
#include <cstddef>

namespace zoomc::model {
namespace {

// True if `outer` is `inner` or a mapping around it.
bool holds(std::string_view outer, std::string_view inner) {
  if (outer.empty()) return true;
  return inner.substr(0, outer.size()) == outer &&
         (inner.size() == outer.size() || inner[outer.size()] == '.');
}

template <class T>
void put(const std::optional<T>& value, std::optional<Located<T>>& target) {
  if (!value) return;
  if (!target) target.emplace();
  target->value = *value;
}

// Regions beyond those of the file get the place of its last one.
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

const UnreadKey* App::find_unread(std::string_view path) const {
  const auto found = std::find_if(unread.begin(), unread.end(), [path](const UnreadKey& key) {
    return holds(key.path, path) || holds(path, key.path);
  });
  return found == unread.end() ? nullptr : &*found;
}

bool App::is_readable() const {
  return std::none_of(unread.begin(), unread.end(),
                      [](const UnreadKey& key) { return key.path.empty(); });
}

void apply(const Overrides& overrides, App& app) {
  if (!overrides.regions.empty()) app.regions = relocate(overrides.regions, app.regions);
  put(overrides.stage, app.stage);
  put(overrides.managed_by, app.managed_by);
  put(overrides.scope_names, app.scope_names);
}

}  // namespace zoomc::model
