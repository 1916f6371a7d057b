#include "lsp/topic.h"

#include <algorithm>
#include <array>
#include <set>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"
#include "resolve/keys.h"
#include "review/why.h"
#include "text/quote.h"

namespace zoomc::lsp {
namespace {

bool holds(Span span, std::uint32_t offset) {
  return span.begin <= offset && offset <= span.end;
}

// Steps from a collection to the one below it that holds `offset`.
class Descent {
 public:
  explicit Descent(std::uint32_t offset) : offset_(offset) {}

  Token run(const syntax::Node& root) {
    const syntax::Node* node = &root;
    while (node != nullptr && !node->alias && !node->is_scalar()) {
      node = node->is_mapping() ? into_mapping(*node) : into_sequence(*node);
    }
    const bool is_word = node != nullptr && node->is_scalar() && !node->alias && !node->missing;
    if (is_word) take(is_entry_ ? Role::item : Role::value, *node);
    return std::move(spot_);
  }

 private:
  void take(Role role, const syntax::Node& scalar) {
    spot_.role = role;
    spot_.text = scalar.text;
    spot_.span = scalar.span;
    if (role == Role::item) spot_.path.pop_back();
  }

  const syntax::Node* into_mapping(const syntax::Node& mapping) {
    for (const syntax::Member& member : mapping.members) {
      if (holds(member.key.span, offset_) && member.key.is_scalar()) {
        take(Role::key, member.key);
        return nullptr;
      }
      if (!holds(member.value.span, offset_)) continue;
      spot_.path.push_back(member.key.text);
      is_entry_ = false;
      return &member.value;
    }
    return nullptr;
  }

  const syntax::Node* into_sequence(const syntax::Node& sequence) {
    const auto item =
        std::find_if(sequence.items.begin(), sequence.items.end(),
                     [this](const syntax::Node& one) { return holds(one.span, offset_); });
    if (item == sequence.items.end()) return nullptr;
    spot_.path.emplace_back(kEntry);
    is_entry_ = true;
    return &*item;
  }

  std::uint32_t offset_;
  bool is_entry_ = false;
  Token spot_;
};

struct TopicPlace {
  std::string_view path;
  bool is_key;
  TopicKind kind;
};

// `*` matches one step.
constexpr std::array kTopicPlaces{
    TopicPlace{"features", true, TopicKind::group},
    TopicPlace{"features/*", false, TopicKind::feature},
    TopicPlace{"region", false, TopicKind::region},
    TopicPlace{"platform", false, TopicKind::platform},
    TopicPlace{"operations", false, TopicKind::operation},
    TopicPlace{"events/[]/types", false, TopicKind::event},
    TopicPlace{"extra_scopes", false, TopicKind::scope},
    TopicPlace{"optional", false, TopicKind::any},
    TopicPlace{"justify", true, TopicKind::any},
    TopicPlace{"test_plan", true, TopicKind::any},
    TopicPlace{"lint/rules", true, TopicKind::finding},
    TopicPlace{"policy/[]/deny/scopes", false, TopicKind::scope},
    TopicPlace{"policy/[]/allow/scopes", false, TopicKind::scope},
    TopicPlace{"policy/[]/deny/features", false, TopicKind::feature},
    TopicPlace{"policy/[]/allow/features", false, TopicKind::feature},
    TopicPlace{"policy/[]/deny/regions", false, TopicKind::region},
    TopicPlace{"policy/[]/allow/regions", false, TopicKind::region},
    TopicPlace{"policy/[]/deny/events", false, TopicKind::event},
    TopicPlace{"policy/[]/allow/events", false, TopicKind::event},
    TopicPlace{"policy/[]/deny/operations", false, TopicKind::operation},
    TopicPlace{"policy/[]/allow/operations", false, TopicKind::operation},
};

bool is_at(const Path& path, std::string_view pattern) {
  for (const std::string& step : path) {
    const std::string_view wanted = pattern.substr(0, pattern.find('/'));
    if (wanted.empty() || (wanted != "*" && wanted != step)) return false;
    pattern.remove_prefix(std::min(wanted.size() + 1, pattern.size()));
  }
  return pattern.empty();
}

std::string explain_feature(const catalog::Catalog& catalog, std::string_view name) {
  if (const auto feature = catalog::find_feature(catalog, name)) {
    return explain::answer_feature(catalog, *feature).text();
  }
  const catalog::Composite* composite = catalog::find_composite(catalog, name);
  return composite == nullptr ? "" : explain::answer_composite(catalog, *composite).text();
}

std::string explain_group(const catalog::Catalog& catalog, std::string_view name) {
  const bool exists = std::any_of(
      catalog.features.begin(), catalog.features.end(),
      [&](const catalog::Feature& one) { return one.group() == name && !one.action().empty(); });
  return exists ? explain::answer_feature_group(catalog, name).text() : "";
}

std::string explain_scope_name(const catalog::Catalog& catalog, std::string_view name) {
  std::string text;
  for (const catalog::ScopeId scope : explain::scopes_named(catalog, name)) {
    text += explain::answer_scope(catalog, scope).text();
  }
  if (text.empty() && !explain::features_named_by_guide(catalog, name).empty()) {
    text = explain::answer_guide_name(catalog, name).text();
  }
  return text;
}

std::string explain_operation(const catalog::Catalog& catalog, std::string_view name) {
  std::string text;
  for (const catalog::OperationId operation : catalog::find_operations(catalog, name)) {
    text += explain::answer_operation(catalog, operation).text();
  }
  return text;
}

std::string explain_event(const catalog::Catalog& catalog, std::string_view name) {
  const auto event = catalog::find_event(catalog, name);
  return event ? explain::answer_event(catalog, *event).text() : "";
}

std::string explain_region(const catalog::Catalog& catalog, std::string_view name) {
  for (const catalog::Platform& platform : catalog.platforms) {
    const catalog::Region* region = platform.find_region(name);
    if (region != nullptr) return explain::answer_region(platform, *region).text();
  }
  return {};
}

std::string explain_platform(const catalog::Catalog& catalog, std::string_view name) {
  const catalog::Platform* platform = catalog::find_platform(catalog, name);
  return platform == nullptr ? "" : explain::answer_platform(catalog, *platform).text();
}

std::string explain_any(const catalog::Catalog& catalog, std::string_view name) {
  for (const auto explain : {explain_feature, explain_event, explain_scope_name}) {
    std::string text = explain(catalog, name);
    if (!text.empty()) return text;
  }
  return explain_operation(catalog, name);
}

std::string catalog_text(const catalog::Catalog& catalog, const Topic& topic) {
  switch (topic.kind) {
    case TopicKind::none:
    case TopicKind::finding: break;
    case TopicKind::scope: return explain_scope_name(catalog, topic.name);
    case TopicKind::feature: return explain_feature(catalog, topic.name);
    case TopicKind::group: return explain_group(catalog, topic.name);
    case TopicKind::operation: return explain_operation(catalog, topic.name);
    case TopicKind::event: return explain_event(catalog, topic.name);
    case TopicKind::region: return explain_region(catalog, topic.name);
    case TopicKind::platform: return explain_platform(catalog, topic.name);
    case TopicKind::any: return explain_any(catalog, topic.name);
  }
  return {};
}

const FindingKind* find_kind(const explain::ExplainContext& context, std::string_view id) {
  // "policy-violation/eu-only"
  id = id.substr(0, id.find('/'));
  const auto found = std::find_if(context.findings.begin(), context.findings.end(),
                                  [id](const FindingKind& kind) { return kind.id == id; });
  return found == context.findings.end() ? nullptr : &*found;
}

// The scopes of the manifest that meet what these requests require, by name.
std::set<std::string> scopes_for(const resolve::ResolvedApp& resolved,
                                 const std::vector<std::uint32_t>& requests) {
  std::set<std::uint32_t> requirements;
  for (const std::uint32_t request : requests) {
    const auto& own = resolved.requests[request].requirements;
    requirements.insert(own.begin(), own.end());
  }
  std::set<std::string> names;
  for (const resolve::ResolvedScope& scope : resolved.scopes) {
    const bool satisfies = std::any_of(
        scope.satisfies.begin(), scope.satisfies.end(),
        [&](std::uint32_t requirement) { return requirements.count(requirement) != 0; });
    if (satisfies) names.emplace(scope.name);
  }
  return names;
}

std::string scope_list(const resolve::ResolvedApp& resolved,
                       const std::vector<std::uint32_t>& requests) {
  std::string text;
  for (const std::string& scope : scopes_for(resolved, requests)) {
    text += "- " + in_backticks(scope) + "\n";
  }
  return text;
}

bool is_scope(const resolve::ResolvedApp& resolved, const Topic& topic) {
  if (topic.kind == TopicKind::scope) return true;
  return topic.kind == TopicKind::any &&
         resolve::find_key(resolved, topic.name).kind == resolve::KeyKind::scope;
}

std::string_view kind_word(resolve::RequestKind kind) {
  switch (kind) {
    case resolve::RequestKind::sign_in:
    case resolve::RequestKind::feature: return "feature";
    case resolve::RequestKind::operation: return "operation";
    case resolve::RequestKind::event: return "event";
    case resolve::RequestKind::extra_scope: return "extra scope";
  }
  return "";
}

}  // namespace

Token token_at(const syntax::Node& root, std::uint32_t offset) {
  return Descent(offset).run(root);
}

Token token_of(const CursorContext& cursor, std::string_view text) {
  const std::string_view word = text.substr(cursor.word.begin, cursor.word.size());
  if (word.empty()) return {};
  return {cursor.role, cursor.path, std::string(word), cursor.word};
}

TopicKind topic_kind(const Path& path, bool is_key) {
  for (const TopicPlace& place : kTopicPlaces) {
    if (place.is_key == is_key && is_at(path, place.path)) return place.kind;
  }
  return TopicKind::none;
}

std::string explain_topic(const explain::ExplainContext& context, const Topic& topic) {
  if (topic.kind == TopicKind::finding) return page_of(context, topic.name);
  const std::string text = catalog_text(context.catalog, topic);
  return text.empty() ? text : fenced(text);
}

std::string page_of(const explain::ExplainContext& context, std::string_view id) {
  const FindingKind* kind = find_kind(context, id);
  if (kind == nullptr) return {};
  return std::string(kind->page.substr(0, kind->page.find("\n## Cases\n")));
}

std::string page_opening(const explain::ExplainContext& context, std::string_view id) {
  const FindingKind* kind = find_kind(context, id);
  if (kind == nullptr) return {};
  // Behind the heading and a blank line, up to the next section.
  const std::size_t begin = kind->page.find("\n\n");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = kind->page.substr(begin + 2);
  return std::string(rest.substr(0, rest.find("\n\n")));
}

std::string fenced(std::string_view text) {
  std::string out = "```text\n";
  out.append(text);
  if (!text.ends_with('\n')) out += '\n';
  return out + "```\n";
}

std::string explain_in_app(const resolve::CompiledApp& made, const Topic& topic) {
  const resolve::ResolvedApp& resolved = made.resolved;
  if (resolved.catalog == nullptr) return {};
  if (is_scope(resolved, topic)) {
    const resolve::ResolvedScope* scope = resolve::find_resolved_scope(resolved, topic.name);
    return scope == nullptr
               ? ""
               : "In this app:\n" + fenced(review::explain_scope(resolved, made.file, *scope));
  }
  const std::vector<std::uint32_t> requests = resolve::find_key(resolved, topic.name).requests;
  const std::string scopes = scope_list(resolved, requests);
  return scopes.empty() ? "" : "Scopes in this app:\n" + scopes;
}

std::vector<DeclaredName> declared_names(const resolve::ResolvedApp& resolved) {
  std::vector<DeclaredName> names;
  std::set<std::string_view> composites;
  for (const resolve::Request& request : resolved.requests) {
    if (request.kind == resolve::RequestKind::sign_in) continue;
    if (!request.composite.empty() && composites.insert(request.composite).second) {
      names.push_back({std::string(request.composite), "features"});
    }
    names.push_back({request.key, kind_word(request.kind)});
  }
  return names;
}

std::vector<Span> places_of_key(const resolve::ResolvedApp& resolved, std::string_view key) {
  std::vector<Span> places;
  if (resolved.catalog == nullptr) return places;
  for (const std::uint32_t request : resolve::find_key(resolved, key).requests) {
    const Span span = resolved.requests[request].span;
    const bool is_new = std::find(places.begin(), places.end(), span) == places.end();
    if (!span.empty() && is_new) places.push_back(span);
  }
  return places;
}

}  // namespace zoomc::lsp
