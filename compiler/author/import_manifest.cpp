#include "author/import_manifest.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "author/candidate.h"
#include "author/manifest_facts.h"
#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "diagnostics/diagnostic.h"
#include "manifest/compare.h"
#include "text/quote.h"

namespace zoomc::author {
namespace {

// More of them tell nobody more.
constexpr std::size_t kMaxListed = 20;

std::string what(const manifest::ManifestChange& change) {
  const auto of_subscription = [&change] {
    return change.subscription.empty() ? std::string()
                                       : fmt::format(" of {}", in_backticks(change.subscription));
  };
  switch (change.part) {
    case manifest::ManifestPart::scope:
    case manifest::ManifestPart::scope_optional:
      return fmt::format("the scope {}", in_backticks(change.subject));
    case manifest::ManifestPart::allow_list_entry:
      return fmt::format("the allow list entry {}", in_backticks(change.subject));
    case manifest::ManifestPart::product:
      return fmt::format("the product {}", in_backticks(change.subject));
    case manifest::ManifestPart::domain:
      return fmt::format("the domain {}", in_backticks(change.subject));
    case manifest::ManifestPart::subscription:
      return fmt::format("the subscription {}", in_backticks(change.subject));
    case manifest::ManifestPart::event_type:
      return fmt::format("the event type {}{}", in_backticks(change.subject), of_subscription());
    default: return in_backticks(change.subject) + of_subscription();
  }
}

// True if the request is a name by itself, so that its value need not be shown.
bool names_itself(manifest::ManifestPart part) {
  switch (part) {
    case manifest::ManifestPart::scope:
    case manifest::ManifestPart::allow_list_entry:
    case manifest::ManifestPart::product:
    case manifest::ManifestPart::domain:
    case manifest::ManifestPart::subscription:
    case manifest::ManifestPart::event_type: return true;
    default: return false;
  }
}

void list(std::vector<std::string>& lines, const std::string& title,
          const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  lines.push_back(title);
  for (std::size_t i = 0; i < entries.size() && i < kMaxListed; ++i)
    lines.push_back("- " + entries[i]);
  if (entries.size() > kMaxListed)
    lines.push_back(fmt::format("- and {} more", entries.size() - kMaxListed));
}

std::string count_of(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// Describes a scope that nothing in the file needs.
std::string describe_extra(const TargetScopes& target, const std::string& name,
                           std::size_t operations) {
  const catalog::Catalog& catalog = *target.catalog;
  if (const auto row = catalog::find_scope(catalog, name, target.model())) {
    const catalog::Level level = catalog.scopes[*row].level;
    if (level != target.level()) return fmt::format("of the level `{}`", catalog::to_string(level));
    return operations == 0 ? "no call of the catalog needs it"
                           : fmt::format("allows {}", count_of(operations, "call"));
  }
  const catalog::ScopeModel other = target.model() == catalog::ScopeModel::granular
                                        ? catalog::ScopeModel::classic
                                        : catalog::ScopeModel::granular;
  if (catalog::find_scope(catalog, name, other))
    return fmt::format("a {} name", catalog::to_string(other));
  return fmt::format("not in the catalog of {}", catalog.date);
}

void comment_on_scopes(const Candidate& candidate, const ManifestFacts& base,
                       const catalog::Catalog& catalog, AppDraft& draft) {
  if (!draft.features.empty()) {
    draft.above["features"] = {
        candidate.vocabulary == model::Vocabulary::classic
            ? "Inferred from the scopes, which allow more than this. Say here all that the app "
              "does."
            : "Inferred from the scopes. Check that the app does all of this."};
  }
  if (!draft.operations.empty()) {
    draft.above["operations"] = {"Each is the only call that its scope allows."};
  }
  for (const auto& [operation, scope] : candidate.scope_of_operation) {
    draft.behind["operations/" + operation] = scope;
  }
  if (draft.extra_scopes.empty()) return;
  draft.above["extra_scopes"] = {
      "No feature or single call needs these alone. Write the calls that the app makes with them "
      "under",
      "`operations`: zoomc then adds the scopes. For the others, explain the use in `justify`."};
  const TargetScopes target{
      .catalog = &catalog, .vocabulary = candidate.vocabulary, .managed_by = base.managed_by};
  const auto operations = operations_of(target, draft.extra_scopes);
  for (const std::string& scope : draft.extra_scopes) {
    const auto found = operations.find(scope);
    const std::size_t count = found == operations.end() ? 0 : found->second.size();
    draft.behind["extra_scopes/" + scope] = describe_extra(target, scope, count);
  }
}

// "https://api.unified.to", of a URL.
std::string_view origin_of(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return {};
  return url.substr(0, url.find('/', host + 3));
}

// The keys that would put the app on the platform.
std::string words_for(const catalog::Platform& platform, const catalog::Region& region) {
  return fmt::format("`platform: {}` and `region: {}`", platform.id, region.id);
}

// Comments where the redirect is that of a platform, or nearly, and the app could not be put on it.
std::vector<std::string> explain_custom(const Candidate& candidate, const ManifestFacts& base,
                                        const catalog::Catalog& catalog) {
  for (const catalog::Platform& platform : catalog.platforms) {
    for (const catalog::Region& region : platform.regions) {
      const std::string name = std::string(platform.title) + " (" + std::string(region.title) + ")";
      if (candidate.lacks_sign_in && region.redirect_url == base.production_redirect) {
        return {fmt::format(
                    "The redirect URL is that of {}, but the manifest does not ask for what", name),
                fmt::format("signing in there needs. To add it: {},", words_for(platform, region)),
                "without `oauth.redirect_url`."};
      }
      for (const std::string& url : {base.production_redirect, base.development_redirect}) {
        if (url == region.redirect_url || origin_of(url) != origin_of(region.redirect_url))
          continue;
        return {
            fmt::format("The redirect URL is almost that of {}. If you mean that platform:", name),
            fmt::format("{}, without `oauth.redirect_url`.", words_for(platform, region))};
      }
    }
  }
  return {};
}

void comment_on_platform(const Candidate& candidate, const ManifestFacts& base,
                         const catalog::Catalog& catalog, AppDraft& draft) {
  if (candidate.platform != nullptr) {
    draft.behind["region"] = "from the redirect URL";
    return;
  }
  std::vector<std::string> lines = explain_custom(candidate, base, catalog);
  if (lines.empty()) {
    draft.behind["platform"] = "no platform that zoomc knows has this redirect URL";
  } else {
    draft.above["platform"] = std::move(lines);
  }
}

// "the file cannot say the scope `x`": of a difference between the manifest (before) and what the
// file compiles to (after).
std::string describe_loss(const manifest::ManifestChange& change) {
  if (change.subject == "/" && change.before_order.empty()) return "there are more differences";
  const bool named = names_itself(change.part);
  switch (change.kind) {
    case manifest::ChangeKind::removed:
      return named ? fmt::format("an app file cannot have {}", what(change))
                   : fmt::format("an app file cannot have {}: {}", what(change),
                                 in_backticks(change.before));
    case manifest::ChangeKind::added:
      return named ? fmt::format("the app file adds {}, which the manifest does not have",
                                 what(change))
                   : fmt::format("the app file sets {} to {}, and the manifest does not set it",
                                 what(change), in_backticks(change.after));
    case manifest::ChangeKind::changed: break;
  }
  return fmt::format("the app file sets {} to {}, and the manifest has {}", what(change),
                     in_backticks(change.after), in_backticks(change.before));
}

// Comments on what was inferred, at its place.
void comment_on_choices(const Candidate& candidate, const ManifestFacts& base,
                        const catalog::Catalog& catalog, AppDraft& draft) {
  comment_on_platform(candidate, base, catalog, draft);
  comment_on_scopes(candidate, base, catalog, draft);
}

// The comments at the top.
std::vector<std::string> describe_import(std::string_view source, const Candidate& candidate,
                                         const std::vector<manifest::ManifestChange>& losses,
                                         const std::vector<Diagnostic>& findings) {
  std::vector<std::string> errors;
  for (const Diagnostic& found : findings) {
    if (found.severity == Severity::error)
      errors.push_back(std::string(found.id) + ": " + found.message);
  }
  std::vector<std::string> differences;
  differences.reserve(losses.size());
  for (const manifest::ManifestChange& loss : losses) differences.push_back(describe_loss(loss));
  const bool same = errors.empty() && differences.empty();
  std::vector<std::string> lines = {
      same ? fmt::format("Imported from {}. It compiles to a manifest with the same meaning.",
                         in_backticks(source))
           : fmt::format("Imported from {}.", in_backticks(source))};
  list(lines, "It does not compile as it is:", errors);
  list(lines, "It is not the same as the manifest:", differences);
  lines.emplace_back(
      "Check what is inferred below, and add what no manifest says: `stage: published` once the "
      "app is,");
  lines.emplace_back(
      candidate.draft.purpose.empty()
          ? "the `accounts` that connect, `app.purpose` for the texts that reviewers read."
          : "the `accounts` that connect.");
  for (const std::string& scope : candidate.implied) {
    lines.push_back(
        fmt::format("The manifest has {} too: Zoom adds it by itself.", in_backticks(scope)));
  }
  return lines;
}

constexpr std::string_view kNoName = "Imported app";

// A manifest of Zoom's has some hundred. Each becomes a line of the app file, which is compiled for
// every way to say the manifest.
constexpr std::size_t kMaxValues = 100'000;

// Counts the values in this one and below it. The reader limits the depth.
std::size_t count_values(const json::Value& value) {
  std::size_t count = 1;
  if (value.IsArray()) {
    for (const json::Value& item : value.GetArray()) count += count_values(item);
  } else if (value.IsObject()) {
    for (const auto& member : value.GetObject()) count += count_values(member.value);
  }
  return count;
}

// A file, what the compiler makes of it, and how that differs from the manifest.
struct Evaluation {
  driver::Checked checked;
  std::vector<manifest::ManifestChange> losses;

  bool is_same() const { return losses.empty() && !checked.has_errors(); }
};

class Importer {
 public:
  Importer(const json::Value& manifest, const driver::CheckOptions& options, std::string file_name)
      : manifest_(manifest),
        options_(options),
        file_name_(std::move(file_name)),
        base_(decompose(manifest, *options.catalog)) {
    if (base_.draft.name.empty()) {
      base_.draft.name = kNoName;
      base_.draft.behind["app/name"] = "the manifest has no display_name";
    }
  }

  ImportedApp import(std::string_view source, const manifest::ReadManifest& read) {
    choose();
    settle_description();
    leave_out_management();
    comment_on_choices(candidate_, base_, *options_.catalog, candidate_.draft);
    comment_on_extra();
    candidate_.draft.head =
        describe_import(source, candidate_, evaluation_.losses, evaluation_.checked.findings);
    ImportedApp imported{.text = write_app(candidate_.draft)};
    imported.checked = driver::check({file_name_, imported.text}, options_);
    for (const manifest::ManifestChange& loss : evaluation_.losses) {
      imported.losses.push_back(finding(author_codes::kNotImported,
                                        read.place_of(loss.before_order), describe_loss(loss)));
    }
    return imported;
  }

 private:
  Evaluation evaluate(const AppDraft& draft, const std::vector<std::string>& implied) const {
    Evaluation evaluation;
    evaluation.checked = driver::check({file_name_, write_app(draft)}, options_);
    if (!evaluation.checked.is_app) return evaluation;
    json::Document compiled;
    const std::string& text = evaluation.checked.manifest;
    compiled.Parse(text.data(), text.size());
    evaluation.losses = manifest::compare_manifests(manifest_, compiled);
    // Two trials exist at a time; the app of one may be large, and nobody asks for it.
    evaluation.checked.facts = {};
    evaluation.checked.analysis.reset();
    std::erase_if(evaluation.losses, [&implied](const manifest::ManifestChange& loss) {
      return loss.part == manifest::ManifestPart::scope &&
             loss.kind == manifest::ChangeKind::removed &&
             std::find(implied.begin(), implied.end(), loss.subject) != implied.end();
    });
    return evaluation;
  }

  void adopt(AppDraft draft, Evaluation evaluation) {
    candidate_.draft = std::move(draft);
    evaluation_ = std::move(evaluation);
  }

  // The vocabularies that may be meant, the default first.
  std::vector<model::Vocabulary> vocabularies() const {
    const catalog::Catalog& catalog = *options_.catalog;
    std::vector<model::Vocabulary> vocabularies{model::Vocabulary::granular};
    bool has_classic = false;
    bool has_other = false;
    for (const auto& [name, optional] : base_.scopes) {
      if (catalog::find_scope(catalog, name, catalog::ScopeModel::granular)) continue;
      has_other = true;
      has_classic = has_classic ||
                    catalog::find_scope(catalog, name, catalog::ScopeModel::classic).has_value();
    }
    if (has_classic) vocabularies.push_back(model::Vocabulary::classic);
    if (has_other && has_guide_platform()) vocabularies.push_back(model::Vocabulary::guide);
    return vocabularies;
  }

  bool has_guide_platform() const {
    for (const catalog::Platform& platform : options_.catalog->platforms) {
      for (const catalog::Region& region : platform.regions) {
        if (platform.has_guide_names && region.redirect_url == base_.production_redirect)
          return true;
      }
    }
    return false;
  }

  // The one that comes closest, then the one with the fewest scopes that nothing explains.
  void choose() {
    const CandidateBuilder maker(base_, *options_.catalog);
    std::optional<std::tuple<bool, std::size_t, std::size_t, std::size_t>> best;
    for (const model::Vocabulary vocabulary : vocabularies()) {
      Candidate candidate = maker.make(vocabulary);
      candidate.draft = with_description(std::move(candidate.draft));
      Evaluation evaluation = evaluate(candidate.draft, candidate.implied);
      const std::tuple score{evaluation.checked.has_errors(), evaluation.losses.size(),
                             candidate.draft.extra_scopes.size(),
                             candidate.draft.operations.size()};
      if (best && *best <= score) continue;
      best = score;
      candidate_ = std::move(candidate);
      evaluation_ = std::move(evaluation);
      // Nothing could be said in fewer words.
      if (evaluation_.is_same() && candidate_.draft.extra_scopes.empty()) break;
    }
  }

  // The texts that reviewers read, word for word.
  AppDraft with_description(AppDraft draft) const {
    edit::YamlValue& extra = draft.manifest_extra;
    auto oauth =
        std::find_if(extra.entries.begin(), extra.entries.end(),
                     [](const edit::YamlEntry& entry) { return entry.key == "oauth_information"; });
    if (oauth == extra.entries.end()) {
      extra.entries.insert(extra.entries.begin(), edit::YamlEntry{"oauth_information", {}, {}, {}});
      oauth = extra.entries.begin();
    }
    const bool has_text = !base_.scope_description.empty();
    edit::YamlEntry description{"scope_description",
                                has_text ? edit::YamlValue::make_text(base_.scope_description)
                                         : edit::YamlValue::make_literal("null"),
                                {},
                                {}};
    description.above = {
        has_text ? "Word for word. Without it zoomc writes these texts from `app.purpose` "
                   "and `justify`."
                 : "The manifest has none. Without this line zoomc writes one."};
    oauth->value.entries.insert(oauth->value.entries.begin(), std::move(description));
    return draft;
  }

  static AppDraft without_description(AppDraft draft) {
    std::vector<edit::YamlEntry>& sections = draft.manifest_extra.entries;
    for (edit::YamlEntry& section : sections) {
      if (section.key != "oauth_information") continue;
      std::erase_if(section.value.entries,
                    [](const edit::YamlEntry& entry) { return entry.key == "scope_description"; });
    }
    std::erase_if(sections, [](const edit::YamlEntry& section) {
      return section.key == "oauth_information" && section.value.entries.empty();
    });
    return draft;
  }

  // Only if the file does not produce the same text by itself.
  void settle_description() {
    if (adopt_if_as_good(without_description(candidate_.draft))) return;
    for (const std::string& purpose : purposes()) {
      AppDraft draft = without_description(candidate_.draft);
      draft.purpose = purpose;
      draft.behind["app/purpose"] = "from the texts for reviewers";
      order_as_described(draft);
      if (adopt_if_as_good(std::move(draft))) return;
    }
  }

  // zoomc writes a sentence for each thing that is asked for, in the order of the file.
  void order_as_described(AppDraft& draft) const {
    const driver::Checked checked = driver::check({file_name_, write_app(draft)}, options_);
    if (!checked.is_app) return;
    const resolve::ResolvedApp& resolved = checked.analysis->resolved;
    std::map<std::string, std::size_t> places;
    for (const resolve::Justification& sentence : checked.facts.justifications.get()) {
      const resolve::Request& request = resolved.requests[sentence.request];
      const std::size_t place = base_.scope_description.find(sentence.text);
      places.emplace(request.composite.empty() ? request.key : request.composite, place);
    }
    const auto by_place = [&places](const std::string& a, const std::string& b) {
      const auto place = [&places](const std::string& word) {
        const auto found = places.find(word);
        return found == places.end() ? std::string::npos : found->second;
      };
      return place(a) < place(b);
    };
    for (auto* words : {&draft.features, &draft.operations, &draft.extra_scopes})
      std::stable_sort(words->begin(), words->end(), by_place);
  }

  bool adopt_if_as_good(AppDraft draft) {
    Evaluation evaluation = evaluate(draft, candidate_.implied);
    if (evaluation.checked.has_errors() != evaluation_.checked.has_errors() ||
        evaluation.checked.is_app != evaluation_.checked.is_app ||
        evaluation.losses.size() > evaluation_.losses.size()) {
      return false;
    }
    adopt(std::move(draft), std::move(evaluation));
    return true;
  }

  // The purposes of the app that the first sentence may state.
  std::vector<std::string> purposes() const {
    const std::string& text = base_.scope_description;
    const std::string sentence = text.substr(0, std::min(text.find(". "), text.rfind('.')));
    std::vector<std::string> purposes;
    for (const std::string_view link : {" for ", " to "}) {
      const std::size_t at = sentence.rfind(link);
      if (at == std::string::npos) continue;
      const bool is_linked = link == " for ";
      purposes.push_back(sentence.substr(at + (is_linked ? link.size() : 1)));
    }
    return purposes;
  }

  // `managed_by` only where nothing else says it. A file that is refused keeps it, for the level of
  // its scopes may be why.
  void leave_out_management() {
    if (evaluation_.checked.has_errors()) return;
    AppDraft draft = candidate_.draft;
    draft.managed_by.reset();
    adopt_if_as_good(std::move(draft));
  }

  void comment_on_extra() {
    if (!candidate_.has_raw_events) return;
    for (edit::YamlEntry& section : candidate_.draft.manifest_extra.entries) {
      if (section.key != "features") continue;
      for (edit::YamlEntry& entry : section.value.entries) {
        if (entry.key == "event_subscription") entry.above = why_events_are_raw();
      }
    }
  }

  std::vector<std::string> why_events_are_raw() const {
    if (base_.events.empty()) return {"Not under `events`, which has no word for something in it."};
    return {
        "Not under `events`, which would add the scopes that these events need and the manifest",
        "does not ask for."};
  }

  const json::Value& manifest_;
  const driver::CheckOptions& options_;
  std::string file_name_;
  ManifestFacts base_;
  // The best so far, and what the compiler makes of its draft.
  Candidate candidate_;
  Evaluation evaluation_;
};

}  // namespace

std::optional<Diagnostic> refuse_import(const manifest::ReadManifest& manifest) {
  if (count_values(*manifest.manifest) <= kMaxValues) return std::nullopt;
  const std::uint32_t begin = manifest.manifest_spans->value.begin;
  return finding(syntax_codes::kFileTooLarge, {begin, begin + 1},
                 fmt::format("the manifest has more than {} values, too many for an app file: "
                             "remove what Zoom does not know, which `zoomc check` lists",
                             kMaxValues));
}

ImportedApp import_manifest(const manifest::ReadManifest& manifest, std::string_view source,
                            std::string file_name, const driver::CheckOptions& options) {
  return Importer(*manifest.manifest, options, std::move(file_name)).import(source, manifest);
}

}  // namespace zoomc::author
