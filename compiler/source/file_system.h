#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zoomc {

// Why the world refused: a sentence for the person, naming the path ("cannot read `a.yaml`: ...");
// and that path as it is, where it is one of a file or directory that was to be read.
struct IoError {
  std::string message;
  std::string path = {};
};

// How much of a file is read at the most; what is larger is refused by `syntax` without being held.
inline constexpr std::size_t kMaxFileBytes = std::size_t{8} * 1024 * 1024;

// The files that commands read and write. The disk, or memory in a test.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // The bytes of a file, at most `kMaxFileBytes + 1` of them (one more than allowed tells that it
  // is too large). A directory is an error.
  virtual tl::expected<std::string, IoError> read(const std::string& path) const = 0;

  // Puts `bytes` at `path` all at once: written beside it under a temporary name, then renamed. A
  // target that exists and is no regular file (`/dev/stdout`, a pipe) is written in place. On an
  // error the old file is as it was.
  virtual tl::expected<void, IoError> replace(const std::string& path, std::string_view bytes) = 0;

  virtual bool exists(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  // Whether what is there can be read without waiting for anybody, as at a pipe: what was found and
  // not named is read only if so.
  virtual bool is_file(const std::string& path) const = 0;
};

}  // namespace zoomc
