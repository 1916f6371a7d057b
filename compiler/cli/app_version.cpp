#include "cli/app_version.h"

#include <string_view>
#include <utility>

namespace zoomc {
namespace {

bool is_manifest(std::string_view path, std::string_view text) {
  if (path.ends_with(".json")) return true;
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return false;
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

bool has_errors(const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& found : findings) {
    if (found.severity == Severity::error) return true;
  }
  return false;
}

// The manifest of `text`, which may say what is wrong with it.
std::optional<ReadManifest> read_text(Session& session, const SourceFile& text) {
  Sink sink;
  auto read = read_manifest(text, sink);
  const std::vector<Diagnostic> findings = sink.take();
  session.show_findings(text, findings);
  if (has_errors(findings)) return std::nullopt;
  return read;
}

}  // namespace

tl::expected<AppVersion, ExitCode> read_version(Session& session, const Catalog& catalog,
                                                std::string text, const VersionName& name) {
  AppVersion version{.name = name};
  SourceFile file{name.text(), std::move(text)};
  if (is_manifest(name.path, file.text)) {
    version.file = std::move(file);
    auto read = read_text(session, version.file);
    if (!read) return tl::unexpected(ExitCode::findings);
    version.manifest = std::move(*read);
    return version;
  }
  Checked checked = check(std::move(file), {.catalog = &catalog});
  if (checked.has_errors()) {
    session.show_findings(checked);
    return tl::unexpected(ExitCode::findings);
  }
  version.app = std::move(checked.analysis);
  auto read = read_text(session, {name.text(), version.app->manifest});
  if (!read) return tl::unexpected(ExitCode::findings);
  version.manifest = std::move(*read);
  return version;
}

AppVersion absent_version(const VersionName& name) {
  AppVersion version{.name = name, .is_absent = true};
  Sink sink;
  version.manifest = std::move(*read_manifest({name.path, "{}"}, sink));
  return version;
}

}  // namespace zoomc
