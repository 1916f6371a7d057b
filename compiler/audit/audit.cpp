#include "audit/audit.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "audit/app_view.h"
#include "audit/audit_listing.h"
#include "audit/audit_scopes.h"
#include "audit/guide_scopes.h"
#include "diagnostics/codes.h"
#include "lint/facts.h"
#include "lint/lint.h"
#include "manifest/validate.h"

namespace zoomc {
namespace {

// What the rules find as well as the validator, and more precisely.
bool is_for_rules(const ManifestFinding& found) {
  return found.id == manifest_codes::kInvalidUrl.id ||
         found.id == manifest_codes::kRedirectNotAllowListed.id;
}

void add_validation(const ManifestView& manifest, const json::Value& value, const Catalog& catalog,
                    const Platform* platform, Sink& sink) {
  const GuideScopes guide_scopes(manifest, catalog, platform);
  guide_scopes.report(sink);
  for (ManifestFinding& found : validate_manifest(value, catalog)) {
    if (is_for_rules(found) || guide_scopes.covers(found)) continue;
    // What is dropped is dropped with its key.
    const bool is_whole = found.verdict == ZoomVerdict::drops;
    sink.add({.id = found.id,
              .severity = found.severity,
              .primary = is_whole ? manifest.key_of(found.order) : manifest.span_of(found.order),
              .message = std::move(found.message),
              .zoom = {.verdict = found.verdict},
              .pointer = std::move(found.pointer)});
  }
}

// A manifest that Zoom is to take has its values in it, so a reference would be of no use.
Diagnostic secret_in_manifest(Diagnostic found) {
  found.severity = audit_codes::kInlineSecret.severity;
  found.message =
      "this looks like a secret; anyone with access to the file can read it. Keep the file out of "
      "the repository";
  found.zoom = {};
  found.fixes.clear();
  return found;
}

// Returns where the manifest has secrets.
std::vector<Span> run_rules(const CompiledApp& view, std::span<const Rule> rules, Sink& sink) {
  const LintFacts facts(view);
  std::vector<Rule> fitting;
  std::copy_if(rules.begin(), rules.end(), std::back_inserter(fitting), [](const Rule& rule) {
    return applies_to(rule.info->applies_to, AppliesTo::manifest);
  });
  Sink found;
  // JSON has no comments.
  Sink suppressed;
  lint(view, facts, fitting, {.whole = false}, {}, found, suppressed);
  for (Diagnostic& one : found.take()) {
    const bool is_secret = one.id == audit_codes::kInlineSecret.id;
    sink.add(is_secret ? secret_in_manifest(std::move(one)) : std::move(one));
  }
  return places_of(facts.secrets, view.file.text);
}

// Goes on inside as long as there is a manifest in the manifest, and reports that.
void unwrap(ReadManifest& read, Sink& sink) {
  bool is_first = true;
  while (const auto inner = read.wrapped_again()) {
    if (std::exchange(is_first, false)) {
      Diagnostic found =
          finding(audit_codes::kWrappedTwice, read.manifest_spans->children[*inner].key,
                  "the manifest is wrapped in `manifest` twice; take one away");
      found.zoom = {ZoomVerdict::rejects, "its errors are then about fields that are there"};
      found.pointer = "/manifest";
      sink.add(std::move(found));
    }
    read.enter(*inner);
  }
}

// A text that is wrong for another reason is not told to be a placeholder too. Findings are in the
// order of the file.
void drop_second_thoughts(std::vector<Diagnostic>& findings) {
  std::vector<Diagnostic> kept;
  const auto is_within = [&](std::size_t i, Span span) {
    return i < findings.size() && findings[i].id != audit_codes::kPlaceholderText.id &&
           span.contains(findings[i].primary);
  };
  std::vector<bool> drop(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool placeholder = findings[i].id == audit_codes::kPlaceholderText.id;
    const Span span = findings[i].primary;
    drop[i] = placeholder && (is_within(i + 1, span) || (i > 0 && is_within(i - 1, span)));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(findings[i]));
  }
  findings = std::move(kept);
}

// What the validator does, of findings that tell what comes later.
void tell_validators_part(Diagnostic& found) {
  std::string later;
  switch (found.zoom.verdict) {
    case ZoomVerdict::accepts:
    case ZoomVerdict::rejects:
    case ZoomVerdict::can_reject:
    case ZoomVerdict::drops: return;
    case ZoomVerdict::unknown: break;
    case ZoomVerdict::review: later = "its review sends it back"; break;
    case ZoomVerdict::runtime: later = "it fails at run time"; break;
  }
  found.zoom.verdict = ZoomVerdict::accepts;
  if (later.empty()) return;
  found.zoom.text = found.zoom.text.empty() ? later : later + "; " + found.zoom.text;
}

// What Zoom makes of a key that stands twice is not known.
bool is_about_reading(const Diagnostic& found) {
  return found.id == syntax_codes::kDuplicateKey.id;
}

// Every finding says what Zoom does, and names its place as Zoom does.
void complete(const ManifestView& manifest, std::vector<Diagnostic>& findings) {
  for (Diagnostic& found : findings) {
    if (!is_about_reading(found)) tell_validators_part(found);
    if (found.pointer.empty()) found.pointer = manifest.pointer_of(found.primary);
    found.hints.insert(found.hints.begin(), "setting: " + found.pointer);
  }
}

// Of all that was found, the gravest.
ZoomVerdict verdict_of(const std::vector<Diagnostic>& findings) {
  const auto has = [&findings](ZoomVerdict verdict) {
    return std::any_of(findings.begin(), findings.end(), [verdict](const Diagnostic& found) {
      return found.zoom.verdict == verdict;
    });
  };
  if (has(ZoomVerdict::rejects)) return ZoomVerdict::rejects;
  return has(ZoomVerdict::can_reject) ? ZoomVerdict::can_reject : ZoomVerdict::accepts;
}

// What could not be read: Zoom reads no more than we do, and perhaps the file is an app.
void complete_unread(const SourceFile& file, std::vector<Diagnostic>& findings) {
  for (Diagnostic& found : findings) {
    const bool no_manifest =
        found.id == manifest_codes::kJsonSyntax.id || found.id == manifest_codes::kWrongType.id;
    if (no_manifest) found.zoom.verdict = ZoomVerdict::rejects;
  }
  if (!file.path.ends_with(".yaml") && !file.path.ends_with(".yml")) return;
  for (Diagnostic& found : findings) {
    found.hints.push_back("this looks like an app file: `zoomc lint` checks those");
  }
}

}  // namespace

Audit audit_manifest(const SourceFile& file, const Catalog& catalog, std::span<const Rule> rules) {
  Sink sink;
  auto read = read_manifest(file, sink);
  if (!read) {
    Audit audit{.findings = sink.take()};
    complete_unread(file, audit.findings);
    return audit;
  }
  unwrap(*read, sink);
  const ManifestView manifest(*read);
  const std::unique_ptr<CompiledApp> view = view_as_app(manifest, file, catalog);
  add_validation(manifest, *read->manifest, catalog, view->resolved.platform, sink);
  std::vector<Span> secrets = run_rules(*view, rules, sink);
  audit_scopes(manifest, catalog, view->resolved.platform, sink);
  audit_listing(manifest, catalog, sink);
  Audit audit{.findings = sink.take()};
  audit.verdict = verdict_of(audit.findings);
  drop_second_thoughts(audit.findings);
  complete(manifest, audit.findings);
  audit.secrets = std::move(secrets);
  return audit;
}

}  // namespace zoomc
