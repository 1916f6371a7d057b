#include "model/lists.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diagnostics/codes.h"
#include "model/refuse.h"
#include "model/values.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

// The bytes between an entry and the one before it.
Span gap_before(const Node& list, std::size_t index) {
  return {list.items[index - 1].span.end, list.items[index].span.begin};
}

std::uint32_t narrowest_gap(const Node& list) {
  std::uint32_t narrowest = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t i = 1; i < list.items.size(); ++i) {
    narrowest = std::min(narrowest, gap_before(list, i).size());
  }
  return narrowest;
}

// Where the words of a list stand first.
class FirstPlaces {
 public:
  explicit FirstPlaces(std::size_t most) : is_short_(most <= kShort) {
    if (is_short_) few_.reserve(most);
  }

  // The place of the same word before; nothing the first time.
  std::optional<Span> add(std::string_view word, Span place) {
    if (!is_short_) {
      const auto [first, is_new] = many_.emplace(word, place);
      return is_new ? std::nullopt : std::optional(first->second);
    }
    for (const auto& [known, first] : few_) {
      if (known == word) return first;
    }
    few_.emplace_back(word, place);
    return std::nullopt;
  }

 private:
  // Among so few words, looking at each is quicker than a table.
  static constexpr std::size_t kShort = 16;

  bool is_short_;
  std::vector<std::pair<std::string_view, Span>> few_;
  std::unordered_map<std::string_view, Span> many_;
};

// Reads the entries of one list of words.
class WordList {
 public:
  WordList(Reading& reading, const Slot& slot, const WordListRules& rules)
      : reading_(reading),
        slot_(slot),
        rules_(rules),
        list_(*slot.value),
        // An anchor or tag, which the tree does not show, makes a gap wider than this.
        bare_gap_(list_.flow ? std::uint32_t{2} : narrowest_gap(list_)),
        seen_(list_.items.size()) {
    words_.reserve(list_.items.size());
  }

  std::vector<Text> read() {
    for (std::size_t i = 0; i < list_.items.size(); ++i) read_entry(i);
    return std::move(words_);
  }

 private:
  void read_entry(std::size_t index) {
    const Slot entry = entry_slot(slot_, list_.items[index]);
    std::optional<Text> word = read_word(reading_, entry);
    if (!word) return;
    const std::optional<Span> first = seen_.add(entry.value->text, word->span);
    if (rules_.unique && first) {
      report_duplicate(entry, index, *first);
    } else if (is_known(word->value)) {
      words_.push_back(*std::move(word));
    } else {
      refuse_unknown_value(reading_, entry, rules_.known);
    }
  }

  bool is_known(std::string_view word) const {
    return rules_.known.empty() ||
           std::find(rules_.known.begin(), rules_.known.end(), word) != rules_.known.end();
  }

  void report_duplicate(const Slot& entry, std::size_t index, Span first) {
    Diagnostic found = finding(
        model_codes::kDuplicateValue, entry.value->span,
        in_backticks(entry.value->text) + " is listed twice in " + in_backticks(slot_.path.text()));
    found.labels.push_back({first, "first here"});
    found.fixes = removal(index);
    reading_.report(entry, std::move(found));
  }

  // Takes an entry out together with the punctuation before it, if it is that and nothing more. Not
  // behind a block scalar, of which a comment behind the entry would become a part.
  std::vector<Fix> removal(std::size_t index) const {
    const Span gap = gap_before(list_, index);
    const Span cut{gap.begin, list_.items[index].span.end};
    if (gap.size() > bare_gap_ || reading_.has_comment_in(cut)) return {};
    if (is_block_text(list_.items[index - 1])) return {};
    return {{FixSafety::safe, "remove it", {{cut, ""}}, FixKind::remove}};
  }

  Reading& reading_;
  const Slot& slot_;
  const WordListRules& rules_;
  const Node& list_;
  std::uint32_t bare_gap_;
  std::vector<Text> words_;
  FirstPlaces seen_;
};

// Brackets around a single word that should have been a list.
std::vector<Fix> brackets_around(const Node& node) {
  if (kind_of(node) != "text" || is_block_text(node) || !node.tag.empty()) return {};
  const bool needs_quotes = node.style == ScalarStyle::plain && !is_plain_word(node.text);
  if (needs_quotes && node.text.find_first_of("\"\\") != std::string::npos) return {};
  const Span span = node.span;
  return {{FixSafety::unsafe,
           "make it a list",
           {{{span.begin, span.begin}, needs_quotes ? "[\"" : "["},
            {{span.end, span.end}, needs_quotes ? "\"]" : "]"}}}};
}

// Whether a list has entries, and not too many.
bool has_entries(Reading& reading, const Slot& slot) {
  if (slot.value->items.empty()) refuse_empty_list(reading, slot);
  return !slot.value->items.empty() && is_of_size(reading, slot, slot.value->items.size());
}

}  // namespace

std::optional<std::vector<Text>> read_words(Reading& reading, const Slot& slot,
                                            const WordListRules& rules) {
  if (!has_value(reading, slot)) return std::nullopt;
  std::vector<Text> words;
  if (rules.one_word && kind_of(*slot.value) == "text") {
    if (auto word = read_word(reading, slot)) words.push_back(*std::move(word));
  } else if (!slot.value->is_sequence()) {
    refuse_type(reading, slot, rules.wanted, rules.way_out, brackets_around(*slot.value));
  } else if (has_entries(reading, slot)) {
    words = WordList(reading, slot, rules).read();
  }
  if (words.empty()) return std::nullopt;
  return words;
}

std::vector<Text> read_words_or_none(Reading& reading, const Slot& slot) {
  return read_words(reading, slot, {}).value_or(std::vector<Text>{});
}

void for_each_entry(Reading& reading, const Slot& slot,
                    const std::function<void(const Slot&)>& read) {
  if (!has_value(reading, slot)) return;
  if (!slot.value->is_sequence()) {
    refuse_type(reading, slot, "a list", "begin each entry with `- `");
  } else if (has_entries(reading, slot)) {
    for (const Node& item : slot.value->items) read(entry_slot(slot, item));
  }
}

}  // namespace zoomc::model
