#include <algorithm>
#include <filesystem>
#include <system_error>

#include "catalog_source/load.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

// Adds `prefix` + name for every file of `folder` that has one of the extensions.
std::error_code add_files(const fs::path& folder, const std::string& prefix,
                          std::initializer_list<std::string_view> extensions,
                          std::vector<std::string>& names) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string extension = it->path().extension().string();
    if (std::find(extensions.begin(), extensions.end(), extension) == extensions.end()) continue;
    names.push_back(prefix + it->path().filename().string());
  }
  return error;
}

IoError cannot_read(const std::string& directory, const std::error_code& error) {
  return {"cannot read the directory `" + escape_controls(directory) +
              "`: " + system_reason(error.value()),
          directory};
}

}  // namespace

tl::expected<std::vector<std::string>, IoError> list_catalog_files(const std::string& directory) {
  std::vector<std::string> names;
  if (const auto error = add_files(directory, "", {".tsv"}, names)) {
    return tl::unexpected(cannot_read(directory, error));
  }
  const fs::path platforms = fs::path(directory) / "platforms";
  const auto error = add_files(platforms, "platforms/", {".yaml", ".yml"}, names);
  if (error && error != std::errc::no_such_file_or_directory) {
    return tl::unexpected(cannot_read(platforms.string(), error));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace zoomc
