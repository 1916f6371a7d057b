#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "driver/check.h"
#include "lsp/project_settings.h"

namespace zoomc::lsp {

// What a file is by its name: an app, settings, or nothing that zoomc reads.
enum class FileKind : std::uint8_t { other, app, settings };
FileKind file_kind(std::string_view path);

// A text to be looked at, as it was when `serial` was given out.
struct AnalysisJob {
  std::string uri;
  std::uint64_t serial = 0;
  FileKind kind = FileKind::other;
  SourceFile file;
  AppSettings settings;
};

// What came of it. `checked` always has an `analysis`.
struct AnalysisResult {
  std::string uri;
  std::uint64_t serial = 0;
  AppSettings settings;
  std::shared_ptr<const Checked> checked;
};

// The options under which a file with these settings is checked. Without usable settings no rule
// runs: what it would say might be switched off.
CheckOptions options_for(const AppSettings& settings, const Catalog& catalog,
                         std::span<const Rule> rules);

// May run on any thread.
AnalysisResult analyse(AnalysisJob job, const Catalog& catalog, std::span<const Rule> rules);

}  // namespace zoomc::lsp
