#include "cli/usage_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <unistd.h>

#include "cli/file_walk.h"
#include "cli/progress.h"
#include "diagnostics/codes.h"
#include "driver/ordered_work.h"
#include "infer/code_tokens.h"
#include "infer/infer_report.h"
#include "source/descriptor.h"
#include "source/streams.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

// Folders with what others wrote, what a program made, or what only tests run.
constexpr std::array<std::string_view, 26> kPassedOver{"node_modules", "bower_components",
                                                       "vendor",       "third_party",
                                                       "venv",         "site-packages",
                                                       "__pycache__",  "dist",
                                                       "build",        "target",
                                                       "out",          "obj",
                                                       "coverage",     "Pods",
                                                       "DerivedData",  "test",
                                                       "tests",        "__tests__",
                                                       "__mocks__",    "spec",
                                                       "specs",        "mocks",
                                                       "fixtures",     "testdata",
                                                       "e2e",          "cassettes"};

bool is_no_source_folder(std::string_view directory) {
  return directory.starts_with('.') ||
         std::find(kPassedOver.begin(), kPassedOver.end(), directory) != kPassedOver.end();
}

bool is_test_name(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  constexpr std::array<std::string_view, 7> kEndings{".test", ".spec", ".min", "_test",
                                                     "_spec", "Test",  "Tests"};
  return stem.starts_with("test_") ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return stem.ends_with(ending); });
}

bool is_source(std::string_view name) {
  return infer::language_of(name) != nullptr && !is_test_name(name);
}

// The source files below a directory, but for those of others (`node_modules`, `vendor`, `.venv`,
// build outputs), minified ones, and tests.
FoundFiles find_source_files(const std::string& directory) {
  return find_files(
      directory,
      {.is_meant = is_source, .is_passed_over = is_no_source_folder, .also_in_git = true});
}

// The result of one source file.
struct Scanned {
  std::optional<IoError> unreadable;
  bool is_too_large = false;
  std::vector<infer::FoundCall> calls;
  // The file itself where it cannot be read again.
  std::optional<SourceFile> read_once;
};

struct Source {
  std::string path;
  // On the command line; else it was found in a directory.
  bool named = false;
};

class UsageReader {
 public:
  UsageReader(Session& session, const infer::PathTrie& trie, std::size_t jobs)
      : session_(session), trie_(trie), jobs_(jobs) {}

  ReadUsage run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) sort_out(path);
    scan();
    for (const std::string& path : logs_) read_log(path);
    return std::move(read_);
  }

 private:
  void sort_out(const std::string& path) {
    const std::string& name = path == "-" ? session_.stdin_name : path;
    if (path != "-" && session_.files.is_directory(path)) {
      const FoundFiles found = find_source_files(path);
      for (const IoError& error : found.unreadable) fail(session_.refuse_read(error, path));
      for (const std::string& file : found.files) add(file, false);
    } else if (path == "-" && infer::language_of(name) != nullptr) {
      scan_stdin();
    } else if (infer::language_of(name) != nullptr) {
      add(path, true);
    } else {
      logs_.push_back(path);
    }
  }

  void scan_stdin() {
    auto file = session_.try_read("-");
    if (!file) return fail(session_.refuse_read(file.error(), "-"));
    if (file->text.size() > infer::kMaxSourceBytes) return too_large(file->path);
    read_.usage.add_file(file->path, infer::scan_source(*file, trie_));
    read_.read_once.emplace(file->path, std::move(*file));
  }

  void add(const std::string& path, bool named) {
    const std::string normal = std::filesystem::path(path).lexically_normal().string();
    if (seen_.insert(normal).second) sources_.push_back({path, named});
  }

  void scan() {
    Progress progress(session_.console, sources_.size());
    driver::work_in_order<Scanned>(
        sources_.size(), worker_count(jobs_, sources_.size()),
        [&](std::size_t i) { return scan_file(sources_[i]); },
        [&](std::size_t i, Scanned scanned) {
          progress.clear();
          keep(sources_[i].path, std::move(scanned));
          progress.show(i + 1);
        });
  }

  // Runs on any thread.
  Scanned scan_file(const Source& source) const {
    auto file =
        source.named ? session_.try_read(source.path) : session_.try_read_found(source.path);
    Scanned scanned;
    if (!file) {
      scanned.unreadable = file.error();
      return scanned;
    }
    scanned.is_too_large = file->text.size() > infer::kMaxSourceBytes;
    if (scanned.is_too_large) return scanned;
    scanned.calls = infer::scan_source(*file, trie_);
    const bool is_kept = !source.named || session_.files.identity(source.path).has_value();
    if (!is_kept) scanned.read_once = std::move(*file);
    return scanned;
  }

  void keep(const std::string& path, Scanned scanned) {
    if (scanned.unreadable) return fail(session_.refuse_read(*scanned.unreadable, path));
    if (scanned.is_too_large) return too_large(path);
    read_.usage.add_file(path, std::move(scanned.calls));
    if (scanned.read_once) read_.read_once.emplace(path, *std::move(scanned.read_once));
  }

  void read_log(const std::string& path) {
    const Descriptor file = path == "-"
                                ? Descriptor(::dup(STDIN_FILENO))
                                : Descriptor::open(is_usable_path(path) ? path : "", O_RDONLY);
    const std::string shown = path == "-" ? session_.stdin_name : path;
    int error = file.is_open() ? 0 : errno;
    infer::PeekedBytes bytes([&](char* buffer, std::size_t size) -> std::size_t {
      if (error != 0) return 0;
      const ssize_t count = read_some(file.get(), buffer, size);
      if (count < 0) error = errno;
      return count < 0 ? 0 : static_cast<std::size_t>(count);
    });
    infer::Traffic traffic(trie_);
    const auto format = infer::traffic_format(shown, bytes.begin());
    const bool is_read = error == 0 && format && infer::read_traffic(*format, bytes, traffic);
    if (error != 0) {
      const std::string reason = system_reason(error);
      return fail(session_.refuse_read(
          {fmt::format("cannot read {}: {}", in_backticks(shown), reason), shown}, path));
    }
    if (is_read) return read_.usage.add_log(shown, *format, traffic);
    const std::string message = format ? fmt::format(
                                             "{} is not a {} file with API calls; logs are HAR, "
                                             "access logs, JSON lines and CSV",
                                             in_backticks(shown), infer::to_string(*format))
                                       : fmt::format(
                                             "{} is not source code or a known log format; logs "
                                             "are HAR, access logs, JSON lines and CSV",
                                             in_backticks(shown));
    session_.errors.add(run_codes::kCannotReadFile, shown, message);
    session_.console.err(fmt::format("zoomc: {}\n", message));
    fail(ExitCode::findings);
  }

  // The text formats have a remark of their own.
  void too_large(const std::string& path) {
    Diagnostic found = finding(run_codes::kCannotReadFile, {}, infer::remark_on_large(path));
    found.severity = Severity::warning;
    session_.errors.add({path, {}}, {std::move(found)});
    read_.usage.too_large.push_back(path);
  }

  void fail(ExitCode code) { read_.code = worst(read_.code, code); }

  Session& session_;
  const infer::PathTrie& trie_;
  std::size_t jobs_;
  std::vector<Source> sources_;
  std::vector<std::string> logs_;
  std::set<std::string> seen_;
  ReadUsage read_;
};

}  // namespace

ReadUsage read_usage(Session& session, const infer::PathTrie& trie,
                     const std::vector<std::string>& paths, std::size_t jobs) {
  return UsageReader(session, trie, jobs).run(paths);
}

}  // namespace zoomc::cli
