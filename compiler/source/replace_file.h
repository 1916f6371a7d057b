#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// Puts `bytes` at `path` as `FileSystem::replace` promises: links are followed, an old file keeps
// its mode, and a read-only one is left alone. Answers an `errno`, or 0.
int replace_file(const std::string& path, std::string_view bytes);

}  // namespace zoomc
