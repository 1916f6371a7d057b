#include <algorithm>
#include <fmt/core.h>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/call_errors.h"
#include "explain/relations.h"
#include "text/quote.h"

namespace zoomc::explain {
namespace {

std::string with_model(const std::string& line, catalog::ScopeModel model) {
  return model == catalog::ScopeModel::classic ? fmt::format("{}  and  scope_names: classic", line)
                                               : line;
}

std::string_view title_of(const catalog::Operation& operation) {
  return operation.does.empty() ? operation.name : operation.does;
}

std::string one_of_names(const catalog::Catalog& catalog,
                         std::span<const catalog::ScopeId> scopes) {
  std::vector<std::string> names;
  for (const catalog::ScopeId id : scopes) names.emplace_back(catalog.scopes[id].name);
  return join_words(names, "or");
}

void add_model(Answer& answer, const catalog::Catalog& catalog,
               std::span<const catalog::ScopeId> scopes, catalog::ScopeModel model) {
  for (const catalog::Level level :
       {catalog::Level::user, catalog::Level::admin, catalog::Level::master}) {
    const auto here = at_level(catalog, scopes, level);
    if (here.empty()) continue;
    answer.row(catalog::to_string(model), one_of_names(catalog, here),
               fmt::format("{} level{}", catalog::to_string(level),
                           level == catalog::Level::master ? ", never chosen" : ""));
  }
  if (scopes.empty()) answer.row(catalog::to_string(model), "no scope known");
}

void add_scopes_of_level(Answer& answer, const catalog::Catalog& catalog,
                         const catalog::Feature& feature, catalog::ScopeModel model,
                         catalog::Level level) {
  const std::string label =
      fmt::format("{}, {}", catalog::to_string(model), catalog::to_string(level));
  const bool several = feature.operations.size() > 1;
  for (const catalog::OperationId id : feature.operations) {
    const catalog::Operation& operation = catalog.operations[id];
    const auto scopes = at_level(catalog, operation.scopes(model), level);
    const std::string what = scopes.empty() ? "no scope known" : one_of_names(catalog, scopes);
    answer.row(label, what, several ? fmt::format("for {}", catalog::display_name(operation)) : "");
  }
}

// The models and levels at which no scope that the feature gets allows the call: "granular, admin".
std::vector<std::string> uncovered(const catalog::Catalog& catalog, const catalog::Feature& feature,
                                   catalog::OperationId call) {
  std::vector<std::string> places;
  for (const catalog::ScopeModel model :
       {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
    for (const catalog::Level level : {catalog::Level::user, catalog::Level::admin}) {
      if (!takes_level(feature, level)) continue;
      std::vector<std::string_view> names;
      for (const catalog::OperationId id : feature.operations) {
        for (const auto scope : at_level(catalog, catalog.operations[id].scopes(model), level)) {
          names.push_back(catalog.scopes[scope].name);
        }
      }
      const bool has_scope =
          !at_level(catalog, catalog.operations[call].scopes(model), level).empty();
      if (!has_scope || catalog::is_allowed_by(catalog, call, model, names)) continue;
      places.push_back(fmt::format("{}, {}", catalog::to_string(model), catalog::to_string(level)));
    }
  }
  return places;
}

// What a platform calls for the feature besides, where the feature's scopes do not allow it.
void add_platform_calls(Answer& answer, const catalog::Catalog& catalog,
                        catalog::FeatureId feature) {
  for (const catalog::PlatformCall& call : catalog.platform_calls) {
    if (call.feature != feature) continue;
    const catalog::Operation& operation = catalog.operations[call.operation];
    for (const std::string& place : uncovered(catalog, catalog.features[feature], call.operation)) {
      answer.row(
          "not covered", catalog::display_name(operation),
          fmt::format("{}; for {}, add:  {}", place, call.used_by, operation_line(operation)));
    }
  }
}

// The platforms on which every connection needs the feature.
void add_sign_in(Answer& answer, const catalog::Catalog& catalog, catalog::FeatureId feature) {
  for (const catalog::Platform& platform : catalog.platforms) {
    if (platform.sign_in != feature) continue;
    answer.row("always", fmt::format("needed on platform: {}, declared or not", platform.id));
  }
}

// "for users and groups"; the features that need an integration.
std::string served_by(const catalog::Integration& integration) {
  if (!integration.feature_groups.empty()) {
    return fmt::format("for {}", join_words(to_strings(integration.feature_groups)));
  }
  if (integration.user_feature_groups.empty()) return "for no feature";
  return fmt::format("for {} of user-managed apps",
                     join_words(to_strings(integration.user_feature_groups)));
}

void add_integrations(Answer& answer, const catalog::Catalog& catalog, std::string_view group) {
  for (const catalog::Platform& platform : catalog.platforms) {
    for (const catalog::Integration& integration : platform.integrations) {
      const auto& groups = integration.feature_groups;
      if (std::ranges::find(groups, group) == groups.end()) continue;
      answer.row("integration", integration.id,
                 fmt::format("to be enabled in the {} dashboard", platform.title));
    }
  }
}

// A classic scope may have a hundred relatives: one for each call.
constexpr std::size_t kMaxRelatives = 8;

std::string_view reach(catalog::Level level) {
  switch (level) {
    case catalog::Level::user: return "the user's own data";
    case catalog::Level::admin: return "the data of the whole account";
    case catalog::Level::master: return "the data of sub-accounts";
    case catalog::Level::app: return "what belongs to the app itself";
  }
  return {};
}

std::string_view origin(catalog::Grants grants) {
  if (grants == catalog::Grants::manifest)
    return "on no page of Zoom's, only in Zoom's own manifests";
  if (grants == catalog::Grants::seen)
    return "on no page of Zoom's, only in published apps' scope lists";
  return {};
}

void add_nature(Answer& answer, const catalog::Scope& scope) {
  if (!origin(scope.grants).empty()) answer.row("seen", origin(scope.grants));
  if (scope.level_is_guess) {
    answer.row("level", "a guess from the name: no page of Zoom's gives it");
  }
  const std::string_view never = never_given(scope.level);
  if (!never.empty()) answer.row("never", never);
}

void add_allowed(Answer& answer, const catalog::Catalog& catalog,
                 const std::vector<catalog::OperationId>& operations,
                 const std::vector<catalog::EventId>& events) {
  for (const catalog::OperationId id : operations) {
    const catalog::Operation& operation = catalog.operations[id];
    answer.row("it allows", catalog::display_name(operation), title_of(operation));
  }
  for (const catalog::EventId id : events) {
    const catalog::Event& event = catalog.events[id];
    answer.row("event", event.name,
               event.basis == catalog::EventBasis::derived
                   ? "derived from the names, not from a page of Zoom's"
                   : "");
  }
  if (operations.empty() && events.empty()) {
    answer.row("it allows", "nothing that Zoom's pages mention");
  }
}

void add_features(Answer& answer, const catalog::Catalog& catalog, catalog::ScopeId id,
                  const std::vector<ServedFeature>& served) {
  for (const ServedFeature& one : served) {
    answer.row(one.only_way ? "feature" : "would do for", catalog.features[one.feature].name,
               feature_note(catalog, id, one.feature));
  }
  const std::string own = own_note(catalog, id);
  if (served.empty() && !own.empty()) answer.row("no feature", "needs it", own);
}

void add_guide(Answer& answer, const catalog::Catalog& catalog, std::string_view scope,
               const std::vector<ServedFeature>& served) {
  for (const catalog::FeatureId id : features_named_by_guide(catalog, scope)) {
    answer.row("guide", fmt::format("names it for {}", catalog.features[id].name));
  }
  for (const ServedFeature& one : served) {
    const catalog::Feature& feature = catalog.features[one.feature];
    const auto& names = feature.guide_scopes;
    if (std::ranges::find(names, scope) == names.end()) add_guide_row(answer, feature);
  }
}

void add_levels(Answer& answer, const catalog::Catalog& catalog, const catalog::Scope& scope) {
  for (const catalog::Level level :
       {catalog::Level::user, catalog::Level::admin, catalog::Level::master}) {
    if (level == scope.level || scope.level == catalog::Level::app) continue;
    const std::string label = fmt::format("{} level", catalog::to_string(level));
    if (const auto other = counterpart(catalog, scope, level)) {
      answer.row(label, catalog.scopes[*other].name);
    } else if (level != catalog::Level::master) {
      answer.row(label, "none of that name");
    }
  }
}

void add_relatives(Answer& answer, const catalog::Catalog& catalog, catalog::ScopeId id) {
  const std::vector<catalog::ScopeId> others = relatives(catalog, id);
  const bool is_granular = catalog.scopes[id].model == catalog::ScopeModel::granular;
  const std::string_view label = is_granular ? "classic" : "granular";
  for (std::size_t i = 0; i < others.size() && i < kMaxRelatives; ++i) {
    answer.row(label, catalog.scopes[others[i]].name,
               count_of(operations_of(catalog, others[i]).size(), "operation"));
  }
  if (others.size() > kMaxRelatives) {
    answer.row(label, fmt::format("and {} more", others.size() - kMaxRelatives));
  }
}

// Says what the available scopes mean for `managed_by`.
void add_level(Answer& answer, const catalog::Catalog& catalog,
               std::span<const catalog::ScopeId> granular) {
  const bool user = !at_level(catalog, granular, catalog::Level::user).empty();
  const bool admin = !at_level(catalog, granular, catalog::Level::admin).empty();
  if (admin && !user) answer.row("level", "admin: no granular scope of the user level allows it");
  if (user && !admin) answer.row("level", "user: no granular scope of the admin level allows it");
}

// "a Pro plan or higher", for `pro+`.
std::string prerequisite_title(const catalog::Catalog& catalog, std::string_view word) {
  const auto row = std::ranges::find(catalog.prerequisites, word, &catalog::Prerequisite::word);
  return std::string(row == catalog.prerequisites.end() ? word : row->title);
}

// A call into other accounts. Zoom documents scopes for it, but an app file cannot ask for them.
void add_master_call(Answer& answer, const catalog::Catalog& catalog,
                     const catalog::Operation& operation) {
  answer.row("never", "a call of the master-account API: no scope is chosen for it");
  for (const catalog::ScopeModel model :
       {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
    const auto scopes = operation.scopes(model);
    if (!scopes.empty()) {
      answer.row(catalog::to_string(model), one_of_names(catalog, scopes),
                 "documented, not chosen");
    }
  }
}

// Says when Zoom takes a call or event away, and what takes its place.
void add_deprecation(Answer& answer, const catalog::Catalog& catalog, std::string_view what) {
  const auto row = catalog::find_deprecation(catalog, what);
  if (!row) return;
  answer.row("deprecated",
             row->since.empty()
                 ? "by Zoom, no date known"
                 : fmt::format("{} {}", row->since <= catalog.date ? "ended" : "ends", row->since));
  answer.rows("instead", split_list(row->successors, ';'));
}

// What the person who connects and the account need besides the scope.
void add_prerequisites(Answer& answer, const catalog::Catalog& catalog,
                       const catalog::Operation& operation) {
  const auto permissions = split_list(operation.permissions, ',');
  if (!permissions.empty()) {
    answer.row("needs",
               fmt::format("{} in the role of the person who connects", join_words(permissions)));
  }
  for (const std::string& word : split_list(operation.prerequisites, ';')) {
    answer.row("needs", prerequisite_title(catalog, word));
  }
}

}  // namespace

std::string feature_line(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {};
  return fmt::format("features: {{{}: [{}]}}", name.substr(0, dot), name.substr(dot + 1));
}

std::string operation_line(const catalog::Operation& operation) {
  return fmt::format("operations: [\"{}\"]", catalog::display_name(operation));
}

std::string event_line(std::string_view event) {
  return fmt::format("events: [{{name: …, types: [{}], url: https://…}}]", event);
}

std::string extra_scope_line(std::string_view scope) {
  return fmt::format("extra_scopes: [{}]", scope);
}

std::string level_line(catalog::Level level) {
  return fmt::format("managed_by: {}", catalog::to_string(level));
}

std::string feature_note(const catalog::Catalog& catalog, catalog::ScopeId id,
                         catalog::FeatureId feature) {
  const catalog::Scope& scope = catalog.scopes[id];
  std::string line = add_note(catalog, feature);
  // Other features have that level by themselves.
  if (!catalog.features[feature].admin_only)
    line += fmt::format("  and  {}", level_line(scope.level));
  return with_model(line, scope.model);
}

std::string own_note(const catalog::Catalog& catalog, catalog::ScopeId id) {
  const catalog::Scope& scope = catalog.scopes[id];
  if (!never_given(scope.level).empty()) return {};
  const auto operations = operations_of(catalog, id);
  const auto events = events_of(catalog, id);
  std::string line = extra_scope_line(scope.name);
  if (!operations.empty()) {
    line = operation_line(catalog.operations[operations.front()]);
  } else if (!events.empty()) {
    line = event_line(catalog.events[events.front()].name);
  }
  return with_model(fmt::format("add:  {}  and  {}", line, level_line(scope.level)), scope.model);
}

std::string_view never_given(catalog::Level level) {
  if (level == catalog::Level::app) {
    return "in a manifest: its token comes from client_credentials, and Zoom rejects it";
  }
  if (level == catalog::Level::master) return "chosen by zoomc: it reaches into other accounts";
  return {};
}

void add_alternatives(Answer& answer, const catalog::Catalog& catalog,
                      std::span<const catalog::ScopeId> granular,
                      std::span<const catalog::ScopeId> classic) {
  add_model(answer, catalog, granular, catalog::ScopeModel::granular);
  add_model(answer, catalog, classic, catalog::ScopeModel::classic);
}

void add_feature_scopes(Answer& answer, const catalog::Catalog& catalog,
                        const catalog::Feature& feature) {
  for (const catalog::ScopeModel model :
       {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
    for (const catalog::Level level : {catalog::Level::user, catalog::Level::admin}) {
      if (takes_level(feature, level)) {
        add_scopes_of_level(answer, catalog, feature, model, level);
      }
    }
  }
}

void add_guide_row(Answer& answer, const catalog::Feature& feature) {
  if (feature.guide_scopes.empty()) return;
  std::string text =
      fmt::format("for {}: {}", feature.name, join_words(to_strings(feature.guide_scopes)));
  if (!feature.guide_shortfall.empty()) text += fmt::format(", which {}", feature.guide_shortfall);
  answer.row("guide", text);
}

std::string add_note(const catalog::Catalog& catalog, catalog::FeatureId id) {
  const catalog::Feature& feature = catalog.features[id];
  const std::string line = feature_line(feature.name);
  return line.empty() ? "added automatically" : fmt::format("add:  {}", line);
}

Answer answer_feature(const catalog::Catalog& catalog, catalog::FeatureId id) {
  const catalog::Feature& feature = catalog.features[id];
  Answer answer;
  answer.say(fmt::format("{}: {}", feature.name, feature.phrase));
  add_sign_in(answer, catalog, id);
  const std::string line = feature_line(feature.name);
  if (!line.empty()) answer.row("add", line);
  for (const catalog::Composite* composite : composites_of(catalog, id)) {
    answer.row("part of", composite->name, fmt::format("add:  {}", feature_line(composite->name)));
  }
  if (feature.admin_only) answer.row("level", "admin: it means the whole account");
  for (const catalog::OperationId call : feature.operations) {
    const catalog::Operation& operation = catalog.operations[call];
    answer.row("calls", catalog::display_name(operation), title_of(operation));
  }
  add_feature_scopes(answer, catalog, feature);
  add_platform_calls(answer, catalog, id);
  add_guide_row(answer, feature);
  add_integrations(answer, catalog, feature.group());
  if (!feature.note.empty()) answer.row("note", feature.note);
  return answer;
}

Answer answer_composite(const catalog::Catalog& catalog, const catalog::Composite& composite) {
  Answer answer;
  answer.say(fmt::format("{}: {}", composite.name, composite.phrase));
  answer.row("add", feature_line(composite.name));
  for (const catalog::FeatureId id : composite.members) {
    const catalog::Feature& feature = catalog.features[id];
    answer.row("includes", feature.name, feature.phrase);
  }
  return answer;
}

Answer answer_feature_group(const catalog::Catalog& catalog, std::string_view group) {
  Answer answer;
  answer.say(fmt::format("{}: a group of features", group));
  for (const catalog::Feature& feature : catalog.features) {
    if (feature.group() != group || feature.action().empty()) continue;
    answer.row("feature", feature.name, feature.phrase);
  }
  for (const catalog::Composite& composite : catalog.composites) {
    if (composite.name.substr(0, composite.name.find('.')) != group) continue;
    answer.row("several", composite.name, composite.phrase);
  }
  add_integrations(answer, catalog, group);
  return answer;
}

Answer answer_scope(const catalog::Catalog& catalog, catalog::ScopeId id) {
  const catalog::Scope& scope = catalog.scopes[id];
  const auto served = features_of(catalog, id);
  Answer answer;
  answer.say(fmt::format("{}: {} scope of the {} level, for {}", scope.name,
                         catalog::to_string(scope.model), catalog::to_string(scope.level),
                         reach(scope.level)));
  add_nature(answer, scope);
  add_allowed(answer, catalog, operations_of(catalog, id), events_of(catalog, id));
  add_features(answer, catalog, id, served);
  add_guide(answer, catalog, scope.name, served);
  add_levels(answer, catalog, scope);
  add_relatives(answer, catalog, id);
  return answer;
}

Answer answer_guide_name(const catalog::Catalog& catalog, std::string_view scope) {
  Answer answer;
  answer.say(fmt::format("{}: a name of the guide's that is in none of Zoom's lists (of {})", scope,
                         catalog.date));
  for (const catalog::FeatureId id : features_named_by_guide(catalog, scope)) {
    const catalog::Feature& feature = catalog.features[id];
    answer.row("guide", fmt::format("names it for {}", feature.name), add_note(catalog, id));
    add_feature_scopes(answer, catalog, feature);
  }
  answer.row("zoomc", "uses it only with scope_names: guide; Zoom may refuse it");
  return answer;
}

Answer answer_operation(const catalog::Catalog& catalog, catalog::OperationId id) {
  const catalog::Operation& operation = catalog.operations[id];
  Answer answer;
  answer.say(fmt::format("{}: {}", catalog::display_name(operation), title_of(operation)));
  add_deprecation(answer, catalog, catalog::display_name(operation));
  for (const catalog::FeatureId feature : features_calling(catalog, id)) {
    answer.row("feature", catalog.features[feature].name, add_note(catalog, feature));
  }
  if (operation.is_master) {
    add_master_call(answer, catalog, operation);
  } else {
    answer.row("alone", operation_line(operation));
    add_alternatives(answer, catalog, operation.granular, operation.classic);
    add_level(answer, catalog, operation.granular);
  }
  add_prerequisites(answer, catalog, operation);
  add_call_errors(answer, catalog, id);
  if (!operation.id.empty()) answer.row("id", operation.id);
  if (!operation.does.empty()) answer.row("title", operation.name);
  answer.row("product", operation.product);
  return answer;
}

Answer answer_event(const catalog::Catalog& catalog, catalog::EventId id) {
  const catalog::Event& event = catalog.events[id];
  Answer answer;
  answer.say(fmt::format("{}: a webhook event", event.name));
  add_deprecation(answer, catalog, event.name);
  answer.row("add", event_line(event.name));
  if (event.basis == catalog::EventBasis::none) {
    answer.row("scope", "its page names no scope: it needs none");
  } else {
    add_alternatives(answer, catalog, event.granular, event.classic);
  }
  add_level(answer, catalog, event.granular);
  if (event.basis == catalog::EventBasis::derived) {
    answer.row("basis", "derived from the names of event and scope, not from a page of Zoom's");
  }
  if (event.basis == catalog::EventBasis::unknown) {
    answer.row("basis", "unknown: no page of Zoom's names a scope");
  }
  answer.row("product", event.product);
  return answer;
}

Answer answer_platform(const catalog::Catalog& catalog, const catalog::Platform& platform) {
  Answer answer;
  const bool own = platform.regions.empty();
  answer.say(
      own ? fmt::format("{}: a platform, where the app itself receives the redirect", platform.id)
          : fmt::format("{}: a platform, {} receives the redirect", platform.id, platform.title));
  answer.row("add", fmt::format("platform: {}", platform.id));
  if (own) answer.row("needs", "oauth.redirect_url");
  for (const catalog::Region& region : platform.regions) {
    answer.row("region", region.id, region.redirect_url);
  }
  if (platform.sign_in) {
    const catalog::Feature& feature = catalog.features[*platform.sign_in];
    for (const catalog::OperationId id : feature.operations) {
      answer.row("sign-in", catalog::display_name(catalog.operations[id]), "always needed");
    }
  }
  for (const catalog::Integration& integration : platform.integrations) {
    answer.row("integration", integration.id, served_by(integration));
  }
  answer.row("guide",
             platform.has_guide_names ? "scope_names: guide is allowed" : "no names of its own");
  return answer;
}

Answer answer_region(const catalog::Platform& platform, const catalog::Region& region) {
  Answer answer;
  answer.say(fmt::format("{}: the {} region of {}", region.id, region.title, platform.title));
  answer.row("add", fmt::format("region: {}", region.id));
  answer.row("redirect", region.redirect_url);
  for (const catalog::Region& other : platform.regions) {
    if (other.id == region.id) continue;
    answer.row("others", other.id, other.redirect_url);
  }
  return answer;
}

}  // namespace zoomc::explain
