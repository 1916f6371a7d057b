#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "driver/check.h"
#include "driver/projects.h"
#include "source/file_system.h"

namespace zoomc::lsp {

// The settings for one app, which live as long as this.
struct AppSettings {
  std::shared_ptr<driver::Projects> keeper;
  driver::FileProject project;
  // Why they could not be read; empty when all is well.
  std::string error;

  // True if the linter can run with them.
  bool usable() const {
    return error.empty() && (project.loaded == nullptr || !project.loaded->has_errors());
  }
};

// The text of an open file; nothing for one that the client does not have open.
using OpenText = std::function<std::optional<std::string>(const std::string& path)>;

// Finds the settings of app files as they are now: what the client has open counts before what is
// on the disk, and a `.zoomc.yaml` that has changed is read again.
class ProjectSettings {
 public:
  // `files` and `open` must outlive it.
  ProjectSettings(const FileSystem& files, OpenText open, std::string working_directory,
                  std::span<const lint::Rule> rules);
  ~ProjectSettings();

  AppSettings find(const std::string& path);

 private:
  class Overlay;

  bool is_stale(const driver::FileProject& project) const;
  void forget();

  std::unique_ptr<Overlay> files_;
  std::string working_directory_;
  std::span<const lint::Rule> rules_;
  std::shared_ptr<driver::Projects> projects_;
};

// The kind of a file by its name: an app, settings, or a file that zoomc does not read.
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

// The result of the job. `checked` always has an `analysis`.
struct [[nodiscard]] AnalysisResult {
  std::string uri;
  std::uint64_t serial = 0;
  AppSettings settings;
  std::shared_ptr<const driver::Checked> checked;
};

// The options under which a file with these settings is checked. Without usable settings no rule
// runs: what it would say might be switched off.
driver::CheckOptions options_for(const AppSettings& settings, const catalog::Catalog& catalog,
                                 std::span<const lint::Rule> rules);

// May run on any thread.
AnalysisResult analyse(AnalysisJob job, const catalog::Catalog& catalog,
                       std::span<const lint::Rule> rules);

// Does jobs on a thread of its own, one at a time. A job for a document takes the place of one that
// waits for the same.
class Worker {
 public:
  // `notify` is called on the thread of the worker when there is a result to take.
  Worker(const catalog::Catalog& catalog, std::span<const lint::Rule> rules,
         std::function<void()> notify);
  // Waits for the job that is being done, and drops the others.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void submit(AnalysisJob job);
  std::vector<AnalysisResult> take_results();

 private:
  void run();

  const catalog::Catalog& catalog_;
  std::span<const lint::Rule> rules_;
  std::function<void()> notify_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<AnalysisJob> jobs_;
  std::vector<AnalysisResult> results_;
  bool is_stopped_ = false;
  std::thread thread_;
};

}  // namespace zoomc::lsp
