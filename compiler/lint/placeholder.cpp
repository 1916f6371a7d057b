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

// The longest text of one word, with punctuation and blanks around it.
constexpr std::size_t kMaxAlone = 100;

enum class Letters { in_any_case, as_they_are };

// The end of `phrase` at byte `begin` of the text; a space matches any white space.
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

// The first three bytes of some words, in any case: a quick test that few places of a text pass.
class Beginnings {
 public:
  void add(std::string_view word) {
    // A space matches any white space.
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

  // One entry for the first two bytes of a word, with a bit for each third byte.
  std::array<std::uint32_t, kPairs> third_{};
  // True if one of the words is too short to be recognized by its first bytes.
  bool any_ = false;
};

// A host may have more letters, digits and hyphens on either side, and dots between them.
bool is_host_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// True if a host's name can end at `offset`, as "example.com." does at the end of a sentence.
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
    // A phrase with an upper-case letter must match exactly: a todo list is not a TODO.
    const bool to_the_letter =
        letters_ == Letters::as_they_are && std::any_of(word.begin(), word.end(), is_upper);
    if (to_the_letter && !end_of_phrase(text_, at, word, Letters::as_they_are) &&
        !is_all_of_it(part)) {
      return;
    }
    found_.push_back({PlaceholderKind::word, part});
  }

  // True if a short text has this one word and no other; then its case does not matter.
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
      // One letter rules out nearly all places: the names looked for begin before or after the dot.
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

  // Looks for the host that has its first dot there, or for the top-level domain after the dot. The
  // latter is a host only if something comes before the dot.
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
  // Without escapes a value has the same characters as the file, except for white space.
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
