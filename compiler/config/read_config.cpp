#include "config/read_config.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "config/keys.h"
#include "diagnostics/codes.h"
#include "edit/scalar.h"
#include "model/keys.h"
#include "model/mapping_reader.h"
#include "model/values.h"
#include "syntax/core_schema.h"
#include "syntax/parse.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::config {
namespace {

using model::Reading;
using model::Slot;

// How many patterns all policies may have together, and how long each may be: what is asked of
// every name of an app has a bound.
constexpr std::size_t kMaxPatterns = 1000;
constexpr std::size_t kMaxPatternBytes = 200;

struct Home {
  std::string_view prefix;
  model::Section section;
};

constexpr std::array kHomes{
    Home{"", model::kRootSection},
    Home{"app.", model::kAppSection},
    Home{"app.contact.", model::kContactSection},
    Home{"app.links.", model::kLinksSection},
    Home{"oauth.", model::kOAuthSection},
    Home{"surface.", model::kSurfaceSection},
    Home{"credentials.", model::kCredentialsSection},
    Home{"unified.", model::kUnifiedSection},
};

// The dotted paths of all keys of an app file that are below no list: "region",
// "app.links.privacy".
std::vector<std::string> app_paths() {
  std::vector<std::string> paths;
  for (const Home& home : kHomes) {
    for (const model::KeySpec& key : home.section.keys) {
      paths.push_back(std::string(home.prefix).append(key.name));
    }
  }
  return paths;
}

bool is_id_character(char c) {
  return is_alphanumeric(c) || c == '-' || c == '_' || c == '.';
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
      reading_.report(slot, config_codes::kInvalidPolicyId,
                      fmt::format("the policy id {} cannot be named in an allowance; use letters, "
                                  "digits, `-`, `_` and `.`",
                                  in_backticks(id->value)));
      return {};
    }
    const auto [first, is_new] = ids_.emplace(id->value, id->span);
    if (!is_new) {
      Diagnostic found = finding(config_codes::kDuplicatePolicy, id->span,
                                 fmt::format("the policy id {} is used twice, so an allowance "
                                             "could mean either; change one of them",
                                             in_backticks(id->value)));
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
    for (const model::EnumWord<PolicyTarget>& target : model::kEnumWords<PolicyTarget>) {
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
      reading_.report(
          slot, finding(model_codes::kWrongType, pattern.span,
                        fmt::format("a pattern in {} can have {} bytes at most, but has {}",
                                    model::name_of(slot), kMaxPatternBytes, pattern.value.size())));
    }
    const bool was_full = patterns_ > kMaxPatterns;
    patterns_ += patterns.size();
    if (!was_full && patterns_ > kMaxPatterns) {
      reading_.report(
          slot, model_codes::kTooManyEntries,
          fmt::format("the policies have more than {} patterns together; combine some with `*`",
                      kMaxPatterns));
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

  static const syntax::Node& item_at(const syntax::Node& list, Span span) {
    return *std::find_if(list.items.begin(), list.items.end(),
                         [span](const syntax::Node& item) { return item.span == span; });
  }

  void refuse_path(const Slot& slot, const syntax::Node& value, const Text& path) {
    const std::vector<std::string_view> known(paths_.begin(), paths_.end());
    Diagnostic found =
        finding(model_codes::kUnknownValue, path.span,
                fmt::format("{} is not a key of an app file", in_backticks(path.value)));
    if (const auto near = nearest(path.value, known)) {
      found.message += fmt::format("; did you mean {}?", in_backticks(*near));
      found.fixes = edit::offer_word(value, *near);
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
    if (const auto stage = mapping->get("stage", model::read_enum<model::Stage>)) {
      when.stage = stage->value;
    }
    if (const auto managed_by = mapping->get("managed_by", model::read_enum<model::ManagedBy>)) {
      when.managed_by = managed_by->value;
    }
    if (const auto names = mapping->get("scope_names", model::read_enum<model::Vocabulary>)) {
      when.scope_names = names->value;
    }
    return when;
  }

  void refuse_empty(const Slot& slot, const model::Section& section, std::string_view what) {
    if (!slot.value->members.empty()) return;
    reading_.report(
        slot, model_codes::kEmptyValue,
        fmt::format("{} has no {}; its keys are {}", model::name_of(slot), what, section.list()));
  }

  // A policy without a demand, unless a misspelled key may have been one.
  void refuse_idle(const Slot& slot) {
    const syntax::Node& node = *slot.value;
    const bool is_said =
        std::any_of(node.members.begin(), node.members.end(), [](const syntax::Member& member) {
          const std::string& key = member.key.text;
          return key == "deny" || key == "allow" || key == "require" ||
                 kPolicySection.find(key) == nullptr;
        });
    if (is_said) return;
    reading_.report(slot,
                    finding(config_codes::kEmptyPolicy, model::lack_place_of(slot),
                            fmt::format("{} has no condition; add `deny`, `allow` or `require`",
                                        model::name_of(slot))));
  }

  Reading& reading_;
  std::unordered_map<std::string, Span> ids_;
  std::vector<std::string> paths_;
  std::size_t patterns_ = 0;
};

// The list `policy`.
std::vector<Policy> read_policies(Reading& reading, const Slot& slot) {
  PolicyReader reader(reading);
  model::for_each_entry(reading, slot, [&reader](const Slot& entry) { reader.read(entry); });
  return std::move(reader.policies);
}

constexpr std::string_view kPolicyPrefix = "policy-violation/";

bool has(std::span<const std::string_view> ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Reads `lint.rules`: the keys are the linter's, which the caller knows.
class RuleReader {
 public:
  RuleReader(Reading& reading, const Slot& slot, const RuleIds& ids)
      : reading_(reading), slot_(slot), ids_(ids) {}

  void read_into(ProjectConfig& config) {
    for (const syntax::Member& member : slot_.value->members) {
      if (reading_.is_full()) return;
      if (!model::is_word_key(reading_, slot_, member)) continue;
      const std::string& id = member.key.text;
      if (!has(ids_.rules, id)) {
        refuse(member);
      } else if (const auto level =
                     model::read_enum<RuleLevel>(reading_, model::member_slot(slot_, member))) {
        config.rules[id] = level->value;
      }
    }
  }

 private:
  void refuse(const syntax::Member& member) {
    Slot place = slot_;
    place.path = model::Path(slot_.path, member.key.text);
    reading_.report(place, is_fixed(member.key.text) ? fixed(member) : unknown(member));
  }

  bool is_fixed(std::string_view id) const { return has(ids_.fixed, id); }

  static Diagnostic fixed(const syntax::Member& member) {
    return finding(config_codes::kFixedRule, member.key.span,
                   fmt::format("rule {} cannot be changed: the compiler itself reports it, not the "
                               "linter; remove the line",
                               in_backticks(member.key.text)));
  }

  Diagnostic unknown(const syntax::Member& member) const {
    const std::string& id = member.key.text;
    Diagnostic found = finding(config_codes::kUnknownRule, member.key.span,
                               fmt::format("unknown rule {}", in_backticks(id)));
    if (id.starts_with(kPolicyPrefix)) {
      found.message =
          fmt::format("{} is a policy: set its `severity` in the policy itself", in_backticks(id));
    } else if (const auto near = nearest(id, free_ids())) {
      found.message += fmt::format("; did you mean {}?", in_backticks(*near));
      offer_rename(member, *near, found);
    } else {
      found.hints.push_back("`zoomc catalog rules` lists the rules");
    }
    return found;
  }

  static void offer_rename(const syntax::Member& member, std::string_view id, Diagnostic& found) {
    if (!member.key.alias) found.fixes = edit::offer_word(member.key, id);
  }

  // A rule that is there already is not what was meant.
  std::vector<std::string_view> free_ids() const {
    std::vector<std::string_view> free;
    for (const std::string_view id : ids_.rules) {
      if (slot_.value->find(id) == nullptr) free.push_back(id);
    }
    return free;
  }

  Reading& reading_;
  const Slot& slot_;
  const RuleIds& ids_;
};

void read_rules(Reading& reading, const Slot& slot, const RuleIds& ids, ProjectConfig& config) {
  if (!model::has_value(reading, slot)) return;
  if (!slot.value->is_mapping()) {
    model::refuse_type(reading, slot, "a mapping from rules to severities",
                       "write `unknown-scope: error`");
  } else if (model::is_of_size(reading, slot, slot.value->members.size())) {
    RuleReader(reading, slot, ids).read_into(config);
  }
}

void read_exclude(Reading& reading, const Slot& slot, ProjectConfig& config) {
  const auto globs =
      model::read_words(reading, slot, {.wanted = "a glob or a list of globs", .one_word = true});
  if (!globs) return;
  for (const Text& glob : *globs) config.exclude.push_back(glob.value);
}

void read_lint(Reading& reading, const Slot& slot, const RuleIds& ids, ProjectConfig& config) {
  const auto lint = model::open_mapping(reading, slot, kLintSection);
  if (!lint) return;
  if (const auto rules = lint->find("rules")) read_rules(reading, *rules, ids, config);
  if (const auto exclude = lint->find("exclude")) read_exclude(reading, *exclude, config);
}

bool is_empty(const syntax::Node& root) {
  return root.missing ||
         (root.is_scalar() && syntax::scalar_type(root) == syntax::ScalarType::null);
}

}  // namespace

ProjectConfig read_config(const SourceFile& file, const RuleIds& ids, Sink& sink) {
  const auto document = syntax::parse(file, sink);
  return document ? read_config(*document, ids, sink) : ProjectConfig();
}

ProjectConfig read_config(const syntax::Document& document, const RuleIds& ids, Sink& sink) {
  ProjectConfig made;
  if (config::is_empty(document.root)) return made;
  std::vector<model::UnreadKey> unread;
  model::Reading reading(document, sink, unread);
  const model::Slot slot{.value = &document.root, .language = &config::kLanguage};
  const auto root = model::open_mapping(reading, slot, config::kRootSection);
  if (!root) return made;
  if (const auto lint = root->find("lint")) config::read_lint(reading, *lint, ids, made);
  if (const auto policy = root->find("policy")) {
    made.policies = config::read_policies(reading, *policy);
  }
  return made;
}

}  // namespace zoomc::config
