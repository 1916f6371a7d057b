#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/glob.h"
#include "lint/policy.h"
#include "lint/rule.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::rules::policy_violation {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = lint::kPolicyRule,
    .summary = "the app breaks a policy of `.zoomc.yaml`",
    .severity = Severity::error,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::own,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

constexpr std::size_t kMaxListed = 5;
// No name of Zoom is as long; one that is matches nothing.
constexpr std::size_t kMaxNameBytes = 1000;
constexpr std::size_t kMaxMessage = 300;

bool matches_any(const std::vector<std::string>& patterns, const std::string& name) {
  return !name.empty() && name.size() <= kMaxNameBytes &&
         std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
           return config::matches_pattern(pattern, name);
         });
}

// The part of a name that the patterns match: the word in the file, else the name itself.
std::optional<std::string> match(const std::vector<std::string>& patterns,
                                 const lint::PolicyName& name) {
  if (matches_any(patterns, name.composite)) return name.composite;
  if (matches_any(patterns, name.name)) return name.name;
  return std::nullopt;
}

std::string_view singular(config::PolicyTarget target) {
  std::string_view word = config::to_string(target);
  word.remove_suffix(1);
  return word;
}

// "`a`, `b` and 4 more"
std::string shortened(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (const std::string& name : names) {
    if (words.size() == kMaxListed) break;
    words.push_back(in_backticks(name));
  }
  if (names.size() > words.size()) {
    words.push_back(fmt::format("{} more", names.size() - words.size()));
  }
  return join_words(words);
}

// "the scope `a`", "the scopes `a` and `b`"
std::string listed(config::PolicyTarget target, const std::vector<std::string>& names) {
  const std::string_view kind = names.size() == 1 ? singular(target) : config::to_string(target);
  return fmt::format("the {} {}", kind, shortened(names));
}

// The author's words on one line, without the full stop that no message has.
std::string in_line(std::string_view text) {
  std::string line;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_utf8(text, at);
    const std::size_t bytes = point ? point->bytes : 1;
    const bool blank = text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
    if (++length > kMaxMessage) return line + "…";
    if (!blank) line += text.substr(at, bytes);
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
    at += bytes;
  }
  while (!line.empty() && (line.back() == ' ' || line.back() == '.')) line.pop_back();
  return line;
}

// Compares one app with the policies.
class Check {
 public:
  Check(const lint::LintContext& cx, lint::Reporter& report) : cx_(cx), report_(report) {}

  void run(const config::Policy& policy) {
    for (const config::PolicyPatterns& deny : policy.deny) check_denied(policy, deny);
    for (const config::PolicyPatterns& allow : policy.allow) check_allowed(policy, allow);
    for (const std::string& path : policy.require) check_required(policy, path);
  }

 private:
  // The names that break a policy at one place of the file: one mistake.
  struct Offence {
    std::vector<std::string> names;
    std::string_view remark;

    std::string label() const {
      if (remark.empty()) return {};
      return std::string(remark) + (names.size() > 1 ? " them" : " it");
    }
  };
  using Offences = std::map<Span, Offence>;

  const std::vector<lint::PolicyName>& names(config::PolicyTarget target) {
    const auto known = names_.find(target);
    if (known != names_.end()) return known->second;
    return names_.emplace(target, lint::policy_names(cx_, target)).first->second;
  }

  static void add(Offences& offences, const lint::PolicyName& name, const std::string& shown) {
    Offence& offence = offences[name.place];
    offence.remark = name.remark;
    const auto begin = offence.names.begin();
    if (std::find(begin, offence.names.end(), shown) == offence.names.end()) {
      offence.names.push_back(shown);
    }
  }

  void check_denied(const config::Policy& policy, const config::PolicyPatterns& deny) {
    Offences offences;
    for (const lint::PolicyName& name : names(deny.target)) {
      if (const auto shown = match(deny.patterns, name)) add(offences, name, *shown);
    }
    for (const auto& [place, offence] : offences) {
      report(policy, place, fmt::format("denies {}", listed(deny.target, offence.names)),
             offence.label(), {});
    }
  }

  static bool is_denied(const config::Policy& policy, config::PolicyTarget target,
                        const lint::PolicyName& name) {
    return std::any_of(policy.deny.begin(), policy.deny.end(),
                       [&](const config::PolicyPatterns& deny) {
                         return deny.target == target && match(deny.patterns, name);
                       });
  }

  void check_allowed(const config::Policy& policy, const config::PolicyPatterns& allow) {
    Offences offences;
    for (const lint::PolicyName& name : names(allow.target)) {
      if (match(allow.patterns, name) || is_denied(policy, allow.target, name)) continue;
      add(offences, name, name.name);
    }
    for (const auto& [place, offence] : offences) {
      report(policy, place, fmt::format("does not allow {}", listed(allow.target, offence.names)),
             offence.label(), fmt::format("it allows {}", shortened(allow.patterns)));
    }
  }

  void check_required(const config::Policy& policy, const std::string& path) {
    if (cx_.app.find_unread(path) != nullptr) return;
    const syntax::Node* node = &cx_.document.root;
    Span place = cx_.app.zoomc_key;
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      const syntax::Member* member = node->find(std::string_view(path).substr(begin, end - begin));
      if (member == nullptr) {
        report(policy, place,
               fmt::format("requires {}, which the file does not have", in_backticks(path)), {},
               {});
        return;
      }
      node = &member->value;
      place = member->key.span;
      begin = end + 1;
    }
  }

  void report(const config::Policy& policy, Span place, const std::string& what, std::string remark,
              std::string hint) {
    const std::string id = in_backticks(policy.id);
    const std::string why = in_line(policy.message);
    Diagnostic found =
        report_.make(place, why.empty() ? fmt::format("policy {} {}", id, what)
                                        : fmt::format("policy {} {}: {}", id, what, why));
    found.policy = policy.id;
    found.primary_label = std::move(remark);
    if (!hint.empty()) found.hints.push_back(std::move(hint));
    found.hints.push_back(
        fmt::format("to accept it, write `# zoomc: allow {} -- reason` here or on the line above",
                    lint::suppressed_as(found)));
    if (policy.severity) {
      report_.report(std::move(found), *policy.severity);
    } else {
      report_.report(std::move(found));
    }
  }

  const lint::LintContext& cx_;
  lint::Reporter& report_;
  std::map<config::PolicyTarget, std::vector<lint::PolicyName>> names_;
};

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  Check checking(cx, report);
  for (const config::Policy& policy : cx.policies) {
    if (lint::applies(policy, cx.resolved)) checking.run(policy);
  }
}

}  // namespace zoomc::rules::policy_violation
