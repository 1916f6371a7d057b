#include "resolve/written_texts.h"

#include <algorithm>
#include <fmt/core.h>
#include <string_view>

#include "catalog/lookup.h"
#include "resolve/justification.h"
#include "resolve/keys.h"

namespace zoomc::resolve {

WrittenTexts::WrittenTexts(const ResolvedApp& resolved,
                           const std::vector<model::KeyedText>& entries)
    : resolved_(resolved) {
  read(entries);
  for (const Request& request : resolved.requests) {
    if (!request.composite.empty()) composites_.emplace(request.composite);
  }
  for (const auto& entry : by_composite_) composites_.insert(entry.first);
}

void WrittenTexts::read(const std::vector<model::KeyedText>& entries) {
  for (const model::KeyedText& entry : entries) {
    const KeyMeaning meaning = find_key(resolved_, entry.key);
    const std::string sentence = as_sentence(entry.text.value);
    if (sentence.empty()) continue;
    if (meaning.kind == KeyKind::scope) by_scope_.emplace(entry.key, sentence);
    if (meaning.kind == KeyKind::operation) by_operation_.emplace(*meaning.operation, sentence);
    if (meaning.kind == KeyKind::composite) {
      by_composite_.emplace(entry.key, sentence);
    } else if (meaning.requests.size() == 1) {
      by_request_.emplace(meaning.requests.front(), sentence);
    }
  }
}

const std::string* WrittenTexts::of_scope(std::string_view name) const {
  const auto text = by_scope_.find(name);
  return text == by_scope_.end() ? nullptr : &text->second;
}

const std::string* WrittenTexts::of_operation(catalog::OperationId operation) const {
  const auto text = by_operation_.find(operation);
  return text == by_operation_.end() ? nullptr : &text->second;
}

const std::string* WrittenTexts::of_requirement(const Requirement& requirement) const {
  for (const catalog::ScopeId id : requirement.alternatives) {
    if (const std::string* text = of_scope(resolved_.catalog->scopes[id].name)) return text;
  }
  return requirement.kind == RequirementKind::operation ? of_operation(requirement.row) : nullptr;
}

const std::string* WrittenTexts::of_request(std::uint32_t request) const {
  const auto own = by_request_.find(request);
  if (own != by_request_.end()) return &own->second;
  const auto found = by_composite_.find(composite_of(resolved_.requests[request]));
  return found == by_composite_.end() ? nullptr : &found->second;
}

WrittenTexts::Specific WrittenTexts::specific(const Request& request) const {
  Specific found;
  std::size_t parts = 0;
  const auto add = [&](const std::string* text) {
    ++parts;
    if (text != nullptr) found.texts.push_back(text);
  };
  for (const std::uint32_t number : request.requirements) {
    add(of_requirement(resolved_.requirements[number]));
  }
  for (const std::string_view name : guide_names(request)) add(of_scope(name));
  found.cover_all = parts > 0 && found.texts.size() == parts;
  return found;
}

const catalog::Composite* WrittenTexts::generating_composite(const Request& request) const {
  const catalog::Composite* composite =
      catalog::find_composite(*resolved_.catalog, composite_of(request));
  if (composite == nullptr) return nullptr;
  for (const catalog::FeatureId member : composite->members) {
    const auto index =
        find_request(resolved_, RequestKind::feature, resolved_.catalog->features[member].name);
    if (!index || by_request_.count(*index) != 0) return nullptr;
    if (specific(resolved_.requests[*index]).cover_all) return nullptr;
  }
  return composite;
}

std::span<const std::string_view> WrittenTexts::guide_names(const Request& request) const {
  const bool of_guide =
      resolved_.vocabulary == model::Vocabulary::guide && request.row &&
      (request.kind == RequestKind::feature || request.kind == RequestKind::sign_in);
  return of_guide ? resolved_.catalog->features[*request.row].guide_scopes
                  : std::span<const std::string_view>{};
}

// The composite with which the request was asked for, else any that the app uses (asked for, or
// written about) and that has it as a member: the order of the author's words does not matter.
std::string_view WrittenTexts::composite_of(const Request& request) const {
  if (request.kind != RequestKind::feature) return {};
  if (!request.composite.empty()) return request.composite;
  for (const std::string& name : composites_) {
    const auto& members = catalog::find_composite(*resolved_.catalog, name)->members;
    if (std::find(members.begin(), members.end(), *request.row) != members.end()) return name;
  }
  return {};
}

GeneratedTexts::GeneratedTexts(const ResolvedApp& resolved) : resolved_(resolved) {
  for (const Request& request : resolved.requests) {
    if (request.kind == RequestKind::operation) ++titles_[title_of(request)];
  }
}

std::string GeneratedTexts::phrase_of(const Request& request) const {
  switch (request.kind) {
    case RequestKind::operation: {
      // Zoom gives some operations the same title ("Get a user's profile").
      const std::string title = title_of(request);
      return titles_.at(title) == 1 ? title : fmt::format("{} ({})", title, request.key);
    }
    case RequestKind::event: return fmt::format("Receive the event {}", request.key);
    case RequestKind::extra_scope: return fmt::format("Use the scope {}", request.key);
    case RequestKind::sign_in:
    case RequestKind::feature: break;
  }
  return std::string(resolved_.catalog->features[*request.row].phrase);
}

std::string GeneratedTexts::with_purpose(const std::string& phrase) const {
  const auto& purpose = resolved_.app->purpose;
  return join_purpose(phrase, purpose ? std::string_view(purpose->value) : std::string_view{});
}

std::string GeneratedTexts::title_of(const Request& operation) const {
  return as_phrase(resolved_.catalog->operations[*operation.row].name);
}

}  // namespace zoomc::resolve
