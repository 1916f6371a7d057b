#pragma once
#include "source/file_system.h"

namespace zoomc {

// The real files. A relative path is taken from the working directory.
class Disk final : public FileSystem {
 public:
  tl::expected<std::string, IoError> read(const std::string& path) const override;
  tl::expected<std::string, IoError> read_found(const std::string& path) const override;
  [[nodiscard]] tl::expected<void, IoError> replace(const std::string& path,
                                                    std::string_view bytes) override;
  [[nodiscard]] tl::expected<void, IoError> replace_found(const std::string& path,
                                                          std::string_view bytes) override;
  bool exists(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  std::optional<FileIdentity> identity(const std::string& path) const override;
};

}  // namespace zoomc
