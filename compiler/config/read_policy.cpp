#include "config/read_policy.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "config/app_paths.h"
#include "config/keys.h"
#include "config/words.h"
#include "diagnostics/codes.h"
#include "model/lists.h"
#include "model/mapping_reader.h"
#include "model/values.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::config {
namespace {

using model::Reading;
using model::Slot;

bool is_id_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
}

// The fix that puts `word` in place of a value, where its quotes allow.
std::vector<Fix> replacement_of(const Node& value, std::string_view word) {
  auto text = model::respell(value, word);
  if (!text) return {};
  return {{FixSafety::unsafe, in_backticks(word), {{value.span, *std::move(text)}}}};
}

class PolicyReader {
 public:
  explicit PolicyReader(Reading& reading) : reading_(reading) {}

  void read(const Slot& slot) {
    if (reading_.is_full()) return;
    const auto mapping = model::open_mapping(reading_, slot, kPolicySection);
    if (!mapping) return;
    Policy policy;
    if (const auto id = mapping->find("id")) policy.id = read_id(*id);
    if (const auto severity = mapping->get("severity", model::read_enum<Severity>)) {
      policy.severity = severity->value;
    }
    if (const auto deny = mapping->find("deny")) policy.deny = read_patterns(*deny);
    if (const auto allow = mapping->find("allow")) policy.allow = read_patterns(*allow);
    if (const auto require = mapping->find("require")) policy.require = read_require(*require);
    if (const auto when = mapping->find("when")) policy.when = read_when(*when);
    if (auto message = mapping->get("message", model::read_text)) {
      policy.message = std::move(message->value);
    }
    refuse_idle(slot);
    policies.push_back(std::move(policy));
  }

  std::vector<Policy> policies;

 private:
  std::string read_id(const Slot& slot) {
    const auto id = model::read_word(reading_, slot);
    if (!id) return {};
    if (!std::all_of(id->value.begin(), id->value.end(), is_id_character)) {
      reading_.report(
          slot, config_codes::kInvalidPolicyId,
          "the policy id " + in_backticks(id->value) +
              " cannot be named in an allowance; use letters, digits, `-`, `_` and `.`");
      return {};
    }
    const auto [first, is_new] = ids_.emplace(id->value, id->span);
    if (!is_new) {
      Diagnostic found = finding(config_codes::kDuplicatePolicy, id->span,
                                 "the policy id " + in_backticks(id->value) +
                                     " is used twice; an allowance could not tell them apart");
      found.labels.push_back({first->second, "first here"});
      reading_.report(slot, std::move(found));
    }
    return id->value;
  }

  std::vector<PolicyPatterns> read_patterns(const Slot& slot) {
    std::vector<PolicyPatterns> all;
    const auto mapping = model::open_mapping(reading_, slot, kPatternSection);
    if (!mapping) return all;
    refuse_empty(slot, kPatternSection, "patterns");
    for (const EnumWord<PolicyTarget>& target : kEnumWords<PolicyTarget>) {
      const auto list = mapping->find(target.word);
      if (!list) continue;
      PolicyPatterns patterns{.target = target.value};
      const auto words = model::read_words(
          reading_, *list, {.wanted = "a pattern or a list of patterns", .one_word = true});
      if (!words || !is_in_bounds(*list, *words)) continue;
      for (const Text& word : *words) patterns.patterns.push_back(word.value);
      all.push_back(std::move(patterns));
    }
    return all;
  }

  bool is_in_bounds(const Slot& slot, const std::vector<Text>& patterns) {
    for (const Text& pattern : patterns) {
      if (pattern.value.size() <= kMaxPatternBytes) continue;
      reading_.report(slot,
                      finding(model_codes::kWrongType, pattern.span,
                              "a pattern in " + model::name_of(slot) + " can have " +
                                  std::to_string(kMaxPatternBytes) + " bytes at most, but has " +
                                  std::to_string(pattern.value.size())));
    }
    const bool was_full = patterns_ > kMaxPatterns;
    patterns_ += patterns.size();
    if (!was_full && patterns_ > kMaxPatterns) {
      reading_.report(slot, model_codes::kTooManyEntries,
                      "the policies have more than " + std::to_string(kMaxPatterns) +
                          " patterns together; say more with `*`");
    }
    return patterns_ <= kMaxPatterns;
  }

  std::vector<std::string> read_require(const Slot& slot) {
    std::vector<std::string> required;
    const auto words = model::read_words(reading_, slot,
                                         {.wanted = "a path or a list of paths", .one_word = true});
    if (!words) return required;
    if (paths_.empty()) paths_ = app_paths();
    const bool is_list = slot.value->is_sequence();
    for (const Text& word : *words) {
      if (std::find(paths_.begin(), paths_.end(), word.value) != paths_.end()) {
        required.push_back(word.value);
      } else {
        refuse_path(slot, is_list ? item_at(*slot.value, word.span) : *slot.value, word);
      }
    }
    return required;
  }

  static const Node& item_at(const Node& list, Span span) {
    return *std::find_if(list.items.begin(), list.items.end(),
                         [span](const Node& item) { return item.span == span; });
  }

  void refuse_path(const Slot& slot, const Node& value, const Text& path) {
    const std::vector<std::string_view> known(paths_.begin(), paths_.end());
    Diagnostic found = finding(model_codes::kUnknownValue, path.span,
                               in_backticks(path.value) + " is no key of an app file");
    if (const auto near = nearest(path.value, known)) {
      found.message += "; did you mean " + in_backticks(*near) + "?";
      found.fixes = replacement_of(value, *near);
    } else {
      found.hints.push_back("write the way to a key, like `app.links.privacy` or `region`");
    }
    Slot place = model::entry_slot(slot, value);
    reading_.report(place, std::move(found));
  }

  PolicyCondition read_when(const Slot& slot) {
    PolicyCondition when;
    const auto mapping = model::open_mapping(reading_, slot, kWhenSection);
    if (!mapping) return when;
    refuse_empty(slot, kWhenSection, "conditions");
    if (const auto stage = mapping->get("stage", model::read_enum<Stage>)) {
      when.stage = stage->value;
    }
    if (const auto managed_by = mapping->get("managed_by", model::read_enum<ManagedBy>)) {
      when.managed_by = managed_by->value;
    }
    if (const auto names = mapping->get("scope_names", model::read_enum<Vocabulary>)) {
      when.scope_names = names->value;
    }
    return when;
  }

  void refuse_empty(const Slot& slot, const model::Section& section, std::string_view what) {
    if (!slot.value->members.empty()) return;
    reading_.report(
        slot, model_codes::kEmptyValue,
        model::name_of(slot) + " has no " + std::string(what) + "; its keys are " + section.list());
  }

  // A policy without a demand, unless a misspelled key may have been one.
  void refuse_idle(const Slot& slot) {
    const Node& node = *slot.value;
    const bool is_said =
        std::any_of(node.members.begin(), node.members.end(), [](const Member& member) {
          const std::string& key = member.key.text;
          return key == "deny" || key == "allow" || key == "require" ||
                 kPolicySection.find(key) == nullptr;
        });
    if (is_said) return;
    reading_.report(
        slot, finding(config_codes::kEmptyPolicy, model::lack_place_of(slot),
                      model::name_of(slot) + " demands nothing; add `deny`, `allow` or `require`"));
  }

  Reading& reading_;
  std::unordered_map<std::string, Span> ids_;
  std::vector<std::string> paths_;
  std::size_t patterns_ = 0;
};

}  // namespace

std::vector<Policy> read_policies(Reading& reading, const Slot& slot) {
  PolicyReader reader(reading);
  model::for_each_entry(reading, slot, [&reader](const Slot& entry) { reader.read(entry); });
  return std::move(reader.policies);
}

}  // namespace zoomc::config
