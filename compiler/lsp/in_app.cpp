#include "lsp/in_app.h"

#include <algorithm>
#include <set>

#include "resolve/keys.h"
#include "review/why.h"
#include "text/quote.h"

namespace zoomc::lsp {
namespace {

// The scopes of the manifest that meet what these subjects require, by name.
std::set<std::string> scopes_for(const ResolvedApp& resolved,
                                 const std::vector<std::uint32_t>& subjects) {
  std::set<std::uint32_t> requirements;
  for (const std::uint32_t subject : subjects) {
    const auto& own = resolved.subjects[subject].requirements;
    requirements.insert(own.begin(), own.end());
  }
  std::set<std::string> names;
  for (const ResolvedScope& scope : resolved.scopes) {
    const bool meets = std::any_of(
        scope.meets.begin(), scope.meets.end(),
        [&](std::uint32_t requirement) { return requirements.count(requirement) != 0; });
    if (meets) names.emplace(scope.name);
  }
  return names;
}

std::string scope_list(const ResolvedApp& resolved, const std::vector<std::uint32_t>& subjects) {
  std::string text;
  for (const std::string& scope : scopes_for(resolved, subjects)) {
    text += "- " + in_backticks(scope) + "\n";
  }
  return text;
}

bool is_scope(const ResolvedApp& resolved, const Topic& topic) {
  if (topic.kind == TopicKind::scope) return true;
  return topic.kind == TopicKind::any && find_key(resolved, topic.name).kind == KeyKind::scope;
}

std::string_view kind_word(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::sign_in:
    case SubjectKind::feature: return "feature";
    case SubjectKind::operation: return "operation";
    case SubjectKind::event: return "event";
    case SubjectKind::extra_scope: return "extra scope";
  }
  return "";
}

}  // namespace

std::string explain_in_app(const Analysis& made, const Topic& topic) {
  const ResolvedApp& resolved = made.resolved;
  if (resolved.catalog == nullptr) return {};
  if (is_scope(resolved, topic)) {
    const ResolvedScope* scope = find_resolved_scope(resolved, topic.name);
    return scope == nullptr ? ""
                            : "In this app:\n" + fenced(explain_scope(resolved, made.file, *scope));
  }
  const std::vector<std::uint32_t> subjects = find_key(resolved, topic.name).subjects;
  const std::string scopes = scope_list(resolved, subjects);
  return scopes.empty() ? "" : "Scopes in this app:\n" + scopes;
}

std::vector<DeclaredName> declared_names(const ResolvedApp& resolved) {
  std::vector<DeclaredName> names;
  std::set<std::string_view> composites;
  for (const Subject& subject : resolved.subjects) {
    if (subject.kind == SubjectKind::sign_in) continue;
    if (!subject.composite.empty() && composites.insert(subject.composite).second) {
      names.push_back({std::string(subject.composite), "features"});
    }
    names.push_back({subject.key, kind_word(subject.kind)});
  }
  return names;
}

std::vector<Span> places_of_key(const ResolvedApp& resolved, std::string_view key) {
  std::vector<Span> places;
  if (resolved.catalog == nullptr) return places;
  for (const std::uint32_t subject : find_key(resolved, key).subjects) {
    const Span span = resolved.subjects[subject].span;
    const bool is_new = std::find(places.begin(), places.end(), span) == places.end();
    if (!span.empty() && is_new) places.push_back(span);
  }
  return places;
}

}  // namespace zoomc::lsp
