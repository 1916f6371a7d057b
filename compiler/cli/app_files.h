#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

// An app file's name without `.zoom.yaml` or `.zoom.yml` (else without its last extension), the
// directory kept: "apps/crm-sync".
std::string app_stem(std::string_view path);

// Where the manifest of an app file stands unless said otherwise: `<stem>.manifest.json` beside it.
std::string manifest_path(std::string_view app_path);

// The app files below a directory, sorted. In a git checkout those that git tracks or would track,
// so that `.gitignore` is respected; elsewhere all but those in hidden directories and
// `node_modules`.
tl::expected<std::vector<std::string>, IoError> find_app_files(const std::string& directory);

}  // namespace zoomc
