#include "cli/session.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

#include "catalog/builtin.h"
#include "render/render.h"
#include "text/quote.h"

namespace zoomc {
namespace {

tl::expected<std::string, IoError> read_stdin() {
  std::string bytes;
  char buffer[65536];
  while (bytes.size() <= kMaxFileBytes) {
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return tl::unexpected(
          IoError{"cannot read standard input: " + std::string(std::strerror(errno))});
    }
    if (count == 0) break;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
  return bytes;
}

}  // namespace

tl::expected<const Catalog*, ExitCode> Session::catalog() {
  if (catalog_directory.empty()) return &builtin_catalog();
  if (!loaded_) {
    const auto names = list_catalog_files(catalog_directory);
    if (!names) return tl::unexpected(refuse_world(names.error().message));
    auto loaded = load_catalog(files, catalog_directory, *names, &builtin_catalog());
    if (!loaded) return tl::unexpected(refuse_catalog(loaded.error()));
    loaded_.emplace(std::move(*loaded));
  }
  return &loaded_->catalog();
}

ExitCode Session::refuse_catalog(const CatalogProblems& problems) {
  for (const IoError& error : problems.world) refuse_world(error.message);
  for (const CatalogFileProblems& file : problems.files) {
    console.err(render_text(file.file, file.findings, console.err_has_color()));
  }
  return problems.world.empty() ? ExitCode::findings : ExitCode::world;
}

tl::expected<SourceFile, ExitCode> Session::read(const std::string& path) {
  auto bytes = path == "-" ? read_stdin() : files.read(path);
  if (!bytes) return tl::unexpected(refuse_world(bytes.error().message));
  return SourceFile{path == "-" ? stdin_name : path, std::move(*bytes)};
}

ExitCode Session::refuse_usage(std::string_view message) {
  console.err("zoomc: " + escape_controls(message) + "\n");
  return ExitCode::usage;
}

ExitCode Session::refuse_world(std::string_view message) {
  console.err("zoomc: " + escape_controls(message) + "\n");
  return ExitCode::world;
}

void Session::show_findings(const Checked& checked) {
  std::vector<Diagnostic> shown;
  for (const Diagnostic& found : checked.findings) {
    if (found.severity != Severity::note) shown.push_back(found);
  }
  if (shown.empty()) return;
  console.err(render_text(checked.analysis->file, shown, console.err_has_color()));
}

}  // namespace zoomc
