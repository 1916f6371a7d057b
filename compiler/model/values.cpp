#include "model/values.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fmt/core.h>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diagnostics/codes.h"
#include "edit/collection.h"
#include "model/mapping_reader.h"
#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

constexpr std::array<std::string_view, 2> kBooleanWords{"true", "false"};

// Inserted around the value, which is not rewritten: a fix must not repeat a possible secret.
std::vector<Fix> quotes_around(const syntax::Node& node) {
  if (node.style != syntax::ScalarStyle::plain || !node.tag.empty()) return {};
  const Span span = node.span;
  return {{FixSafety::safe,
           "put it in quotes",
           {{{span.begin, span.begin}, "\""}, {{span.end, span.end}, "\""}}}};
}

// The scalar's text if it is a string that is not empty.
std::optional<Text> read_string(Reading& reading, const Slot& slot, bool offer_quotes) {
  if (!has_value(reading, slot)) return std::nullopt;
  const syntax::Node& node = *slot.value;
  if (!node.is_scalar()) {
    refuse_type(reading, slot, "text");
    return std::nullopt;
  }
  if (syntax::scalar_type(node) != syntax::ScalarType::string) {
    std::vector<Fix> fixes = offer_quotes ? quotes_around(node) : std::vector<Fix>{};
    const std::string_view way_out = fixes.empty() ? "" : "put it in quotes";
    refuse_type(reading, slot, "text", way_out, std::move(fixes));
    return std::nullopt;
  }
  if (is_blank(node.text)) {
    refuse_blank(reading, slot);
    return std::nullopt;
  }
  return Text{node.text, node.span, slot.key};
}

// The boolean that was meant by a word that YAML 1.2 reads as text.
std::optional<std::string_view> meant_boolean(const syntax::Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  const std::string word = lowered(node.text);
  for (const std::string_view yes : {"true", "yes", "on", "y"}) {
    if (word == yes) return kBooleanWords[0];
  }
  for (const std::string_view no : {"false", "no", "off", "n"}) {
    if (word == no) return kBooleanWords[1];
  }
  return std::nullopt;
}

// The bytes between an entry and the one before it.
Span gap_before(const syntax::Node& list, std::size_t index) {
  return {list.items[index - 1].span.end, list.items[index].span.begin};
}

std::uint32_t narrowest_gap(const syntax::Node& list) {
  std::uint32_t narrowest = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t i = 1; i < list.items.size(); ++i) {
    narrowest = std::min(narrowest, gap_before(list, i).size());
  }
  return narrowest;
}

// The first places of the words of a list.
class FirstPlaces {
 public:
  explicit FirstPlaces(std::size_t most) : is_short_(most <= kShort) {
    if (is_short_) few_.reserve(most);
  }

  // The place where the same word was first; nothing if this is the first.
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
  // Among so few words, comparing with each is quicker than a table.
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
    Diagnostic found =
        finding(model_codes::kDuplicateValue, entry.value->span,
                fmt::format("{} is listed twice in {}", in_backticks(entry.value->text),
                            in_backticks(slot_.path.text())));
    found.labels.push_back({first, "first here"});
    found.fixes = removal(index);
    reading_.report(entry, std::move(found));
  }

  // Removes an entry together with the punctuation before it, if nothing else is between. Not after
  // a block scalar: a comment after the entry would become part of that.
  std::vector<Fix> removal(std::size_t index) const {
    const Span gap = gap_before(list_, index);
    const Span cut{gap.begin, list_.items[index].span.end};
    if (gap.size() > bare_gap_ || reading_.has_comment_in(cut)) return {};
    if (edit::is_block_scalar(list_.items[index - 1])) return {};
    return {{FixSafety::safe, "remove it", {{cut, ""}}, FixKind::remove}};
  }

  Reading& reading_;
  const Slot& slot_;
  const WordListRules& rules_;
  const syntax::Node& list_;
  std::uint32_t bare_gap_;
  std::vector<Text> words_;
  FirstPlaces seen_;
};

// Brackets around a single word that should have been a list.
std::vector<Fix> brackets_around(const syntax::Node& node) {
  if (kind_of(node) != "text" || edit::is_block_scalar(node) || !node.tag.empty()) return {};
  const bool needs_quotes = node.style == syntax::ScalarStyle::plain && !is_plain_word(node.text);
  if (needs_quotes && node.text.find_first_of("\"\\") != std::string::npos) return {};
  const Span span = node.span;
  return {{FixSafety::unsafe,
           "make it a list",
           {{{span.begin, span.begin}, needs_quotes ? "[\"" : "["},
            {{span.end, span.end}, needs_quotes ? "\"]" : "]"}}}};
}

// True if a list has entries, and not too many.
bool has_entries(Reading& reading, const Slot& slot) {
  if (slot.value->items.empty()) refuse_empty_list(reading, slot);
  return !slot.value->items.empty() && is_of_size(reading, slot, slot.value->items.size());
}

}  // namespace

std::optional<Text> read_text(Reading& reading, const Slot& slot) {
  return read_string(reading, slot, true);
}

std::optional<Text> read_word(Reading& reading, const Slot& slot) {
  return read_string(reading, slot, false);
}

std::optional<Text> read_choice(Reading& reading, const Slot& slot,
                                std::span<const std::string_view> known) {
  if (!has_value(reading, slot)) return std::nullopt;
  if (kind_of(*slot.value) != "text") {
    refuse_type(reading, slot, one_of(known));
    return std::nullopt;
  }
  std::optional<Text> word = read_word(reading, slot);
  if (word && std::find(known.begin(), known.end(), word->value) == known.end()) {
    refuse_unknown_value(reading, slot, known);
    return std::nullopt;
  }
  return word;
}

std::optional<Located<bool>> read_boolean(Reading& reading, const Slot& slot) {
  if (!has_value(reading, slot)) return std::nullopt;
  const syntax::Node& node = *slot.value;
  if (node.is_scalar()) {
    if (const auto value = syntax::as_boolean(node))
      return Located<bool>{*value, node.span, slot.key};
  }
  std::vector<Fix> fixes;
  if (const auto meant = meant_boolean(node);
      meant && node.tag.empty() && !edit::is_block_scalar(node)) {
    fixes.push_back({FixSafety::unsafe, in_backticks(*meant), {{node.span, std::string(*meant)}}});
  }
  refuse_type(reading, slot, one_of(kBooleanWords), {}, std::move(fixes));
  return std::nullopt;
}

std::optional<PerEnvironment> read_per_environment(Reading& reading, const Slot& slot) {
  if (!has_value(reading, slot)) return std::nullopt;
  const syntax::Node& node = *slot.value;
  if (kind_of(node) == "text") {
    const std::optional<Text> url = read_word(reading, slot);
    if (!url) return std::nullopt;
    return PerEnvironment{.development = url, .production = url, .key = slot.key};
  }
  if (!node.is_mapping()) {
    refuse_type(reading, slot, "a URL or a mapping with `development` and `production`");
    return std::nullopt;
  }
  const auto mapping = open_mapping(reading, slot, kEnvironmentSection);
  if (node.members.empty()) {
    reading.report(
        slot, finding(model_codes::kMissingKey, lack_place_of(slot),
                      fmt::format("{} has neither `development` nor `production`", name_of(slot))));
  }
  PerEnvironment urls{.development = mapping->get("development", read_word),
                      .production = mapping->get("production", read_word),
                      .key = slot.key};
  if (!urls.development && !urls.production) return std::nullopt;
  return urls;
}

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
    for (const syntax::Node& item : slot.value->items) read(entry_slot(slot, item));
  }
}

}  // namespace zoomc::model
