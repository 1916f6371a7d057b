#include "driver/projects.h"

#include <algorithm>

#include "config/find_config.h"
#include "config/glob.h"
#include "config/read_config.h"
#include "driver/rule_ids.h"

namespace zoomc::driver {

bool LoadedConfig::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& found) { return found.severity == Severity::error; });
}

tl::expected<LoadedConfig, IoError> load_config(const FileSystem& files, const std::string& path,
                                                std::span<const lint::Rule> rules) {
  auto bytes = files.read_found(path);
  if (!bytes) return tl::unexpected(bytes.error());
  LoadedConfig loaded{.file = {path, *std::move(bytes)}};
  const std::vector<std::string_view> ids = ids_of(rules);
  Sink sink;
  loaded.config = config::read_config(loaded.file, {.rules = ids, .fixed = phase_ids()}, sink);
  loaded.findings = sink.take();
  return loaded;
}

FileProject ProjectFolder::project(std::string_view file_name) const {
  if (loaded == nullptr) return {};
  return {loaded,
          config::matches_any_glob(loaded->config.exclude, directory + std::string(file_name))};
}

tl::expected<FileProject, IoError> Projects::find(const std::string& file) {
  const std::size_t name = file.rfind('/') + 1;
  const auto folder = find_folder(file.substr(0, name));
  if (!folder) return tl::unexpected(folder.error());
  return folder->project(std::string_view(file).substr(name));
}

tl::expected<ProjectFolder, IoError> Projects::find_folder(const std::string& directory) {
  auto found = config::find_config(files_, directory, working_directory_);
  if (!found) return ProjectFolder{};
  const auto loaded = load(found->path);
  if (!loaded) return tl::unexpected(loaded.error());
  return ProjectFolder{*loaded, std::move(found->directory)};
}

tl::expected<const LoadedConfig*, IoError> Projects::load(const std::string& path) {
  auto known = loaded_.find(path);
  if (known == loaded_.end()) {
    auto loaded = load_config(files_, path, rules_);
    if (!loaded) return tl::unexpected(loaded.error());
    known = loaded_.emplace(path, std::make_unique<const LoadedConfig>(*std::move(loaded))).first;
  }
  return known->second.get();
}

}  // namespace zoomc::driver
