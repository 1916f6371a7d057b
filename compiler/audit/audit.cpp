#include "audit/audit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "audit/app_view.h"
#include "catalog/catalog.h"
#include "catalog/lookup.h"
#include "catalog/manifest_limits.h"
#include "diagnostics/codes.h"
#include "diagnostics/sink.h"
#include "lint/facts.h"
#include "lint/guide_name.h"
#include "lint/lint.h"
#include "lint/placeholder.h"
#include "manifest/validate.h"
#include "text/nearest.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::audit {
namespace {

using namespace audit_codes;

// An edit distance to the whole catalog for no more names than a person would write.
constexpr std::size_t kMaxSuggestions = 20;

// What a scope of the catalog is there for.
struct Use {
  bool operations = false;
  std::vector<std::string_view> events;
};

class ScopeAudit {
 public:
  ScopeAudit(const ManifestView& manifest, const catalog::Catalog& catalog, Sink& sink)
      : manifest_(manifest), catalog_(catalog), sink_(sink) {
    const manifest::JsonPlace oauth = manifest.section("oauth_information");
    is_admin_ = oauth.member("usage").text() == "ADMIN_MANAGEMENT";
    const manifest::JsonPlace scopes = oauth.member("scopes");
    for (std::size_t i = 0; i < scopes.item_count(); ++i) {
      if (const auto name = scopes.item(i).member("scope").text()) names_.insert(*name);
    }
  }

  void audit_sign_in(const catalog::Platform& platform) {
    if (!platform.sign_in || names_.empty()) return;
    const catalog::Feature& feature = catalog_.features[*platform.sign_in];
    // The guide's names are what the platform itself may ask for.
    for (const std::string_view name : feature.guide_scopes) {
      if (names_.count(name) != 0) return;
    }
    for (const catalog::OperationId id : feature.operations) {
      const catalog::Operation& operation = catalog_.operations[id];
      if (has_any(operation.granular) || has_any(operation.classic)) continue;
      const manifest::JsonPlace scopes = manifest_.section("oauth_information").member("scopes");
      Diagnostic found = finding(
          kMissingSignInScope, manifest_.span_of(scopes),
          std::string(platform.title) + " calls " + in_backticks(catalog::display_name(operation)) +
              " when somebody signs in, and no scope here allows it" + add(operation.granular));
      found.zoom = {ZoomVerdict::runtime, "`Invalid access token, does not contain scopes:[…]`"};
      sink_.add(std::move(found));
    }
  }

  void audit_events() {
    const manifest::JsonPlace events =
        manifest_.section("features").member("event_subscription").member("events");
    for (std::size_t i = 0; i < events.item_count(); ++i) {
      const manifest::JsonPlace types = events.item(i).member("event_types");
      for (std::size_t at = 0; at < types.item_count(); ++at) {
        const auto name = types.item(at).text();
        // The same event in several subscriptions is one mistake.
        if (name && subscribed_.insert(*name).second) audit_event(*name, types.item(at));
      }
    }
  }

  void audit_uses() {
    const auto uses = uses_of_scopes();
    const manifest::JsonPlace scopes = manifest_.section("oauth_information").member("scopes");
    std::unordered_set<std::string_view> told;
    for (std::size_t i = 0; i < scopes.item_count(); ++i) {
      const manifest::JsonPlace entry = scopes.item(i);
      const auto name = entry.member("scope").text();
      if (!name || !told.insert(*name).second || !is_known(*name)) continue;
      const auto use = uses.find(*name);
      if (use == uses.end()) {
        report_unexplained(*name, entry);
      } else if (!use->second.operations && !is_any_subscribed(use->second.events)) {
        report_unused(*name, use->second.events, entry);
      }
    }
  }

 private:
  bool has_any(std::span<const catalog::ScopeId> scopes) const {
    return std::any_of(scopes.begin(), scopes.end(), [this](catalog::ScopeId id) {
      return names_.count(catalog_.scopes[id].name) != 0;
    });
  }

  // "; add `scope`", for the one of the manifest's level.
  std::string add(std::span<const catalog::ScopeId> scopes) const {
    const catalog::Level level = is_admin_ ? catalog::Level::admin : catalog::Level::user;
    for (const catalog::ScopeId id : scopes) {
      const catalog::Scope& scope = catalog_.scopes[id];
      if (scope.level == level) return "; add " + in_backticks(scope.name);
    }
    return {};
  }

  bool is_known(std::string_view name) const {
    const auto granular = catalog::find_scope(catalog_, name, catalog::ScopeModel::granular);
    const auto found =
        granular ? granular : catalog::find_scope(catalog_, name, catalog::ScopeModel::classic);
    return found && catalog_.scopes[*found].level != catalog::Level::app;
  }

  void audit_event(std::string_view name, const manifest::JsonPlace& place) {
    // The validator has refused these.
    if (catalog::is_rtms_event(name)) return;
    const auto id = catalog::find_event(catalog_, name);
    if (!id) return report_unknown(name, place);
    const catalog::Event& event = catalog_.events[*id];
    const bool has_scopes = !event.granular.empty() || !event.classic.empty();
    if (!has_scopes || has_any(event.granular) || has_any(event.classic)) return;
    Diagnostic found =
        finding(kMissingEventScope, manifest_.span_of(place),
                "no scope here allows the event " + in_backticks(name) + add(event.granular));
    found.zoom = {ZoomVerdict::runtime, "`The event is not allowed for the app: …` (1602)"};
    if (event.basis == catalog::EventBasis::derived) {
      found.hints.push_back("which scope it needs is derived from the names, not from Zoom's page");
    }
    sink_.add(std::move(found));
  }

  void report_unknown(std::string_view name, const manifest::JsonPlace& place) {
    std::string message = in_backticks(name) + " is not in the catalog of events";
    if (suggestions_++ < kMaxSuggestions) {
      std::vector<std::string_view> names;
      for (const catalog::Event& event : catalog_.events) names.push_back(event.name);
      if (const auto near = nearest_of_product(name, names)) {
        message += ", perhaps " + in_backticks(*near) + " is meant";
      }
    }
    Diagnostic found = finding(kUnknownEvent, manifest_.span_of(place), std::move(message));
    found.zoom = {ZoomVerdict::runtime, "an event that Zoom does not know never arrives"};
    sink_.add(std::move(found));
  }

  std::unordered_map<std::string_view, Use> uses_of_scopes() const {
    std::unordered_map<std::string_view, Use> uses;
    for (const catalog::Scope& scope : catalog_.scopes) {
      if (scope.operations.empty() && scope.events.empty()) continue;
      Use& use = uses[scope.name];
      use.operations = use.operations || !scope.operations.empty();
      for (const catalog::EventId id : scope.events) use.events.push_back(catalog_.events[id].name);
    }
    return uses;
  }

  bool is_any_subscribed(const std::vector<std::string_view>& events) const {
    return std::any_of(events.begin(), events.end(),
                       [this](std::string_view event) { return subscribed_.count(event) != 0; });
  }

  void report_unexplained(std::string_view name, const manifest::JsonPlace& entry) {
    Diagnostic found = finding(kUnexplainedScope, manifest_.span_of(entry.member("scope")),
                               "no operation or event of the catalog needs " + in_backticks(name) +
                                   ": a reviewer will ask what it is for");
    found.zoom.verdict = ZoomVerdict::accepts;
    found.pointer = entry.pointer();
    sink_.add(std::move(found));
  }

  void report_unused(std::string_view name, const std::vector<std::string_view>& events,
                     const manifest::JsonPlace& entry) {
    Diagnostic found = finding(
        kUnusedEventScope, manifest_.span_of(entry.member("scope")),
        in_backticks(name) + " allows nothing but events such as " + in_backticks(events.front()) +
            ", and the manifest subscribes to none of them: remove it, or subscribe");
    found.zoom = {ZoomVerdict::review, "a scope that is not used is a reason for rejection"};
    found.pointer = entry.pointer();
    sink_.add(std::move(found));
  }

  const ManifestView& manifest_;
  const catalog::Catalog& catalog_;
  Sink& sink_;
  bool is_admin_ = false;
  std::unordered_set<std::string_view> names_;
  std::unordered_set<std::string_view> subscribed_;
  std::size_t suggestions_ = 0;
};

// What the catalog's tables say of a manifest's scopes beside its events: what signing in on
// `platform` (may be null) or an event needs and no scope allows, and scopes that nothing needs as
// far as a manifest can tell.
void audit_scopes(const ManifestView& manifest, const catalog::Catalog& catalog,
                  const catalog::Platform* platform, Sink& sink) {
  ScopeAudit audit(manifest, catalog, sink);
  if (platform != nullptr) audit.audit_sign_in(*platform);
  audit.audit_events();
  audit.audit_uses();
}

bool is_guide_name(const catalog::Catalog& catalog, std::string_view name) {
  return std::any_of(catalog.features.begin(), catalog.features.end(),
                     [&](const catalog::Feature& feature) {
                       const auto& names = feature.guide_scopes;
                       return std::find(names.begin(), names.end(), name) != names.end();
                     });
}

// A name that both models have means the granular scope.
std::optional<catalog::ScopeId> find_row(const catalog::Catalog& catalog, std::string_view name) {
  const auto granular = catalog::find_scope(catalog, name, catalog::ScopeModel::granular);
  return granular ? granular : catalog::find_scope(catalog, name, catalog::ScopeModel::classic);
}

// The scopes of a manifest that speaks the guide's names, as `scope_names: guide` writes it: on a
// platform that has such names, with all that the guide names for signing in. What the validator
// finds of them one by one is a single doubt, as for the app.
class GuideScopes {
 public:
  // `platform` may be null.
  GuideScopes(const ManifestView& manifest, const catalog::Catalog& catalog,
              const catalog::Platform* platform)
      : manifest_(manifest), catalog_(catalog) {
    if (platform == nullptr || !platform->has_guide_names || !platform->sign_in) return;
    const manifest::JsonPlace scopes = manifest.section("oauth_information").member("scopes");
    std::set<std::string_view> all;
    for (std::size_t i = 0; i < scopes.item_count(); ++i) {
      if (const auto name = scopes.item(i).member("scope").text()) all.insert(*name);
    }
    for (const std::string_view name : catalog.features[*platform->sign_in].guide_scopes) {
      if (all.count(name) == 0) return;
    }
    for (std::size_t i = 0; i < scopes.item_count(); ++i) {
      const auto name = scopes.item(i).member("scope").text();
      if (name && is_guide_name(catalog, *name)) pointers_.insert(scopes.item(i).pointer());
    }
    for (const std::string_view name : all) {
      if (is_guide_name(catalog, name)) names_.emplace_back(name);
    }
  }

  // Whether `report` says it.
  bool covers(const manifest::ManifestFinding& found) const {
    using namespace manifest_codes;
    const bool is_doubt = found.id == kUnknownScope.id || found.id == kClassicScope.id ||
                          found.id == kScopeLevelMismatch.id;
    return is_doubt && pointers_.count(found.pointer) != 0;
  }

  void report(Sink& sink) const {
    const manifest::JsonPlace oauth = manifest_.section("oauth_information");
    lint::GuideDoubts doubts(catalog_, oauth.member("usage").text() == "ADMIN_MANAGEMENT");
    for (const std::string& name : names_) doubts.look_at(name, find_row(catalog_, name));
    if (doubts.empty()) return;
    const manifest::JsonPlace scopes = oauth.member("scopes");
    Diagnostic found = finding(
        kGuideNames, manifest_.span_of(scopes),
        "these are the guide's scope names, some of which Zoom may refuse: " + doubts.describe() +
            "; compile with `scope_names: granular` unless the platform "
            "itself asks for the guide's names");
    found.pointer = scopes.pointer();
    found.zoom = doubts.effect();
    sink.add(std::move(found));
  }

 private:
  const ManifestView& manifest_;
  const catalog::Catalog& catalog_;
  // The names, and Zoom's pointers of their entries; empty where the manifest does not speak so.
  std::vector<std::string> names_;
  std::set<std::string, std::less<>> pointers_;
};

constexpr std::size_t kMaxSummary = 150;

// What the review opens.
constexpr std::array<std::string_view, 4> kLinks = {"privacy_url", "terms_url", "support_url",
                                                    "doc_url"};

class ListingAudit {
 public:
  ListingAudit(const ManifestView& manifest, const catalog::Catalog& catalog, Sink& sink)
      : manifest_(manifest), catalog_(catalog), sink_(sink) {}

  void audit_links(const manifest::JsonPlace& display) {
    if (!display.may_be_object()) return;
    std::vector<std::string> missing;
    for (const std::string_view link : kLinks) {
      if (display.member(link).is_blank()) missing.push_back(in_backticks(link));
    }
    if (missing.empty()) return;
    report(kMissingListingLink, display,
           "the listing has no " + join_words(missing, "or") + ": review opens " +
               (missing.size() == 1 ? "it" : "each of them"));
  }

  void audit_summary(const manifest::JsonPlace& summary) {
    const auto text = summary.text();
    const std::size_t length = text ? count_code_points(*text) : 0;
    if (length <= kMaxSummary) return;
    report(kSummaryTooLong, summary,
           "`description` has " + std::to_string(length) +
               " characters and the listing shows at most " + std::to_string(kMaxSummary) +
               ": say the rest in `long_description`");
  }

  // Every string below `place`.
  void audit_texts(const manifest::JsonPlace& place, std::string_view name) {
    if (const auto text = place.text()) return audit_text(place, name, *text);
    for (std::size_t i = 0; i < place.member_count(); ++i) {
      audit_texts(place.member_at(i), place.member_name(i));
    }
    for (std::size_t i = 0; i < place.item_count(); ++i) audit_texts(place.item(i), name);
  }

 private:
  void report(const Code& code, const manifest::JsonPlace& place, std::string message) {
    Diagnostic found = finding(code, manifest_.span_of(place), std::move(message));
    found.zoom.verdict = ZoomVerdict::review;
    sink_.add(std::move(found));
  }

  void audit_text(const manifest::JsonPlace& place, std::string_view name, std::string_view text) {
    for (const lint::Placeholder& one : lint::find_placeholders(catalog_, text)) {
      // Whether the app is published a manifest does not say.
      if (one.kind == lint::PlaceholderKind::reserved_host) continue;
      const std::string what = in_backticks(one.part.of(text));
      const bool is_host = one.kind == lint::PlaceholderKind::example_host;
      return report(kPlaceholderText, place,
                    is_host ? in_backticks(name) + " has " + what +
                                  ", a host that is reserved for examples: nobody answers there"
                            : in_backticks(name) + " still has the placeholder " + what +
                                  ": reviewers and users would read it");
    }
  }

  const ManifestView& manifest_;
  const catalog::Catalog& catalog_;
  Sink& sink_;
};

// What Zoom's review says of the texts of a manifest: links that are missing, a description that is
// too long, placeholders.
void audit_listing(const ManifestView& manifest, const catalog::Catalog& catalog, Sink& sink) {
  ListingAudit audit(manifest, catalog, sink);
  const manifest::JsonPlace display = manifest.section("display_information");
  audit.audit_links(display);
  audit.audit_summary(display.member("description"));
  audit.audit_texts(manifest.root(), "");
}

// What the rules find as well as the validator, and more precisely.
bool is_for_rules(const manifest::ManifestFinding& found) {
  return found.id == manifest_codes::kInvalidUrl.id ||
         found.id == manifest_codes::kRedirectNotAllowListed.id;
}

void add_validation(const ManifestView& manifest, const json::Value& value,
                    const catalog::Catalog& catalog, const catalog::Platform* platform,
                    Sink& sink) {
  const GuideScopes guide_scopes(manifest, catalog, platform);
  guide_scopes.report(sink);
  for (manifest::ManifestFinding& found : manifest::validate_manifest(value, catalog)) {
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
  found.severity = kInlineSecret.severity;
  found.message =
      "this looks like a secret; anyone with access to the file can read it. Keep the file out of "
      "the repository";
  found.zoom = {};
  found.fixes.clear();
  return found;
}

// Returns where the manifest has secrets.
std::vector<Span> run_rules(const resolve::CompiledApp& view, std::span<const lint::Rule> rules,
                            Sink& sink) {
  const lint::LintFacts facts(view);
  std::vector<lint::Rule> fitting;
  std::copy_if(rules.begin(), rules.end(), std::back_inserter(fitting), [](const lint::Rule& rule) {
    return applies_to(rule.info->applies_to, AppliesTo::manifest);
  });
  Sink found;
  // JSON has no comments.
  Sink suppressed;
  lint::lint(view, facts, fitting, {.whole = false}, {}, found, suppressed);
  for (Diagnostic& one : found.take()) {
    const bool is_secret = one.id == kInlineSecret.id;
    sink.add(is_secret ? secret_in_manifest(std::move(one)) : std::move(one));
  }
  return lint::places_of(facts.secrets, view.file.text);
}

// Goes on inside as long as there is a manifest in the manifest, and reports that.
void unwrap(manifest::ReadManifest& read, Sink& sink) {
  bool is_first = true;
  while (const auto inner = read.wrapped_again()) {
    if (std::exchange(is_first, false)) {
      Diagnostic found = finding(kWrappedTwice, read.manifest_spans->children[*inner].key,
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
    return i < findings.size() && findings[i].id != kPlaceholderText.id &&
           span.contains(findings[i].primary);
  };
  std::vector<bool> drop(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool placeholder = findings[i].id == kPlaceholderText.id;
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

Audit audit_manifest(const SourceFile& file, const catalog::Catalog& catalog,
                     std::span<const lint::Rule> rules) {
  Sink sink;
  auto read = manifest::read_manifest(file, sink);
  if (!read) {
    Audit audit{.findings = sink.take()};
    complete_unread(file, audit.findings);
    return audit;
  }
  unwrap(*read, sink);
  const ManifestView manifest(*read);
  const std::unique_ptr<resolve::CompiledApp> view = view_as_app(manifest, file, catalog);
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

}  // namespace zoomc::audit
