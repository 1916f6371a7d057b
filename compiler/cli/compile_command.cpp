#include <array>
#include <filesystem>
#include <fmt/core.h>
#include <set>

#include "catalog_tools/lock.h"
#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/file_walk.h"
#include "cli/session.h"
#include "config/config.h"
#include "review/managed_by.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "zoomc.lock";

std::string in_use(const Session& session, const catalog::Catalog& catalog) {
  const std::string date = escape_controls(catalog.date);
  return session.catalog_directory.empty()
             ? fmt::format("the built-in catalog (of {})", date)
             : fmt::format("the catalog {} (of {})", in_backticks(session.catalog_directory), date);
}

tl::expected<catalog_tools::CatalogLock, ExitCode> read_lock_file(Session& session,
                                                                  const std::string& path) {
  const auto text = session.files.read_found(path);
  if (!text) return tl::unexpected(session.refuse_io(text.error().message));
  auto lock = catalog_tools::read_lock(*text);
  if (lock) return *lock;
  session.console.err(
      fmt::format("zoomc: {} is not a lock file: {}; regenerate it with `zoomc compile --lock`\n",
                  in_backticks(path), lock.error()));
  return tl::unexpected(ExitCode::findings);
}

// The path of the lock of an app file's project: next to its `.zoomc.yaml`, else at the root of its
// git checkout, else next to the file.
std::string lock_path(const Session& session, const driver::FileProject& project,
                      const std::string& source) {
  const fs::path file = source == "-" ? fs::path("stdin") : fs::path(source);
  if (project.loaded != nullptr) {
    return (fs::path(project.loaded->file.path).parent_path() / kName).string();
  }
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error).lexically_normal();
  for (fs::path folder = absolute.parent_path(); !error; folder = folder.parent_path()) {
    if (session.files.exists((folder / ".git").string())) {
      const fs::path lock = folder / kName;
      return file.is_absolute() ? lock.string()
                                : lock.lexically_proximate(fs::current_path(error)).string();
    }
    if (folder == folder.parent_path()) break;
  }
  return (file.parent_path() / kName).string();
}

// Compares the catalog in use with the lock at `path`, and reports a difference on standard error.
ExitCode check_lock(Session& session, const std::string& path, const catalog::Catalog& catalog) {
  if (!session.files.exists(path)) {
    session.console.err(
        fmt::format("zoomc: {} is missing, so the catalog cannot be checked: create it with `zoomc "
                    "compile --lock`\n",
                    in_backticks(path)));
    return ExitCode::findings;
  }
  const auto lock = read_lock_file(session, path);
  if (!lock) return lock.error();
  if (lock->sha256 == catalog_tools::catalog_hash(catalog)) return ExitCode::fine;
  const std::string name =
      session.catalog_directory.empty() ? std::string(kBuiltInName) : session.catalog_directory;
  session.console.err(
      fmt::format("zoomc: {} is not the one that {} names (of {}), so the manifests may differ: "
                  "give the old tables with --catalog, or see what changed with `zoomc catalog "
                  "diff OLD {}` and accept it with `zoomc compile --lock`\n",
                  in_use(session, catalog), in_backticks(path), escape_controls(lock->date),
                  file_argument(name)));
  return ExitCode::findings;
}

// Writes it. A lock that has it already stays as it is.
ExitCode write_lock(Session& session, const std::string& path, const catalog::Catalog& catalog) {
  const catalog_tools::CatalogLock lock{std::string(catalog.date),
                                        catalog_tools::catalog_hash(catalog)};
  const std::string text = catalog_tools::lock_text(lock);
  if (session.files.exists(path)) {
    const auto present = session.files.read_found(path);
    if (!present) return session.refuse_io(present.error().message);
    if (*present == text) return ExitCode::fine;
  }
  const auto written = session.files.replace_found(path, text);
  return written ? ExitCode::fine : session.refuse_io(written.error().message);
}

review::ManagedOutcome outcome_of(model::ManagedBy managed_by, const driver::Checked& checked) {
  review::ManagedOutcome outcome{.managed_by = managed_by};
  for (const Diagnostic& found : checked.findings) {
    if (found.severity != Severity::error) continue;
    outcome.reasons.push_back(std::string(found.id) + ": " + found.message);
  }
  if (outcome.reasons.empty()) outcome.resolved = &checked.analysis->resolved;
  return outcome;
}

// Compares the user-managed and the admin-managed version of the app.
ExitCode show_managed_by(Session& session, const model::Overrides& overrides,
                         const std::string& path) {
  auto settings = check_options(session, overrides);
  if (!settings) return settings.error();
  auto file = session.read(path);
  if (!file) return file.error();
  const auto project = session.project(path);
  if (!project) return project.error();
  settings->config = project->config();
  settings->findings_only = true;
  const driver::Checked present = driver::check(*file, *settings);
  if (!present.is_app) {
    session.show_findings(present);
    return ExitCode::findings;
  }
  const auto managed = [&](model::ManagedBy managed_by) {
    settings->overrides.managed_by = managed_by;
    return driver::check(*file, *settings);
  };
  const driver::Checked user = managed(model::ManagedBy::user);
  const driver::Checked admin = managed(model::ManagedBy::admin);
  const std::array<review::ManagedOutcome, 2> outcomes{outcome_of(model::ManagedBy::user, user),
                                                       outcome_of(model::ManagedBy::admin, admin)};
  const bool is_impossible = outcomes[0].resolved == nullptr && outcomes[1].resolved == nullptr;
  const ExitCode written = session.tell(
      review::compare_managed_by(file->path, present.analysis->resolved.managed_by, outcomes),
      {&*file});
  return worst(written, is_impossible ? ExitCode::findings : ExitCode::fine);
}

constexpr std::string_view kManifestSuffix = ".manifest.json";

struct CompileOptions {
  model::Overrides app;
  std::vector<std::string> files;
  std::string output;
  std::string out_dir;
  bool wrap = false;
  bool check = false;
  bool lock = false;
  bool locked = false;
  bool compare_managed_by = false;
};

using Paths = std::vector<std::string>;

// One app and where its manifest goes; an empty target is standard output.
struct Job {
  std::string source;
  std::string target;
};

// With `--check` a manifest stands for the source next to it; empty if there is none.
std::string source_of(const Session& session, const std::string& path) {
  if (!path.ends_with(kManifestSuffix)) return path;
  const std::string stem = path.substr(0, path.size() - kManifestSuffix.size());
  for (const std::string_view suffix : config::kAppSuffixes) {
    if (session.files.exists(stem + std::string(suffix))) return stem + std::string(suffix);
  }
  return {};
}

std::string target_of(const CompileOptions& options, const std::string& source) {
  if (options.output == "-") return {};
  if (!options.output.empty()) return options.output;
  if (!options.out_dir.empty()) {
    const std::string name = std::filesystem::path(manifest_path(source)).filename().string();
    return (std::filesystem::path(options.out_dir) / name).string();
  }
  return options.check ? manifest_path(source) : std::string{};
}

std::vector<Job> plan(const Session& session, const CompileOptions& options) {
  std::vector<Job> jobs;
  std::set<std::string> seen;
  for (const std::string& path : options.files) {
    const std::string source = options.check ? source_of(session, path) : path;
    if (source.empty() || !seen.insert(source).second) continue;
    jobs.push_back({source, target_of(options, source)});
  }
  return jobs;
}

// Why the command line makes no sense; empty when it does.
std::string usage_mistake(const CompileOptions& options, const std::vector<Job>& jobs) {
  const bool several = jobs.size() > 1;
  if (options.lock && options.locked) return "--lock and --locked exclude each other";
  if (options.lock && options.check) return "--check writes nothing; leave out --lock";
  if (!options.output.empty() && !options.out_dir.empty())
    return "-o and --out-dir exclude each other";
  if (several && !options.output.empty()) return "-o takes one file; use --out-dir for several";
  if (several && options.out_dir.empty() && !options.check) return "several files need --out-dir";
  if (options.check && options.output == "-")
    return "--check needs a file to compare with, not standard output";
  for (const Job& job : jobs) {
    if (job.source == "-" && options.output.empty() && (options.check || several)) {
      return "standard input has no name: give the path of its manifest with -o";
    }
  }
  return {};
}

// The reason why writing would overwrite an input. `others` and `locks`: what is read, and written,
// beside the apps and their manifests.
std::string output_mistake(const Session& session, const CompileOptions& options,
                           const std::vector<Job>& jobs, Paths others, Paths locks) {
  Paths inputs = std::move(others);
  Paths outputs = std::move(locks);
  for (const Job& job : jobs) {
    inputs.push_back(job.source);
    if (!job.target.empty()) outputs.push_back(job.target);
  }
  const bool to_stdout = !jobs.empty() && jobs.front().target.empty();
  if (to_stdout && !options.check) outputs.emplace_back("-");
  return mistake_in_outputs(session.files, inputs, outputs);
}

ExitCode compare(Session& session, const CompileOptions& options, const Job& job,
                 const std::string& manifest) {
  if (!session.files.exists(job.target)) {
    session.console.err(fmt::format("zoomc: {} is missing: compile {} to make it\n",
                                    in_backticks(job.target), in_backticks(job.source)));
    return ExitCode::findings;
  }
  const auto present = options.output.empty() ? session.files.read_found(job.target)
                                              : session.files.read(job.target);
  if (!present) return session.refuse_io(present.error().message);
  if (*present == manifest) return ExitCode::fine;
  session.console.err(
      fmt::format("zoomc: {} is stale: it is not what {} compiles to; compile it again\n",
                  in_backticks(job.target), in_backticks(job.source)));
  return ExitCode::findings;
}

ExitCode deliver(Session& session, const CompileOptions& options, const Job& job,
                 const std::string& manifest) {
  if (options.check) return compare(session, options, job, manifest);
  if (job.target.empty()) return session.console.out(manifest);
  const auto written = options.output.empty() ? session.files.replace_found(job.target, manifest)
                                              : session.files.replace(job.target, manifest);
  return written ? ExitCode::fine : session.refuse_io(written.error().message);
}

ExitCode make_directory(Session& session, const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (!error) return ExitCode::fine;
  return session.refuse_io(fmt::format("cannot make the directory {}: {}", in_backticks(directory),
                                       system_reason(error.value())));
}

struct Compiled {
  Job job;
  std::string manifest;
};

// The comparison writes no manifest, so nothing that is about one goes with it.
ExitCode compare_managed_by(Session& session, const CompileOptions& options) {
  const bool is_about_manifest = !options.output.empty() || !options.out_dir.empty() ||
                                 options.wrap || options.check || options.lock || options.locked;
  if (is_about_manifest || options.app.managed_by) {
    return session.refuse_usage(
        "--compare-managed-by writes no manifest and tries both: leave out -o, --out-dir, --wrap, "
        "--check, --lock, --locked and --managed-by");
  }
  ExitCode code = ExitCode::fine;
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    if (i > 0) code = worst(code, session.console.out("\n"));
    code = worst(code, show_managed_by(session, options.app, options.files[i]));
  }
  return code;
}

ExitCode compile(Session& session, const CompileOptions& options) {
  if (options.compare_managed_by) return compare_managed_by(session, options);
  auto settings = check_options(session, options.app);
  if (!settings) return settings.error();
  settings->wrap = options.wrap;
  const std::vector<Job> jobs = plan(session, options);
  std::string mistake = usage_mistake(options, jobs);
  if (mistake.empty()) mistake = output_mistake(session, options, jobs, {}, {});
  if (!mistake.empty()) return session.refuse_usage(mistake);

  ExitCode code = ExitCode::fine;
  std::vector<Compiled> compiled;
  std::set<std::string> locks;
  for (const Job& job : jobs) {
    auto file = session.read(job.source);
    if (!file) {
      code = worst(code, file.error());
      continue;
    }
    const auto project = session.project(job.source);
    if (!project) {
      code = worst(code, project.error());
      continue;
    }
    const bool is_new_lock = (options.lock || options.locked) &&
                             locks.insert(lock_path(session, *project, job.source)).second;
    if (options.locked && is_new_lock) {
      const std::string lock = lock_path(session, *project, job.source);
      code = worst(code, check_lock(session, lock, *settings->catalog));
    }
    settings->config = project->config();
    driver::Checked checked = driver::check(std::move(*file), *settings);
    session.show_findings(checked);
    if (checked.has_errors()) code = worst(code, ExitCode::findings);
    compiled.push_back({job, std::move(checked.manifest)});
  }
  // All or nothing: half a set of new manifests is worse than the old ones.
  if (code != ExitCode::fine) return code;
  Paths others = session.other_inputs();
  if (options.locked) others.insert(others.end(), locks.begin(), locks.end());
  mistake = output_mistake(session, options, jobs, std::move(others),
                           options.lock ? Paths(locks.begin(), locks.end()) : Paths());
  if (!mistake.empty()) return session.refuse_usage(mistake);
  if (!options.out_dir.empty() && !options.check) code = make_directory(session, options.out_dir);
  if (code != ExitCode::fine) return code;
  for (const Compiled& one : compiled) {
    code = worst(code, deliver(session, options, one.job, one.manifest));
  }
  if (options.lock && code == ExitCode::fine) {
    for (const std::string& lock : locks) {
      code = worst(code, write_lock(session, lock, *settings->catalog));
    }
  }
  return code;
}

constexpr auto kCompileOptions = joined(
    {required(
         argument<&CompileOptions::files>("FILE", "App files (*.zoom.yaml); - for standard input")),
     option<&CompileOptions::output>("-o", "OUT",
                                     "Write the manifest here instead of standard output"),
     option<&CompileOptions::out_dir>(
         "--out-dir", "DIR", "Write <stem>.manifest.json of each file into this directory"),
     flag<&CompileOptions::wrap>(
         "--wrap", "Put the manifest in {\"manifest\": ...}, the body of Zoom's update call"),
     flag<&CompileOptions::check>("--check",
                                  "Write nothing; fail when the manifest at -o (else "
                                  "<stem>.manifest.json next to the file) is not up to date"),
     flag<&CompileOptions::lock>(
         "--lock",
         "Record the catalog in zoomc.lock (next to .zoomc.yaml, else at the "
         "root of the git checkout, else next to the file)"),
     flag<&CompileOptions::locked>("--locked",
                                   "Fail when the catalog is not the one in zoomc.lock"),
     flag<&CompileOptions::compare_managed_by>(
         "--compare-managed-by",
         "Compare the user-managed and the admin-managed version of the app; write no manifest")},
    app_options<&CompileOptions::app>());
constexpr shell::CommandExample kCompileExamples[] = {
    {"zoomc compile crm.zoom.yaml", "Print the manifest"},
    {"zoomc compile apps/*.zoom.yaml --out-dir build", "Write one manifest for each app"},
    {"zoomc compile --check crm.zoom.yaml",
     "Fail when crm.manifest.json is not up to date, for CI"}};

}  // namespace

constexpr CommandEntry kCompile =
    entry<CompileOptions, compile>({.name = "compile",
                                    .group = groups::kBuild,
                                    .summary = "Compile apps into Zoom app manifests",
                                    .options = kCompileOptions,
                                    .examples = kCompileExamples});

}  // namespace zoomc::cli
