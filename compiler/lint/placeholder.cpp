#include "lint/placeholder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "catalog/lookup.h"
#include "lint/url.h"
#include "text/ascii.h"

namespace zoomc::lint {
namespace {

// A text of one word with all that may stand around it.
constexpr std::size_t kMaxAlone = 100;

enum class Letters { in_any_case, as_they_are };

// The end of `phrase` at byte `begin` of the text; a space stands for any white space.
std::optional<std::size_t> end_of_phrase(std::string_view text, std::size_t begin,
                                         std::string_view phrase, Letters letters) {
  const bool in_any_case = letters == Letters::in_any_case;
  std::size_t at = begin;
  for (const char c : phrase) {
    if (at >= text.size()) return std::nullopt;
    if (c == ' ') {
      if (!is_white_space(text[at])) return std::nullopt;
      while (at < text.size() && is_white_space(text[at])) ++at;
    } else if (c != text[at] && !(in_any_case && lowered(c) == lowered(text[at]))) {
      return std::nullopt;
    } else {
      ++at;
    }
  }
  return at;
}

// The first three bytes of some words, in any case: what few places of a text have.
class Beginnings {
 public:
  void add(std::string_view word) {
    // A space stands for any white space.
    if (word.size() < kBytes || word.substr(0, kBytes).find(' ') != std::string_view::npos) {
      any_ = true;
    } else {
      third_[pair(word)] |= 1U << folded(word[2]);
    }
  }

  // Calls `visit` with every byte of `text` at which one of the words may begin, and few others.
  template <class Visit>
  void for_each_place(std::string_view text, const Visit& visit) const {
    if (any_) {
      for (std::size_t at = 0; at < text.size(); ++at) visit(at);
    } else if (text.size() >= kBytes) {
      std::size_t before = pair(text);
      for (std::size_t last = kBytes - 1; last < text.size(); ++last) {
        const unsigned byte = folded(text[last]);
        if ((third_[before] >> byte & 1) != 0) visit(last - (kBytes - 1));
        before = (before << kBits | byte) % kPairs;
      }
    }
  }

 private:
  static constexpr std::size_t kBytes = 3;
  // The bits that both cases of an ASCII letter share.
  static constexpr unsigned kBits = 5;
  static constexpr std::size_t kPairs = std::size_t{1} << 2 * kBits;

  static unsigned folded(char c) { return static_cast<unsigned char>(c) % (1U << kBits); }
  static std::size_t pair(std::string_view text) {
    return folded(text[0]) << kBits | folded(text[1]);
  }

  // For the first two bytes of a word a bit for each third one.
  std::array<std::uint32_t, kPairs> third_{};
  // One of the words is too short to be told by its first bytes.
  bool any_ = false;
};

// A host may have more letters, digits and hyphens on either side, and dots between them.
bool is_host_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Whether a host's name ends at `offset`: "example.com." at the end of a sentence does.
bool ends_host(std::string_view text, std::size_t offset) {
  if (offset == text.size()) return true;
  if (text[offset] != '.') return !is_host_character(text[offset]);
  return offset + 1 == text.size() || !is_host_character(text[offset + 1]);
}

class Finder {
 public:
  Finder(const catalog::Catalog& catalog, std::string_view text, Letters letters)
      : catalog_(catalog), text_(text), letters_(letters) {}

  std::vector<Placeholder> run() {
    find_words_to_come();
    // A host, and a name below one, has a dot.
    if (text_.find('.') != std::string_view::npos) find_hosts();
    std::sort(found_.begin(), found_.end(), [](const Placeholder& a, const Placeholder& b) {
      return a.part.begin != b.part.begin ? a.part.begin < b.part.begin : a.part.end > b.part.end;
    });
    std::size_t end = 0;
    std::erase_if(found_, [&end](const Placeholder& one) {
      const bool overlaps = one.part.begin < end;
      if (!overlaps) end = one.part.end;
      return overlaps;
    });
    return std::move(found_);
  }

 private:
  void find_words_to_come() {
    const auto words = catalog::words_of(catalog_, catalog::WordList::placeholder);
    Beginnings beginnings;
    for (const catalog::Word& word : words) beginnings.add(word.text);
    beginnings.for_each_place(text_, [&](std::size_t at) {
      if (!is_word_boundary(text_, at)) return;
      for (const catalog::Word& word : words) find_word(word.text, at);
    });
  }

  void find_word(std::string_view word, std::size_t at) {
    const auto end = end_of_phrase(text_, at, word, Letters::in_any_case);
    if (!end || !is_word_boundary(text_, *end)) return;
    const TextPart part{at, *end};
    // An upper-case letter means that the phrase is meant to the letter: a todo list is no TODO.
    const bool to_the_letter =
        letters_ == Letters::as_they_are && std::any_of(word.begin(), word.end(), is_upper);
    if (to_the_letter && !end_of_phrase(text_, at, word, Letters::as_they_are) &&
        !is_all_of_it(part)) {
      return;
    }
    found_.push_back({PlaceholderKind::word, part});
  }

  // Whether a short text has this one word and no other, which means it in any case.
  bool is_all_of_it(const TextPart& part) const {
    if (text_.size() > kMaxAlone) return false;
    WordScan words(text_);
    const auto first = words.next();
    return first && first->begin == part.begin && first->end == part.end && !words.next();
  }

  void find_hosts() {
    const auto example_hosts = catalog::words_of(catalog_, catalog::WordList::example_host);
    const auto reserved_hosts = catalog::words_of(catalog_, catalog::WordList::reserved_host);
    for (auto dot = text_.find('.'); dot != std::string_view::npos;
         dot = text_.find('.', dot + 1)) {
      // Nearly all are told by a letter: what is looked for begins a name, before the dot or
      // behind.
      std::size_t name = dot;
      while (name > 0 && is_host_character(text_[name - 1])) --name;
      const char before = lowered(text_[name]);
      const char behind = dot + 1 < text_.size() ? lowered(text_[dot + 1]) : '\0';
      const auto find_all = [&](const catalog::CatalogTable<catalog::Word>& hosts,
                                PlaceholderKind kind) {
        for (const catalog::Word& host : hosts) {
          const char first = host.text.front();
          if (first == before || first == behind) find_host(host.text, dot, kind);
        }
      };
      find_all(example_hosts, PlaceholderKind::example_host);
      find_all(reserved_hosts, PlaceholderKind::reserved_host);
    }
  }

  // The host that has its first dot there, or the top-level domain behind the dot. The latter is a
  // host only with something below it.
  void find_host(std::string_view host, std::size_t dot, PlaceholderKind kind) {
    const std::size_t own_dot = host.find('.');
    const bool is_top_level = own_dot == std::string_view::npos;
    if (!is_top_level && own_dot > dot) return;
    const std::size_t at = is_top_level ? dot + 1 : dot - own_dot;
    const std::size_t end = at + host.size();
    if (!is_in_any_case(text_.substr(at, host.size()), host) || !ends_host(text_, end)) return;
    const bool below = at > 1 && text_[at - 1] == '.' && is_host_character(text_[at - 2]);
    const bool itself = at == 0 || (!is_host_character(text_[at - 1]) && text_[at - 1] != '.');
    if (below || (itself && !is_top_level)) found_.push_back({kind, {begin_of_host(at), end}});
  }

  std::size_t begin_of_host(std::size_t at) const {
    while (at > 0 && (is_host_character(text_[at - 1]) || text_[at - 1] == '.')) --at;
    return at;
  }

  const catalog::Catalog& catalog_;
  std::string_view text_;
  Letters letters_;
  std::vector<Placeholder> found_;
};

}  // namespace

std::vector<Placeholder> find_placeholders(const catalog::Catalog& catalog, std::string_view text) {
  return Finder(catalog, text, Letters::as_they_are).run();
}

PlaceholderKinds possible_placeholders(const catalog::Catalog& catalog, std::string_view yaml) {
  // Without escapes all that a value has stands in the file, but for the white space in it.
  if (yaml.find('\\') != std::string_view::npos) return {true, true, true};
  PlaceholderKinds kinds;
  for (const Placeholder& one : Finder(catalog, yaml, Letters::in_any_case).run()) {
    kinds.word = kinds.word || one.kind == PlaceholderKind::word;
    kinds.example_host = kinds.example_host || one.kind == PlaceholderKind::example_host;
    kinds.reserved_host = kinds.reserved_host || one.kind == PlaceholderKind::reserved_host;
  }
  return kinds;
}

}  // namespace zoomc::lint
