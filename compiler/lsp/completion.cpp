#include "lsp/completion.h"

#include <algorithm>
#include <fmt/core.h>
#include <optional>
#include <set>
#include <vector>

#include "catalog/lookup.h"
#include "explain/answer.h"
#include "explain/relations.h"
#include "explain/topics.h"
#include "lsp/topic.h"
#include "resolve/resolved_app.h"
#include "text/ascii.h"

namespace zoomc::lsp {
namespace {

using Items = std::vector<CompletionItem>;

CompletionItem make(std::string_view name, std::string_view detail, CompletionItemKind kind,
                    Topic topic) {
  return {.label = std::string(name),
          .detail = std::string(detail),
          .text = std::string(name),
          .kind = kind,
          .topic = std::move(topic)};
}

CompletionItem make(std::string_view name, std::string_view detail, CompletionItemKind kind,
                    TopicKind topic) {
  return make(name, detail, kind, Topic{topic, std::string(name)});
}

Items groups(const catalog::Catalog& catalog) {
  Items out;
  std::set<std::string_view> seen;
  for (const catalog::Feature& feature : catalog.features) {
    if (feature.action().empty() || !seen.insert(feature.group()).second) continue;
    out.push_back(make(feature.group(), "", CompletionItemKind::module, TopicKind::group));
  }
  return out;
}

// The actions of one group; without one the whole names, as policies have them.
Items features(const catalog::Catalog& catalog, std::string_view group) {
  Items out;
  const auto add = [&](std::string_view name, std::string_view phrase) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return;
    if (!group.empty() && name.substr(0, dot) != group) return;
    const std::string_view word = group.empty() ? name : name.substr(dot + 1);
    out.push_back(make(word, phrase, CompletionItemKind::enum_member,
                       Topic{TopicKind::feature, std::string(name)}));
  };
  for (const catalog::Feature& feature : catalog.features) add(feature.name, feature.phrase);
  for (const catalog::Composite& composite : catalog.composites)
    add(composite.name, composite.phrase);
  return out;
}

Items scopes(const catalog::Catalog& catalog, const resolve::ResolvedApp* app) {
  Items out;
  const catalog::ScopeModel model = app == nullptr ? catalog::ScopeModel::granular : app->model;
  for (const catalog::Scope& scope : catalog.scopes) {
    const bool is_own_level =
        scope.level == catalog::Level::user || scope.level == catalog::Level::admin;
    const bool fits = app == nullptr || (scope.level == catalog::Level::admin) == app->is_admin();
    if (scope.model != model || !is_own_level || !fits) continue;
    out.push_back(make(scope.name, "", CompletionItemKind::constant, TopicKind::scope));
  }
  return out;
}

Items operations(const catalog::Catalog& catalog) {
  Items out;
  for (const catalog::Operation& operation : catalog.operations) {
    out.push_back(make(catalog::display_name(operation), operation.name,
                       CompletionItemKind::function, TopicKind::operation));
  }
  return out;
}

Items events(const catalog::Catalog& catalog) {
  Items out;
  for (const catalog::Event& event : catalog.events) {
    out.push_back(make(event.name, event.product, CompletionItemKind::event, TopicKind::event));
  }
  return out;
}

Items regions(const catalog::Catalog& catalog, const resolve::ResolvedApp* app) {
  Items out;
  for (const catalog::Platform& platform : catalog.platforms) {
    if (app != nullptr && app->platform != nullptr && app->platform != &platform) continue;
    for (const catalog::Region& region : platform.regions) {
      out.push_back(
          make(region.id, region.redirect_url, CompletionItemKind::enum_member, TopicKind::region));
    }
  }
  return out;
}

Items platforms(const catalog::Catalog& catalog) {
  Items out;
  for (const catalog::Platform& platform : catalog.platforms) {
    out.push_back(
        make(platform.id, platform.title, CompletionItemKind::enum_member, TopicKind::platform));
  }
  return out;
}

Items declared(const resolve::ResolvedApp* app) {
  Items out;
  if (app == nullptr) return out;
  for (const DeclaredName& name : declared_names(*app)) {
    out.push_back(make(name.name, name.kind, CompletionItemKind::reference, TopicKind::any));
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

std::string scope_detail(const catalog::Catalog& catalog, std::string_view name) {
  for (const catalog::ScopeId id : explain::scopes_named(catalog, name)) {
    const catalog::Scope& scope = catalog.scopes[id];
    const auto operations = explain::operations_of(catalog, id);
    const std::size_t events = explain::events_of(catalog, id).size();
    std::string text = fmt::format("{} level", catalog::to_string(scope.level));
    if (operations.size() == 1) {
      text += ", " + catalog::display_name(catalog.operations[operations.front()]);
    } else if (!operations.empty()) {
      text += ", " + explain::count_of(operations.size(), "operation");
    }
    return events == 0 ? text : text + ", " + explain::count_of(events, "event");
  }
  return {};
}

// The names of the catalog of that kind. `path` is that of the key they are for, `app` the app as
// it was last read, or null. Of scopes those that the app can have.
std::vector<CompletionItem> named_candidates(const catalog::Catalog& catalog, TopicKind kind,
                                             const Path& path, const resolve::ResolvedApp* app) {
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

// The words that the schema has for a scalar.
std::vector<CompletionItem> word_candidates(const SchemaGuide& guide, const Path& path) {
  Path entry = path;
  entry.emplace_back(kEntry);
  std::vector<std::string> words = guide.words(path);
  for (std::string& word : guide.words(entry)) {
    if (std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
  }
  Items out;
  for (const std::string& word : words) {
    out.push_back(make(word, "", CompletionItemKind::enum_member, TopicKind::none));
  }
  return out;
}

std::vector<CompletionItem> key_candidates(const SchemaGuide& guide, const Path& path) {
  Items out;
  for (const KeyDoc& doc : guide.keys(path)) {
    CompletionItem one = make(doc.name, doc.title, CompletionItemKind::property, TopicKind::none);
    one.documentation = doc.description;
    if (!doc.example.empty()) one.documentation += fmt::format("\n\nExample: `{}`", doc.example);
    one.text += doc.value_follows ? ": " : ":";
    out.push_back(std::move(one));
  }
  return out;
}

// The rules that an allowance can name and settings can change.
std::vector<CompletionItem> rule_candidates(std::span<const lint::Rule> rules) {
  Items out;
  for (const lint::Rule& rule : rules) {
    if (rule.info->about_suppressions) continue;
    out.push_back(
        make(rule.info->id, rule.info->summary, CompletionItemKind::reference, TopicKind::finding));
  }
  return out;
}

// Keeps the best `kMaxItems` of those that have the letters of `typed` in their order: first
// those that begin with it, then those that hold it.
void keep_best(std::vector<CompletionItem>& candidates, std::string_view typed) {
  const std::string wanted = lowered(typed);
  std::vector<std::pair<int, std::size_t>> order;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const int far = distance(candidates[i].label, wanted);
    if (far < 3) order.emplace_back(far, i);
  }
  const std::size_t count = std::min(order.size(), kMaxItems);
  // cppcheck-suppress containerOutOfBounds; count is none when the order is empty
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
  Items best;
  for (std::size_t i = 0; i < count; ++i) best.push_back(std::move(candidates[order[i].second]));
  candidates = std::move(best);
}

// Fills in details that take a search to find.
void add_details(const catalog::Catalog& catalog, std::vector<CompletionItem>& candidates) {
  for (CompletionItem& one : candidates) {
    if (one.topic.kind == TopicKind::scope) one.detail = scope_detail(catalog, one.label);
  }
}

using Items = std::vector<CompletionItem>;

// A name as YAML can have it at the cursor.
std::string spelled(const std::string& name, const CursorContext& cursor) {
  const bool needs_quotes =
      !cursor.quoted && cursor.flow && name.find_first_of(",[]{}") != std::string::npos;
  return needs_quotes ? "\"" + name + "\"" : name;
}

class Completer {
 public:
  explicit Completer(const CompletionRequest& request)
      : request_(request), cursor_(find_cursor(request.text, request.offset)) {
    const bool has_app = request.last != nullptr && request.last->is_app;
    if (has_app) app_ = &request.last->analysis->resolved;
  }

  Completion run() {
    result_.word = cursor_.word;
    switch (cursor_.role) {
      case Role::none: break;
      case Role::comment: complete_comment(); break;
      case Role::key: complete_key(); break;
      case Role::value: complete_value(); break;
      case Role::item: complete_item(); break;
    }
    finish();
    return std::move(result_);
  }

 private:
  const catalog::Catalog& catalog() const { return request_.language.context.catalog; }
  const SchemaGuide& guide() const { return request_.language.guide; }
  std::string_view typed() const {
    return request_.text.substr(result_.word.begin, request_.offset - result_.word.begin);
  }

  void finish() {
    Items& all = result_.candidates;
    std::erase_if(all, [this](const CompletionItem& one) {
      const auto& there = cursor_.siblings;
      return std::find(there.begin(), there.end(), one.label) != there.end();
    });
    if (all.size() > kMaxItems) {
      keep_best(all, typed());
      result_.incomplete = true;
    }
    add_details(catalog(), all);
  }

  void complete_key() {
    if (add_keys(cursor_.path)) return;
    // Below a key on its own line: the value of a list, each with its dash.
    const Shape shape = guide().shape(cursor_.path);
    if (!shape.scalar && !shape.list) return;
    Path entry = cursor_.path;
    entry.emplace_back(kEntry);
    if (!guide().shape(entry).mapping || !add_keys(entry)) add_values(cursor_.path);
    for (CompletionItem& one : result_.candidates) {
      if (shape.list && !cursor_.flow) one.text.insert(0, "- ");
    }
  }

  // False if there can be no mapping.
  bool add_keys(const Path& path) {
    const TopicKind kind = topic_kind(path, true);
    Items keys;
    if (kind == TopicKind::finding) {
      keys = rule_candidates(request_.rules);
    } else if (kind != TopicKind::none) {
      keys = named_candidates(catalog(), kind, path, app_);
    } else {
      keys = key_candidates(guide(), path);
    }
    if (keys.empty() && !guide().shape(path).mapping) return false;
    for (CompletionItem& one : keys) {
      if (kind != TopicKind::none) one.text = spelled(one.label, cursor_) + ": ";
      const bool name_only = cursor_.has_colon || cursor_.quoted;
      if (name_only) one.text = spelled(one.label, cursor_);
    }
    add(std::move(keys));
    return true;
  }

  void add_values(const Path& path) {
    const TopicKind kind = topic_kind(path, false);
    Items values = kind == TopicKind::none ? word_candidates(guide(), path)
                                           : named_candidates(catalog(), kind, path, app_);
    for (CompletionItem& one : values) one.text = spelled(one.label, cursor_);
    add(std::move(values));
  }

  void complete_value() {
    add_values(cursor_.path);
    const Shape shape = guide().shape(cursor_.path);
    const bool needs_brackets = shape.list && !shape.scalar && !cursor_.quoted;
    for (CompletionItem& one : result_.candidates) {
      if (needs_brackets) one.text = bracketed(one.label);
      if (cursor_.lacks_blank) one.text.insert(0, " ");
    }
  }

  static std::string bracketed(const std::string& name) {
    CursorContext flow;
    flow.flow = true;
    return "[" + spelled(name, flow) + "]";
  }

  void complete_item() {
    Path entry = cursor_.path;
    entry.emplace_back(kEntry);
    if (guide().shape(entry).mapping) {
      cursor_.siblings.clear();
      add_keys(entry);
    } else {
      add_values(cursor_.path);
    }
  }

  void add(Items candidates) {
    result_.candidates.insert(result_.candidates.end(), std::make_move_iterator(candidates.begin()),
                              std::make_move_iterator(candidates.end()));
  }

  void complete_comment();
  void add_rules(std::size_t from, std::string_view comment);
  bool is_found_here(std::string_view rule) const;

  const CompletionRequest& request_;
  CursorContext cursor_;
  const resolve::ResolvedApp* app_ = nullptr;
  Completion result_;
};

constexpr std::string_view kMark = "zoomc:";
constexpr std::string_view kDirective = "zoomc: allow";

// `# zoomc: allow rule, rule -- reason`: the directive itself, then the rules.
void Completer::complete_comment() {
  const std::string_view comment = request_.text.substr(cursor_.word.begin, cursor_.word.size());
  const std::string_view before = comment.substr(0, request_.offset - cursor_.word.begin);
  const std::size_t mark = before.rfind(kMark);
  const std::size_t allow = mark == std::string_view::npos ? mark : before.find("allow ", mark);
  if (allow != std::string_view::npos) {
    add_rules(allow, comment);
    return;
  }
  const std::size_t begin = std::min(before.find_first_not_of("# "), before.size());
  if (!kDirective.starts_with(before.substr(begin))) return;
  result_.word.begin += static_cast<std::uint32_t>(begin);
  result_.word.end = request_.offset;
  add({{.label = std::string(kDirective),
        .detail = "allow a finding on this line or the next one",
        .text = std::string(before.empty() || before.back() != '#' ? "" : " ")
                    .append(kDirective)
                    .append(" "),
        .kind = CompletionItemKind::keyword}});
}

// `from` is the place of `allow` in the comment.
void Completer::add_rules(std::size_t from, std::string_view comment) {
  const std::string_view before = comment.substr(0, request_.offset - cursor_.word.begin);
  if (before.find("--", from) != std::string_view::npos) return;
  const std::size_t word = before.find_last_of(" ,") + 1;
  const std::size_t end = std::min(comment.find_first_of(" ,", word), comment.size());
  const bool has_reason = comment.find("--", end) != std::string_view::npos;
  result_.word = {cursor_.word.begin + static_cast<std::uint32_t>(word),
                  cursor_.word.begin + static_cast<std::uint32_t>(end)};
  Items rules = rule_candidates(request_.rules);
  for (const config::Policy& policy : request_.policies) {
    const std::string name = "policy-violation/" + policy.id;
    rules.push_back({.label = name,
                     .detail = policy.message,
                     .kind = CompletionItemKind::reference,
                     .topic = {TopicKind::finding, name}});
  }
  for (CompletionItem& one : rules) one.text = one.label + (has_reason ? "" : " -- ");
  std::stable_partition(rules.begin(), rules.end(),
                        [this](const CompletionItem& one) { return is_found_here(one.label); });
  add(std::move(rules));
}

// True if the rule has a finding on the cursor's line or the next one.
bool Completer::is_found_here(std::string_view rule) const {
  if (request_.last == nullptr) return false;
  const std::string_view text = request_.text;
  const std::size_t begin = text.substr(0, request_.offset).rfind('\n') + 1;
  const std::size_t next = std::min(text.find('\n', request_.offset), text.size() - 1) + 1;
  const std::size_t end = std::min(text.find('\n', next), text.size());
  const auto& findings = request_.last->findings;
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& found) {
    return found.id == rule && found.primary.begin >= begin && found.primary.begin <= end;
  });
}

}  // namespace

Completion complete(const CompletionRequest& request) {
  return Completer(request).run();
}

}  // namespace zoomc::lsp
