#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <vector>

#include "author/new_app.h"
#include "author/pre_commit.h"
#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/init_questions.h"
#include "cli/session.h"
#include "config/config.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::cli {
namespace {

constexpr std::string_view kPreCommitName = ".pre-commit-config.yaml";
constexpr std::string_view kConfig =
    "# Settings of zoomc for the apps below this directory. `zoomc catalog rules` lists the "
    "rules,\n"
    "# `zoomc schema config` describes this file.\n"
    "lint:\n"
    "  # error, warning, note or off\n"
    "  rules:\n"
    "    placeholder-text: warning\n"
    "# policy:\n"
    "#   - id: no-delete\n"
    "#     deny: {scopes: [\"*:delete:*\"]}\n"
    "#     message: we never delete in a customer's account\n";

struct InitOptions {
  std::string file = "app.zoom.yaml";
  std::string name;
  std::string company;
  std::string purpose;
  std::string platform;
  std::vector<std::string> regions;
  std::string redirect_url;
  std::vector<std::string> features;
  std::optional<model::ManagedBy> managed_by;
  bool config = false;
  bool pre_commit = false;
  bool yes = false;

  bool to_stdout() const { return file == "-"; }
};

// The path of `name`: at the top of the file's checkout, else next to the file.
std::string beside_project(const std::string& file, std::string_view name) {
  std::error_code error;
  const std::filesystem::path directory = std::filesystem::path(file).parent_path();
  std::filesystem::path way = directory;
  std::filesystem::path walk = std::filesystem::current_path(error) / directory;
  walk = (walk / "").lexically_normal().parent_path();
  while (!std::filesystem::exists(walk / ".git", error)) {
    if (walk == walk.parent_path()) return (directory / name).string();
    walk = walk.parent_path();
    way /= "..";
  }
  return (way / name).lexically_normal().string();
}

class Init {
 public:
  Init(Session& session, const InitOptions& options) : session_(session), options_(options) {}

  ExitCode run() {
    const auto settings = check_options(session_, {});
    if (!settings) return settings.error();
    settings_ = *settings;
    ExitCode code = read_options();
    if (code == ExitCode::fine) code = refuse_what_exists();
    if (code == ExitCode::fine) code = decide();
    return code == ExitCode::fine ? write() : code;
  }

 private:
  const catalog::Catalog& catalog() const { return *settings_.catalog; }

  // The options as a plan; those that make no sense are wrong usage.
  ExitCode read_options() {
    const std::string mistake = mistake_in_options();
    if (!mistake.empty()) return session_.refuse_usage(mistake);
    author::NewApp& app = plan_.app;
    app.name = options_.name;
    app.company = options_.company;
    app.purpose = options_.purpose;
    app.regions = options_.regions;
    app.redirect_url = options_.redirect_url;
    app.features = options_.features;
    app.managed_by = options_.managed_by;
    plan_.has_features = !options_.features.empty();
    if (options_.config) plan_.config = true;
    if (options_.pre_commit) plan_.pre_commit = true;
    return ExitCode::fine;
  }

  std::string mistake_in_options() {
    if (!options_.to_stdout() && config::app_suffix(options_.file).empty()) {
      return fmt::format("an app file must be named *.zoom.yaml or *.zoom.yml, not {}",
                         in_backticks(options_.file));
    }
    for (const std::string* text : {&options_.name, &options_.company, &options_.purpose}) {
      if (find_invalid_utf8(*text) || escape_controls(*text) != *text)
        return fmt::format("{} has a byte or character that no text of an app has",
                           in_backticks(*text));
    }
    for (const std::string& feature : options_.features) {
      std::string mistake = mistake_in_feature(catalog(), feature);
      if (!mistake.empty()) return mistake;
    }
    return mistake_in_platform();
  }

  // Sets the platform where the options leave no choice.
  std::string mistake_in_platform() {
    std::string id = options_.platform;
    if (id.empty() && !options_.redirect_url.empty()) id = "custom";
    if (id.empty() && !options_.regions.empty()) id = model::App{}.platform_or_default();
    if (id.empty()) return {};
    plan_.app.platform = catalog::find_platform(catalog(), id);
    if (plan_.app.platform == nullptr) {
      std::vector<std::string> known;
      for (const catalog::Platform& platform : catalog().platforms)
        known.push_back(in_backticks(platform.id));
      return fmt::format("unknown platform {}: zoomc knows {}", in_backticks(id),
                         join_words(known));
    }
    const catalog::Platform& platform = *plan_.app.platform;
    if (!options_.regions.empty() && !options_.redirect_url.empty())
      return "--region and --redirect-url exclude each other: one is for a platform, one for "
             "`custom`";
    if (platform.regions.empty() && !options_.regions.empty())
      return fmt::format("--region is for a platform with regions: on {} use --redirect-url",
                         in_backticks(id));
    if (!platform.regions.empty() && !options_.redirect_url.empty())
      return fmt::format("--redirect-url is for `custom`: on {} --region decides the URL",
                         in_backticks(id));
    for (const std::string& region : options_.regions) {
      std::string mistake = mistake_in_region(platform, region);
      if (!mistake.empty()) return mistake;
    }
    return {};
  }

  std::string config_path() const { return beside_project(options_.file, config::kConfigName); }
  std::string pre_commit_path() const { return beside_project(options_.file, kPreCommitName); }

  // Before anything is asked.
  ExitCode refuse_what_exists() {
    if (!options_.to_stdout() && session_.files.exists(options_.file)) {
      return session_.refuse_io(
          fmt::format("{} is there already; give another name, as in `zoomc init other.zoom.yaml`",
                      in_backticks(options_.file)));
    }
    const bool has_config = session_.files.exists(config_path());
    if (has_config && options_.config) {
      return session_.refuse_io(
          fmt::format("{} is there already; leave --config out", in_backticks(config_path())));
    }
    if (has_config) plan_.config = false;
    return ExitCode::fine;
  }

  // Asks for the rest, or takes the defaults.
  ExitCode decide() {
    if (!options_.yes && has_person()) {
      Prompt prompt(session_.console);
      auto answered = ask_questions(prompt, settings_, std::move(plan_));
      if (!answered) {
        session_.console.err("zoomc: given up, nothing is written\n");
        return ExitCode::findings;
      }
      plan_ = *std::move(answered);
      return ExitCode::fine;
    }
    if (plan_.app.platform == nullptr)
      plan_.app.platform = catalog::find_platform(catalog(), model::App{}.platform_or_default());
    const std::vector<std::string> missing = missing_options();
    if (missing.empty()) return ExitCode::fine;
    return session_.refuse_usage(
        fmt::format("not a terminal, so nothing can be asked: give {}", join_words(missing)));
  }

  std::vector<std::string> missing_options() const {
    std::vector<std::string> missing;
    const author::NewApp& app = plan_.app;
    if (app.name.empty()) missing.emplace_back("--name");
    const bool has_regions = app.platform != nullptr && !app.platform->regions.empty();
    if (has_regions && app.regions.empty()) missing.emplace_back("--region");
    if (!has_regions && app.redirect_url.empty()) missing.emplace_back("--redirect-url");
    return missing;
  }

  ExitCode write() {
    const std::string text = author::write_new_app(plan_.app);
    const driver::Checked checked =
        driver::check({options_.to_stdout() ? "<stdout>" : options_.file, text}, settings_);
    session_.show_findings(checked);
    if (checked.has_errors()) {
      session_.console.err("zoomc: nothing is written\n");
      return ExitCode::findings;
    }
    const std::string mistake =
        mistake_in_outputs(session_.files, session_.other_inputs(), outputs());
    if (!mistake.empty()) return session_.refuse_usage(mistake);
    ExitCode code = ExitCode::fine;
    if (options_.to_stdout()) {
      code = session_.console.out(text);
    } else {
      code = write_file(options_.file, text);
    }
    if (code != ExitCode::fine) return code;
    if (plan_.config.value_or(false)) code = worst(code, write_file(config_path(), kConfig));
    if (plan_.pre_commit.value_or(false)) code = worst(code, write_pre_commit());
    if (!options_.to_stdout()) {
      const std::string file = file_argument(options_.file);
      session_.console.err(
          fmt::format("next: zoomc compile {}, then zoomc checklist {}\n", file, file));
    }
    return code;
  }

  std::vector<std::string> outputs() const {
    std::vector<std::string> outputs{options_.file};
    if (plan_.config.value_or(false)) outputs.push_back(config_path());
    if (plan_.pre_commit.value_or(false)) outputs.push_back(pre_commit_path());
    return outputs;
  }

  // It was not there, so nobody waits at it.
  ExitCode write_file(const std::string& path, std::string_view text) {
    const auto written = session_.files.replace_found(path, text);
    if (!written) return session_.refuse_io(written.error().message);
    session_.console.err(fmt::format("wrote {}\n", in_backticks(path)));
    return ExitCode::fine;
  }

  ExitCode write_pre_commit() {
    const std::string path = pre_commit_path();
    if (!session_.files.exists(path)) return write_file(path, author::new_pre_commit_config());
    const auto present = session_.files.read_found(path);
    if (!present) return session_.refuse_io(present.error().message);
    if (author::has_pre_commit_hook(*present)) {
      session_.console.err(fmt::format("{} has `zoomc-lint` already\n", in_backticks(path)));
      return ExitCode::fine;
    }
    if (const auto added = author::add_pre_commit_hook(*present)) return write_file(path, *added);
    session_.console.err(fmt::format("{} is unchanged; add this to its `repos` by hand:\n{}",
                                     in_backticks(path), author::pre_commit_entry()));
    return ExitCode::findings;
  }

  Session& session_;
  const InitOptions& options_;
  driver::CheckOptions settings_;
  InitPlan plan_;
};

ExitCode init(Session& session, const InitOptions& options) {
  return Init(session, options).run();
}

// The regions of the built-in platforms; those of `--catalog` are not known yet.
std::vector<shell::ValueChoice> known_regions() {
  std::vector<shell::ValueChoice> regions;
  for (const catalog::Platform& platform : catalog::builtin_catalog().platforms) {
    for (const catalog::Region& region : platform.regions) regions.push_back({region.id});
  }
  return regions;
}

// The default before the others.
std::vector<shell::ValueChoice> known_platforms() {
  std::vector<shell::ValueChoice> platforms{
      {.word = model::App{}.platform_or_default(), .is_default = true}};
  for (const catalog::Platform& platform : catalog::builtin_catalog().platforms) {
    if (platform.id != platforms.front().word) platforms.push_back({platform.id});
  }
  return platforms;
}

constexpr shell::CommandOption kInitOptions[] = {
    argument<&InitOptions::file>("FILE",
                                 "The app file to write (app.zoom.yaml); - for standard output"),
    option<&InitOptions::name>("--name", "NAME", "The app's name in Marketplace"),
    naming(known_regions,
           option<&InitOptions::regions>("--region", "REGION",
                                         "Where the platform's workspace lives: {}; repeatable")),
    option<&InitOptions::features>("--feature", "GROUP.ACTION",
                                   "What it does, as meetings.read; repeatable"),
    choice<model::kEnumWords<model::ManagedBy>, &InitOptions::managed_by>("--managed-by", "WHO",
                                                                          "Who connects it: {}"),
    option<&InitOptions::purpose>("--purpose", "TEXT",
                                  "What it is for, in a few words, e.g. \"CRM logging\""),
    option<&InitOptions::company>("--company", "TEXT", "Who makes it"),
    naming(known_platforms, option<&InitOptions::platform>("--platform", "PLATFORM",
                                                           "Who receives the OAuth redirect: {}")),
    option<&InitOptions::redirect_url>("--redirect-url", "URL",
                                       "Where Zoom sends users on the platform custom"),
    flag<&InitOptions::config>("--config", "Also write .zoomc.yaml, the settings of the linter"),
    flag<&InitOptions::pre_commit>(
        "--pre-commit", "Let pre-commit lint app files: create or extend .pre-commit-config.yaml"),
    flag<&InitOptions::yes>("-y,--yes", "Ask nothing: use the defaults for all other values")};
constexpr shell::CommandExample kInitExamples[] = {
    {"zoomc init", "Answer a few questions and get app.zoom.yaml"},
    {"zoomc init crm.zoom.yaml --name \"Acme CRM\" --region eu --feature meetings.read",
     "The same from a script"}};

}  // namespace

constexpr CommandEntry kInit =
    entry<InitOptions, init>({.name = "init",
                              .group = groups::kBegin,
                              .summary = "Write a new app file, from answers or options",
                              .options = kInitOptions,
                              .examples = kInitExamples});

}  // namespace zoomc::cli
