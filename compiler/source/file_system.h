#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zoomc {

// Why a file operation failed: a sentence for the person, naming the path ("cannot read `a.yaml`:
// ..."); and that path as it is, where it is one of a file or directory that was to be read.
struct [[nodiscard]] IoError {
  std::string message;
  std::string path = {};
};

// The largest number of bytes read from a file; `syntax` refuses larger files.
inline constexpr std::size_t kMaxFileBytes = std::size_t{8} * 1024 * 1024;

// The file that a path leads to, for every spelling of the path. A file that does not exist yet is
// known by its directory and its name in it.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::string name;

  auto operator<=>(const FileIdentity&) const = default;
};

// The files that commands read and write. The disk, or memory in a test.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // The bytes of a file, at most `kMaxFileBytes + 1` of them (one more than allowed tells that it
  // is too large). A directory is an error.
  [[nodiscard]] virtual tl::expected<std::string, IoError> read(const std::string& path) const = 0;
  // The same for a path that was found and that nobody named: a path that is not a regular file (a
  // pipe, on which one could wait for ever) is an error.
  [[nodiscard]] virtual tl::expected<std::string, IoError> read_found(
      const std::string& path) const = 0;

  // Writes `bytes` to `path` all at once: next to it under a temporary name, then renamed. A
  // target that exists and is not a regular file (`/dev/stdout`, a pipe) is written in place, and
  // so is a file that cannot be replaced: one with several names, or a mount point. On an error the
  // old file is as it was.
  [[nodiscard]] virtual tl::expected<void, IoError> replace(const std::string& path,
                                                            std::string_view bytes) = 0;
  // The same for a path that nobody named: what is there and no regular file is an error.
  [[nodiscard]] virtual tl::expected<void, IoError> replace_found(const std::string& path,
                                                                  std::string_view bytes) = 0;

  virtual bool exists(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  // Equal for two paths if what is written to one is read at the other. Nothing for what keeps
  // nothing that is written (a pipe, a terminal, a directory), and where it cannot be told.
  virtual std::optional<FileIdentity> identity(const std::string& path) const = 0;
};

}  // namespace zoomc
