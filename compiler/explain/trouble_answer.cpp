#include <algorithm>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/named_scopes.h"
#include "explain/words.h"
#include "explain/yaml_line.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// The names between the brackets behind "scopes:", or all there are where there is no bracket.
std::vector<std::string> scopes_behind(const std::vector<std::string_view>& texts) {
  std::vector<std::string> names;
  for (const std::string_view text : texts) {
    for (std::string& name : split_names(text.substr(0, text.find(']')))) {
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
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

void add_redirects(Answer& answer, const Catalog& catalog) {
  for (const Platform& platform : catalog.platforms) {
    for (const Region& region : platform.regions) {
      answer.row("region " + std::string(region.id), std::string(region.redirect_url));
    }
  }
}

// Why Marketplace may not offer a name of the guide's.
std::string kind_of_name(const Catalog& catalog, std::string_view name) {
  if (find_scope(catalog, name, ScopeModel::granular)) return {};
  return find_scope(catalog, name, ScopeModel::classic) ? " (classic)" : " (in no list)";
}

// The guide's names, one row for all features that it names the same for.
void add_guide_names(Answer& answer, const Catalog& catalog) {
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  for (const Feature& feature : catalog.features) {
    if (feature.guide_scopes.empty()) continue;
    std::vector<std::string> marked;
    for (const std::string_view name : feature.guide_scopes) {
      marked.push_back(std::string(name) + kind_of_name(catalog, name));
    }
    const std::string names = join_words(marked);
    const auto same = [&](const auto& row) { return row.first == names; };
    auto row = std::find_if(rows.begin(), rows.end(), same);
    if (row == rows.end()) row = rows.insert(row, {names, {}});
    row->second.emplace_back(feature.name);
  }
  for (const auto& row : rows) {
    answer.row("guide", "for " + join_words(row.second) + ": " + row.first);
  }
}

void add_events(Answer& answer, const Catalog& catalog, const ErrorMatch& match) {
  for (const std::string_view text : match.behind) {
    const auto names = split_names(text);
    if (names.empty()) continue;
    const auto event = find_event(catalog, names.front());
    if (!event) {
      answer.row("event", names.front(),
                 "is in none of Zoom's lists (of " + std::string(catalog.date) + ")");
      continue;
    }
    const Event& row = catalog.events[*event];
    answer.row("event", names.front(), "add:  " + event_line(row.name));
    add_alternatives(answer, catalog, row.granular, row.classic);
  }
}

// Reads "SCOPE is not a valid scope name when usage is USAGE", once for each that was pasted.
void add_levels(Answer& answer, const Catalog& catalog, const ErrorMatch& match) {
  for (std::size_t i = 0; i < match.before.size(); ++i) {
    const auto scopes = split_names(match.before[i]);
    const auto usages = split_names(match.behind[i]);
    if (scopes.empty()) continue;
    add_scope_level(answer, catalog, scopes.back(),
                    usages.empty() ? std::string() : usages.front());
  }
}

void add_shown(Answer& answer, const Catalog& catalog, const ErrorMatch& match) {
  switch (match.error->advice.shows) {
    case Shows::missing_scopes:
      add_missing_scopes(answer, catalog, scopes_behind(match.behind));
      break;
    case Shows::scope_level: add_levels(answer, catalog, match); break;
    case Shows::event: add_events(answer, catalog, match); break;
    case Shows::redirects: add_redirects(answer, catalog); break;
    case Shows::guide_names: add_guide_names(answer, catalog); break;
    case Shows::nothing: break;
  }
}

void add_advice(Answer& answer, const Catalog& catalog, const Advice& advice) {
  for (const FeatureId id : advice.features) {
    const Feature& feature = catalog.features[id];
    answer.row("feature", std::string(feature.name), add_note(catalog, id));
    add_feature_scopes(answer, catalog, feature);
    add_guide_row(answer, feature);
  }
  const bool one_step = advice.ways_out.size() == 1;
  answer.rows(one_step ? "then" : "way out", to_strings(advice.ways_out));
  if (!advice.rules.empty()) {
    answer.row("zoomc lint", "looks for it in the file: " + join_words(to_strings(advice.rules)));
  }
}

}  // namespace

Answer answer_error(const Catalog& catalog, const ErrorMatch& match, bool pasted) {
  const Advice& advice = match.error->advice;
  Answer answer;
  if (!pasted) {
    std::vector<std::string> texts;
    for (const std::string_view text : match.error->texts) texts.push_back(in_backticks(text));
    const std::string codes = join_words(to_strings(match.error->codes));
    answer.say(join_words(texts, "or") + (codes.empty() ? "" : " (" + codes + ")"));
  }
  const bool names_scopes = advice.shows == Shows::missing_scopes;
  answer.say(names_scopes ? missing_cause(advice.cause, scopes_behind(match.behind))
                          : std::string(advice.cause));
  add_shown(answer, catalog, match);
  add_advice(answer, catalog, advice);
  return answer;
}

Answer answer_symptom(const Catalog& catalog, const Symptom& symptom) {
  Answer answer;
  answer.say(std::string(symptom.name) + ":");
  answer.say(std::string(symptom.advice.cause));
  if (symptom.advice.shows == Shows::redirects) add_redirects(answer, catalog);
  if (symptom.advice.shows == Shows::guide_names) add_guide_names(answer, catalog);
  add_advice(answer, catalog, symptom.advice);
  return answer;
}

}  // namespace zoomc
