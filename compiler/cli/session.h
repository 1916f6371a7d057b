#pragma once
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "catalog_source/load.h"
#include "cli/console.h"
#include "diagnostics/code.h"
#include "driver/check.h"
#include "driver/projects.h"
#include "render/format.h"
#include "source/file_system.h"
#include "source/source_file.h"

namespace zoomc::cli {

// The errors that kept a run from doing all it was asked for. Each is shown on standard error when
// it happens, and kept here for the report, which must not pass for one of files without findings.
class RunErrors {
 public:
  // Mistakes in a file that other files depend on, such as settings; notes are none.
  void add(const SourceFile& file, const std::vector<Diagnostic>& findings);
  // About a whole file; reported once, even if it occurs several times.
  void add(const Code& code, const std::string& path, std::string message);

  bool empty() const { return kept_.empty(); }
  // Tells a report what was added since the last time.
  void tell(render::Report& report, const render::ReportOut& out);

 private:
  struct FileErrors {
    SourceFile file;
    std::vector<Diagnostic> findings;
  };

  std::vector<FileErrors> kept_;
  // Path and message.
  std::set<std::pair<std::string, std::string>> known_;
};

// The name of the compiled-in tables on the command line.
inline constexpr std::string_view kBuiltInName = "built-in";

// The files, the streams and the global options, for every command.
class Session {
 public:
  Session(FileSystem& file_system, Console& streams) : files(file_system), console(streams) {}

  FileSystem& files;
  Console& console;
  // `--catalog`; empty for the built-in tables.
  std::string catalog_directory;
  // The name of a file that is read from standard input.
  std::string stdin_name = "<stdin>";
  // The errors that were shown on standard error and also belong in a report.
  RunErrors errors;

  // The tables in use. Loads `--catalog` the first time; what is wrong with it is said on standard
  // error, and the error is the exit code.
  [[nodiscard]] tl::expected<const catalog::Catalog*, ExitCode> catalog();

  // The bytes of `path`, which a person named, or of standard input for `-`. Safe to call from
  // several threads.
  [[nodiscard]] tl::expected<SourceFile, IoError> try_read(const std::string& path) const;
  // The same; a failure is said by `refuse_read`.
  [[nodiscard]] tl::expected<SourceFile, ExitCode> read(const std::string& path);
  // For a path that nobody named, which is read only if it is a regular file.
  [[nodiscard]] tl::expected<SourceFile, IoError> try_read_found(const std::string& path) const;

  // The files that were read besides the inputs of the command line: settings and the tables
  // of `--catalog`.
  std::vector<std::string> other_inputs() const;

  // Rewrites the file at `path`, whose text was `before` when it was read. Somebody who has
  // changed it since then keeps what they wrote. A failure is said on standard error.
  ExitCode rewrite(const std::string& path, std::string_view before, std::string_view text);

  // The project settings for an app file (`-`: for what standard input is called). What is wrong
  // with them is said on standard error, once for each `.zoomc.yaml`; the error is the exit code.
  [[nodiscard]] tl::expected<driver::FileProject, ExitCode> project(const std::string& path);

  // Says on standard error that the command line makes no sense.
  ExitCode refuse_usage(std::string_view message);
  ExitCode refuse_io(std::string_view message);
  // Says that something cannot be read; `path` is what was asked for, `-` for standard input.
  ExitCode refuse_read(const IoError& error, const std::string& path);

  ExitCode refuse_catalog(const catalog_source::CatalogProblems& problems);

  // Writes what a command has to say of some files to standard output, without their secrets.
  ExitCode tell(std::string text, std::initializer_list<const SourceFile*> about);

  // Shows the findings of a file for a person, on standard error; notes are left out.
  void show_findings(const SourceFile& file, const std::vector<Diagnostic>& findings);
  void show_findings(const driver::Checked& checked);

 private:
  ExitCode refuse_write(const std::string& path, const std::string& message);
  void show_once(const driver::LoadedConfig& config);
  tl::expected<driver::FileProject, IoError> find_project(const std::string& path);

  std::optional<driver::Projects> projects_;
  // By directory, as it is written in paths.
  std::unordered_map<std::string, driver::ProjectFolder> folders_;
  std::set<const driver::LoadedConfig*> shown_configs_;

  std::optional<catalog_source::LoadedCatalog> loaded_;
  bool has_shown_ = false;
};

// Why `outputs` must not be written: one is a file that is read (one of `inputs`), or two of them
// are one file, under whatever names. Empty when all is well. `-` is standard input among the
// inputs, standard output among the outputs.
std::string mistake_in_outputs(const FileSystem& files, const std::vector<std::string>& inputs,
                               const std::vector<std::string>& outputs);

}  // namespace zoomc::cli
