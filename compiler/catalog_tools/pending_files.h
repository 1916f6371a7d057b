#pragma once
#include <map>
#include <string>
#include <string_view>

#include "source/file_system.h"

namespace zoomc::catalog_tools {

// Files as they will be once `pending` is written, by path. Writes nothing itself.
class PendingFiles final : public FileSystem {
 public:
  // Both must outlive this.
  PendingFiles(const FileSystem& files, const std::map<std::string, std::string>& pending)
      : files_(files), pending_(pending) {}

  tl::expected<std::string, IoError> read(const std::string& path) const override;
  tl::expected<std::string, IoError> read_found(const std::string& path) const override;
  [[nodiscard]] tl::expected<void, IoError> replace(const std::string& path,
                                                    std::string_view bytes) override;
  [[nodiscard]] tl::expected<void, IoError> replace_found(const std::string& path,
                                                          std::string_view bytes) override;
  bool exists(const std::string& path) const override;
  bool is_directory(const std::string& path) const override { return files_.is_directory(path); }
  std::optional<FileIdentity> identity(const std::string& path) const override {
    return files_.identity(path);
  }

 private:
  const FileSystem& files_;
  const std::map<std::string, std::string>& pending_;
};

}  // namespace zoomc::catalog_tools
