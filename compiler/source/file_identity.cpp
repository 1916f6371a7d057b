#include "source/file_identity.h"

#include <cerrno>
#include <sys/stat.h>

#include "source/descriptor.h"
#include "source/links.h"

namespace zoomc {
namespace {

// Of a file that is not there: its directory is.
std::optional<FileIdentity> identity_of_new(const std::string& path) {
  const std::string folder = folder_of(path);
  std::string name = path.substr(folder.size());
  struct stat found = {};
  if (::stat(folder.empty() ? "." : folder.c_str(), &found) == 0) {
    return FileIdentity{found.st_dev, found.st_ino, std::move(name)};
  }
  // Nor is its directory: it will be what its name says.
  return FileIdentity{0, 0, path};
}

}  // namespace

std::optional<FileIdentity> file_identity(const std::string& path) {
  if (!is_usable_path(path)) return std::nullopt;
  struct stat found = {};
  if (::stat(path.c_str(), &found) == 0) {
    if (!S_ISREG(found.st_mode)) return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino, {}};
  }
  if (errno != ENOENT) return std::nullopt;
  const std::optional<std::string> target = end_of_links(path);
  return target ? identity_of_new(*target) : std::nullopt;
}

}  // namespace zoomc
