#include "review/change_report.h"

#include <algorithm>
#include <fmt/core.h>

#include "json/writer.h"
#include "review/report_text.h"
#include "secrets/hiding.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::review {
namespace {

std::string text_item(const ChangeReport& report, const WeighedChange& weighed) {
  const manifest::ChangeKind kind = weighed.change.kind;
  const char sign = kind == manifest::ChangeKind::added     ? '+'
                    : kind == manifest::ChangeKind::removed ? '-'
                                                            : '~';
  std::string item = fmt::format("  {} {}\n", sign, describe_change(weighed.change, in_backticks));
  for (const std::string& line :
       {describe_extra_cost(report, weighed), place_of(report, weighed)}) {
    if (!line.empty()) item += "      " + line + "\n";
  }
  return item;
}

std::string markdown_item(const ChangeReport& report, const WeighedChange& weighed) {
  std::string line = fmt::format("- {} {}", manifest::to_string(weighed.change.kind),
                                 describe_change(weighed.change, markdown_short_code));
  const std::string place = place_of(report, weighed);
  if (!place.empty()) line += " (" + markdown_code(place) + ")";
  const std::string cost = describe_extra_cost(report, weighed);
  if (!cost.empty()) line += ": **" + cost + "**";
  return line + "\n";
}

std::string_view heading_of_cost(ChangeStage stage) {
  switch (stage) {
    case ChangeStage::unknown: return "Cost, if the app is published";
    case ChangeStage::testing: return "Cost, in testing";
    case ChangeStage::publishing:
    case ChangeStage::published: break;
  }
  return "Cost";
}

bool changes_nothing(const ChangeReport& report) {
  return report.changes.empty() && report.stage != ChangeStage::publishing;
}

std::string_view name_of(ChangeStage stage) {
  switch (stage) {
    case ChangeStage::unknown: return "unknown";
    case ChangeStage::testing: return "testing";
    case ChangeStage::publishing: return "publishing";
    case ChangeStage::published: return "published";
  }
  return {};
}

std::string_view name_of(Reauthorization who) {
  switch (who) {
    case Reauthorization::nobody: return "nobody";
    case Reauthorization::who_declined: return "who_declined";
    case Reauthorization::everyone: return "everyone";
  }
  return {};
}

void write_cost(json::PrettyWriter& json, const ChangeCost& cost) {
  json.object("cost", [&] {
    json.member("functional_review", cost.functional_review);
    json.member("security_review", cost.security_review);
    json.member("reauthorization", name_of(cost.reauthorization));
  });
}

void write_place(json::PrettyWriter& json, std::string_view name,
                 const std::optional<LineColumn>& place) {
  if (!place) return;
  json.object(name, [&] {
    json.member("line", place->line);
    json.member("column", place->column);
  });
}

void write_version(json::PrettyWriter& json, std::string_view name, const VersionName& version) {
  json.object(name, [&] {
    json.member("path", version.path);
    json.member_unless_empty("revision", version.revision);
  });
}

void write_change(json::PrettyWriter& json, const WeighedChange& weighed) {
  const manifest::ManifestChange& change = weighed.change;
  json.object([&] {
    json.member("kind", manifest::to_string(change.kind));
    json.member("part", manifest::to_string(change.part));
    json.member("subject", change.subject);
    json.member_unless_empty("subscription", change.subscription);
    json.member_unless_empty("before", shown_value(change, change.before));
    json.member_unless_empty("after", shown_value(change, change.after));
    write_place(json, "before_place", weighed.before_place);
    write_place(json, "after_place", weighed.after_place);
    write_cost(json, weighed.cost);
  });
}

std::string_view title_of(manifest::ManifestPart part) {
  switch (part) {
    case manifest::ManifestPart::usage: return "Usage";
    case manifest::ManifestPart::scope:
    case manifest::ManifestPart::scope_optional: return "Scopes";
    case manifest::ManifestPart::development_redirect:
    case manifest::ManifestPart::production_redirect: return "Redirect URLs";
    case manifest::ManifestPart::allow_list_entry:
    case manifest::ManifestPart::strict_mode:
    case manifest::ManifestPart::subdomain_strict_mode: return "Allow list";
    case manifest::ManifestPart::scope_description:
    case manifest::ManifestPart::listing:
    case manifest::ManifestPart::developer: return "Texts";
    case manifest::ManifestPart::product:
    case manifest::ManifestPart::home_url:
    case manifest::ManifestPart::domain: return "Inside Zoom";
    case manifest::ManifestPart::subscription:
    case manifest::ManifestPart::event_type:
    case manifest::ManifestPart::webhook_url: return "Events";
    case manifest::ManifestPart::other: break;
  }
  return "Other";
}

std::string_view last_name(std::string_view pointer) {
  return pointer.substr(pointer.rfind('/') + 1);
}

bool is_secret(const manifest::ManifestChange& change) {
  const std::string_view place = change.part == manifest::ManifestPart::other
                                     ? std::string_view(change.subject)
                                     : std::string_view();
  return secrets::is_secret_at(place, change.before) || secrets::is_secret_at(place, change.after);
}

// The name for the request of a change that is a pointer.
std::string name_of(const manifest::ManifestChange& change) {
  switch (change.part) {
    case manifest::ManifestPart::usage: return "usage";
    case manifest::ManifestPart::development_redirect: return "development";
    case manifest::ManifestPart::production_redirect: return "production";
    case manifest::ManifestPart::strict_mode: return "strict mode";
    case manifest::ManifestPart::subdomain_strict_mode: return "subdomain check";
    case manifest::ManifestPart::scope_description: return "scope description";
    default: return {};
  }
}

// "`a`", "from `a` to `b`".
std::string values(const manifest::ManifestChange& change, const ShowCode& code) {
  if (is_secret(change)) return "a secret, not shown";
  if (change.kind == manifest::ChangeKind::added) return code(change.after);
  if (change.kind == manifest::ChangeKind::removed) return code(change.before);
  const auto [before, after] = differing_parts(change.before, change.after);
  return fmt::format("from {} to {}", code(before), code(after));
}

bool is_scope_word(std::string_view value) {
  return value.empty() || value == "required" || value == "optional";
}

// True for a value in place of a list: the request is then its pointer, and the values are any
// text.
bool is_of_no_list(const manifest::ManifestChange& change) {
  const auto is_entry = [&change](const std::string& value) {
    return value.empty() || value == change.subject;
  };
  switch (change.part) {
    case manifest::ManifestPart::scope:
    case manifest::ManifestPart::scope_optional:
      return !is_scope_word(change.before) || !is_scope_word(change.after);
    case manifest::ManifestPart::allow_list_entry:
    case manifest::ManifestPart::product:
      return !is_entry(change.before) || !is_entry(change.after);
    default: return false;
  }
}

std::string with_subscription(const manifest::ManifestChange& change, const ShowCode& code,
                              std::string text) {
  if (change.subscription.empty()) return text;
  return fmt::format("{} (subscription {})", text, code(change.subscription));
}

std::size_t count_if(const ChangeReport& report, manifest::ManifestPart part,
                     manifest::ChangeKind kind) {
  return static_cast<std::size_t>(std::count_if(
      report.changes.begin(), report.changes.end(), [&](const WeighedChange& weighed) {
        return weighed.change.part == part && weighed.change.kind == kind;
      }));
}

std::string is_or_are(std::size_t number, std::string_view noun) {
  return count_of(number, noun) + (number == 1 ? " is" : " are");
}

// Why people authorise again: "1 scope is added and the usage changes".
std::string reasons(const ChangeReport& report) {
  std::vector<std::string> why;
  const std::size_t added =
      count_if(report, manifest::ManifestPart::scope, manifest::ChangeKind::added);
  if (added > 0) why.push_back(fmt::format("{} added", is_or_are(added, "scope")));
  const bool usage =
      std::any_of(report.changes.begin(), report.changes.end(), [](const WeighedChange& weighed) {
        return weighed.change.part == manifest::ManifestPart::usage;
      });
  if (usage) why.emplace_back("the usage changes");
  if (why.empty()) why.emplace_back("an optional scope becomes required");
  return join_words(why);
}

std::vector<std::string> cost_when_published(const ChangeReport& report) {
  const ChangeCost cost = report.cost();
  std::vector<std::string> sentences;
  if (cost.security_review) {
    const std::size_t added =
        count_if(report, manifest::ManifestPart::scope, manifest::ChangeKind::added);
    sentences.push_back(fmt::format("security review: {} added", is_or_are(added, "scope")));
  }
  if (cost.functional_review) {
    sentences.emplace_back("functional review: every update of a published app has one");
  }
  if (cost.reauthorization == Reauthorization::everyone) {
    sentences.push_back(fmt::format("everyone authorises again: {}", reasons(report)));
  } else if (cost.reauthorization == Reauthorization::who_declined) {
    sentences.push_back(fmt::format("users who declined it authorise again: {}", reasons(report)));
  }
  return sentences;
}

std::vector<std::string> cost_in_testing(const ChangeReport& report) {
  std::vector<std::string> sentences{"nothing is due until the app is published"};
  if (report.cost().reauthorization != Reauthorization::nobody && !report.is_new) {
    sentences.push_back(fmt::format("connected accounts must connect again: {}", reasons(report)));
  }
  return sentences;
}

// If two texts differ earlier, their shown beginnings differ.
constexpr std::size_t kShortBeginning = 60;
// The number of equal bytes that stay before the difference: some words.
constexpr std::size_t kContext = 16;

std::string from(std::string_view text, std::size_t begin) {
  return "…" + std::string(text.substr(begin));
}

}  // namespace

std::string VersionName::text() const {
  return revision.empty() ? path : path + " at " + revision;
}

ChangeCost ChangeReport::cost() const {
  ChangeCost sum;
  for (const WeighedChange& weighed : changes) sum = sum + weighed.cost;
  return sum;
}

std::string changes_text(const ChangeReport& report) {
  std::string text = describe_versions(report, in_backticks);
  if (changes_nothing(report)) return text + "\nnothing changed in the manifest\n";
  text += "\n\n";
  for (const ChangeGroup& group : group_changes(report)) {
    text += fmt::format("{}\n", group.title);
    for (const WeighedChange* weighed : group.changes) text += text_item(report, *weighed);
    text += "\n";
  }
  text += fmt::format("{}\n", heading_of_cost(report.stage));
  for (const std::string& sentence : summarize_cost(report)) text += "  " + sentence + "\n";
  return text;
}

std::string changes_markdown(const ChangeReport& report) {
  std::string text =
      fmt::format("### Zoom app {}\n\n{}\n\n", markdown_short_code(report.after.path),
                  describe_versions(report, markdown_short_code));
  if (changes_nothing(report)) return text + "Nothing changed in the manifest.\n";
  text += fmt::format("#### {}\n\n", heading_of_cost(report.stage));
  for (const std::string& sentence : summarize_cost(report)) text += "- " + sentence + "\n";
  for (const ChangeGroup& group : group_changes(report)) {
    text += fmt::format("\n#### {}\n\n", group.title);
    for (const WeighedChange* weighed : group.changes) text += markdown_item(report, *weighed);
  }
  return text;
}

std::string changes_json(const ChangeReport& report) {
  json::PrettyWriter json;
  json.object([&] {
    json.member("version", 1U);
    write_version(json, "before", report.before);
    write_version(json, "after", report.after);
    json.member("is_new", report.is_new);
    json.member("stage", name_of(report.stage));
    json.array("changes", report.changes,
               [&](const WeighedChange& weighed) { write_change(json, weighed); });
    write_cost(json, report.cost());
  });
  return json.text() + "\n";
}

ChangeCost cost_of(const manifest::ManifestChange& change) {
  ChangeCost cost{.functional_review = true};
  if (change.part == manifest::ManifestPart::scope && change.kind == manifest::ChangeKind::added) {
    cost.security_review = true;
    cost.reauthorization = Reauthorization::everyone;
  }
  // Tokens of the other usage reach other data, by scopes of another level.
  if (change.part == manifest::ManifestPart::usage)
    cost.reauthorization = Reauthorization::everyone;
  // The app's scopes stay the same, so there is nothing new to secure; but who had declined one has
  // a token without it.
  if (change.part == manifest::ManifestPart::scope_optional && change.after == "required") {
    cost.reauthorization = Reauthorization::who_declined;
  }
  return cost;
}

ChangeCost operator+(const ChangeCost& a, const ChangeCost& b) {
  return {.functional_review = a.functional_review || b.functional_review,
          .security_review = a.security_review || b.security_review,
          .reauthorization = std::max(a.reauthorization, b.reauthorization)};
}

std::vector<ChangeGroup> group_changes(const ChangeReport& report) {
  std::vector<ChangeGroup> groups;
  for (const WeighedChange& weighed : report.changes) {
    const std::string_view title = title_of(weighed.change.part);
    if (groups.empty() || groups.back().title != title) groups.push_back({title, {}});
    groups.back().changes.push_back(&weighed);
  }
  return groups;
}

std::string describe_change(const manifest::ManifestChange& change, const ShowCode& code) {
  if (const std::string name = name_of(change); !name.empty()) {
    return name + ": " + values(change, code);
  }
  if (is_of_no_list(change)) return code(change.subject) + ": " + values(change, code);
  switch (change.part) {
    case manifest::ManifestPart::scope:
      return code(change.subject) + ", " +
             (change.kind == manifest::ChangeKind::added ? change.after : change.before);
    case manifest::ManifestPart::scope_optional:
      return fmt::format("{}: from {} to {}", code(change.subject), change.before, change.after);
    case manifest::ManifestPart::allow_list_entry:
    case manifest::ManifestPart::product: return code(change.subject);
    case manifest::ManifestPart::event_type:
      return with_subscription(change, code, code(change.subject));
    case manifest::ManifestPart::subscription:
      return fmt::format("subscription {}", code(change.subject));
    case manifest::ManifestPart::domain:
      return code(change.subject) +
             (change.kind == manifest::ChangeKind::changed ? ": " + values(change, code) : "");
    default: break;
  }
  if (change.subject == "/") return "and more that is not told";
  const bool is_listed = change.part != manifest::ManifestPart::other;
  const std::string name = code(is_listed ? last_name(change.subject) : change.subject);
  return with_subscription(change, code, name + ": " + values(change, code));
}

std::string shown_value(const manifest::ManifestChange& change, const std::string& value) {
  return is_secret(change) && !value.empty() ? "***" : value;
}

std::string describe_extra_cost(const ChangeReport& report, const WeighedChange& weighed) {
  if (report.stage == ChangeStage::publishing) return {};
  const ChangeCost& cost = weighed.cost;
  std::vector<std::string> costs;
  if (cost.security_review) costs.emplace_back("security review");
  if (cost.reauthorization == Reauthorization::everyone) {
    costs.emplace_back("everyone authorises again");
  } else if (cost.reauthorization == Reauthorization::who_declined) {
    costs.emplace_back("users who declined it authorise again");
  }
  if (costs.empty()) return {};
  std::string text = report.stage == ChangeStage::testing ? "once published: " : "";
  for (const std::string& one : costs) {
    if (&one != &costs.front()) text += "; ";
    text += one;
  }
  return text;
}

std::string place_of(const ChangeReport& report, const WeighedChange& weighed) {
  const bool is_after = weighed.after_place.has_value();
  const auto& place = is_after ? weighed.after_place : weighed.before_place;
  if (!place) return {};
  const VersionName& version = is_after ? report.after : report.before;
  std::string text =
      version.path + ":" + std::to_string(place->line) + ":" + std::to_string(place->column);
  if (!version.revision.empty()) text += " at " + version.revision;
  return escape_controls(text);
}

std::string describe_versions(const ChangeReport& report, const ShowCode& code) {
  const std::string after = code(report.after.text());
  if (report.is_new)
    return fmt::format("{} is new: {} does not have it", after, code(report.before.revision));
  return code(report.before.text()) + " -> " + after;
}

std::vector<std::string> summarize_cost(const ChangeReport& report) {
  switch (report.stage) {
    case ChangeStage::testing: return cost_in_testing(report);
    case ChangeStage::publishing:
      if (report.is_new) return {"the app is published: Zoom reviews all of it"};
      return {
          "the app is published now: Zoom reviews all of it, and everyone who connected with "
          "development credentials connects again"};
    case ChangeStage::unknown:
    case ChangeStage::published: break;
  }
  return cost_when_published(report);
}

std::pair<std::string, std::string> differing_parts(std::string_view before,
                                                    std::string_view after) {
  const auto ends = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto alike = static_cast<std::size_t>(ends.first - before.begin());
  if (alike <= kShortBeginning) return {std::string(before), std::string(after)};
  std::size_t begin = alike - kContext;
  const std::size_t blank = before.find(' ', begin);
  if (blank < alike) begin = blank + 1;
  while (!begins_code_point(before, begin)) --begin;
  return {from(before, begin), from(after, begin)};
}

}  // namespace zoomc::review
