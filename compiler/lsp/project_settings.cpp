#include "lsp/project_settings.h"

#include <cassert>

namespace zoomc::lsp {

// The files with those on top that the client has open.
class ProjectSettings::Overlay final : public FileSystem {
 public:
  Overlay(const FileSystem& files, OpenText open) : files_(files), open_(std::move(open)) {}

  tl::expected<std::string, IoError> read(const std::string& path) const override {
    if (auto text = open_(path)) return text->substr(0, kMaxFileBytes + 1);
    return files_.read(path);
  }
  tl::expected<std::string, IoError> read_found(const std::string& path) const override {
    return open_(path) ? read(path) : files_.read_found(path);
  }
  tl::expected<void, IoError> replace(const std::string& path, std::string_view) override {
    return tl::unexpected(IoError{"nothing is written to " + path});
  }
  tl::expected<void, IoError> replace_found(const std::string& path,
                                            std::string_view bytes) override {
    return replace(path, bytes);
  }
  bool exists(const std::string& path) const override {
    return open_(path).has_value() || files_.exists(path);
  }
  bool is_directory(const std::string& path) const override {
    return !open_(path).has_value() && files_.is_directory(path);
  }
  std::optional<FileIdentity> identity(const std::string& path) const override {
    return files_.identity(path);
  }

 private:
  const FileSystem& files_;
  OpenText open_;
};

ProjectSettings::ProjectSettings(const FileSystem& files, OpenText open,
                                 std::string working_directory, std::span<const Rule> rules)
    : files_(std::make_unique<Overlay>(files, std::move(open))),
      working_directory_(std::move(working_directory)),
      rules_(rules) {
  forget();
}

ProjectSettings::~ProjectSettings() = default;

void ProjectSettings::forget() {
  projects_ = std::make_shared<Projects>(*files_, working_directory_, rules_);
}

bool ProjectSettings::is_stale(const FileProject& project) const {
  if (project.loaded == nullptr) return false;
  const SourceFile& known = project.loaded->file;
  const auto now = files_->read(known.path);
  return !now || *now != known.text;
}

AppSettings ProjectSettings::find(const std::string& path) {
  auto found = projects_->find(path);
  if (found && is_stale(*found)) {
    forget();
    found = projects_->find(path);
  }
  if (!found) return {.keeper = projects_, .trouble = found.error().message};
  return {.keeper = projects_, .project = *found};
}

}  // namespace zoomc::lsp
