#include "author/import_words.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// More of them tell nobody more.
constexpr std::size_t kMaxListed = 20;

std::string what(const ManifestChange& change) {
  const auto of_subscription = [&change] {
    return change.subscription.empty() ? std::string() : " of " + in_backticks(change.subscription);
  };
  switch (change.part) {
    case ManifestPart::scope:
    case ManifestPart::scope_optional: return "the scope " + in_backticks(change.subject);
    case ManifestPart::allow_list_entry:
      return "the allow list entry " + in_backticks(change.subject);
    case ManifestPart::product: return "the product " + in_backticks(change.subject);
    case ManifestPart::domain: return "the domain " + in_backticks(change.subject);
    case ManifestPart::subscription: return "the subscription " + in_backticks(change.subject);
    case ManifestPart::event_type:
      return "the event type " + in_backticks(change.subject) + of_subscription();
    default: return in_backticks(change.subject) + of_subscription();
  }
}

// Whether the subject is a name of its own, so that its value needs not be told.
bool names_itself(ManifestPart part) {
  switch (part) {
    case ManifestPart::scope:
    case ManifestPart::allow_list_entry:
    case ManifestPart::product:
    case ManifestPart::domain:
    case ManifestPart::subscription:
    case ManifestPart::event_type: return true;
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
    lines.push_back("- and " + std::to_string(entries.size() - kMaxListed) + " more");
}

std::string count_of(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// What is known of a scope that nothing in the file needs.
std::string describe_extra(const ScopeWish& wish, const std::string& name, std::size_t operations) {
  const Catalog& catalog = *wish.catalog;
  if (const auto row = find_scope(catalog, name, wish.model())) {
    const Level level = catalog.scopes[*row].level;
    if (level != wish.level()) return "of the level `" + std::string(to_string(level)) + "`";
    return operations == 0 ? "no call of the catalog needs it"
                           : "allows " + count_of(operations, "call");
  }
  const ScopeModel other =
      wish.model() == ScopeModel::granular ? ScopeModel::classic : ScopeModel::granular;
  if (find_scope(catalog, name, other)) return "a " + std::string(to_string(other)) + " name";
  return "not in the catalog of " + std::string(catalog.date);
}

void comment_on_scopes(const Attempt& attempt, const ImportBase& base, const Catalog& catalog,
                       AppDraft& draft) {
  if (!draft.features.empty()) {
    draft.above["features"] = {
        attempt.vocabulary == Vocabulary::classic
            ? "Inferred from the scopes, which allow more than this. Say here all that the app "
              "does."
            : "Inferred from the scopes. Check that the app does all of this."};
  }
  if (!draft.operations.empty()) {
    draft.above["operations"] = {"Each is the only call that its scope allows."};
  }
  for (const auto& [operation, scope] : attempt.scope_of_operation) {
    draft.behind["operations/" + operation] = scope;
  }
  if (draft.extra_scopes.empty()) return;
  draft.above["extra_scopes"] = {
      "No feature or single call stands for these. The calls that the app makes with them go under",
      "`operations`, then the scopes follow; say of the others in `justify` what they are for."};
  const ScopeWish wish{
      .catalog = &catalog, .vocabulary = attempt.vocabulary, .managed_by = base.managed_by};
  const auto operations = operations_of(wish, draft.extra_scopes);
  for (const std::string& scope : draft.extra_scopes) {
    const auto found = operations.find(scope);
    const std::size_t count = found == operations.end() ? 0 : found->second.size();
    draft.behind["extra_scopes/" + scope] = describe_extra(wish, scope, count);
  }
}

// "https://api.unified.to", of a URL.
std::string_view origin_of(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return {};
  return url.substr(0, url.find('/', host + 3));
}

// What would put the app on the platform.
std::string words_for(const Platform& platform, const Region& region) {
  return "`platform: " + std::string(platform.id) + "` and `region: " + std::string(region.id) +
         "`";
}

// Comments where the redirect is that of a platform, or nearly, and the app could not be put on it.
std::vector<std::string> explain_custom(const Attempt& attempt, const ImportBase& base,
                                        const Catalog& catalog) {
  for (const Platform& platform : catalog.platforms) {
    for (const Region& region : platform.regions) {
      const std::string name = std::string(platform.title) + " (" + std::string(region.title) + ")";
      if (attempt.lacks_sign_in && region.redirect_url == base.production_redirect) {
        return {"The redirect URL is that of " + name + ", but the manifest does not ask for what",
                "signing in there needs. To add it: " + words_for(platform, region) + ",",
                "without `oauth.redirect_url`."};
      }
      for (const std::string& url : {base.production_redirect, base.development_redirect}) {
        if (url == region.redirect_url || origin_of(url) != origin_of(region.redirect_url))
          continue;
        return {"The redirect URL is nearly that of " + name + ". If that is what is meant:",
                words_for(platform, region) + ", without `oauth.redirect_url`."};
      }
    }
  }
  return {};
}

void comment_on_platform(const Attempt& attempt, const ImportBase& base, const Catalog& catalog,
                         AppDraft& draft) {
  if (attempt.platform != nullptr) {
    draft.behind["region"] = "from the redirect URL";
    return;
  }
  std::vector<std::string> lines = explain_custom(attempt, base, catalog);
  if (lines.empty()) {
    draft.behind["platform"] = "no platform that zoomc knows has this redirect URL";
  } else {
    draft.above["platform"] = std::move(lines);
  }
}

}  // namespace

std::string describe_loss(const ManifestChange& change) {
  if (change.subject == "/" && change.before_order.empty()) return "there are more differences";
  const bool named = names_itself(change.part);
  switch (change.kind) {
    case ChangeKind::removed:
      return "no app file can say " + what(change) +
             (named ? "" : ": " + in_backticks(change.before));
    case ChangeKind::added:
      return named ? "the app file adds " + what(change) + ", which the manifest does not have"
                   : "the app file sets " + what(change) + " to " + in_backticks(change.after) +
                         ", and the manifest does not set it";
    case ChangeKind::changed: break;
  }
  return "the app file sets " + what(change) + " to " + in_backticks(change.after) +
         ", and the manifest has " + in_backticks(change.before);
}

void comment_on_choices(const Attempt& attempt, const ImportBase& base, const Catalog& catalog,
                        AppDraft& draft) {
  comment_on_platform(attempt, base, catalog, draft);
  comment_on_scopes(attempt, base, catalog, draft);
}

std::vector<std::string> describe_import(std::string_view source, const Attempt& attempt,
                                         const std::vector<ManifestChange>& losses,
                                         const std::vector<Diagnostic>& findings) {
  std::vector<std::string> errors;
  for (const Diagnostic& found : findings) {
    if (found.severity == Severity::error)
      errors.push_back(std::string(found.id) + ": " + found.message);
  }
  std::vector<std::string> differences;
  differences.reserve(losses.size());
  for (const ManifestChange& loss : losses) differences.push_back(describe_loss(loss));
  const bool same = errors.empty() && differences.empty();
  std::vector<std::string> lines = {
      "Imported from " + in_backticks(source) +
      (same ? ". It compiles to a manifest of the same meaning." : ".")};
  list(lines, "It does not compile as it is:", errors);
  list(lines, "It is not the same as the manifest:", differences);
  lines.emplace_back(
      "Check what is inferred below, and add what no manifest says: `stage: published` once the "
      "app is,");
  lines.emplace_back(
      attempt.draft.purpose.empty()
          ? "the `accounts` that connect, `app.purpose` for the texts that reviewers read."
          : "the `accounts` that connect.");
  for (const std::string& scope : attempt.implied) {
    lines.push_back("The manifest has " + in_backticks(scope) + " too: Zoom adds it by itself.");
  }
  return lines;
}

}  // namespace zoomc
