#include "source/disk.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "source/descriptor.h"
#include "source/held_signals.h"
#include "source/out_of_memory.h"
#include "source/streams.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// The number of links in a row that are followed: as many as Linux itself follows.
constexpr int kMostLinks = 40;

// The path before the name, with its `/`; empty for a name alone.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

// The target of a symbolic link, relative to the working directory; nothing if `path` is not a
// link.
std::optional<std::string> read_link(const std::string& path) {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  if (length < 0) return std::nullopt;
  const std::string_view text(target.data(), static_cast<std::size_t>(length));
  if (text.substr(0, 1) == "/") return std::string(text);
  return folder_of(path) + std::string(text);
}

// The path behind all links, whether or not something is there; nothing when they go in circles.
std::optional<std::string> end_of_links(std::string path) {
  for (int links = 0; links < kMostLinks; ++links) {
    std::optional<std::string> next = read_link(path);
    if (!next) return path;
    path = *std::move(next);
  }
  return std::nullopt;
}

// For a file that does not exist but whose directory does.
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

// `FileSystem::identity` of the disk.
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

// The attributes of a file besides its bytes, owner and mode: access control lists, security
// labels, what programs have noted. By name, the value as the system gives it.
using ExtendedAttributes = std::vector<std::pair<std::string, std::string>>;

// The largest size that Linux allows for a list of names, or a value.
constexpr std::size_t kMostBytes = 65536;
constexpr const char* kAccessList = "system.posix_acl_access";

// Signatures of the bytes, which the system creates for new ones.
bool is_of_bytes(std::string_view name) {
  return name == "security.ima" || name == "security.evm";
}

bool has(const ExtendedAttributes& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

// For users who may not set labels the system sets them, often to the right values.
bool has_value(const Descriptor& file, const std::string& name, std::string_view value) {
  std::array<char, 1024> found{};
  const ssize_t size = ::fgetxattr(file.get(), name.c_str(), found.data(), found.size());
  return size >= 0 && std::string_view(found.data(), static_cast<std::size_t>(size)) == value;
}

// Those of the file at `path`; nothing when they cannot be read.
std::optional<ExtendedAttributes> attributes_of(const std::string& path) {
  ExtendedAttributes attributes;
  // Most files have none.
  const ssize_t any = ::listxattr(path.c_str(), nullptr, 0);
  if (any == 0 || (any < 0 && errno == ENOTSUP)) return attributes;
  std::string bytes(kMostBytes, '\0');
  const ssize_t size = ::listxattr(path.c_str(), bytes.data(), bytes.size());
  if (size < 0) return std::nullopt;
  std::string value(kMostBytes, '\0');
  std::string_view names(bytes.data(), static_cast<std::size_t>(size));
  while (!names.empty()) {
    const std::string name(names.substr(0, names.find('\0')));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (is_of_bytes(name)) continue;
    const ssize_t length = ::getxattr(path.c_str(), name.c_str(), value.data(), value.size());
    if (length < 0) return std::nullopt;
    attributes.emplace_back(name, value.substr(0, static_cast<std::size_t>(length)));
  }
  return attributes;
}

// Gives a new file these, and no list that it has from its directory. Whether it has them all now.
// Asks for no memory.
bool take_attributes(const Descriptor& file, const ExtendedAttributes& attributes) {
  const bool keeps_list = has(attributes, kAccessList);
  if (!keeps_list && ::fremovexattr(file.get(), kAccessList) != 0 && errno != ENODATA &&
      errno != ENOTSUP) {
    return false;
  }
  return std::all_of(attributes.begin(), attributes.end(), [&](const auto& attribute) {
    const auto& [name, value] = attribute;
    return ::fsetxattr(file.get(), name.c_str(), value.data(), value.size(), 0) == 0 ||
           has_value(file, name, value);
  });
}

// Writes to a target that exists and is not a regular file: a pipe, a device, a socket.
enum class OtherThanFile { written, refused };
// The answer where it is refused.
constexpr int kOtherThanFile = ENXIO;

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

// A new file next to `path` that nobody else has open. Stores its name in `name`.
Descriptor open_temporary(const std::string& path, mode_t mode, std::string& name) {
  const std::string stem = folder_of(path) + ".zoomc-" + std::to_string(::getpid()) + "-";
  for (int number = 0; number < kMaxTemporaryNames; ++number) {
    name = stem + std::to_string(number) + ".tmp";
    Descriptor file = Descriptor::open(name, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (file.is_open() || errno != EEXIST) return file;
  }
  return Descriptor(-1);
}

// The facts about a file that another file will replace.
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

// Copies the attributes of the old file to `file`; returns true if that worked.
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

// Returns an `errno`, or 0; `EBUSY` if no other file can replace the old one.
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

// Reserves disk space, so that writing does not fail halfway. Returns an `errno`, or
// 0, also if the system cannot reserve it.
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

// While it is written, the old bytes are in a file next to it, in case the power fails.
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
  // If the directory is not writable, there is no such file.
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

// Puts `bytes` at `path` as `FileSystem::replace` promises: links are followed, an old file keeps
// its owner, its mode and its extended attributes, and a read-only one is left alone. Answers an
// `errno`, or 0.
int replace_file(const std::string& path, std::string_view bytes, OtherThanFile other) {
  if (!is_usable_path(path)) return EINVAL;
  std::string target = path;
  for (int links = 0; links < kMostLinks; ++links) {
    const std::optional<int> number = named_descriptor(target);
    if (number && other == OtherThanFile::written) return write_to_descriptor(*number, bytes);
    struct stat found = {};
    const bool exists = ::stat(target.c_str(), &found) == 0;
    if (exists && S_ISDIR(found.st_mode)) return EISDIR;
    if (exists && !S_ISREG(found.st_mode)) {
      return other == OtherThanFile::written ? write_in_place(target, bytes) : kOtherThanFile;
    }
    const std::optional<std::string> next = read_link(target);
    if (!next) return replace_regular(target, bytes, exists ? &found : nullptr);
    target = *next;
  }
  return ELOOP;
}

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
  return cannot(what, path, "it is not a file");
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
  // The check is on the opened file, so another file cannot take its place. Opening waits
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
  const int error = replace_file(path, bytes, OtherThanFile::written);
  if (error != 0) return tl::unexpected(cannot("write", path, error));
  return {};
}

tl::expected<void, IoError> Disk::replace_found(const std::string& path, std::string_view bytes) {
  const int error = replace_file(path, bytes, OtherThanFile::refused);
  if (error == kOtherThanFile) return tl::unexpected(no_file("write", path));
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
