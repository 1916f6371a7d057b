#include <algorithm>
#include <fmt/core.h>
#include <unordered_map>
#include <utility>

#include "diagnostics/codes.h"
#include "edit/collection.h"
#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"
#include "syntax/core_schema.h"
#include "text/quote.h"

namespace zoomc::model {
namespace {

// A longer list is not one of Zoom's features.
constexpr std::size_t kMaxRewritten = 100;
constexpr std::string_view kExample = "write `meetings: [read]`";

// `meetings.read` as a group and an action.
struct Dotted {
  std::string group;
  std::string action;
};

std::optional<Dotted> split_dotted(const syntax::Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  const std::string& text = node.text;
  const std::size_t dot = text.find('.');
  const bool has_parts = dot != std::string::npos && dot > 0 && dot + 1 < text.size();
  if (!has_parts || !is_plain_word(text)) return std::nullopt;
  return Dotted{text.substr(0, dot), text.substr(dot + 1)};
}

// Groups in the order of the file, each with its actions as they are written: "read, create".
class Groups {
 public:
  // False if the entry is not a word like `meetings.read`.
  bool add(const syntax::Node& entry) {
    const std::optional<Dotted> word = split_dotted(entry);
    if (!word) return false;
    for (auto& [group, actions] : groups_) {
      if (group != word->group) continue;
      actions += ", " + word->action;
      return true;
    }
    groups_.emplace_back(word->group, word->action);
    return true;
  }

  std::string as_mapping() const {
    std::string text;
    for (const auto& [group, actions] : groups_) {
      text.append(text.empty() ? "{" : ", ")
          .append(group)
          .append(": [")
          .append(actions)
          .append("]");
    }
    return text + "}";
  }

 private:
  std::vector<std::pair<std::string, std::string>> groups_;
};

// The mapping that means the same as a word or list of words like `meetings.read`; nothing if it
// holds anything else.
std::optional<std::string> as_mapping(const syntax::Node& node) {
  Groups groups;
  if (node.is_scalar()) {
    if (!groups.add(node)) return std::nullopt;
    return groups.as_mapping();
  }
  if (node.items.empty() || node.items.size() > kMaxRewritten) return std::nullopt;
  for (const syntax::Node& item : node.items) {
    if (!groups.add(item)) return std::nullopt;
  }
  return groups.as_mapping();
}

// Reports `features: [meetings.read]`, a list instead of a mapping.
void refuse_shape(Reading& reading, const Slot& slot) {
  const syntax::Node& node = *slot.value;
  std::string way_out(kExample);
  std::vector<Fix> fixes;
  if (const auto mapping = as_mapping(node)) {
    way_out = fmt::format("write {}", in_backticks(*mapping));
    const Span cut{slot.key.end, node.span.end};
    if (!reading.has_comment_in(cut) && node.tag.empty() && !slot.is_key_explicit) {
      fixes.push_back({FixSafety::unsafe, in_backticks(*mapping), {{cut, ": " + *mapping}}});
    }
  }
  refuse_type(reading, slot, "a mapping from groups to actions", way_out, std::move(fixes));
}

// The number of keys of `features` for each group: `meetings` and `meetings.read` are two of one.
using GroupCounts = std::unordered_map<std::string, std::size_t>;

GroupCounts count_groups(const syntax::Node& features) {
  GroupCounts counts;
  for (const syntax::Member& member : features.members) {
    const std::optional<Dotted> word = split_dotted(member.key);
    ++counts[word ? word->group : member.key.text];
  }
  return counts;
}

// Reports `meetings.read: true`, a feature as a key. `is_only`: no other key has the same group.
void refuse_dotted_key(Reading& reading, const Slot& features, const syntax::Member& member,
                       const Dotted& word, bool is_only) {
  Slot slot = member_slot(features, member);
  slot.alias = features.alias;
  const std::string meant = fmt::format("{}: [{}]", word.group, word.action);
  Diagnostic found =
      finding(model_codes::kWrongType, member.key.span,
              fmt::format("a feature is written as group and actions, not {}; write {}",
                          in_backticks(member.key.text), in_backticks(meant)));
  const bool is_yes = member.value.missing || syntax::as_boolean(member.value).value_or(false);
  const Span cut = Span::cover(member.key.span, member.value.span);
  const bool is_bare = member.key.tag.empty() && member.value.tag.empty() &&
                       !edit::is_block_scalar(member.key) && !reading.has_comment_in(cut);
  if (is_yes && is_only && is_bare && !member.is_key_explicit) {
    found.fixes.push_back({FixSafety::unsafe, in_backticks(meant), {{cut, meant}}});
  }
  reading.report(slot, std::move(found));
}

void read_group(Reading& reading, const Slot& features, const syntax::Member& member,
                std::vector<FeatureWord>& words) {
  const Slot slot = member_slot(features, member);
  const std::string way_out =
      fmt::format("write {}", in_backticks(fmt::format("{}: [read]", member.key.text)));
  const auto actions = read_words(
      reading, slot,
      {.wanted = "an action or a list of actions", .way_out = way_out, .one_word = true});
  if (!actions) return;
  const Text group{member.key.text, member.key.span, features.key};
  for (const Text& action : *actions) words.push_back({.group = group, .action = action});
}

// Every action takes a copy of its group, so they are counted together.
std::size_t count_actions(const syntax::Node& features) {
  std::size_t count = 0;
  for (const syntax::Member& member : features.members) {
    count += std::max<std::size_t>(1, member.value.items.size());
  }
  return count;
}

}  // namespace

std::vector<FeatureWord> read_features(Reading& reading, const Slot& slot) {
  std::vector<FeatureWord> words;
  if (!has_value(reading, slot)) return words;
  if (!slot.value->is_mapping()) {
    refuse_shape(reading, slot);
    return words;
  }
  if (!is_of_size(reading, slot, count_actions(*slot.value))) return words;
  // Counted only if needed: few files have this mistake.
  std::optional<GroupCounts> counts;
  words.reserve(count_actions(*slot.value));
  for (const syntax::Member& member : slot.value->members) {
    if (!is_word_key(reading, slot, member)) continue;
    if (const auto dotted = split_dotted(member.key)) {
      if (!counts) counts = count_groups(*slot.value);
      refuse_dotted_key(reading, slot, member, *dotted, counts->at(dotted->group) == 1);
    } else {
      read_group(reading, slot, member, words);
    }
  }
  return words;
}

}  // namespace zoomc::model
