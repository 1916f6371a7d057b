#include "config/read_config.h"

#include <algorithm>
#include <vector>

#include "config/keys.h"
#include "config/read_policy.h"
#include "config/words.h"
#include "diagnostics/codes.h"
#include "model/lists.h"
#include "model/mapping_reader.h"
#include "model/values.h"
#include "syntax/core_schema.h"
#include "syntax/parse.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc {
namespace config {
namespace {

using model::Reading;
using model::Slot;

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
    for (const Member& member : slot_.value->members) {
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
  void refuse(const Member& member) {
    Slot place = slot_;
    place.path = model::Path(slot_.path, member.key.text);
    reading_.report(place, is_fixed(member.key.text) ? fixed(member) : unknown(member));
  }

  bool is_fixed(std::string_view id) const { return has(ids_.fixed, id); }

  static Diagnostic fixed(const Member& member) {
    return finding(
        config_codes::kFixedRule, member.key.span,
        "rule " + in_backticks(member.key.text) +
            " cannot be changed: the compiler itself reports it, not the linter; remove the line");
  }

  Diagnostic unknown(const Member& member) const {
    const std::string& id = member.key.text;
    Diagnostic found =
        finding(config_codes::kUnknownRule, member.key.span, "unknown rule " + in_backticks(id));
    if (id.starts_with(kPolicyPrefix)) {
      found.message = in_backticks(id) +
                      " is a policy: its severity is set where the policy stands, with `severity`";
    } else if (const auto near = nearest(id, free_ids())) {
      found.message += "; did you mean " + in_backticks(*near) + "?";
      offer_rename(member, *near, found);
    } else {
      found.hints.push_back("`zoomc catalog rules` lists the rules");
    }
    return found;
  }

  static void offer_rename(const Member& member, std::string_view id, Diagnostic& found) {
    if (member.key.alias) return;
    if (auto replacement = model::respell(member.key, id)) {
      found.fixes.push_back(
          {FixSafety::unsafe, in_backticks(id), {{member.key.span, *std::move(replacement)}}});
    }
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

bool is_empty(const Node& root) {
  return root.missing || (root.is_scalar() && scalar_type(root) == ScalarType::null);
}

}  // namespace
}  // namespace config

ProjectConfig read_config(const SourceFile& file, const RuleIds& ids, Sink& sink) {
  const auto document = parse(file, sink);
  return document ? read_config(*document, ids, sink) : ProjectConfig();
}

ProjectConfig read_config(const Document& document, const RuleIds& ids, Sink& sink) {
  ProjectConfig made;
  if (config::is_empty(document.root)) return made;
  std::vector<UnreadKey> unread;
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

}  // namespace zoomc
