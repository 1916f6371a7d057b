#pragma once
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "cli/session.h"
#include "driver/check.h"
#include "manifest/read_manifest.h"
#include "review/change_report.h"

namespace zoomc {

// One version of an app: what Zoom would be given, and where it came from. Movable; what points
// into it stays.
struct AppVersion {
  VersionName name;
  // Present when it is an app file, which was compiled.
  std::unique_ptr<Analysis> app;
  // Of a manifest file.
  SourceFile file;
  ReadManifest manifest;
  // There is no such file, and the manifest is empty.
  bool is_absent = false;
};

// Makes a version of an app file (`*.yaml`, `*.yml`) or a manifest (`*.json`); of any other name
// the content tells which. What keeps it from having a manifest is said on standard error under
// `name`, and the error is the exit code. Rules of the linter are not run.
tl::expected<AppVersion, ExitCode> read_version(Session& session, const Catalog& catalog,
                                                std::string text, const VersionName& name);

AppVersion absent_version(const VersionName& name);

}  // namespace zoomc
