#include "driver/check.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "driver/rule_ids.h"
#include "lint/lint.h"
#include "manifest/write.h"
#include "model/build.h"
#include "resolve/resolve.h"
#include "syntax/parse.h"

namespace zoomc::driver {
namespace {

void collect(const syntax::Node& node, std::vector<Span>& named) {
  if (node.alias) named.push_back(node.named);
  for (const syntax::Node& item : node.items) collect(item, named);
  for (const syntax::Member& member : node.members) {
    collect(member.key, named);
    collect(member.value, named);
  }
}

// The same places in order, those that touch made one.
std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back() = Span::cover(out.back(), span);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

bool touches_one(const std::vector<Span>& places, Span span) {
  const auto next = std::partition_point(places.begin(), places.end(),
                                         [&](Span place) { return place.end < span.begin; });
  return next != places.end() && next->begin <= span.end;
}

// Removes the fixes that edit the value of an alias: the other places would
// change too, which the finding does not say.
void withhold_fixes_of_shared_values(const SourceFile& file, const syntax::Document& document,
                                     std::vector<Diagnostic>& findings) {
  const bool has_fixes = std::any_of(findings.begin(), findings.end(),
                                     [](const Diagnostic& found) { return !found.fixes.empty(); });
  // Most files have no alias.
  if (!has_fixes || file.text.find('*') == std::string::npos) return;
  std::vector<Span> named;
  collect(document.root, named);
  const std::vector<Span> shared = joined(std::move(named));
  const auto is_shared = [&](const Edit& edit) { return touches_one(shared, edit.span); };
  for (Diagnostic& found : findings) {
    std::erase_if(found.fixes, [&](const Fix& fix) {
      return std::any_of(fix.edits.begin(), fix.edits.end(), is_shared);
    });
  }
}

bool is_overridden(const model::Overrides& overrides) {
  return !overrides.regions.empty() || overrides.stage || overrides.managed_by ||
         overrides.scope_names;
}

void run_rules(Checked& checked, const CheckOptions& options, std::span<const lint::Rule> rules,
               bool whole, std::vector<Diagnostic> manifest_findings, Sink& sink,
               Sink& suppressed) {
  lint::lint(*checked.analysis, checked.facts, rules,
             {.config = options.config,
              .select = options.select,
              .ignore = options.ignore,
              .fixed_ids = phase_ids(),
              .whole = whole},
             std::move(manifest_findings), sink, suppressed);
}

void find_facts(Checked& checked, bool has_errors) {
  resolve::CompiledApp& app = *checked.analysis;
  checked.facts = lint::LintFacts(app);
  if (has_errors) lint::add_unread_secrets(app, checked.facts.secrets);
  app.file.secrets = lint::places_of(checked.facts.secrets, app.file.text);
}

// A file that is not a valid app can have secrets too.
void look_for_secrets(Checked& checked, const CheckOptions& options, Sink& sink, Sink& suppressed) {
  const auto rule = std::find_if(
      options.rules.begin(), options.rules.end(),
      [](const lint::Rule& one) { return one.info->id == std::string_view("inline-secret"); });
  resolve::CompiledApp& app = *checked.analysis;
  Sink nothing;
  app.resolved = resolve::resolve(app.app, app.catalog, nothing);
  if (rule == options.rules.end()) return;
  find_facts(checked, sink.has_errors());
  const auto at = static_cast<std::size_t>(rule - options.rules.begin());
  run_rules(checked, options, options.rules.subspan(at, 1), false, {}, sink, suppressed);
}

}  // namespace

bool Checked::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& found) { return found.severity == Severity::error; });
}

Checked check(SourceFile file, const CheckOptions& options) {
  Checked checked{.analysis =
                      std::make_unique<resolve::CompiledApp>(std::move(file), *options.catalog)};
  resolve::CompiledApp& app = *checked.analysis;
  Sink sink;
  Sink suppressed;
  if (auto document = syntax::parse(app.file, sink)) {
    app.document = std::move(*document);
    app.app = model::build_app(app.document, sink);
    checked.is_app = app.app.is_readable();
  }
  if (checked.is_app) {
    model::apply(options.overrides, app.app);
    app.resolved = resolve::resolve(app.app, app.catalog, sink);
    const bool whole = !sink.has_errors() && !is_overridden(options.overrides);
    find_facts(checked, sink.has_errors());
    Sink manifest_sink;
    if (options.findings_only) {
      manifest::check_manifest_extra(app.resolved, manifest_sink);
    } else {
      checked.manifest = manifest::write_manifest(app.resolved, checked.facts.justifications.get(),
                                                  options.wrap, manifest_sink);
    }
    run_rules(checked, options, options.rules, whole, manifest_sink.take(), sink, suppressed);
  } else {
    look_for_secrets(checked, options, sink, suppressed);
  }
  checked.findings = sink.take();
  withhold_fixes_of_shared_values(app.file, app.document, checked.findings);
  checked.suppressed = suppressed.take();
  return checked;
}

}  // namespace zoomc::driver
