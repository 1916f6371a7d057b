#include "lsp/topic.h"

#include <algorithm>
#include <array>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"

namespace zoomc::lsp {
namespace {

struct TopicPlace {
  std::string_view path;
  bool is_key;
  TopicKind kind;
};

// `*` stands for one step.
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

std::string explain_feature(const Catalog& catalog, std::string_view name) {
  if (const auto feature = find_feature(catalog, name)) {
    return answer_feature(catalog, *feature).text();
  }
  const Composite* composite = find_composite(catalog, name);
  return composite == nullptr ? "" : answer_composite(catalog, *composite).text();
}

std::string explain_group(const Catalog& catalog, std::string_view name) {
  const bool exists =
      std::any_of(catalog.features.begin(), catalog.features.end(),
                  [&](const Feature& one) { return one.group() == name && !one.action().empty(); });
  return exists ? answer_feature_group(catalog, name).text() : "";
}

std::string explain_scope_name(const Catalog& catalog, std::string_view name) {
  std::string text;
  for (const ScopeId scope : scopes_named(catalog, name)) {
    text += answer_scope(catalog, scope).text();
  }
  if (text.empty() && !features_named_by_guide(catalog, name).empty()) {
    text = answer_guide_name(catalog, name).text();
  }
  return text;
}

std::string explain_operation(const Catalog& catalog, std::string_view name) {
  std::string text;
  for (const OperationId operation : find_operations(catalog, name)) {
    text += answer_operation(catalog, operation).text();
  }
  return text;
}

std::string explain_event(const Catalog& catalog, std::string_view name) {
  const auto event = find_event(catalog, name);
  return event ? answer_event(catalog, *event).text() : "";
}

std::string explain_region(const Catalog& catalog, std::string_view name) {
  for (const Platform& platform : catalog.platforms) {
    const Region* region = platform.find_region(name);
    if (region != nullptr) return answer_region(platform, *region).text();
  }
  return {};
}

std::string explain_platform(const Catalog& catalog, std::string_view name) {
  const Platform* platform = find_platform(catalog, name);
  return platform == nullptr ? "" : answer_platform(catalog, *platform).text();
}

std::string explain_any(const Catalog& catalog, std::string_view name) {
  for (const auto explain : {explain_feature, explain_event, explain_scope_name}) {
    std::string text = explain(catalog, name);
    if (!text.empty()) return text;
  }
  return explain_operation(catalog, name);
}

std::string catalog_text(const Catalog& catalog, const Topic& topic) {
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

const FindingKind* find_kind(const Knowledge& knowledge, std::string_view id) {
  // "policy-violation/eu-only"
  id = id.substr(0, id.find('/'));
  const auto found = std::find_if(knowledge.findings.begin(), knowledge.findings.end(),
                                  [id](const FindingKind& kind) { return kind.id == id; });
  return found == knowledge.findings.end() ? nullptr : &*found;
}

}  // namespace

TopicKind topic_kind(const Path& path, bool is_key) {
  for (const TopicPlace& place : kTopicPlaces) {
    if (place.is_key == is_key && is_at(path, place.path)) return place.kind;
  }
  return TopicKind::none;
}

std::string explain_topic(const Knowledge& knowledge, const Topic& topic) {
  if (topic.kind == TopicKind::finding) return page_of(knowledge, topic.name);
  const std::string text = catalog_text(knowledge.catalog, topic);
  return text.empty() ? text : fenced(text);
}

std::string page_of(const Knowledge& knowledge, std::string_view id) {
  const FindingKind* kind = find_kind(knowledge, id);
  if (kind == nullptr) return {};
  return std::string(kind->page.substr(0, kind->page.find("\n## Cases\n")));
}

std::string page_opening(const Knowledge& knowledge, std::string_view id) {
  const FindingKind* kind = find_kind(knowledge, id);
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

}  // namespace zoomc::lsp
