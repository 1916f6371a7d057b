#include "cli/session.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fmt/core.h>
#include <iterator>
#include <map>
#include <unistd.h>

#include "catalog/builtin.h"
#include "diagnostics/codes.h"
#include "render/format.h"
#include "rules/registry.h"
#include "secrets/hiding.h"
#include "source/streams.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

// The paths by the file that each leads to, which knows the first of them.
using Files = std::map<FileIdentity, std::string>;

std::string shown(const std::string& path, std::string_view stream) {
  return path == "-" ? std::string(stream) : in_backticks(path);
}

std::string is_input(const std::string& output, const std::string& input) {
  const std::string written = shown(output, "standard output");
  if (output == input && output != "-") return fmt::format("the output {} is the input", written);
  return fmt::format("the output {} is the input {}, which would be lost: write to another file",
                     written, shown(input, "standard input"));
}

std::string are_one(const std::string& first, const std::string& second) {
  if (first == second)
    return fmt::format("two files have the same output {}", shown(first, "standard output"));
  return fmt::format("the outputs {} and {} are the same file: write to two files",
                     shown(first, "standard output"), shown(second, "standard output"));
}

using Names = std::vector<std::string>;

tl::expected<std::string, IoError> read_stdin() {
  std::string bytes;
  char buffer[65536];
  while (bytes.size() <= kMaxFileBytes) {
    const ssize_t count = read_some(STDIN_FILENO, buffer, sizeof buffer);
    if (count < 0) {
      return tl::unexpected(
          IoError{fmt::format("cannot read standard input: {}", system_reason(errno))});
    }
    if (count == 0) break;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
  return bytes;
}

}  // namespace

void RunErrors::add(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  FileErrors errors{file, {}};
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors.findings),
               [](const Diagnostic& found) { return found.severity != Severity::note; });
  if (!errors.findings.empty()) kept_.push_back(std::move(errors));
}

void RunErrors::add(const Code& code, const std::string& path, std::string message) {
  if (!known_.emplace(path, message).second) return;
  kept_.push_back({{path, {}}, {finding(code, {}, std::move(message))}});
}

void RunErrors::tell(render::Report& report, const render::ReportOut& out) {
  for (const FileErrors& errors : std::exchange(kept_, {})) {
    report.run_errors(errors.file, errors.findings, out);
  }
}

tl::expected<const catalog::Catalog*, ExitCode> Session::catalog() {
  if (catalog_directory.empty()) return &catalog::builtin_catalog();
  if (!loaded_) {
    const auto names = catalog_source::list_catalog_files(catalog_directory);
    if (!names) return tl::unexpected(refuse_read(names.error(), catalog_directory));
    auto loaded =
        catalog_source::load_catalog(files, catalog_directory, *names, &catalog::builtin_catalog());
    if (!loaded) return tl::unexpected(refuse_catalog(loaded.error()));
    loaded_.emplace(std::move(*loaded));
  }
  return &loaded_->catalog();
}

ExitCode Session::refuse_catalog(const catalog_source::CatalogProblems& problems) {
  ExitCode code = ExitCode::findings;
  for (const IoError& error : problems.io_errors) code = refuse_read(error, catalog_directory);
  for (const catalog_source::CatalogFileProblems& file : problems.files) {
    errors.add(file.file, file.findings);
    console.err(render::render_text(file.file, file.findings, console.err_has_color()));
  }
  return code;
}

tl::expected<SourceFile, IoError> Session::try_read(const std::string& path) const {
  auto bytes = path == "-" ? read_stdin() : files.read(path);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return SourceFile{path == "-" ? stdin_name : path, std::move(*bytes)};
}

tl::expected<SourceFile, ExitCode> Session::read(const std::string& path) {
  auto file = try_read(path);
  if (!file) return tl::unexpected(refuse_read(file.error(), path));
  return std::move(*file);
}

tl::expected<SourceFile, IoError> Session::try_read_found(const std::string& path) const {
  auto bytes = files.read_found(path);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return SourceFile{path, std::move(*bytes)};
}

std::vector<std::string> Session::other_inputs() const {
  std::set<std::string> found;
  for (const auto& [directory, folder] : folders_) {
    if (folder.loaded != nullptr) found.insert(folder.loaded->file.path);
  }
  if (loaded_) {
    for (const std::string& name :
         catalog_source::list_catalog_files(catalog_directory).value_or(Names{})) {
      found.insert(catalog_directory + "/" + name);
    }
  }
  return {found.begin(), found.end()};
}

ExitCode Session::rewrite(const std::string& path, std::string_view before, std::string_view text) {
  const auto now = files.read_found(path);
  if (!now) return refuse_write(path, now.error().message);
  // Under another name it may have been written already.
  if (*now == text) return ExitCode::fine;
  if (*now != before) {
    return refuse_write(
        path, fmt::format("cannot write `{}`: somebody changed it after it was read; run again",
                          escape_controls(path)));
  }
  const auto written = files.replace_found(path, text);
  return written ? ExitCode::fine : refuse_write(path, written.error().message);
}

ExitCode Session::refuse_read(const IoError& error, const std::string& path) {
  const std::string& what = !error.path.empty() ? error.path : path == "-" ? stdin_name : path;
  errors.add(run_codes::kCannotReadFile, what, error.message);
  return refuse_io(error.message);
}

ExitCode Session::refuse_write(const std::string& path, const std::string& message) {
  errors.add(run_codes::kCannotWriteFile, path, message);
  return refuse_io(message);
}

// A run that lints thousands of files looks for settings once in each of their directories.
tl::expected<driver::FileProject, IoError> Session::find_project(const std::string& path) {
  if (!projects_) {
    // Empty when the system does not know it: then only the path itself is searched.
    std::error_code error;
    projects_.emplace(files, std::filesystem::current_path(error).string(), rules::all_rules());
  }
  const std::size_t name = path.rfind('/') + 1;
  const std::string directory = path.substr(0, name);
  auto known = folders_.find(directory);
  if (known == folders_.end()) {
    auto folder = projects_->find_folder(directory);
    if (!folder) return tl::unexpected(folder.error());
    known = folders_.emplace(directory, *std::move(folder)).first;
  }
  return known->second.project(std::string_view(path).substr(name));
}

tl::expected<driver::FileProject, ExitCode> Session::project(const std::string& path) {
  const auto found = find_project(path == "-" ? stdin_name : path);
  if (!found) {
    const IoError& error = found.error();
    errors.add(run_codes::kCannotReadSettings, error.path, error.message);
    return tl::unexpected(refuse_io(error.message));
  }
  if (found->loaded == nullptr) return *found;
  show_once(*found->loaded);
  if (found->loaded->has_errors()) return tl::unexpected(ExitCode::findings);
  return *found;
}

void Session::show_once(const driver::LoadedConfig& config) {
  if (config.findings.empty() || !shown_configs_.insert(&config).second) return;
  errors.add(config.file, config.findings);
  show_findings(config.file, config.findings);
}

ExitCode Session::refuse_usage(std::string_view message) {
  console.err(fmt::format("zoomc: {}\n", secrets::without_secrets(escape_controls(message))));
  return ExitCode::usage;
}

ExitCode Session::refuse_io(std::string_view message) {
  console.err(fmt::format("zoomc: {}\n", escape_controls(message)));
  return ExitCode::io_error;
}

ExitCode Session::tell(std::string text, std::initializer_list<const SourceFile*> about) {
  secrets::Hiding hiding;
  for (const SourceFile* file : about) hiding.learn(*file);
  return console.out(hiding.shown(std::move(text)));
}

void Session::show_findings(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  std::vector<Diagnostic> shown;
  for (const Diagnostic& found : findings) {
    if (found.severity != Severity::note) shown.push_back(found);
  }
  if (shown.empty()) return;
  // There is a blank line between the findings of two files, as between two findings of a file.
  if (has_shown_) console.err("\n");
  console.err(render::render_text(file, shown, console.err_has_color()));
  has_shown_ = true;
}

void Session::show_findings(const driver::Checked& checked) {
  show_findings(checked.analysis->file, checked.findings);
}

std::string mistake_in_outputs(const FileSystem& files, const std::vector<std::string>& inputs,
                               const std::vector<std::string>& outputs) {
  Files read;
  for (const std::string& input : inputs) {
    const auto file = files.identity(input == "-" ? "/dev/stdin" : input);
    if (file) read.emplace(*file, input);
  }
  Files written;
  for (const std::string& output : outputs) {
    const auto file = files.identity(output == "-" ? "/dev/stdout" : output);
    if (!file) continue;
    if (const auto same = read.find(*file); same != read.end()) {
      return is_input(output, same->second);
    }
    const auto [same, is_new] = written.emplace(*file, output);
    if (!is_new) return are_one(same->second, output);
  }
  return {};
}

}  // namespace zoomc::cli
