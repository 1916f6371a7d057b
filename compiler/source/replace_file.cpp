#include "source/replace_file.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include "source/descriptor.h"
#include "source/extended_attributes.h"
#include "source/held_signals.h"
#include "source/links.h"
#include "source/streams.h"
#include "source/unbroken.h"

namespace zoomc {
namespace {

constexpr int kMaxTemporaryNames = 100;
constexpr mode_t kNewFileMode = 0666;  // before the umask
constexpr mode_t kOwnerOnly = 0600;
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

int finish(Descriptor& file, std::string_view bytes) {
  const int written = write_all(file.get(), bytes);
  const int closed = file.close();
  return written != 0 ? written : closed;
}

// Answers an `errno`, or 0.
int read_whole(const Descriptor& file, std::string& bytes) {
  std::array<char, 8192> block;  // NOLINT: read() fills it
  for (;;) {
    const ssize_t got = read_some(file.get(), block.data(), block.size());
    if (got <= 0) return got == 0 ? 0 : errno;
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
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
Descriptor open_temporary(const std::string& path, mode_t mode, std::string& name) {
  const std::string stem = folder_of(path) + ".zoomc-" + std::to_string(::getpid()) + "-";
  for (int number = 0; number < kMaxTemporaryNames; ++number) {
    name = stem + std::to_string(number) + ".tmp";
    Descriptor file = Descriptor::open(name, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (file.is_open() || errno != EEXIST) return file;
  }
  return Descriptor(-1);
}

// What is known of a file that another is to stand for.
struct Old {
  struct stat status;
  ExtendedAttributes attributes;
};

// Nothing where no other file can: it has a second name, which would stay with the old text, or
// something is mounted on it.
std::optional<Old> replaceable(const std::string& path, const struct stat& status) {
  if (status.st_nlink > 1) return std::nullopt;
  struct statx found = {};
  const bool is_known = ::statx(AT_FDCWD, path.c_str(), 0, STATX_TYPE, &found) == 0;
  if (is_known && (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0) return std::nullopt;
  auto attributes = attributes_of(path);
  if (!attributes) return std::nullopt;
  return Old{status, *std::move(attributes)};
}

// Gives `file` what the old one has beside its bytes; whether it could.
bool take_identity(const Descriptor& file, const Old& old) {
  struct stat mine = {};
  if (::fstat(file.get(), &mine) != 0) return false;
  const bool same_owner = mine.st_uid == old.status.st_uid && mine.st_gid == old.status.st_gid;
  // Only root may give files away.
  if (!same_owner && ::fchown(file.get(), old.status.st_uid, old.status.st_gid) != 0) return false;
  if (!take_attributes(file, old.attributes) || ::fstat(file.get(), &mine) != 0) return false;
  const bool same_mode = ((mine.st_mode ^ old.status.st_mode) & kPermissions) == 0;
  return same_mode || ::fchmod(file.get(), old.status.st_mode & kPermissions) == 0;
}

// Answers an `errno`, or 0; `EBUSY` where no other file can stand for the old one.
int replace_by_renaming(const std::string& path, std::string_view bytes,
                        const std::optional<Old>& old) {
  // Who ends the program now would leave the temporary file behind.
  const HeldSignals held;
  const Unbroken unbroken;
  std::string temporary;
  Descriptor file = open_temporary(path, kNewFileMode, temporary);
  if (!file.is_open()) return errno;
  int error = !old || take_identity(file, *old) ? 0 : EBUSY;
  if (error == 0) error = finish(file, bytes);
  if (error == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) static_cast<void>(::unlink(temporary.c_str()));
  return error;
}

// Makes `bytes` all that is in the file. Answers an `errno`, or 0.
int fill(const Descriptor& file, std::string_view bytes) {
  if (::lseek(file.get(), 0, SEEK_SET) != 0) return errno;
  if (const int error = write_all(file.get(), bytes); error != 0) return error;
  return ::ftruncate(file.get(), static_cast<off_t>(bytes.size())) == 0 ? 0 : errno;
}

// Sees to it that there is room, so that writing does not fail on the way. Answers an `errno`, or
// 0 also where it cannot be told before.
int make_room(const Descriptor& file, std::size_t size) {
  const int error = ::posix_fallocate(file.get(), 0, static_cast<off_t>(size));
  return error == ENOSPC || error == EFBIG || error == EDQUOT ? error : 0;
}

int fill_or_leave(const Descriptor& file, std::string_view bytes, std::string_view before) {
  int error = bytes.size() > before.size() ? make_room(file, bytes.size()) : 0;
  if (error == 0) error = fill(file, bytes);
  if (error != 0) static_cast<void>(fill(file, before));
  return error;
}

// While it is written, what was there stands in a file beside it, for whoever pulls the plug.
int write_over(const std::string& path, std::string_view bytes) {
  Descriptor file = Descriptor::open(path, O_RDWR);
  if (!file.is_open()) return errno;
  std::string before;
  if (const int error = read_whole(file, before); error != 0) return error;
  const HeldSignals held;
  const Unbroken unbroken;
  std::string name;
  Descriptor copy = open_temporary(path, kOwnerOnly, name);
  const bool is_kept = copy.is_open();
  // Where the directory takes no files it does without.
  if (!is_kept && errno != EACCES && errno != EPERM && errno != EROFS) return errno;
  int error = is_kept ? finish(copy, before) : 0;
  if (error == 0) error = fill_or_leave(file, bytes, before);
  if (error == 0) error = file.close();
  if (is_kept) static_cast<void>(::unlink(name.c_str()));
  return error;
}

int replace_regular(const std::string& path, std::string_view bytes, const struct stat* found) {
  if (found == nullptr) return replace_by_renaming(path, bytes, std::nullopt);
  // Renaming asks the folder for permission, not the file: a read-only file must still be refused.
  if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) return errno;
  const std::optional<Old> old = replaceable(path, *found);
  const int error = old ? replace_by_renaming(path, bytes, old) : EBUSY;
  return error == EBUSY ? write_over(path, bytes) : error;
}

}  // namespace

int replace_file(const std::string& path, std::string_view bytes, WhatIsNoFile other) {
  if (!is_usable_path(path)) return EINVAL;
  std::string target = path;
  for (int links = 0; links < kMostLinks; ++links) {
    const std::optional<int> number = named_descriptor(target);
    if (number && other == WhatIsNoFile::written) return write_to_descriptor(*number, bytes);
    struct stat found = {};
    const bool exists = ::stat(target.c_str(), &found) == 0;
    if (exists && S_ISDIR(found.st_mode)) return EISDIR;
    if (exists && !S_ISREG(found.st_mode)) {
      return other == WhatIsNoFile::written ? write_in_place(target, bytes) : kNoFile;
    }
    const std::optional<std::string> next = read_link(target);
    if (!next) return replace_regular(target, bytes, exists ? &found : nullptr);
    target = *next;
  }
  return ELOOP;
}

}  // namespace zoomc
