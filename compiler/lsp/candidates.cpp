#include "lsp/candidates.h"

#include <algorithm>
#include <set>

#include "explain/answer.h"
#include "explain/relations.h"
#include "explain/words.h"
#include "lsp/in_app.h"
#include "text/ascii.h"

namespace zoomc::lsp {
namespace {

using Candidates = std::vector<Candidate>;

Candidate make(std::string_view name, std::string_view detail, CandidateKind kind, Topic topic) {
  return {.label = std::string(name),
          .detail = std::string(detail),
          .text = std::string(name),
          .kind = kind,
          .topic = std::move(topic)};
}

Candidate make(std::string_view name, std::string_view detail, CandidateKind kind,
               TopicKind topic) {
  return make(name, detail, kind, Topic{topic, std::string(name)});
}

Candidates groups(const Catalog& catalog) {
  Candidates out;
  std::set<std::string_view> seen;
  for (const Feature& feature : catalog.features) {
    if (feature.action().empty() || !seen.insert(feature.group()).second) continue;
    out.push_back(make(feature.group(), "", CandidateKind::module, TopicKind::group));
  }
  return out;
}

// The actions of one group; without one the whole names, as policies have them.
Candidates features(const Catalog& catalog, std::string_view group) {
  Candidates out;
  const auto add = [&](std::string_view name, std::string_view phrase) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return;
    if (!group.empty() && name.substr(0, dot) != group) return;
    const std::string_view word = group.empty() ? name : name.substr(dot + 1);
    out.push_back(make(word, phrase, CandidateKind::enum_member,
                       Topic{TopicKind::feature, std::string(name)}));
  };
  for (const Feature& feature : catalog.features) add(feature.name, feature.phrase);
  for (const Composite& composite : catalog.composites) add(composite.name, composite.phrase);
  return out;
}

Candidates scopes(const Catalog& catalog, const ResolvedApp* app) {
  Candidates out;
  const ScopeModel model = app == nullptr ? ScopeModel::granular : app->model;
  for (const Scope& scope : catalog.scopes) {
    const bool is_own_level = scope.level == Level::user || scope.level == Level::admin;
    const bool fits = app == nullptr || (scope.level == Level::admin) == app->is_admin();
    if (scope.model != model || !is_own_level || !fits) continue;
    out.push_back(make(scope.name, "", CandidateKind::constant, TopicKind::scope));
  }
  return out;
}

Candidates operations(const Catalog& catalog) {
  Candidates out;
  for (const Operation& operation : catalog.operations) {
    out.push_back(make(display_name(operation), operation.name, CandidateKind::function,
                       TopicKind::operation));
  }
  return out;
}

Candidates events(const Catalog& catalog) {
  Candidates out;
  for (const Event& event : catalog.events) {
    out.push_back(make(event.name, event.product, CandidateKind::event, TopicKind::event));
  }
  return out;
}

Candidates regions(const Catalog& catalog, const ResolvedApp* app) {
  Candidates out;
  for (const Platform& platform : catalog.platforms) {
    if (app != nullptr && app->platform != nullptr && app->platform != &platform) continue;
    for (const Region& region : platform.regions) {
      out.push_back(
          make(region.id, region.redirect_url, CandidateKind::enum_member, TopicKind::region));
    }
  }
  return out;
}

Candidates platforms(const Catalog& catalog) {
  Candidates out;
  for (const Platform& platform : catalog.platforms) {
    out.push_back(
        make(platform.id, platform.title, CandidateKind::enum_member, TopicKind::platform));
  }
  return out;
}

Candidates declared(const ResolvedApp* app) {
  Candidates out;
  if (app == nullptr) return out;
  for (const DeclaredName& name : declared_names(*app)) {
    out.push_back(make(name.name, name.kind, CandidateKind::reference, TopicKind::any));
  }
  return out;
}

bool has_letters(std::string_view name, std::string_view letters) {
  for (const char c : name) {
    if (!letters.empty() && c == letters.front()) letters.remove_prefix(1);
  }
  return letters.empty();
}

// 0 is best; 3 does not fit.
int distance(const std::string& label, const std::string& typed) {
  const std::string name = lowered(label);
  if (name.starts_with(typed)) return 0;
  if (name.find(typed) != std::string::npos) return 1;
  return has_letters(name, typed) ? 2 : 3;
}

std::string scope_detail(const Catalog& catalog, std::string_view name) {
  for (const ScopeId id : scopes_named(catalog, name)) {
    const Scope& scope = catalog.scopes[id];
    const auto operations = operations_of(catalog, id);
    const std::size_t events = events_of(catalog, id).size();
    std::string text = std::string(to_string(scope.level)) + " level";
    if (operations.size() == 1) {
      text += ", " + display_name(catalog.operations[operations.front()]);
    } else if (!operations.empty()) {
      text += ", " + count_of(operations.size(), "operation");
    }
    return events == 0 ? text : text + ", " + count_of(events, "event");
  }
  return {};
}

}  // namespace

std::vector<Candidate> named_candidates(const Catalog& catalog, TopicKind kind, const Path& path,
                                        const ResolvedApp* app) {
  switch (kind) {
    case TopicKind::none:
    case TopicKind::finding: break;
    case TopicKind::group: return groups(catalog);
    case TopicKind::feature:
      return features(catalog, path.front() == "features" ? path.back() : std::string());
    case TopicKind::scope: return scopes(catalog, app);
    case TopicKind::operation: return operations(catalog);
    case TopicKind::event: return events(catalog);
    case TopicKind::region: return regions(catalog, app);
    case TopicKind::platform: return platforms(catalog);
    case TopicKind::any: return declared(app);
  }
  return {};
}

std::vector<Candidate> word_candidates(const SchemaGuide& guide, const Path& path) {
  Path entry = path;
  entry.emplace_back(kEntry);
  std::vector<std::string> words = guide.words(path);
  for (std::string& word : guide.words(entry)) {
    if (std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
  }
  Candidates out;
  for (const std::string& word : words) {
    out.push_back(make(word, "", CandidateKind::enum_member, TopicKind::none));
  }
  return out;
}

std::vector<Candidate> key_candidates(const SchemaGuide& guide, const Path& path) {
  Candidates out;
  for (const KeyDoc& doc : guide.keys(path)) {
    Candidate one = make(doc.name, doc.title, CandidateKind::property, TopicKind::none);
    one.documentation = doc.description;
    if (!doc.example.empty()) one.documentation += "\n\nExample: `" + doc.example + "`";
    one.text += doc.value_follows ? ": " : ":";
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Candidate> rule_candidates(std::span<const Rule> rules) {
  Candidates out;
  for (const Rule& rule : rules) {
    if (rule.info->about_allowances) continue;
    out.push_back(
        make(rule.info->id, rule.info->summary, CandidateKind::reference, TopicKind::finding));
  }
  return out;
}

void keep_best(std::vector<Candidate>& candidates, std::string_view typed) {
  const std::string wanted = lowered(typed);
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const int far = distance(candidates[i].label, wanted);
    if (far < 3) order.emplace_back(far, i);
  }
  const std::size_t count = std::min(order.size(), kMaxCandidates);
  // cppcheck-suppress containerOutOfBounds; count is none when the order is empty
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
  Candidates best;
  for (std::size_t i = 0; i < count; ++i) best.push_back(std::move(candidates[order[i].second]));
  candidates = std::move(best);
}

void add_details(const Catalog& catalog, std::vector<Candidate>& candidates) {
  for (Candidate& one : candidates) {
    if (one.topic.kind == TopicKind::scope) one.detail = scope_detail(catalog, one.label);
  }
}

}  // namespace zoomc::lsp
