#include "audit/audit.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <iterator>
#include <memory>
#include <optional>
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
#include "lint/deprecation.h"
#include "lint/facts.h"
#include "lint/guide_name.h"
#include "lint/lint.h"
#include "lint/placeholder.h"
#include "lint/setting.h"
#include "manifest/validate.h"
#include "text/nearest.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::audit {
namespace {

using namespace audit_codes;

// Each suggestion compares a name with the whole catalog, so only as many names as a person would
// write get one.
constexpr std::size_t kMaxSuggestions = 20;

// The use of a scope in the catalog.
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
    // The platform itself may ask for the guide's names.
    for (const std::string_view name : feature.guide_scopes) {
      if (names_.count(name) != 0) return;
    }
    for (const catalog::OperationId id : feature.operations) {
      const catalog::Operation& operation = catalog_.operations[id];
      if (has_any(operation.granular) || has_any(operation.classic)) continue;
      const manifest::JsonPlace scopes = manifest_.section("oauth_information").member("scopes");
      Diagnostic found = finding(kMissingSignInScope, manifest_.span_of(scopes),
                                 sign_in_message(platform, operation));
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

  // Settings that do not work without a scope of the manifest's level.
  void audit_settings() {
    const catalog::Level level = is_admin_ ? catalog::Level::admin : catalog::Level::user;
    for (const catalog::ImpliedScope& implied : catalog_.implied_scopes) {
      if (implied.effect != catalog::Implication::needs || names_.contains(implied.scope)) continue;
      const manifest::JsonPlace setting = setting_at(implied.because_of);
      const auto row = catalog::find_scope(catalog_, implied.scope, catalog::ScopeModel::granular);
      if (!setting.is_true() || !row || catalog_.scopes[*row].level != level) continue;
      Diagnostic found =
          finding(kSettingWithoutScope, manifest_.span_of(setting), lint::setting_message(implied));
      found.zoom = {ZoomVerdict::runtime, "what the setting switches on then does not work"};
      sink_.add(std::move(found));
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
      if (is_for_setting(*name)) continue;
      if (use == uses.end()) {
        report_unexplained(*name, entry);
      } else if (!use->second.operations && !is_any_subscribed(use->second.events)) {
        report_unused(*name, use->second.events, entry);
      }
    }
  }

 private:
  // At a path of keys, "features.embed.meeting_sdk.enable".
  manifest::JsonPlace setting_at(std::string_view path) const {
    std::size_t dot = std::min(path.find('.'), path.size());
    manifest::JsonPlace place = manifest_.section(path.substr(0, dot));
    while (dot < path.size()) {
      path.remove_prefix(dot + 1);
      dot = std::min(path.find('.'), path.size());
      place = place.member(path.substr(0, dot));
    }
    return place;
  }

  // Whether a setting of the manifest is what the scope is for.
  bool is_for_setting(std::string_view scope) const {
    const auto& all = catalog_.implied_scopes;
    return std::any_of(all.begin(), all.end(), [&](const catalog::ImpliedScope& implied) {
      return implied.scope == scope && implied.is_setting &&
             setting_at(implied.because_of).is_true();
    });
  }

  bool has_any(std::span<const catalog::ScopeId> scopes) const {
    return std::any_of(scopes.begin(), scopes.end(), [this](catalog::ScopeId id) {
      return names_.count(catalog_.scopes[id].name) != 0;
    });
  }

  // The one of these scopes that has the manifest's level.
  std::optional<std::string_view> name_at_level(std::span<const catalog::ScopeId> scopes) const {
    const catalog::Level level = is_admin_ ? catalog::Level::admin : catalog::Level::user;
    for (const catalog::ScopeId id : scopes) {
      const catalog::Scope& scope = catalog_.scopes[id];
      if (scope.level == level) return scope.name;
    }
    return std::nullopt;
  }

  std::string sign_in_message(const catalog::Platform& platform,
                              const catalog::Operation& operation) const {
    const std::string call = in_backticks(catalog::display_name(operation));
    const auto scope = name_at_level(operation.granular);
    return scope ? fmt::format(
                       "{} calls {} when somebody signs in, and no scope here allows it; add {}",
                       platform.title, call, in_backticks(*scope))
                 : fmt::format("{} calls {} when somebody signs in, and no scope here allows it",
                               platform.title, call);
  }

  std::string event_message(const catalog::Event& event) const {
    const auto scope = name_at_level(event.granular);
    return scope ? fmt::format("no scope here allows the event {}; add {}",
                               in_backticks(event.name), in_backticks(*scope))
                 : fmt::format("no scope here allows the event {}", in_backticks(event.name));
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
    audit_end(name, place);
    const catalog::Event& event = catalog_.events[*id];
    const bool has_scopes = !event.granular.empty() || !event.classic.empty();
    if (!has_scopes || has_any(event.granular) || has_any(event.classic)) return;
    Diagnostic found = finding(kMissingEventScope, manifest_.span_of(place), event_message(event));
    found.zoom = {ZoomVerdict::runtime, "`The event is not allowed for the app: …` (1602)"};
    if (event.basis == catalog::EventBasis::derived) {
      found.hints.push_back(
          "zoomc derives this scope from the names; Zoom's page does not give it");
    }
    sink_.add(std::move(found));
  }

  void audit_end(std::string_view event, const manifest::JsonPlace& place) {
    const auto row = catalog::find_deprecation(catalog_, event);
    if (!row) return;
    sink_.add(
        finding(kDeprecatedOperation, manifest_.span_of(place), lint::deprecation_message(*row)));
  }

  void report_unknown(std::string_view name, const manifest::JsonPlace& place) {
    std::string message = fmt::format("{} is not in the catalog of events", in_backticks(name));
    if (suggestions_++ < kMaxSuggestions) {
      std::vector<std::string_view> names;
      for (const catalog::Event& event : catalog_.events) names.push_back(event.name);
      if (const auto near = nearest_of_product(name, names)) {
        message += fmt::format("; did you mean {}?", in_backticks(*near));
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
    Diagnostic found = finding(
        kUnexplainedScope, manifest_.span_of(entry.member("scope")),
        fmt::format(
            "no operation or event of the catalog needs {}: a reviewer will ask what it is for",
            in_backticks(name)));
    found.zoom.verdict = ZoomVerdict::accepts;
    found.pointer = entry.pointer();
    sink_.add(std::move(found));
  }

  void report_unused(std::string_view name, const std::vector<std::string_view>& events,
                     const manifest::JsonPlace& entry) {
    Diagnostic found = finding(kUnusedEventScope, manifest_.span_of(entry.member("scope")),
                               fmt::format("{} allows only events such as {}, and the manifest "
                                           "subscribes to none of them: remove it, or subscribe",
                                           in_backticks(name), in_backticks(events.front())));
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

// Reports what the catalog says about a manifest's scopes besides its events: scopes that are
// missing for signing in on `platform` (may be null) or for an event, and scopes that nothing needs
// as far as a manifest shows.
void audit_scopes(const ManifestView& manifest, const catalog::Catalog& catalog,
                  const catalog::Platform* platform, Sink& sink) {
  ScopeAudit audit(manifest, catalog, sink);
  if (platform != nullptr) audit.audit_sign_in(*platform);
  audit.audit_events();
  audit.audit_settings();
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

// The scopes of a manifest that uses the guide's names, as `scope_names: guide` writes it: on a
// platform that has such names, with all that the guide names for signing in. The findings of the
// validator about single names become one doubt, as for the app.
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

  // True if `report` already says it.
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
        fmt::format(
            "these are the guide's scope names, some of which Zoom may refuse: {}; compile with "
            "`scope_names: granular` unless the platform itself asks for the guide's names",
            doubts.describe()));
    found.pointer = scopes.pointer();
    found.zoom = doubts.effect();
    sink.add(std::move(found));
  }

 private:
  const ManifestView& manifest_;
  const catalog::Catalog& catalog_;
  // The names, and Zoom's pointers of their entries; empty if the manifest does not use the guide's
  // names.
  std::vector<std::string> names_;
  std::set<std::string, std::less<>> pointers_;
};

constexpr std::size_t kMaxSummary = 150;

// The links that a reviewer opens.
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
           missing.size() == 1
               ? fmt::format("the listing has no {}: review opens it", missing.front())
               : fmt::format("the listing has no {}: review opens each of them",
                             join_words(missing, "or")));
  }

  void audit_summary(const manifest::JsonPlace& summary) {
    const auto text = summary.text();
    const std::size_t length = text ? count_code_points(*text) : 0;
    if (length <= kMaxSummary) return;
    report(kSummaryTooLong, summary,
           fmt::format("`description` has {} characters and the listing shows at most {}: move the "
                       "rest to `long_description`",
                       length, kMaxSummary));
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
      // A manifest does not say whether the app is published.
      if (one.kind == lint::PlaceholderKind::reserved_host) continue;
      const std::string what = in_backticks(one.part.of(text));
      const bool is_host = one.kind == lint::PlaceholderKind::example_host;
      return report(
          kPlaceholderText, place,
          is_host
              ? fmt::format("{} has {}, a host that is reserved for examples: nobody answers there",
                            in_backticks(name), what)
              : fmt::format("{} still has the placeholder {}: reviewers and users would read it",
                            in_backticks(name), what));
    }
  }

  const ManifestView& manifest_;
  const catalog::Catalog& catalog_;
  Sink& sink_;
};

// Reports what Zoom's review says about the texts of a manifest: missing links, a description that
// is too long, placeholders.
void audit_listing(const ManifestView& manifest, const catalog::Catalog& catalog, Sink& sink) {
  ListingAudit audit(manifest, catalog, sink);
  const manifest::JsonPlace display = manifest.section("display_information");
  audit.audit_links(display);
  audit.audit_summary(display.member("description"));
  audit.audit_texts(manifest.root(), "");
}

// True for findings that the rules report too, and more precisely.
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
    // A dropped key is dropped with its value.
    const bool is_whole = found.verdict == ZoomVerdict::drops;
    sink.add({.id = found.id,
              .severity = found.severity,
              .primary = is_whole ? manifest.key_of(found.order) : manifest.span_of(found.order),
              .message = std::move(found.message),
              .zoom = {.verdict = found.verdict},
              .pointer = std::move(found.pointer)});
  }
}

// A manifest for Zoom contains the values themselves, so a reference would not help.
Diagnostic secret_in_manifest(Diagnostic found) {
  found.severity = kInlineSecret.severity;
  found.message =
      "this looks like a secret; anyone with access to the file can read it. Keep the file out of "
      "the repository";
  found.zoom = {};
  found.fixes.clear();
  return found;
}

// Returns the places of secrets in the manifest.
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

// Goes inside as long as a manifest contains a manifest, and reports that.
void unwrap(manifest::ReadManifest& read, Sink& sink) {
  bool is_first = true;
  while (const auto inner = read.wrapped_again()) {
    if (std::exchange(is_first, false)) {
      Diagnostic found = finding(kWrappedTwice, read.manifest_spans->children[*inner].key,
                                 "the manifest is wrapped in `manifest` twice; remove one");
      found.zoom = {ZoomVerdict::rejects, "its errors are then about fields that are present"};
      found.pointer = "/manifest";
      sink.add(std::move(found));
    }
    read.enter(*inner);
  }
}

// Removes placeholder findings about a text that is wrong for another reason. Findings are in the
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

// Adds the validator's answer to findings that say what happens later.
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
  found.zoom.text = found.zoom.text.empty() ? later : fmt::format("{}; {}", later, found.zoom.text);
}

// It is not known what Zoom does with a duplicate key.
bool is_about_reading(const Diagnostic& found) {
  return found.id == syntax_codes::kDuplicateKey.id;
}

// Makes every finding say what Zoom does, and name its place as Zoom does.
void complete(const ManifestView& manifest, std::vector<Diagnostic>& findings) {
  for (Diagnostic& found : findings) {
    if (!is_about_reading(found)) tell_validators_part(found);
    if (found.pointer.empty()) found.pointer = manifest.pointer_of(found.primary);
    found.hints.insert(found.hints.begin(), fmt::format("setting: {}", found.pointer));
  }
}

// The most serious verdict of all findings.
ZoomVerdict verdict_of(const std::vector<Diagnostic>& findings) {
  const auto has = [&findings](ZoomVerdict verdict) {
    return std::any_of(findings.begin(), findings.end(), [verdict](const Diagnostic& found) {
      return found.zoom.verdict == verdict;
    });
  };
  if (has(ZoomVerdict::rejects)) return ZoomVerdict::rejects;
  return has(ZoomVerdict::can_reject) ? ZoomVerdict::can_reject : ZoomVerdict::accepts;
}

// For a file that could not be read: Zoom cannot read more than we do, and perhaps the file is an
// app.
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
