#pragma once
#include <cerrno>
#include <string>
#include <string_view>

namespace zoomc {

// What becomes of a target that is there and no regular file: a pipe, a device, a socket.
enum class WhatIsNoFile { written, refused };
// The answer where it is refused.
inline constexpr int kNoFile = ENXIO;

// Puts `bytes` at `path` as `FileSystem::replace` promises: links are followed, an old file keeps
// its owner, its mode and its extended attributes, and a read-only one is left alone. Answers an
// `errno`, or 0.
int replace_file(const std::string& path, std::string_view bytes,
                 WhatIsNoFile other = WhatIsNoFile::written);

}  // namespace zoomc
