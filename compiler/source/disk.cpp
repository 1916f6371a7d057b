#include "source/disk.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <sys/stat.h>

#include "source/descriptor.h"
#include "source/file_identity.h"
#include "source/replace_file.h"
#include "source/streams.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// Nearly all files fit; every page of a larger block would be touched for each of them.
constexpr std::size_t kReadBlock = 8192;

// Paths are shown whole, unlike the names that `in_backticks()` cuts: a cut path is of no use.
IoError cannot(std::string_view what, const std::string& path, std::string_view reason) {
  std::string message = "cannot ";
  message.append(what).append(" `").append(escape_controls(path)).append("`: ").append(reason);
  return {std::move(message), path};
}
IoError cannot(std::string_view what, const std::string& path, int error) {
  return cannot(what, path, system_reason(error));
}

IoError no_file(std::string_view what, const std::string& path) {
  return cannot(what, path, "it is no file");
}

std::optional<struct stat> status(const std::string& path) {
  struct stat found = {};
  if (!is_usable_path(path) || ::stat(path.c_str(), &found) != 0) return std::nullopt;
  return found;
}

// Reads up to one byte more than is allowed; answers an `errno`, or 0.
int read_all(const Descriptor& file, std::string& bytes) {
  std::array<char, kReadBlock> block;  // NOLINT: read() fills it
  while (bytes.size() <= kMaxFileBytes) {
    const std::size_t wanted = std::min(block.size(), kMaxFileBytes + 1 - bytes.size());
    const ssize_t got = read_some(file.get(), block.data(), wanted);
    if (got < 0) return errno;
    if (got == 0) return 0;
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
  return 0;
}

tl::expected<std::string, IoError> contents(const Descriptor& file, const std::string& path) {
  std::string bytes;
  if (const int error = read_all(file, bytes); error != 0) {
    return tl::unexpected(cannot("read", path, error));
  }
  return bytes;
}

}  // namespace

tl::expected<std::string, IoError> Disk::read(const std::string& path) const {
  if (!is_usable_path(path)) return tl::unexpected(cannot("read", path, EINVAL));
  const Descriptor file = Descriptor::open(path, O_RDONLY);
  if (!file.is_open()) return tl::unexpected(cannot("read", path, errno));
  return contents(file, path);
}

tl::expected<std::string, IoError> Disk::read_found(const std::string& path) const {
  if (!is_usable_path(path)) return tl::unexpected(cannot("read", path, EINVAL));
  // What was opened is what is asked about: nothing else can have come in its place. Opening waits
  // for nobody this way, and a regular file is read as ever.
  const Descriptor file = Descriptor::open(path, O_RDONLY | O_NONBLOCK);
  // So says Linux of a socket.
  if (!file.is_open() && errno == ENXIO) return tl::unexpected(no_file("read", path));
  if (!file.is_open()) return tl::unexpected(cannot("read", path, errno));
  struct stat found = {};
  if (::fstat(file.get(), &found) != 0) return tl::unexpected(cannot("read", path, errno));
  if (S_ISDIR(found.st_mode)) return tl::unexpected(cannot("read", path, EISDIR));
  if (!S_ISREG(found.st_mode)) return tl::unexpected(no_file("read", path));
  return contents(file, path);
}

tl::expected<void, IoError> Disk::replace(const std::string& path, std::string_view bytes) {
  const int error = replace_file(path, bytes);
  if (error != 0) return tl::unexpected(cannot("write", path, error));
  return {};
}

tl::expected<void, IoError> Disk::replace_found(const std::string& path, std::string_view bytes) {
  const int error = replace_file(path, bytes, WhatIsNoFile::refused);
  if (error == kNoFile) return tl::unexpected(no_file("write", path));
  if (error != 0) return tl::unexpected(cannot("write", path, error));
  return {};
}

bool Disk::exists(const std::string& path) const {
  return status(path).has_value();
}

bool Disk::is_directory(const std::string& path) const {
  const std::optional<struct stat> found = status(path);
  return found && S_ISDIR(found->st_mode);
}

std::optional<FileIdentity> Disk::identity(const std::string& path) const {
  return file_identity(path);
}

}  // namespace zoomc
