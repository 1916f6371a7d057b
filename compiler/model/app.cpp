#include "model/app.h"

#include <algorithm>

namespace zoomc {
namespace {

// Whether `outer` is `inner` or a mapping around it.
bool holds(std::string_view outer, std::string_view inner) {
  if (outer.empty()) return true;
  return inner.substr(0, outer.size()) == outer &&
         (inner.size() == outer.size() || inner[outer.size()] == '.');
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

}  // namespace zoomc
