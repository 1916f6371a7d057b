#pragma once
#include <string>
#include <string_view>

#include "cli/file_walk.h"

namespace zoomc {

// An app file's name without `.zoom.yaml` or `.zoom.yml` (else without its last extension), the
// directory kept: "apps/crm-sync".
std::string app_stem(std::string_view path);

// Where the manifest of an app file stands unless said otherwise: `<stem>.manifest.json` beside it.
std::string manifest_path(std::string_view app_path);

// The app files below a directory; outside of git checkouts all but those in hidden directories and
// `node_modules`.
FoundFiles find_app_files(const std::string& directory);

}  // namespace zoomc
