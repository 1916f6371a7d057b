#include "source/replace_file.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include "source/descriptor.h"
#include "source/held_signals.h"
#include "source/streams.h"

namespace zoomc {
namespace {

constexpr int kMaxLinks = 40;  // as Linux itself
constexpr int kMaxTemporaryNames = 100;
constexpr mode_t kNewFileMode = 0666;  // before the umask
constexpr mode_t kPermissions = 07777;

// The descriptor that a path names outright. Writing to that, and not to the file behind it, keeps
// the place and the append mode that the shell gave it, and works for sockets too.
std::optional<int> named_descriptor(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (path.substr(0, folder.size()) != folder) continue;
    const std::string_view digits = path.substr(folder.size());
    int number = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size();
    if (whole && number >= 0) return number;
  }
  return std::nullopt;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

// Where a symbolic link leads, seen from the working directory; nothing when `path` is no link.
std::optional<std::string> read_link(const std::string& path) {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  if (length < 0) return std::nullopt;
  const std::string_view text(target.data(), static_cast<std::size_t>(length));
  if (text.substr(0, 1) == "/") return std::string(text);
  return folder_of(path) + std::string(text);
}

int finish(Descriptor& file, std::string_view bytes) {
  const int written = write_all(file.get(), bytes);
  const int closed = file.close();
  return written != 0 ? written : closed;
}

int write_to_descriptor(int number, std::string_view bytes) {
  Descriptor file(::fcntl(number, F_DUPFD_CLOEXEC, 0));
  return file.is_open() ? finish(file, bytes) : errno;
}

int write_in_place(const std::string& path, std::string_view bytes) {
  Descriptor file = Descriptor::open(path, O_WRONLY);
  return file.is_open() ? finish(file, bytes) : errno;
}

// A new file beside `path` that nobody else has. Leaves its name in `name`.
Descriptor open_temporary(const std::string& path, std::string& name) {
  const std::string stem = folder_of(path) + ".zoomc-" + std::to_string(::getpid()) + "-";
  for (int number = 0; number < kMaxTemporaryNames; ++number) {
    name = stem + std::to_string(number) + ".tmp";
    Descriptor file = Descriptor::open(name, O_WRONLY | O_CREAT | O_EXCL, kNewFileMode);
    if (file.is_open() || errno != EEXIST) return file;
  }
  return Descriptor(-1);
}

// Gives `file` the owner and the mode of the file it will stand for.
int take_identity(const Descriptor& file, const struct stat& old) {
  struct stat mine = {};
  if (::fstat(file.get(), &mine) != 0) return errno;
  const bool same_owner = mine.st_uid == old.st_uid && mine.st_gid == old.st_gid;
  if (!same_owner && ::fchown(file.get(), old.st_uid, old.st_gid) != 0 && errno != EPERM) {
    return errno;  // EPERM: only root may give files away, so it then belongs to who wrote it
  }
  const bool same_mode = ((mine.st_mode ^ old.st_mode) & kPermissions) == 0;
  if (same_owner && same_mode) return 0;
  return ::fchmod(file.get(), old.st_mode & kPermissions) == 0 ? 0 : errno;
}

int replace_regular(const std::string& path, std::string_view bytes,
                    const std::optional<struct stat>& old) {
  // Renaming asks the folder for permission, not the file: a read-only file must still be refused.
  if (old && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) return errno;
  // Who ends the program now would leave the temporary file behind.
  const HeldSignals held;
  std::string temporary;
  Descriptor file = open_temporary(path, temporary);
  if (!file.is_open()) return errno;
  int error = old ? take_identity(file, *old) : 0;
  if (error == 0) error = finish(file, bytes);
  if (error == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) static_cast<void>(::unlink(temporary.c_str()));
  return error;
}

}  // namespace

int replace_file(const std::string& path, std::string_view bytes) {
  if (!is_usable_path(path)) return EINVAL;
  std::string target = path;
  for (int links = 0; links < kMaxLinks; ++links) {
    if (const std::optional<int> number = named_descriptor(target)) {
      return write_to_descriptor(*number, bytes);
    }
    struct stat found = {};
    const bool exists = ::stat(target.c_str(), &found) == 0;
    if (exists && S_ISDIR(found.st_mode)) return EISDIR;
    if (exists && !S_ISREG(found.st_mode)) return write_in_place(target, bytes);
    const std::optional<std::string> next = read_link(target);
    if (!next) {
      return replace_regular(target, bytes, exists ? std::optional(found) : std::nullopt);
    }
    target = *next;
  }
  return ELOOP;
}

}  // namespace zoomc
