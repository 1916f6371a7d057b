#include "review/scope_reason.h"

#include <algorithm>
#include <map>
#include <set>

#include "catalog/lookup.h"
#include "resolve/generated_texts.h"
#include "resolve/sentence.h"
#include "resolve/written_texts.h"
#include "review/scope_use.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc {
namespace {

struct Sentence {
  std::string text;
  bool written = false;
};

class Reasons {
 public:
  Reasons(const ResolvedApp& resolved, const std::vector<std::vector<ScopeUse>>& uses)
      : resolved_(resolved),
        uses_(uses),
        written_(resolved, resolved.app->justify),
        generated_(resolved) {}

  std::vector<ScopeReason> all() {
    std::vector<std::vector<Sentence>> sentences;
    for (std::size_t i = 0; i < resolved_.scopes.size(); ++i) {
      sentences.push_back(sentences_of(i));
      for (const Sentence& sentence : sentences.back()) ++speakers_[lowered(sentence.text)];
    }
    std::vector<ScopeReason> reasons;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      reasons.push_back(join(i, sentences[i]));
    }
    tell_apart(reasons);
    return reasons;
  }

 private:
  static void add(std::vector<Sentence>& sentences, Sentence sentence) {
    const auto same = [&](const Sentence& other) { return other.text == sentence.text; };
    if (std::none_of(sentences.begin(), sentences.end(), same)) {
      sentences.push_back(std::move(sentence));
    }
  }

  std::vector<Sentence> sentences_of(std::size_t scope) const {
    const std::string_view name = resolved_.scopes[scope].name;
    if (const std::string* text = written_.of_scope(name)) return {{*text, true}};
    std::vector<Sentence> sentences;
    for (const ScopeUse& use : uses_[scope]) {
      add(sentences, sentence_of(use));
    }
    return sentences;
  }

  Sentence sentence_of(const ScopeUse& use) const {
    const std::string* text = use.operation ? written_.of_operation(*use.operation) : nullptr;
    if (text == nullptr) text = written_.of_subject(use.subject);
    if (text != nullptr) return {*text, true};
    const Subject& subject = resolved_.subjects[use.subject];
    return {generated_.with_purpose(generated_.phrase_of(subject)), false};
  }

  ScopeReason join(std::size_t scope, const std::vector<Sentence>& sentences) const {
    ScopeReason reason{.written = true};
    bool is_shared = false;
    for (const Sentence& sentence : sentences) {
      if (!reason.text.empty()) reason.text += ' ';
      reason.text += sentence.text;
      reason.written = reason.written && sentence.written;
      is_shared = is_shared || speakers_.at(lowered(sentence.text)) > 1;
    }
    if (is_shared) add_share(scope, reason);
    return reason;
  }

  // What of a sentence that speaks for several scopes belongs to this one.
  void add_share(std::size_t scope, ScopeReason& reason) const {
    std::vector<std::string> deeds;
    for (const ScopeUse& use : uses_[scope]) {
      const std::string deed = deed_of(use);
      const bool is_new = std::find(deeds.begin(), deeds.end(), deed) == deeds.end();
      if (is_new && !deed.empty()) deeds.push_back(deed);
    }
    if (deeds.empty()) return;
    reason.text += " With this scope the app " + join_words(deeds) + ".";
    reason.written = false;
  }

  std::string deed_of(const ScopeUse& use) const {
    if (use.event) {
      return "receives the event " + std::string(resolved_.catalog->events[*use.event].name);
    }
    if (!use.operation) return {};
    const Operation& operation = resolved_.catalog->operations[*use.operation];
    if (!operation.does.empty()) return std::string(operation.does);
    return "calls " + display_name(operation);
  }

  // Names of the guide of which it is not known what they allow are told apart by themselves.
  void tell_apart(std::vector<ScopeReason>& reasons) const {
    std::map<std::string, int> count;
    for (const ScopeReason& reason : reasons) ++count[lowered(reason.text)];
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      if (count.at(lowered(reasons[i].text)) == 1) continue;
      reasons[i].text += " This is " + std::string(resolved_.scopes[i].name) + ".";
      reasons[i].written = false;
    }
  }

  const ResolvedApp& resolved_;
  const std::vector<std::vector<ScopeUse>>& uses_;
  WrittenTexts written_;
  GeneratedTexts generated_;
  // How many scopes a sentence speaks for.
  std::map<std::string, int> speakers_;
};

}  // namespace

std::vector<ScopeReason> scope_reasons(const ResolvedApp& resolved,
                                       const std::vector<std::vector<ScopeUse>>& uses) {
  return Reasons(resolved, uses).all();
}

}  // namespace zoomc
