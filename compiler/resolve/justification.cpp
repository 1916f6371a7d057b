#include "resolve/justification.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <map>

#include "resolve/written_texts.h"
#include "text/ascii.h"

namespace zoomc::resolve {
namespace {

class Writer {
 public:
  explicit Writer(const ResolvedApp& resolved)
      : resolved_(resolved), written_(resolved, resolved.app->justify), generated_(resolved) {}

  std::vector<Justification> all() {
    for (std::uint32_t i = 0; i < resolved_.requests.size(); ++i) write_request(i);
    return std::move(sentences_);
  }

 private:
  // A request's scopes and operations may each have a text of their own; if all of them do, the
  // request needs no other.
  void write_request(std::uint32_t index) {
    const auto specific = written_.specific(resolved_.requests[index]);
    for (const std::string* text : specific.texts) add_written(index, *text);
    if (specific.cover_all) return;
    if (const std::string* text = written_.of_request(index)) {
      add_written(index, *text);
    } else {
      add_generated(index);
    }
  }

  void add_written(std::uint32_t request, const std::string& text) {
    if (said_.emplace(lowered(text), std::string{}).second) {
      sentences_.push_back({request, text, true});
    }
  }

  // A composite has one sentence, and no two sentences are alike.
  void add_generated(std::uint32_t index) {
    const Request& request = resolved_.requests[index];
    const catalog::Composite* composite = written_.generating_composite(request);
    const std::string speaker(composite != nullptr ? composite->name : request.key);
    const std::string phrase =
        composite != nullptr ? std::string(composite->phrase) : generated_.phrase_of(request);
    std::string sentence = generated_.with_purpose(phrase);
    const auto said = said_.find(lowered(sentence));
    if (said != said_.end()) {
      if (said->second == speaker || is_explained_before(index)) return;
      sentence = generated_.with_purpose(fmt::format("{} ({})", phrase, request.key));
    }
    said_.emplace(lowered(sentence), speaker);
    sentences_.push_back({index, std::move(sentence), false});
  }

  // True if an earlier request shares a requirement: its sentence then explains this request too.
  bool is_explained_before(std::uint32_t index) const {
    const auto& requirements = resolved_.requests[index].requirements;
    return std::any_of(requirements.begin(), requirements.end(), [&](std::uint32_t number) {
      return resolved_.requirements[number].requests.front() < index;
    });
  }

  const ResolvedApp& resolved_;
  WrittenTexts written_;
  GeneratedTexts generated_;
  std::vector<Justification> sentences_;
  // The sentences so far in lower case, each with the key of its composite or request if it was
  // generated.
  std::map<std::string, std::string> said_;
};

std::string fold_space(std::string_view text) {
  std::string folded;
  for (const char byte : text) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (!blank) {
      folded += byte;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

template <std::size_t kCount>
bool ends_with_any(std::string_view text, const std::array<std::string_view, kCount>& ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

// True if a sentence ends here; a closing quote or bracket may follow.
bool has_ended(std::string_view text) {
  constexpr std::array<std::string_view, 5> kClosing{")", "\"", "'", "”", "’"};
  constexpr std::array<std::string_view, 7> kEnds{".", "!", "?", "…", "。", "！", "？"};
  if (ends_with_any(text, kEnds)) return true;
  for (const std::string_view closing : kClosing) {
    if (text.ends_with(closing)) {
      return ends_with_any(text.substr(0, text.size() - closing.size()), kEnds);
    }
  }
  return false;
}

// Whether `text` begins with `word`, in any case, and a space.
bool begins_with_word(std::string_view text, std::string_view word) {
  if (text.size() <= word.size() || text[word.size()] != ' ') return false;
  return std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == lowered(b); });
}

}  // namespace

std::vector<Justification> justify(const ResolvedApp& resolved) {
  return Writer(resolved).all();
}

std::string as_sentence(std::string_view text) {
  std::string sentence = fold_space(text);
  return sentence.empty() || has_ended(sentence) ? sentence : sentence + '.';
}

std::string as_phrase(std::string_view title) {
  std::string phrase = fold_space(title);
  while (phrase.ends_with('.')) phrase.pop_back();
  if (!phrase.empty() && is_lower(phrase.front())) {
    phrase.front() = static_cast<char>(phrase.front() - 'a' + 'A');
  }
  return phrase;
}

std::string join_purpose(std::string_view phrase, std::string_view purpose) {
  std::string rest = fold_space(purpose);
  if (rest.empty()) return as_sentence(phrase);
  if (begins_with_word(rest, "for") || begins_with_word(rest, "to")) {
    rest.front() = lowered(rest.front());
    return as_sentence(fmt::format("{} {}", phrase, rest));
  }
  return as_sentence(fmt::format("{} for {}", phrase, rest));
}

}  // namespace zoomc::resolve
