#include <cstdio>
#include <string>

#include "catalog_source/load.h"
#include "generate.h"
#include "source/disk.h"
#include "source/line_index.h"
#include "text/quote.h"

// Checks a catalog directory and writes it as C++: `catalog_compiler DIR OUT.cpp`. Exit 1:
// findings, which go to stderr; 2: wrong usage; 3: a file or directory that cannot be read or
// written.
namespace zoomc {
namespace {

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void print(const catalog_source::CatalogFileProblems& problems) {
  const LineIndex lines(problems.file.text);
  for (const Diagnostic& found : problems.findings) {
    const LineColumn at = lines.position(found.primary.begin);
    std::string line = escape_controls(problems.file.path) + ":" + std::to_string(at.line) + ":" +
                       std::to_string(at.column) + ": ";
    line.append(to_string(found.severity)).append("[").append(found.id).append("]: ");
    line += found.message;
    for (const std::string& hint : found.hints) line += "; " + hint;
    print(line + "\n");
  }
}

int fail(const IoError& error) {
  print("catalog_compiler: " + error.message + "\n");
  return 3;
}

int run(const std::string& directory, const std::string& out) {
  Disk disk;
  const auto names = catalog_source::list_catalog_files(directory);
  if (!names) return fail(names.error());
  const auto loaded = catalog_source::load_catalog(disk, directory, *names, nullptr);
  if (!loaded) {
    for (const catalog_source::CatalogFileProblems& file : loaded.error().files) print(file);
    int status = 1;
    for (const IoError& error : loaded.error().io_errors) status = fail(error);
    return status;
  }
  const auto written = disk.replace(out, generate_builtin(loaded->catalog()));
  return written ? 0 : fail(written.error());
}

}  // namespace
}  // namespace zoomc

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: catalog_compiler DIR OUT.cpp\n", stderr);
    return 2;
  }
  return zoomc::run(argv[1], argv[2]);
}
