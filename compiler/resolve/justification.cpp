#include "resolve/justification.h"

#include <algorithm>
#include <map>
#include <set>

#include "catalog/lookup.h"
#include "resolve/authority.h"
#include "resolve/keys.h"

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

// One line, one sentence: white space folded, a full stop at the end.
std::string as_sentence(std::string_view text) {
  std::string sentence;
  for (const char byte : text) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (!blank) {
      sentence += byte;
    } else if (!sentence.empty() && sentence.back() != ' ') {
      sentence += ' ';
    }
  }
  while (!sentence.empty() && sentence.back() == ' ') sentence.pop_back();
  const bool ended = sentence.empty() || sentence.ends_with('.') || sentence.ends_with('!') ||
                     sentence.ends_with('?') || sentence.ends_with("…");
  return ended ? sentence : sentence + '.';
}

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

class Writer {
 public:
  explicit Writer(const ResolvedApp& resolved)
      : resolved_(resolved), catalog_(*resolved.catalog), texts_(read_texts(resolved)) {}

  std::vector<Justification> all() {
    for (std::uint32_t i = 0; i < resolved_.subjects.size(); ++i) write_subject(i);
    return std::move(sentences_);
  }

 private:
  void add(std::uint32_t subject, std::string text, bool written) {
    if (said_.insert(text).second) sentences_.push_back({subject, std::move(text), written});
  }

  // A subject's scopes and operations may each have a text of their own; where all of them do, the
  // subject needs no other.
  void write_subject(std::uint32_t index) {
    const Subject& subject = resolved_.subjects[index];
    bool all_covered = !subject.requirements.empty();
    for (const std::uint32_t requirement : subject.requirements) {
      all_covered = write_specific(index, requirement) && all_covered;
    }
    for (const std::string_view name : guide_names(subject)) {
      if (const auto text = texts_.by_scope.find(name); text != texts_.by_scope.end()) {
        add(index, text->second, true);
      }
    }
    if (all_covered) return;
    const auto own = texts_.by_subject.find(index);
    const auto composite = texts_.by_composite.find(covering_composite(subject));
    if (own != texts_.by_subject.end()) {
      add(index, own->second, true);
    } else if (composite != texts_.by_composite.end()) {
      add(index, composite->second, true);
    } else {
      add(index, distinct(subject, generate(subject)), false);
    }
  }

  std::span<const std::string_view> guide_names(const Subject& subject) const {
    const bool of_guide =
        resolved_.vocabulary == Vocabulary::guide && subject.row &&
        (subject.kind == SubjectKind::feature || subject.kind == SubjectKind::sign_in);
    return of_guide ? catalog_.features[*subject.row].guide_scopes
                    : std::span<const std::string_view>{};
  }

  // Whether a text under a scope or operation key speaks for this requirement; adds it if so.
  bool write_specific(std::uint32_t index, std::uint32_t number) {
    const Requirement& requirement = resolved_.requirements[number];
    for (const ScopeId id : requirement.alternatives) {
      const auto text = texts_.by_scope.find(catalog_.scopes[id].name);
      if (text == texts_.by_scope.end()) continue;
      add(index, text->second, true);
      return true;
    }
    if (requirement.kind != RequirementKind::operation) return false;
    const auto text = texts_.by_operation.find(requirement.row);
    if (text == texts_.by_operation.end()) return false;
    add(index, text->second, true);
    return true;
  }

  // The composite whose text or phrase speaks for the subject: the one it was asked for with, else
  // any that the author wrote a text for and that has it as a member.
  std::string covering_composite(const Subject& subject) const {
    if (subject.kind != SubjectKind::feature) return {};
    if (!subject.composite.empty()) return subject.composite;
    for (const auto& entry : texts_.by_composite) {
      const Composite* composite = find_composite(catalog_, entry.first);
      const auto& members = composite->members;
      if (std::find(members.begin(), members.end(), *subject.row) != members.end()) {
        return entry.first;
      }
    }
    return {};
  }

  bool has_own_text(const Subject& subject) const {
    const auto index = resolved_.subject_index.find(subject.kind, subject.key);
    return texts_.by_subject.count(*index) != 0;
  }

  std::string phrase_of(const Subject& subject) const {
    switch (subject.kind) {
      case SubjectKind::operation: return std::string(catalog_.operations[*subject.row].name);
      case SubjectKind::event: return "Receive the event " + subject.key;
      case SubjectKind::extra_scope: return "Use the scope " + subject.key;
      case SubjectKind::sign_in:
      case SubjectKind::feature: break;
    }
    if (!subject.composite.empty() && speaks_for_all(subject.composite)) {
      return std::string(find_composite(catalog_, subject.composite)->phrase);
    }
    return std::string(catalog_.features[*subject.row].phrase);
  }

  // Nobody wrote about a single member, so that the composite's phrase says no more than is true.
  bool speaks_for_all(std::string_view name) const {
    for (const FeatureId member : find_composite(catalog_, name)->members) {
      const auto index =
          resolved_.subject_index.find(SubjectKind::feature, catalog_.features[member].name);
      if (!index || has_own_text(resolved_.subjects[*index])) return false;
    }
    return true;
  }

  std::string generate(const Subject& subject) const {
    std::string sentence = phrase_of(subject);
    if (resolved_.app->purpose) {
      std::string purpose = as_sentence(resolved_.app->purpose->value);
      if (!purpose.empty()) return sentence + " for " + purpose;
    }
    return as_sentence(sentence);
  }

  // Zoom names some operations alike ("Get a user's profile"); no two sentences may be.
  std::string distinct(const Subject& subject, std::string sentence) const {
    if (subject.kind != SubjectKind::operation || said_.count(sentence) == 0) return sentence;
    sentence.pop_back();
    return sentence + " (" + subject.key + ").";
  }

  const ResolvedApp& resolved_;
  const Catalog& catalog_;
  WrittenTexts texts_;
  std::vector<Justification> sentences_;
  std::set<std::string> said_;
};

}  // namespace

std::vector<Justification> justify(const ResolvedApp& resolved) {
  return Writer(resolved).all();
}

}  // namespace zoomc
