#include <algorithm>
#include <fmt/core.h>
#include <optional>
#include <utility>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::explain {
namespace {

// Nobody reads more calls of one scope; `zoomc explain SCOPE` shows all.
constexpr std::size_t kMaxCalls = 8;
// Each search for a similar name compares with every name.
constexpr std::size_t kMaxNamesLookedFor = 20;

// The row of a name in the vocabulary of new apps, else in the classic one.
std::optional<catalog::ScopeId> find_any(const catalog::Catalog& catalog, std::string_view name) {
  const auto granular = catalog::find_scope(catalog, name, catalog::ScopeModel::granular);
  return granular ? granular : catalog::find_scope(catalog, name, catalog::ScopeModel::classic);
}

// Rows about the scopes that a token lacks: what each allows, and the line of the file that adds
// it.
class MissingScopes {
 public:
  MissingScopes(Answer& answer, const catalog::Catalog& catalog, std::vector<std::string> names)
      : answer_(answer), catalog_(catalog), names_(std::move(names)), several_(names_.size() > 1) {}

  void add() {
    if (names_.empty()) {
      answer_.row("scopes", "paste the whole text: each scope that it names is explained");
    }
    for (const std::string& name : names_) {
      if (several_) answer_.say(fmt::format("  {}", name));
      const auto scope = find_any(catalog_, name);
      if (scope) {
        add_known(*scope);
      } else {
        add_unknown(name);
      }
    }
    add_choice();
  }

 private:
  // Below the name of its scope if there are several scopes.
  void row(std::string_view label, std::string_view what, std::string_view note = {}) {
    answer_.row(fmt::format("{}{}", several_ ? "  " : "", label), what, note);
  }

  void add_known(catalog::ScopeId id) {
    const auto operations = operations_of(catalog_, id);
    const auto events = events_of(catalog_, id);
    const auto served = features_of(catalog_, id);
    for (std::size_t i = 0; i < operations.size() && i < kMaxCalls; ++i) {
      row("it allows", catalog::display_name(catalog_.operations[operations[i]]));
    }
    if (operations.size() > kMaxCalls) {
      row("it allows",
          fmt::format("and {} more", count_of(operations.size() - kMaxCalls, "operation")),
          fmt::format("zoomc explain {}", catalog_.scopes[id].name));
    }
    for (const catalog::EventId event : events) row("event", catalog_.events[event].name);
    for (const ServedFeature& one : served) {
      row("feature", catalog_.features[one.feature].name, feature_note(catalog_, id, one.feature));
    }
    if (served.empty()) add_own(id);
  }

  void add_own(catalog::ScopeId id) {
    const std::string_view never = never_given(catalog_.scopes[id].level);
    if (never.empty()) {
      row("no feature", "needs it", own_note(catalog_, id));
    } else {
      row("never", never);
    }
  }

  // For a name of the guide's: scopes of other names serve its features.
  void add_unknown(const std::string& name) {
    const auto features = features_named_by_guide(catalog_, name);
    for (const catalog::FeatureId id : features) {
      row("guide", fmt::format("names it for {}", catalog_.features[id].name),
          add_note(catalog_, id));
    }
    if (!features.empty()) {
      row("unknown", "in none of Zoom's lists", fmt::format("zoomc explain {}", name));
      return;
    }
    row("unknown", "in none of Zoom's lists", fmt::format("add:  {}", extra_scope_line(name)));
    if (suggestions_++ >= kMaxNamesLookedFor) return;
    std::vector<std::string_view> known;
    for (const catalog::Scope& scope : catalog_.scopes) known.push_back(scope.name);
    if (const auto near = nearest_of_product(name, known)) row("nearest", *near);
  }

  // Zoom often names every scope that would be enough.
  void add_choice() {
    if (!several_) return;
    const auto first = find_any(catalog_, names_.front());
    if (!first) return;
    for (const catalog::OperationId id : catalog_.scopes[*first].operations) {
      const catalog::Operation& operation = catalog_.operations[id];
      const auto allows = [&](const std::string& name) {
        const auto scope = find_any(catalog_, name);
        if (!scope) return false;
        const auto& scopes = operation.scopes(catalog_.scopes[*scope].model);
        return std::ranges::find(scopes, *scope) != scopes.end();
      };
      if (!std::ranges::all_of(names_, allows)) continue;
      answer_.row("any one", fmt::format("is enough for {}: the one of the app's own level",
                                         catalog::display_name(operation)));
      return;
    }
  }

  Answer& answer_;
  const catalog::Catalog& catalog_;
  std::vector<std::string> names_;
  bool several_;
  std::size_t suggestions_ = 0;
};

// The names between the brackets after "scopes:", or all names if there is no bracket.
std::vector<std::string> scopes_behind(const std::vector<std::string_view>& texts) {
  std::vector<std::string> names;
  for (const std::string_view text : texts) {
    for (std::string& name : split_names(text.substr(0, text.find(']')))) {
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// The sentence about missing scopes, with their names in it.
std::string missing_cause(std::string_view cause, const std::vector<std::string>& scopes) {
  std::vector<std::string> names;
  names.reserve(scopes.size());
  for (const std::string& scope : scopes) names.push_back(in_backticks(scope));
  const std::string list = names.empty() ? "the scopes that the text names" : join_words(names);
  return replaced(replaced(std::string(cause), "{scopes}", list), "{them}",
                  names.size() == 1 ? "it" : "them");
}

void add_redirects(Answer& answer, const catalog::Catalog& catalog) {
  for (const catalog::Platform& platform : catalog.platforms) {
    for (const catalog::Region& region : platform.regions) {
      answer.row(fmt::format("region {}", region.id), region.redirect_url);
    }
  }
}

// The reason why Marketplace may not offer a name of the guide's.
std::string_view kind_of_name(const catalog::Catalog& catalog, std::string_view name) {
  if (catalog::find_scope(catalog, name, catalog::ScopeModel::granular)) return {};
  return catalog::find_scope(catalog, name, catalog::ScopeModel::classic) ? " (classic)"
                                                                          : " (in no list)";
}

// The guide's names, one row for all features that have the same names.
void add_guide_names(Answer& answer, const catalog::Catalog& catalog) {
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  for (const catalog::Feature& feature : catalog.features) {
    if (feature.guide_scopes.empty()) continue;
    std::vector<std::string> marked;
    for (const std::string_view name : feature.guide_scopes) {
      marked.push_back(fmt::format("{}{}", name, kind_of_name(catalog, name)));
    }
    const std::string names = join_words(marked);
    auto row = std::ranges::find(rows, names, [](const auto& known) { return known.first; });
    if (row == rows.end()) row = rows.insert(row, {names, {}});
    row->second.emplace_back(feature.name);
  }
  for (const auto& row : rows) {
    answer.row("guide", fmt::format("for {}: {}", join_words(row.second), row.first));
  }
}

void add_events(Answer& answer, const catalog::Catalog& catalog, const ErrorMatch& match) {
  for (const std::string_view text : match.behind) {
    const auto names = split_names(text);
    if (names.empty()) continue;
    const auto event = catalog::find_event(catalog, names.front());
    if (!event) {
      answer.row("event", names.front(),
                 fmt::format("is in none of Zoom's lists (of {})", catalog.date));
      continue;
    }
    const catalog::Event& row = catalog.events[*event];
    answer.row("event", names.front(), fmt::format("add:  {}", event_line(row.name)));
    add_alternatives(answer, catalog, row.granular, row.classic);
  }
}

// Rows about a scope that Zoom refused under `usage`: its level, and the same scope at the other
// level.
void add_scope_level(Answer& answer, const catalog::Catalog& catalog, std::string_view name,
                     std::string_view usage) {
  const auto id = find_any(catalog, name);
  if (!id) {
    answer.row("scope", name, fmt::format("is in none of Zoom's lists (of {})", catalog.date));
    return;
  }
  const catalog::Scope& scope = catalog.scopes[*id];
  answer.row("scope", name, fmt::format("has the {} level", catalog::to_string(scope.level)));
  const catalog::Level wanted =
      usage == "ADMIN_MANAGEMENT" ? catalog::Level::admin : catalog::Level::user;
  if (usage.empty() || scope.level == wanted) return;
  if (const auto other = counterpart(catalog, scope, wanted)) {
    answer.row("instead", catalog.scopes[*other].name,
               fmt::format("for {}, {}", usage, level_line(wanted)));
  } else {
    answer.row("instead",
               fmt::format("no scope of the {} level has that name", catalog::to_string(wanted)));
  }
}

// Reads "SCOPE is not a valid scope name when usage is USAGE", once for each that was pasted.
void add_levels(Answer& answer, const catalog::Catalog& catalog, const ErrorMatch& match) {
  for (std::size_t i = 0; i < match.before.size(); ++i) {
    const auto scopes = split_names(match.before[i]);
    const auto usages = split_names(match.behind[i]);
    if (scopes.empty()) continue;
    add_scope_level(answer, catalog, scopes.back(),
                    usages.empty() ? std::string() : usages.front());
  }
}

void add_shown(Answer& answer, const catalog::Catalog& catalog, const ErrorMatch& match) {
  switch (match.error->advice.shows) {
    case catalog::Shows::missing_scopes:
      MissingScopes(answer, catalog, scopes_behind(match.behind)).add();
      break;
    case catalog::Shows::scope_level: add_levels(answer, catalog, match); break;
    case catalog::Shows::event: add_events(answer, catalog, match); break;
    case catalog::Shows::redirects: add_redirects(answer, catalog); break;
    case catalog::Shows::guide_names: add_guide_names(answer, catalog); break;
    case catalog::Shows::nothing: break;
  }
}

void add_advice(Answer& answer, const catalog::Catalog& catalog, const catalog::Advice& advice) {
  for (const catalog::FeatureId id : advice.features) {
    const catalog::Feature& feature = catalog.features[id];
    answer.row("feature", feature.name, add_note(catalog, id));
    add_feature_scopes(answer, catalog, feature);
    add_guide_row(answer, feature);
  }
  const bool one_step = advice.ways_out.size() == 1;
  answer.rows(one_step ? "then" : "way out", to_strings(advice.ways_out));
  if (!advice.rules.empty()) {
    answer.row("zoomc lint",
               fmt::format("looks for it in the file: {}", join_words(to_strings(advice.rules))));
  }
}

}  // namespace

Answer answer_error(const catalog::Catalog& catalog, const ErrorMatch& match, bool pasted) {
  const catalog::Advice& advice = match.error->advice;
  Answer answer;
  if (!pasted) {
    std::vector<std::string> texts;
    for (const std::string_view text : match.error->texts) texts.push_back(in_backticks(text));
    const std::string codes = join_words(to_strings(match.error->codes));
    answer.say(codes.empty() ? join_words(texts, "or")
                             : fmt::format("{} ({})", join_words(texts, "or"), codes));
  }
  const bool names_scopes = advice.shows == catalog::Shows::missing_scopes;
  answer.say(names_scopes ? missing_cause(advice.cause, scopes_behind(match.behind))
                          : std::string(advice.cause));
  add_shown(answer, catalog, match);
  add_advice(answer, catalog, advice);
  return answer;
}

Answer answer_symptom(const catalog::Catalog& catalog, const catalog::Symptom& symptom) {
  Answer answer;
  answer.say(fmt::format("{}:", symptom.name));
  answer.say(symptom.advice.cause);
  if (symptom.advice.shows == catalog::Shows::redirects) add_redirects(answer, catalog);
  if (symptom.advice.shows == catalog::Shows::guide_names) add_guide_names(answer, catalog);
  add_advice(answer, catalog, symptom.advice);
  return answer;
}

}  // namespace zoomc::explain
