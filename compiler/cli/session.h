#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "catalog/catalog.h"
#include "catalog_source/load.h"
#include "cli/console.h"
#include "driver/check.h"
#include "source/file_system.h"
#include "source/source_file.h"

namespace zoomc {

// What every command has at hand: the files, the streams and the global options.
class Session {
 public:
  Session(FileSystem& file_system, Console& streams) : files(file_system), console(streams) {}

  FileSystem& files;
  Console& console;
  // `--catalog`; empty for the built-in tables.
  std::string catalog_directory;
  // What a file read from standard input is called.
  std::string stdin_name = "<stdin>";

  // The tables in use. Loads `--catalog` the first time; what is wrong with it is said on standard
  // error, and the error is the exit code.
  tl::expected<const Catalog*, ExitCode> catalog();

  // The bytes of `path`, or of standard input for `-`. A failure is said on standard error.
  tl::expected<SourceFile, ExitCode> read(const std::string& path);

  // Says on standard error that the command line makes no sense.
  ExitCode refuse_usage(std::string_view message);
  ExitCode refuse_world(std::string_view message);

  // Shows the findings of a file for a person, on standard error; notes are left out.
  void show_findings(const Checked& checked);

 private:
  ExitCode refuse_catalog(const CatalogProblems& problems);

  std::optional<LoadedCatalog> loaded_;
};

}  // namespace zoomc
