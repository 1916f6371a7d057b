#include "resolve/justification.h"

#include <algorithm>
#include <map>
#include <set>

#include "catalog/lookup.h"
#include "resolve/keys.h"
#include "resolve/sentence.h"

namespace zoomc {
namespace {

// The author's texts by what their keys mean. Scope texts stay under the scope's name.
struct WrittenTexts {
  std::map<std::string, std::string, std::less<>> by_scope;
  std::map<OperationId, std::string> by_operation;
  // Of features, operations, events and extra scopes, by subject.
  std::map<std::uint32_t, std::string> by_subject;
  std::map<std::string, std::string, std::less<>> by_composite;
};

WrittenTexts read_texts(const ResolvedApp& resolved) {
  WrittenTexts texts;
  for (const KeyedText& entry : resolved.app->justify) {
    const KeyMeaning meaning = find_key(resolved, entry.key);
    const std::string sentence = as_sentence(entry.text.value);
    if (sentence.empty()) continue;
    if (meaning.kind == KeyKind::scope) texts.by_scope.emplace(entry.key, sentence);
    if (meaning.kind == KeyKind::operation)
      texts.by_operation.emplace(*meaning.operation, sentence);
    if (meaning.kind == KeyKind::composite) {
      texts.by_composite.emplace(entry.key, sentence);
    } else if (meaning.subjects.size() == 1) {
      texts.by_subject.emplace(meaning.subjects.front(), sentence);
    }
  }
  return texts;
}

// What the author wrote about one subject's scopes and operations.
struct Specific {
  std::vector<const std::string*> texts;
  // They leave nothing of the subject unexplained, so that it needs no other text.
  bool cover_all = false;
};

// Finds the author's texts that speak for a subject.
class Texts {
 public:
  explicit Texts(const ResolvedApp& resolved)
      : resolved_(resolved), catalog_(*resolved.catalog), texts_(read_texts(resolved)) {
    for (const Subject& subject : resolved.subjects) {
      if (!subject.composite.empty()) composites_.insert(subject.composite);
    }
    for (const auto& entry : texts_.by_composite) composites_.insert(entry.first);
  }

  Specific specific(const Subject& subject) const {
    Specific found;
    std::size_t parts = 0;
    const auto add = [&](const std::string* text) {
      ++parts;
      if (text != nullptr) found.texts.push_back(text);
    };
    for (const std::uint32_t number : subject.requirements) {
      add(of_requirement(resolved_.requirements[number]));
    }
    for (const std::string_view name : guide_names(subject)) add(of_scope(name));
    found.cover_all = parts > 0 && found.texts.size() == parts;
    return found;
  }

  // The text under the subject's own key, else under its composite's, or null.
  const std::string* own_or_composite(std::uint32_t index) const {
    const auto own = texts_.by_subject.find(index);
    if (own != texts_.by_subject.end()) return &own->second;
    const auto found = texts_.by_composite.find(composite_of(resolved_.subjects[index]));
    return found == texts_.by_composite.end() ? nullptr : &found->second;
  }

  // The composite whose phrase says what the subject and its fellow members are for: it was asked
  // for, and nobody wrote about a single member, so that the phrase says no more than is true.
  const Composite* generating_composite(const Subject& subject) const {
    const Composite* composite = find_composite(catalog_, composite_of(subject));
    if (composite == nullptr) return nullptr;
    for (const FeatureId member : composite->members) {
      const auto index =
          resolved_.subject_index.find(SubjectKind::feature, catalog_.features[member].name);
      if (!index || texts_.by_subject.count(*index) != 0) return nullptr;
      if (specific(resolved_.subjects[*index]).cover_all) return nullptr;
    }
    return composite;
  }

 private:
  const std::string* of_scope(std::string_view name) const {
    const auto text = texts_.by_scope.find(name);
    return text == texts_.by_scope.end() ? nullptr : &text->second;
  }

  const std::string* of_requirement(const Requirement& requirement) const {
    for (const ScopeId id : requirement.alternatives) {
      if (const std::string* text = of_scope(catalog_.scopes[id].name)) return text;
    }
    if (requirement.kind != RequirementKind::operation) return nullptr;
    const auto text = texts_.by_operation.find(requirement.row);
    return text == texts_.by_operation.end() ? nullptr : &text->second;
  }

  std::span<const std::string_view> guide_names(const Subject& subject) const {
    const bool of_guide =
        resolved_.vocabulary == Vocabulary::guide && subject.row &&
        (subject.kind == SubjectKind::feature || subject.kind == SubjectKind::sign_in);
    return of_guide ? catalog_.features[*subject.row].guide_scopes
                    : std::span<const std::string_view>{};
  }

  // The composite that the subject was asked for with, else any that is in use (asked for, or
  // written about) and has it as a member: the order of the author's words does not matter.
  std::string_view composite_of(const Subject& subject) const {
    if (subject.kind != SubjectKind::feature) return {};
    if (!subject.composite.empty()) return subject.composite;
    for (const std::string& name : composites_) {
      const auto& members = find_composite(catalog_, name)->members;
      if (std::find(members.begin(), members.end(), *subject.row) != members.end()) return name;
    }
    return {};
  }

  const ResolvedApp& resolved_;
  const Catalog& catalog_;
  WrittenTexts texts_;
  std::set<std::string, std::less<>> composites_;
};

class Writer {
 public:
  explicit Writer(const ResolvedApp& resolved) : resolved_(resolved), texts_(resolved) {
    for (const Subject& subject : resolved.subjects) {
      if (subject.kind == SubjectKind::operation) ++titles_[title_of(subject)];
    }
  }

  std::vector<Justification> all() {
    for (std::uint32_t i = 0; i < resolved_.subjects.size(); ++i) write_subject(i);
    return std::move(sentences_);
  }

 private:
  // A subject's scopes and operations may each have a text of their own; where all of them do, the
  // subject needs no other.
  void write_subject(std::uint32_t index) {
    const Specific specific = texts_.specific(resolved_.subjects[index]);
    for (const std::string* text : specific.texts) add_written(index, *text);
    if (specific.cover_all) return;
    if (const std::string* text = texts_.own_or_composite(index)) {
      add_written(index, *text);
    } else {
      add_generated(index);
    }
  }

  void add_written(std::uint32_t subject, const std::string& text) {
    if (said_.emplace(without_case(text), std::string{}).second) {
      sentences_.push_back({subject, text, true});
    }
  }

  // A composite speaks once, and no two sentences are alike.
  void add_generated(std::uint32_t index) {
    const Subject& subject = resolved_.subjects[index];
    const Composite* composite = texts_.generating_composite(subject);
    const std::string speaker(composite != nullptr ? composite->name : subject.key);
    const std::string phrase(composite != nullptr ? composite->phrase : phrase_of(subject));
    std::string sentence = with_purpose(phrase);
    const auto said = said_.find(without_case(sentence));
    if (said != said_.end()) {
      if (said->second == speaker || is_explained_before(index)) return;
      sentence = with_purpose(phrase + " (" + subject.key + ")");
    }
    said_.emplace(without_case(sentence), speaker);
    sentences_.push_back({index, std::move(sentence), false});
  }

  // An earlier subject needs the same, and has said so in the same words.
  bool is_explained_before(std::uint32_t index) const {
    const auto& requirements = resolved_.subjects[index].requirements;
    return std::any_of(requirements.begin(), requirements.end(), [&](std::uint32_t number) {
      return resolved_.requirements[number].subjects.front() < index;
    });
  }

  std::string phrase_of(const Subject& subject) const {
    switch (subject.kind) {
      case SubjectKind::operation: return operation_phrase(subject);
      case SubjectKind::event: return "Receive the event " + subject.key;
      case SubjectKind::extra_scope: return "Use the scope " + subject.key;
      case SubjectKind::sign_in:
      case SubjectKind::feature: break;
    }
    return std::string(resolved_.catalog->features[*subject.row].phrase);
  }

  std::string title_of(const Subject& operation) const {
    return as_phrase(resolved_.catalog->operations[*operation.row].name);
  }

  // Zoom gives some operations the same title ("Get a user's profile"): where the app has several
  // of them, each says which it is.
  std::string operation_phrase(const Subject& subject) const {
    const std::string title = title_of(subject);
    return titles_.at(title) == 1 ? title : title + " (" + subject.key + ")";
  }

  std::string with_purpose(const std::string& phrase) const {
    const auto& purpose = resolved_.app->purpose;
    return join_purpose(phrase, purpose ? std::string_view(purpose->value) : std::string_view{});
  }

  const ResolvedApp& resolved_;
  Texts texts_;
  std::vector<Justification> sentences_;
  // How many operations of the app have a title.
  std::map<std::string, int> titles_;
  // What was said, without case, and by whom where it was generated.
  std::map<std::string, std::string> said_;
};

}  // namespace

std::vector<Justification> justify(const ResolvedApp& resolved) {
  return Writer(resolved).all();
}

}  // namespace zoomc
