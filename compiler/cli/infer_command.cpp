#include <algorithm>
#include <cstdint>
#include <fmt/core.h>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/report_output.h"
#include "cli/session.h"
#include "cli/usage_reader.h"
#include "infer/comparison.h"
#include "infer/infer_report.h"
#include "render/format.h"

namespace zoomc::cli {
namespace {

enum class InferFormat : std::uint8_t { text, json, sarif, markdown };

// The options of `zoomc infer`.
struct InferOptions {
  std::vector<std::string> paths;
  std::string app;
  InferFormat format = InferFormat::text;
  bool write = false;
  bool notes = false;
  std::uint64_t min_days = 28;
  std::size_t jobs = 0;
  std::string stdin_filename;
};

class InferRun {
 public:
  InferRun(Session& session, const InferOptions& options, const catalog::Catalog& catalog)
      : session_(session), options_(options), catalog_(catalog), trie_(catalog) {}

  ExitCode run() {
    // The errors of an app are reported before a large tree is read.
    if (!options_.app.empty() && !check_app()) return code_;
    ReadUsage read = read_usage(session_, trie_, options_.paths, options_.jobs);
    code_ = worst(code_, read.code);
    usage_ = std::move(read.usage);
    read_once_ = std::move(read.read_once);
    compare();
    if (options_.write && !made_.missing.empty()) write_app();
    tell();
    if (!made_.missing.empty()) fail(ExitCode::findings);
    return code_;
  }

 private:
  bool check_app() {
    auto app = check_file(session_, model::Overrides{}, options_.app);
    if (!app) {
      code_ = app.error();
      return false;
    }
    if (app->checked.has_errors()) {
      session_.show_findings(app->checked);
      session_.errors.add(app->made().file, app->checked.findings);
      code_ = ExitCode::findings;
      return false;
    }
    app_.emplace(std::move(*app));
    return true;
  }

  void compare() {
    if (app_) {
      made_ =
          infer::compare_usage(app_->made(), usage_, trie_, {options_.min_days, write_command()});
      return;
    }
    made_ = {};
    made_.in_code = infer::findings_in_code(catalog_, usage_, trie_);
    std::set<catalog::OperationId> seen;
    for (const auto& [operation, use] : usage_.operations) seen.insert(operation);
    made_.suggestion = infer::suggest(catalog_, seen, seen, true);
  }

  std::string write_command() const {
    if (options_.write || options_.app == "-") return {};
    std::string command = "zoomc infer --write --app " + file_argument(options_.app);
    if (options_.paths.size() > 4) return {};
    for (const std::string& path : options_.paths) {
      if (path == "-") return {};
      command += " " + file_argument(path);
    }
    return command;
  }

  // Adds what is missing, by features where that checks, else call by call. What does not check is
  // not written.
  void write_app() {
    infer::Suggestion by_call;
    by_call.operations.assign(made_.missing.begin(), made_.missing.end());
    for (const infer::Suggestion& suggestion : {made_.suggestion, by_call}) {
      const auto text = infer::add_to_app(app_->made(), suggestion);
      if (!text) continue;
      auto checked = check_text(*text);
      if (!checked || checked->checked.has_errors()) continue;
      const ExitCode written = session_.rewrite(options_.app, app_->made().file.text, *text);
      if (written != ExitCode::fine) return fail(written);
      session_.console.err(fmt::format("zoomc: added to {}:\n{}", file_argument(options_.app),
                                       infer::suggestion_yaml(catalog_, suggestion)));
      app_.emplace(std::move(*checked));
      return compare();
    }
    session_.console.err(
        fmt::format("zoomc: {} is unchanged: the missing part cannot be added without an error; "
                    "add it by hand\n",
                    file_argument(options_.app)));
  }

  std::optional<CheckedFile> check_text(const std::string& text) {
    auto settings = check_options(session_, model::Overrides{});
    const auto project = session_.project(options_.app);
    if (!settings || !project) return std::nullopt;
    settings->config = project->config();
    return CheckedFile{driver::check({options_.app, text}, *settings), settings->catalog};
  }

  void tell() {
    const infer::InferReport report{catalog_, usage_, app_ ? app_->made().file.path : "", made_};
    switch (options_.format) {
      case InferFormat::text: write(infer::infer_text(report)); break;
      case InferFormat::markdown: write(infer::infer_markdown(report)); break;
      case InferFormat::json: write(infer::infer_json(report)); return;
      case InferFormat::sarif: break;
    }
    const bool is_sarif = options_.format == InferFormat::sarif;
    const bool has_color = !is_sarif && session_.console.err_has_color();
    const render::Format format = is_sarif ? render::Format::sarif : render::Format::text;
    const auto findings = render::make_report(format, report_settings(format, has_color));
    const render::ReportOut out = [&](std::string_view text) { show(text, is_sarif); };
    show(findings->begin(), is_sarif);
    for (std::size_t i = 0; i < made_.in_code.size(); ++i) {
      const auto shown = shown_of(made_.in_code[i]);
      if (shown.empty()) continue;
      const std::string& path = usage_.files[i];
      const auto once = read_once_.find(path);
      const auto file = once == read_once_.end() ? session_.try_read_found(path)
                                                 : tl::expected<SourceFile, IoError>(once->second);
      if (!file) {
        fail(session_.refuse_read(file.error(), path));
        continue;
      }
      findings->file(*file, shown, out);
    }
    const auto shown = shown_of(made_.in_app);
    if (app_ && !shown.empty()) findings->file(app_->made().file, shown, out);
    session_.errors.tell(*findings, out);
    show(findings->end(), is_sarif);
  }

  std::vector<Diagnostic> shown_of(std::vector<Diagnostic> findings) const {
    if (!options_.notes) {
      std::erase_if(findings, [](const Diagnostic& f) { return f.severity == Severity::note; });
    }
    return findings;
  }

  void show(std::string_view text, bool is_product) {
    if (text.empty()) return;
    if (is_product) {
      write(text);
    } else {
      session_.console.err(text);
    }
  }
  void write(std::string_view text) { fail(session_.console.out(text)); }
  void fail(ExitCode code) { code_ = worst(code_, code); }

  Session& session_;
  const InferOptions& options_;
  const catalog::Catalog& catalog_;
  infer::PathTrie trie_;
  std::optional<CheckedFile> app_;
  infer::Usage usage_;
  std::map<std::string, SourceFile> read_once_;
  infer::Comparison made_;
  ExitCode code_ = ExitCode::fine;
};

ExitCode infer(Session& session, const InferOptions& options) {
  const auto& paths = options.paths;
  const auto inputs = std::count(paths.begin(), paths.end(), "-") + (options.app == "-" ? 1 : 0);
  if (inputs > 1) return session.refuse_usage("standard input can be one of the files only");
  if (options.write && options.app.empty()) return session.refuse_usage("--write goes with --app");
  if (options.write && options.app == "-") {
    return session.refuse_usage("--write needs a file to write to, not standard input");
  }
  if (!options.stdin_filename.empty()) session.stdin_name = options.stdin_filename;
  const auto catalog = session.catalog();
  const ExitCode code = catalog ? InferRun(session, options, **catalog).run() : catalog.error();
  // The error that ended the run before it had anything to report.
  const bool is_sarif = options.format == InferFormat::sarif;
  return is_sarif ? report_errors(session, render::Format::sarif, code) : code;
}

constexpr model::EnumWord<InferFormat> kInferFormats[] = {{"text", InferFormat::text},
                                                          {"json", InferFormat::json},
                                                          {"sarif", InferFormat::sarif},
                                                          {"markdown", InferFormat::markdown}};

constexpr shell::CommandOption kInferOptions[] = {
    required(argument<&InferOptions::paths>(
        "PATH",
        "Source files or directories of them; HAR files, access logs, JSON lines or CSV; - for "
        "standard input")),
    option<&InferOptions::app>("--app", "FILE",
                               "The app that makes the calls; - for standard input"),
    choice<kInferFormats, &InferOptions::format>("--format", "FORMAT", "{}"),
    flag<&InferOptions::write>("--write", "Add what is missing to the app file"),
    flag<&InferOptions::notes>("--notes", "Show notes too"),
    at_most(3650, option<&InferOptions::min_days>(
                      "--min-days", "N",
                      "How many days a log must cover before an unused scope is a warning (28)")),
    at_most(256, option<&InferOptions::jobs>("--jobs", "N",
                                             "How many files to read at a time (all processors)")),
    option<&InferOptions::stdin_filename>(
        "--stdin-filename", "NAME",
        "The name of standard input; its extension decides how it is read")};
constexpr shell::CommandExample kInferExamples[] = {
    {"zoomc infer --app crm.zoom.yaml src",
     "Compare the API calls your code makes with the scopes the app asks for"}};

}  // namespace

constexpr CommandEntry kInfer = entry<InferOptions, infer>(
    {.name = "infer",
     .group = groups::kBuild,
     .summary = "Compare the API calls your code makes with the scopes the app asks for",
     .options = kInferOptions,
     .examples = kInferExamples});

}  // namespace zoomc::cli
