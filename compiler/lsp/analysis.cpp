#include "lsp/analysis.h"

#include "config/read_config.h"
#include "driver/rule_ids.h"
#include "syntax/parse.h"

namespace zoomc::lsp {
namespace {

// The tree of a file, whatever is in it.
Checked read_only(SourceFile file, const Catalog& catalog, Sink& sink) {
  Checked checked{.analysis = std::make_unique<CompiledApp>(std::move(file), catalog)};
  if (auto document = parse(checked.analysis->file, sink)) {
    checked.analysis->document = std::move(*document);
  }
  return checked;
}

Checked check_settings(SourceFile file, const Catalog& catalog, std::span<const Rule> rules) {
  Sink sink;
  Checked checked{.analysis = std::make_unique<CompiledApp>(std::move(file), catalog)};
  if (auto document = parse(checked.analysis->file, sink)) {
    const std::vector<std::string_view> ids = ids_of(rules);
    read_config(*document, {.rules = ids, .fixed = phase_ids()}, sink);
    checked.analysis->document = std::move(*document);
  }
  checked.findings = sink.take();
  return checked;
}

}  // namespace

FileKind file_kind(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name == kConfigName) return FileKind::settings;
  for (const std::string_view suffix : {".zoom.yaml", ".zoom.yml"}) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) return FileKind::app;
  }
  return FileKind::other;
}

CheckOptions options_for(const AppSettings& settings, const Catalog& catalog,
                         std::span<const Rule> rules) {
  CheckOptions options{.catalog = &catalog, .findings_only = true};
  if (settings.usable()) {
    options.rules = rules;
    options.config = settings.project.config();
  }
  return options;
}

AnalysisResult analyse(AnalysisJob job, const Catalog& catalog, std::span<const Rule> rules) {
  AnalysisResult result{
      .uri = std::move(job.uri), .serial = job.serial, .settings = std::move(job.settings)};
  Checked checked;
  if (job.kind == FileKind::settings) {
    checked = check_settings(std::move(job.file), catalog, rules);
  } else if (job.kind == FileKind::other || result.settings.project.excluded) {
    Sink unused;
    checked = read_only(std::move(job.file), catalog, unused);
  } else {
    checked = check(std::move(job.file), options_for(result.settings, catalog, rules));
  }
  result.checked = std::make_shared<const Checked>(std::move(checked));
  return result;
}

}  // namespace zoomc::lsp
