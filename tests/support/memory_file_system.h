#pragma once
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/file_system.h"
#include "text/quote.h"

namespace zoomc {

// Files in memory, by path as it is asked for. A path is a directory when files lie below it.
class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem() = default;
  // Paths and bytes: `MemoryFileSystem files{{"a.yaml", "..."}, {"b.yaml", "..."}};`
  MemoryFileSystem(std::initializer_list<std::pair<const std::string, std::string>> files)
      : files_(files) {}

  void put(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }
  // From now on reading, or replacing, the file at `path` fails, whether or not it is there.
  void fail_reads(const std::string& path) { unreadable_.insert(path); }
  void fail_writes(const std::string& path) { unwritable_.insert(path); }

  const std::map<std::string, std::string>& files() const { return files_; }
  // Paths that were replaced, in order.
  const std::vector<std::string>& writes() const { return writes_; }

  tl::expected<std::string, IoError> read(const std::string& path) const override {
    if (unreadable_.count(path) != 0) return error("read", path, "permission denied");
    if (is_directory(path)) return error("read", path, "is a directory");
    const auto found = files_.find(path);
    if (found == files_.end()) return error("read", path, "no such file or directory");
    return found->second.substr(0, kMaxFileBytes + 1);
  }

  tl::expected<void, IoError> replace(const std::string& path, std::string_view bytes) override {
    if (unwritable_.count(path) != 0) return error("write", path, "no space left on device");
    files_[path] = std::string(bytes);
    writes_.push_back(path);
    return {};
  }

  bool exists(const std::string& path) const override {
    return files_.count(path) != 0 || is_directory(path);
  }

  tl::expected<std::string, IoError> read_found(const std::string& path) const override {
    return read(path);
  }

  tl::expected<void, IoError> replace_found(const std::string& path,
                                            std::string_view bytes) override {
    return replace(path, bytes);
  }

  std::optional<FileIdentity> identity(const std::string& path) const override {
    return FileIdentity{0, 0, path};
  }

  bool is_directory(const std::string& path) const override {
    const std::string prefix = path.empty() || path.back() == '/' ? path : path + "/";
    const auto below = files_.lower_bound(prefix);
    return below != files_.end() && below->first.compare(0, prefix.size(), prefix) == 0;
  }

 private:
  static tl::unexpected<IoError> error(std::string_view what, const std::string& path,
                                       std::string_view reason) {
    std::string message = "cannot ";
    message.append(what).append(" `").append(escape_controls(path)).append("`: ").append(reason);
    return tl::unexpected(IoError{std::move(message)});
  }

  std::map<std::string, std::string> files_;
  std::set<std::string> unreadable_;
  std::set<std::string> unwritable_;
  std::vector<std::string> writes_;
};

}  // namespace zoomc
