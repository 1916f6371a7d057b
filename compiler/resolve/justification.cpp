#include "resolve/justification.h"

#include <algorithm>
#include <map>

#include "resolve/generated_texts.h"
#include "resolve/sentence.h"
#include "resolve/written_texts.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

class Writer {
 public:
  explicit Writer(const ResolvedApp& resolved)
      : resolved_(resolved), written_(resolved, resolved.app->justify), generated_(resolved) {}

  std::vector<Justification> all() {
    for (std::uint32_t i = 0; i < resolved_.subjects.size(); ++i) write_subject(i);
    return std::move(sentences_);
  }

 private:
  // A subject's scopes and operations may each have a text of their own; where all of them do, the
  // subject needs no other.
  void write_subject(std::uint32_t index) {
    const auto specific = written_.specific(resolved_.subjects[index]);
    for (const std::string* text : specific.texts) add_written(index, *text);
    if (specific.cover_all) return;
    if (const std::string* text = written_.of_subject(index)) {
      add_written(index, *text);
    } else {
      add_generated(index);
    }
  }

  void add_written(std::uint32_t subject, const std::string& text) {
    if (said_.emplace(lowered(text), std::string{}).second) {
      sentences_.push_back({subject, text, true});
    }
  }

  // A composite speaks once, and no two sentences are alike.
  void add_generated(std::uint32_t index) {
    const Subject& subject = resolved_.subjects[index];
    const Composite* composite = written_.generating_composite(subject);
    const std::string speaker(composite != nullptr ? composite->name : subject.key);
    const std::string phrase =
        composite != nullptr ? std::string(composite->phrase) : generated_.phrase_of(subject);
    std::string sentence = generated_.with_purpose(phrase);
    const auto said = said_.find(lowered(sentence));
    if (said != said_.end()) {
      if (said->second == speaker || is_explained_before(index)) return;
      sentence = generated_.with_purpose(phrase + " (" + subject.key + ")");
    }
    said_.emplace(lowered(sentence), speaker);
    sentences_.push_back({index, std::move(sentence), false});
  }

  // An earlier subject needs the same, and has said so in the same words.
  bool is_explained_before(std::uint32_t index) const {
    const auto& requirements = resolved_.subjects[index].requirements;
    return std::any_of(requirements.begin(), requirements.end(), [&](std::uint32_t number) {
      return resolved_.requirements[number].subjects.front() < index;
    });
  }

  const ResolvedApp& resolved_;
  WrittenTexts written_;
  GeneratedTexts generated_;
  std::vector<Justification> sentences_;
  // What was said, without case, and by whom where it was generated.
  std::map<std::string, std::string> said_;
};

}  // namespace

std::vector<Justification> justify(const ResolvedApp& resolved) {
  return Writer(resolved).all();
}

}  // namespace zoomc
