#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <set>

#include "cli/app_files.h"
#include "cli/app_options.h"
#include "cli/commands.h"
#include "cli/lock_file.h"
#include "cli/managed_by_comparison.h"
#include "cli/outputs.h"
#include "cli/session.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::string_view kManifestSuffix = ".manifest.json";

struct CompileOptions {
  AppOptions app;
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

// Under `--check` a manifest stands for the source beside it; empty when there is none.
std::string source_of(const Session& session, const std::string& path) {
  if (!path.ends_with(kManifestSuffix)) return path;
  const std::string stem = path.substr(0, path.size() - kManifestSuffix.size());
  for (const char* suffix : {".zoom.yaml", ".zoom.yml"}) {
    if (session.files.exists(stem + suffix)) return stem + suffix;
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
      return "standard input has no name: say with -o where its manifest is";
    }
  }
  return {};
}

// Why writing would lose what is read. `others` and `locks`: what is read, and written, beside the
// apps and their manifests.
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
    session.console.err("zoomc: " + in_backticks(job.target) + " is missing: compile " +
                        in_backticks(job.source) + " to make it\n");
    return ExitCode::findings;
  }
  const auto present = options.output.empty() ? session.files.read_found(job.target)
                                              : session.files.read(job.target);
  if (!present) return session.refuse_world(present.error().message);
  if (*present == manifest) return ExitCode::fine;
  session.console.err("zoomc: " + in_backticks(job.target) + " is stale: it is not what " +
                      in_backticks(job.source) + " compiles to; compile it again\n");
  return ExitCode::findings;
}

ExitCode deliver(Session& session, const CompileOptions& options, const Job& job,
                 const std::string& manifest) {
  if (options.check) return compare(session, options, job, manifest);
  if (job.target.empty()) return session.console.out(manifest);
  const auto written = options.output.empty() ? session.files.replace_found(job.target, manifest)
                                              : session.files.replace(job.target, manifest);
  return written ? ExitCode::fine : session.refuse_world(written.error().message);
}

ExitCode make_directory(Session& session, const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (!error) return ExitCode::fine;
  return session.refuse_world("cannot make the directory " + in_backticks(directory) + ": " +
                              system_reason(error.value()));
}

struct Compiled {
  Job job;
  std::string manifest;
};

// The comparison writes no manifest, so nothing that is about one goes with it.
ExitCode compare_managed_by(Session& session, const CompileOptions& options) {
  const bool is_about_manifest = !options.output.empty() || !options.out_dir.empty() ||
                                 options.wrap || options.check || options.lock || options.locked;
  if (is_about_manifest || options.app.overrides.managed_by) {
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
    Checked checked = check(std::move(*file), *settings);
    session.show_findings(checked);
    if (checked.has_errors()) code = worst(code, ExitCode::findings);
    compiled.push_back({job, std::move(checked.analysis->manifest)});
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

}  // namespace

void add_compile_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<CompileOptions>();
  CLI::App* command = program.add_subcommand("compile", "Compile apps into Zoom app manifests");
  command->add_option("FILE", options->files, "App files (*.zoom.yaml); - for standard input")
      ->required();
  command->add_option("-o", options->output, "Write the manifest here instead of standard output")
      ->type_name("OUT");
  command
      ->add_option("--out-dir", options->out_dir,
                   "Write <stem>.manifest.json of each file into this directory")
      ->type_name("DIR");
  command->add_flag("--wrap", options->wrap,
                    "Put the manifest in {\"manifest\": ...}, the body of Zoom's update call");
  command->add_flag("--check", options->check,
                    "Write nothing; fail when the manifest at -o (else <stem>.manifest.json beside "
                    "the file) is not up to date");
  command->add_flag("--lock", options->lock,
                    "Record the catalog in zoomc.lock (beside .zoomc.yaml, else at the root of the "
                    "git checkout, else beside the file)");
  command->add_flag("--locked", options->locked,
                    "Fail when the catalog is not the one in zoomc.lock");
  command->add_flag("--compare-managed-by", options->compare_managed_by,
                    "Compare the user-managed and the admin-managed version of the app; write no "
                    "manifest");
  add_app_options(*command, options->app);
  command->callback([&session, &action, options] {
    action = [&session, options] { return compile(session, *options); };
  });
}

}  // namespace zoomc
