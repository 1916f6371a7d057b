#include <fmt/core.h>

#include "cli/checked_file.h"
#include "cli/command.h"
#include "manifest/read_manifest.h"
#include "review/drift.h"

namespace zoomc::cli {
namespace {

enum class DriftFormat : std::uint8_t { text, markdown, json };

constexpr model::EnumWord<DriftFormat> kDriftFormats[] = {
    {"text", DriftFormat::text}, {"markdown", DriftFormat::markdown}, {"json", DriftFormat::json}};

struct DriftOptions {
  model::Overrides app;
  std::string file;
  std::string manifest;
  DriftFormat format = DriftFormat::text;
};

std::string write(const review::DriftReport& report, const std::string& path, DriftFormat format) {
  const std::string update = fmt::format("zoomc compile --wrap {}", file_argument(path));
  switch (format) {
    case DriftFormat::text: return review::drift_text(report, update);
    case DriftFormat::markdown: return review::drift_markdown(report, update);
    case DriftFormat::json: return review::drift_json(report);
  }
  return {};
}

// Reads the manifest that Zoom has; reports what is wrong with it on standard error.
tl::expected<manifest::ReadManifest, ExitCode> read_zoom(Session& session, const SourceFile& file) {
  Sink sink;
  auto manifest = manifest::read_manifest(file, sink);
  const bool is_refused = !manifest || sink.has_errors();
  session.show_findings(file, sink.take());
  if (is_refused) return tl::unexpected(ExitCode::findings);
  while (const auto inner = manifest->wrapped_again()) manifest->enter(*inner);
  return std::move(*manifest);
}

ExitCode compare_with_zoom(Session& session, const DriftOptions& options) {
  if (options.file == "-" && options.manifest == "-")
    return session.refuse_usage("standard input can be one of the two only");
  const auto app = check_file(session, options.app, options.file);
  if (!app) return app.error();
  if (app->checked.has_errors()) session.show_findings(app->checked);
  const auto file = session.read(options.manifest);
  if (!file) return file.error();
  const auto zoom = read_zoom(session, *file);
  if (!zoom) return zoom.error();
  if (app->checked.has_errors()) return ExitCode::findings;

  Sink sink;
  const auto compiled = manifest::read_manifest({options.file, app->checked.manifest}, sink);
  if (!compiled) return ExitCode::findings;
  const review::DriftReport report =
      review::find_drift(app->made(), *compiled->manifest, *zoom, *file);
  const ExitCode written =
      session.tell(write(report, options.file, options.format), {&app->made().file, &*file});
  return worst(written, report.is_clean() ? ExitCode::fine : ExitCode::findings);
}

constexpr auto kDriftOptions =
    joined({required(argument<&DriftOptions::file>("FILE", "The app; - for standard input")),
            required(argument<&DriftOptions::manifest>(
                "MANIFEST",
                "The manifest exported from Zoom (JSON, wrapped or not); - for standard input")),
            choice<kDriftFormats, &DriftOptions::format>("--format", "FORMAT", "{}")},
           app_options<&DriftOptions::app>());
constexpr shell::CommandExample kDriftExamples[] = {
    {"zoomc drift crm.zoom.yaml exported.json", "Compare git with what Zoom has"}};

}  // namespace

constexpr CommandEntry kDrift = entry<DriftOptions, compare_with_zoom>(
    {.name = "drift",
     .group = groups::kReview,
     .summary = "Compare an app file with the manifest that Zoom has",
     .options = kDriftOptions,
     .examples = kDriftExamples});

}  // namespace zoomc::cli
