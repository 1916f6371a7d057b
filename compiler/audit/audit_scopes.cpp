#include "audit/audit_scopes.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "catalog/lookup.h"
#include "catalog/manifest_limits.h"
#include "diagnostics/codes.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc {
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
  ScopeAudit(const ManifestView& manifest, const Catalog& catalog, Sink& sink)
      : manifest_(manifest), catalog_(catalog), sink_(sink) {
    const JsonPlace oauth = manifest.section("oauth_information");
    is_admin_ = oauth.member("usage").text() == "ADMIN_MANAGEMENT";
    const JsonPlace scopes = oauth.member("scopes");
    for (std::size_t i = 0; i < scopes.item_count(); ++i) {
      if (const auto name = scopes.item(i).member("scope").text()) names_.insert(*name);
    }
  }

  void audit_sign_in(const Platform& platform) {
    if (!platform.sign_in || names_.empty()) return;
    const Feature& feature = catalog_.features[*platform.sign_in];
    // The guide's names are what the platform itself may ask for.
    for (const std::string_view name : feature.guide_scopes) {
      if (names_.count(name) != 0) return;
    }
    for (const OperationId id : feature.operations) {
      const Operation& operation = catalog_.operations[id];
      if (has_any(operation.granular) || has_any(operation.classic)) continue;
      const JsonPlace scopes = manifest_.section("oauth_information").member("scopes");
      Diagnostic found = finding(
          kMissingSignInScope, manifest_.span_of(scopes),
          std::string(platform.title) + " calls " + in_backticks(display_name(operation)) +
              " when somebody signs in, and no scope here allows it" + add(operation.granular));
      found.zoom = {ZoomVerdict::runtime, "`Invalid access token, does not contain scopes:[…]`"};
      sink_.add(std::move(found));
    }
  }

  void audit_events() {
    const JsonPlace events =
        manifest_.section("features").member("event_subscription").member("events");
    for (std::size_t i = 0; i < events.item_count(); ++i) {
      const JsonPlace types = events.item(i).member("event_types");
      for (std::size_t at = 0; at < types.item_count(); ++at) {
        const auto name = types.item(at).text();
        // The same event in several subscriptions is one mistake.
        if (name && subscribed_.insert(*name).second) audit_event(*name, types.item(at));
      }
    }
  }

  void audit_uses() {
    const auto uses = uses_of_scopes();
    const JsonPlace scopes = manifest_.section("oauth_information").member("scopes");
    std::unordered_set<std::string_view> told;
    for (std::size_t i = 0; i < scopes.item_count(); ++i) {
      const JsonPlace entry = scopes.item(i);
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
  bool has_any(std::span<const ScopeId> scopes) const {
    return std::any_of(scopes.begin(), scopes.end(),
                       [this](ScopeId id) { return names_.count(catalog_.scopes[id].name) != 0; });
  }

  // "; add `scope`", for the one of the manifest's level.
  std::string add(std::span<const ScopeId> scopes) const {
    const Level level = is_admin_ ? Level::admin : Level::user;
    for (const ScopeId id : scopes) {
      const Scope& scope = catalog_.scopes[id];
      if (scope.level == level) return "; add " + in_backticks(scope.name);
    }
    return {};
  }

  bool is_known(std::string_view name) const {
    const auto granular = find_scope(catalog_, name, ScopeModel::granular);
    const auto found = granular ? granular : find_scope(catalog_, name, ScopeModel::classic);
    return found && catalog_.scopes[*found].level != Level::app;
  }

  void audit_event(std::string_view name, const JsonPlace& place) {
    // The validator has refused these.
    if (is_rtms_event(name)) return;
    const auto id = find_event(catalog_, name);
    if (!id) return report_unknown(name, place);
    const Event& event = catalog_.events[*id];
    const bool has_scopes = !event.granular.empty() || !event.classic.empty();
    if (!has_scopes || has_any(event.granular) || has_any(event.classic)) return;
    Diagnostic found =
        finding(kMissingEventScope, manifest_.span_of(place),
                "no scope here allows the event " + in_backticks(name) + add(event.granular));
    found.zoom = {ZoomVerdict::runtime, "`The event is not allowed for the app: …` (1602)"};
    if (event.basis == EventBasis::derived) {
      found.hints.push_back("which scope it needs is derived from the names, not from Zoom's page");
    }
    sink_.add(std::move(found));
  }

  void report_unknown(std::string_view name, const JsonPlace& place) {
    std::string message = in_backticks(name) + " is not in the catalog of events";
    if (suggestions_++ < kMaxSuggestions) {
      std::vector<std::string_view> names;
      for (const Event& event : catalog_.events) names.push_back(event.name);
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
    for (const Scope& scope : catalog_.scopes) {
      if (scope.operations.empty() && scope.events.empty()) continue;
      Use& use = uses[scope.name];
      use.operations = use.operations || !scope.operations.empty();
      for (const EventId id : scope.events) use.events.push_back(catalog_.events[id].name);
    }
    return uses;
  }

  bool is_any_subscribed(const std::vector<std::string_view>& events) const {
    return std::any_of(events.begin(), events.end(),
                       [this](std::string_view event) { return subscribed_.count(event) != 0; });
  }

  void report_unexplained(std::string_view name, const JsonPlace& entry) {
    Diagnostic found = finding(kUnexplainedScope, manifest_.span_of(entry.member("scope")),
                               "no operation or event of the catalog needs " + in_backticks(name) +
                                   ": a reviewer will ask what it is for");
    found.zoom.verdict = ZoomVerdict::accepts;
    found.pointer = entry.pointer();
    sink_.add(std::move(found));
  }

  void report_unused(std::string_view name, const std::vector<std::string_view>& events,
                     const JsonPlace& entry) {
    Diagnostic found = finding(
        kUnusedEventScope, manifest_.span_of(entry.member("scope")),
        in_backticks(name) + " allows nothing but events such as " + in_backticks(events.front()) +
            ", and the manifest subscribes to none of them: remove it, or subscribe");
    found.zoom = {ZoomVerdict::review, "a scope that is not used is a reason for rejection"};
    found.pointer = entry.pointer();
    sink_.add(std::move(found));
  }

  const ManifestView& manifest_;
  const Catalog& catalog_;
  Sink& sink_;
  bool is_admin_ = false;
  std::unordered_set<std::string_view> names_;
  std::unordered_set<std::string_view> subscribed_;
  std::size_t suggestions_ = 0;
};

}  // namespace

void audit_scopes(const ManifestView& manifest, const Catalog& catalog, const Platform* platform,
                  Sink& sink) {
  ScopeAudit audit(manifest, catalog, sink);
  if (platform != nullptr) audit.audit_sign_in(*platform);
  audit.audit_events();
  audit.audit_uses();
}

}  // namespace zoomc
