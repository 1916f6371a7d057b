#include "lsp/analysis.h"

#include <algorithm>
#include <cassert>
#include <fmt/core.h>
#include <utility>

#include "config/read_config.h"
#include "driver/rule_ids.h"
#include "syntax/parse.h"
#include "text/quote.h"

namespace zoomc::lsp {
namespace {

// The tree of a file, also of an invalid one.
driver::Checked read_only(SourceFile file, const catalog::Catalog& catalog, Sink& sink) {
  driver::Checked checked{.analysis =
                              std::make_unique<resolve::CompiledApp>(std::move(file), catalog)};
  if (auto document = syntax::parse(checked.analysis->file, sink)) {
    checked.analysis->document = std::move(*document);
  }
  return checked;
}

driver::Checked check_settings(SourceFile file, const catalog::Catalog& catalog,
                               std::span<const lint::Rule> rules) {
  Sink sink;
  driver::Checked checked{.analysis =
                              std::make_unique<resolve::CompiledApp>(std::move(file), catalog)};
  if (auto document = syntax::parse(checked.analysis->file, sink)) {
    const std::vector<std::string_view> ids = driver::ids_of(rules);
    config::read_config(*document, {.rules = ids, .fixed = driver::phase_ids()}, sink);
    checked.analysis->document = std::move(*document);
  }
  checked.findings = sink.take();
  return checked;
}

}  // namespace

// The files with those on top that the client has open.
class ProjectSettings::Overlay final : public FileSystem {
 public:
  Overlay(const FileSystem& files, OpenText open) : files_(files), open_(std::move(open)) {}

  tl::expected<std::string, IoError> read(const std::string& path) const override {
    if (auto text = open_(path)) return text->substr(0, kMaxFileBytes + 1);
    return files_.read(path);
  }
  tl::expected<std::string, IoError> read_found(const std::string& path) const override {
    return open_(path) ? read(path) : files_.read_found(path);
  }
  tl::expected<void, IoError> replace(const std::string& path, std::string_view) override {
    return tl::unexpected(
        IoError{fmt::format("the language server does not write {}", in_backticks(path))});
  }
  tl::expected<void, IoError> replace_found(const std::string& path,
                                            std::string_view bytes) override {
    return replace(path, bytes);
  }
  bool exists(const std::string& path) const override {
    return open_(path).has_value() || files_.exists(path);
  }
  bool is_directory(const std::string& path) const override {
    return !open_(path).has_value() && files_.is_directory(path);
  }
  std::optional<FileIdentity> identity(const std::string& path) const override {
    return files_.identity(path);
  }

 private:
  const FileSystem& files_;
  OpenText open_;
};

ProjectSettings::ProjectSettings(const FileSystem& files, OpenText open,
                                 std::string working_directory, std::span<const lint::Rule> rules)
    : files_(std::make_unique<Overlay>(files, std::move(open))),
      working_directory_(std::move(working_directory)),
      rules_(rules) {
  forget();
}

ProjectSettings::~ProjectSettings() = default;

void ProjectSettings::forget() {
  projects_ = std::make_shared<driver::Projects>(*files_, working_directory_, rules_);
}

bool ProjectSettings::is_stale(const driver::FileProject& project) const {
  if (project.loaded == nullptr) return false;
  const SourceFile& known = project.loaded->file;
  const auto now = files_->read(known.path);
  return !now || *now != known.text;
}

AppSettings ProjectSettings::find(const std::string& path) {
  auto found = projects_->find(path);
  if (found && is_stale(*found)) {
    forget();
    found = projects_->find(path);
  }
  if (!found) return {.keeper = projects_, .error = found.error().message};
  return {.keeper = projects_, .project = *found};
}

FileKind file_kind(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name == config::kConfigName) return FileKind::settings;
  return config::is_app_file_name(name) ? FileKind::app : FileKind::other;
}

driver::CheckOptions options_for(const AppSettings& settings, const catalog::Catalog& catalog,
                                 std::span<const lint::Rule> rules) {
  driver::CheckOptions options{.catalog = &catalog, .findings_only = true};
  if (settings.usable()) {
    options.rules = rules;
    options.config = settings.project.config();
  }
  return options;
}

AnalysisResult analyse(AnalysisJob job, const catalog::Catalog& catalog,
                       std::span<const lint::Rule> rules) {
  AnalysisResult result{
      .uri = std::move(job.uri), .serial = job.serial, .settings = std::move(job.settings)};
  driver::Checked checked;
  if (job.kind == FileKind::settings) {
    checked = check_settings(std::move(job.file), catalog, rules);
  } else if (job.kind == FileKind::other || result.settings.project.excluded) {
    Sink unused;
    checked = read_only(std::move(job.file), catalog, unused);
  } else {
    checked = driver::check(std::move(job.file), options_for(result.settings, catalog, rules));
  }
  result.checked = std::make_shared<const driver::Checked>(std::move(checked));
  return result;
}

Worker::Worker(const catalog::Catalog& catalog, std::span<const lint::Rule> rules,
               std::function<void()> notify)
    : catalog_(catalog), rules_(rules), notify_(std::move(notify)), thread_([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Worker::submit(AnalysisJob job) {
  {
    const std::lock_guard lock(mutex_);
    const auto old = std::find_if(jobs_.begin(), jobs_.end(), [&job](const AnalysisJob& waiting) {
      return waiting.uri == job.uri;
    });
    if (old == jobs_.end()) {
      jobs_.push_back(std::move(job));
    } else {
      *old = std::move(job);
    }
  }
  changed_.notify_one();
}

std::vector<AnalysisResult> Worker::take_results() {
  const std::lock_guard lock(mutex_);
  return std::exchange(results_, {});
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_stopped_ || !jobs_.empty(); });
    if (is_stopped_) return;
    AnalysisJob job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    AnalysisResult result = analyse(std::move(job), catalog_, rules_);
    lock.lock();
    results_.push_back(std::move(result));
    lock.unlock();
    notify_();
    lock.lock();
  }
}

}  // namespace zoomc::lsp
