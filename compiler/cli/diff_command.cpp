#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

#include "cli/command.h"
#include "cli/git_file.h"
#include "cli/session.h"
#include "driver/check.h"
#include "manifest/compare.h"
#include "manifest/read_manifest.h"
#include "review/app_place.h"
#include "review/change_report.h"

namespace zoomc::cli {
namespace {

// One version of an app: what Zoom would be given, and where it came from. Movable; what points
// into it stays.
struct AppVersion {
  review::VersionName name;
  // Present when it is an app file, which was compiled.
  std::unique_ptr<resolve::CompiledApp> app;
  // Only of a manifest file.
  SourceFile file;
  manifest::ReadManifest manifest;
  // There is no such file, and the manifest is empty.
  bool is_absent = false;
};

bool is_manifest(std::string_view path, std::string_view text) {
  if (path.ends_with(".json")) return true;
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return false;
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

bool has_errors(const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& found : findings) {
    if (found.severity == Severity::error) return true;
  }
  return false;
}

// The manifest of `text`, which may say what is wrong with it.
std::optional<manifest::ReadManifest> read_text(Session& session, const SourceFile& text) {
  Sink sink;
  auto read = manifest::read_manifest(text, sink);
  const std::vector<Diagnostic> findings = sink.take();
  session.show_findings(text, findings);
  if (has_errors(findings)) return std::nullopt;
  return read;
}

// Makes a version of an app file (`*.yaml`, `*.yml`) or a manifest (`*.json`); of any other name
// the content tells which. What keeps it from having a manifest is said on standard error under
// `name`, and the error is the exit code. Rules of the linter are not run.
tl::expected<AppVersion, ExitCode> read_version(Session& session, const catalog::Catalog& catalog,
                                                std::string text, const review::VersionName& name) {
  AppVersion version{.name = name};
  SourceFile file{name.text(), std::move(text)};
  if (is_manifest(name.path, file.text)) {
    version.file = std::move(file);
    auto read = read_text(session, version.file);
    if (!read) return tl::unexpected(ExitCode::findings);
    version.manifest = std::move(*read);
    return version;
  }
  driver::Checked checked = driver::check(std::move(file), {.catalog = &catalog});
  if (checked.has_errors()) {
    session.show_findings(checked);
    return tl::unexpected(ExitCode::findings);
  }
  version.app = std::move(checked.analysis);
  auto read = read_text(session, {name.text(), std::move(checked.manifest)});
  if (!read) return tl::unexpected(ExitCode::findings);
  version.manifest = std::move(*read);
  return version;
}

AppVersion absent_version(const review::VersionName& name) {
  AppVersion version{.name = name, .is_absent = true};
  Sink sink;
  version.manifest = std::move(*manifest::read_manifest({name.path, "{}"}, sink));
  return version;
}

using WriteChanges = std::string (*)(const review::ChangeReport&);

constexpr ChoiceWord<WriteChanges> kDiffFormats[] = {
    {"text", review::changes_text},
    {"markdown", review::changes_markdown, "for a pull request"},
    {"json", review::changes_json}};

// The costs of a change that make the command fail.
enum class FailOn : std::uint8_t { nothing, security, reauthorization, any };

constexpr model::EnumWord<FailOn> kFailOn[] = {{"security", FailOn::security},
                                               {"reauthorization", FailOn::reauthorization},
                                               {"any", FailOn::any}};

struct DiffOptions {
  std::vector<std::string> files;
  std::string against;
  WriteChanges write = review::changes_text;
  FailOn fail_on = FailOn::nothing;
};

using Version = tl::expected<AppVersion, ExitCode>;

const SourceFile& file_of(const AppVersion& version) {
  return version.app ? version.app->file : version.file;
}

// Finds places in one version.
class VersionPlaces {
 public:
  explicit VersionPlaces(const AppVersion& version)
      : version_(version), lines_(file_of(version).text) {
    if (version.app) in_app_.emplace(version.app->resolved);
  }

  std::optional<LineColumn> of(const manifest::ManifestChange& change, bool is_after) const {
    const manifest::ChangeKind absent =
        is_after ? manifest::ChangeKind::removed : manifest::ChangeKind::added;
    if (version_.is_absent || change.kind == absent) return std::nullopt;
    const auto& order = is_after ? change.after_order : change.before_order;
    const Span span = in_app_ ? in_app_->of(change, is_after) : version_.manifest.place_of(order);
    if (span.empty()) return std::nullopt;
    return lines_.position(span.begin);
  }

 private:
  const AppVersion& version_;
  const LineIndex lines_;
  std::optional<review::AppPlaces> in_app_;
};

bool is_published(const AppVersion& version) {
  return version.app != nullptr && version.app->app.stage_or_default() == model::Stage::published;
}

review::ChangeStage stage_of(const AppVersion& before, const AppVersion& after) {
  if (is_published(before)) return review::ChangeStage::published;
  const bool was_app = before.app != nullptr || before.is_absent;
  if (is_published(after))
    return was_app ? review::ChangeStage::publishing : review::ChangeStage::published;
  return before.app != nullptr || after.app != nullptr ? review::ChangeStage::testing
                                                       : review::ChangeStage::unknown;
}

review::ChangeReport compare(const AppVersion& before, const AppVersion& after) {
  review::ChangeReport report{.before = before.name,
                              .after = after.name,
                              .is_new = before.is_absent,
                              .stage = stage_of(before, after)};
  const VersionPlaces before_places(before);
  const VersionPlaces after_places(after);
  for (manifest::ManifestChange& change :
       manifest::compare_manifests(*before.manifest.manifest, *after.manifest.manifest)) {
    review::WeighedChange weighed{.cost = review::cost_of(change),
                                  .before_place = before_places.of(change, false),
                                  .after_place = after_places.of(change, true)};
    // Nobody has authorised an app that is new.
    if (before.is_absent) weighed.cost.reauthorization = review::Reauthorization::nobody;
    weighed.change = std::move(change);
    report.changes.push_back(std::move(weighed));
  }
  return report;
}

bool fails(const review::ChangeReport& report, FailOn fail_on) {
  const review::ChangeCost cost = report.cost();
  switch (fail_on) {
    case FailOn::nothing: return false;
    case FailOn::security: return cost.security_review;
    case FailOn::reauthorization: return cost.reauthorization != review::Reauthorization::nobody;
    case FailOn::any: return cost != review::ChangeCost{};
  }
  return false;
}

Version read_file(Session& session, const catalog::Catalog& catalog, const std::string& path) {
  auto file = session.read(path);
  if (!file) return tl::unexpected(file.error());
  return read_version(session, catalog, std::move(file->text), {file->path});
}

Version read_old(Session& session, const catalog::Catalog& catalog, const DiffOptions& options) {
  if (options.against.empty()) return read_file(session, catalog, options.files.front());
  const std::string& path = options.files.front();
  const review::VersionName name{path, options.against};
  auto text = read_at_revision(options.against, path);
  if (!text) {
    const GitProblem& problem = text.error();
    return tl::unexpected(problem.code == ExitCode::usage ? session.refuse_usage(problem.message)
                                                          : session.refuse_io(problem.message));
  }
  if (!*text) return absent_version(name);
  return read_version(session, catalog, std::move(**text), name);
}

std::string usage_mistake(const DiffOptions& options) {
  const std::size_t count = options.files.size();
  if (!options.against.empty()) {
    if (count != 1) return "--against takes one file: it is compared with its own older version";
    if (options.files.front() == "-") return "--against needs a file: git knows no standard input";
    return {};
  }
  if (count != 2) return "diff takes two files, or one and --against";
  if (options.files[0] == "-" && options.files[1] == "-") {
    return "standard input can be one of the two only";
  }
  return {};
}

ExitCode diff(Session& session, const DiffOptions& options) {
  const std::string mistake = usage_mistake(options);
  if (!mistake.empty()) return session.refuse_usage(mistake);
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  const Version before = read_old(session, **catalog, options);
  const Version after = read_file(session, **catalog, options.files.back());
  if (!before || !after) {
    return worst(before ? ExitCode::fine : before.error(), after ? ExitCode::fine : after.error());
  }
  const review::ChangeReport report = compare(*before, *after);
  const ExitCode written =
      session.tell(options.write(report), {&file_of(*before), &file_of(*after)});
  return worst(written, fails(report, options.fail_on) ? ExitCode::findings : ExitCode::fine);
}

constexpr shell::CommandOption kDiffOptions[] = {
    required(argument<&DiffOptions::files>(
        "FILE", "The old and the new app or manifest, - for standard input; one with --against")),
    option<&DiffOptions::against>("--against", "REV",
                                  "Compare the file with what it was at this commit of git"),
    choice<kDiffFormats, &DiffOptions::write>("--format", "FORMAT", "{}"),
    choice<kFailOn, &DiffOptions::fail_on>(
        "--fail-on", "COST", "Exit with 1 if the changes cost a published app this: {}")};
constexpr shell::CommandExample kDiffExamples[] = {
    {"zoomc diff --against origin/main crm.zoom.yaml",
     "What a branch changes, and what that costs in review"},
    {"zoomc diff old.zoom.yaml new.zoom.yaml --fail-on security", "Fail when scopes are added"}};

}  // namespace

constexpr CommandEntry kDiff = entry<DiffOptions, diff>(
    {.name = "diff",
     .group = groups::kReview,
     .summary = "Show what changed between two versions, and what it costs in review",
     .options = kDiffOptions,
     .examples = kDiffExamples});

}  // namespace zoomc::cli
