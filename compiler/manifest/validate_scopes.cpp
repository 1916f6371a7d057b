#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "manifest/validator.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::manifest {
namespace {

using namespace manifest_codes;

// A manifest of nothing but invented names must not take an edit distance to the whole catalog for
// each of them.
constexpr std::size_t kMaxSuggestions = 20;

// Zoom's own Team Chat template lists these beside granular names.
constexpr std::array<std::string_view, 2> kClassicInTemplates = {"chat_channel:read",
                                                                 "chat_channel:write"};

class ScopeCheck {
 public:
  ScopeCheck(const JsonPlace& usage, const catalog::Catalog& catalog, ManifestFindings& findings)
      : catalog_(catalog), findings_(findings) {
    if (usage.text() == "USER_OPERATION") level_ = catalog::Level::user;
    if (usage.text() == "ADMIN_MANAGEMENT") level_ = catalog::Level::admin;
  }

  void check_entry(const JsonPlace& entry) {
    const JsonPlace scope = entry.member("scope");
    if (!scope.present()) {
      findings_.add(kUnknownScope, Severity::error, ZoomVerdict::rejects, entry, entry,
                    "the entry names no scope");
      return;
    }
    if (scope.text()) check_name(*scope.text(), {entry, scope});
    check_optional(entry.member("optional"));
  }

 private:
  // An entry and its name: Zoom points at the entry, people look at the name.
  struct Named {
    const JsonPlace& entry;
    const JsonPlace& name;
  };

  void rejects(const Code& code, const Named& at, std::string message) {
    findings_.add(code, code.severity, ZoomVerdict::rejects, at.entry, at.name, std::move(message));
  }
  void can_reject(const Code& code, const Named& at, std::string message) {
    findings_.add(code, code.severity, ZoomVerdict::can_reject, at.entry, at.name,
                  std::move(message));
  }
  void accepts(const Code& code, const Named& at, std::string message) {
    accepts(code, code.severity, at, std::move(message));
  }
  void accepts(const Code& code, Severity severity, const Named& at, std::string message) {
    findings_.add(code, severity, ZoomVerdict::accepts, at.entry, at.name, std::move(message));
  }

  // A name that both models have means the granular scope.
  std::optional<catalog::Scope> find(std::string_view name) const {
    auto id = catalog::find_scope(catalog_, name, catalog::ScopeModel::granular);
    if (!id) id = catalog::find_scope(catalog_, name, catalog::ScopeModel::classic);
    return id ? std::optional(catalog_.scopes[*id]) : std::nullopt;
  }

  void check_name(std::string_view name, const Named& at) {
    const bool is_new = seen_.insert(name).second;
    const std::optional<catalog::Scope> scope = find(name);
    if (!scope) {
      can_reject(kUnknownScope, at, unknown_scope(name));
    } else if (!check_level(*scope, at) && !check_model(*scope, at) && !is_new) {
      accepts(kDuplicateScope, at, fmt::format("{} is listed twice", in_backticks(name)));
    }
  }

  std::string unknown_scope(std::string_view name) {
    const auto near = suggestion(name);
    return near ? fmt::format("{} is not in the catalog; did you mean {}?", in_backticks(name),
                              in_backticks(*near))
                : fmt::format("{} is not in the catalog", in_backticks(name));
  }

  std::optional<std::string_view> suggestion(std::string_view name) {
    if (suggestions_ == kMaxSuggestions) return std::nullopt;
    ++suggestions_;
    if (names_.empty()) {
      for (const catalog::Scope& scope : catalog_.scopes) {
        if (!level_ || scope.level == *level_) names_.push_back(scope.name);
      }
    }
    return nearest_of_product(name, names_);
  }

  // Answers whether it reported.
  bool check_level(const catalog::Scope& scope, const Named& at) {
    if (scope.level == catalog::Level::app) {
      rejects(kAppOwnedScope, at,
              fmt::format("{} belongs to the app's own token: ask for it with "
                          "`client_credentials`, not in a manifest",
                          in_backticks(scope.name)));
      return true;
    }
    if (!level_ || scope.level == *level_) return false;
    const Code& code = scope.level == catalog::Level::master ? kMasterScope : kScopeLevelMismatch;
    const std::string_view usage =
        *level_ == catalog::Level::user ? "USER_OPERATION" : "ADMIN_MANAGEMENT";
    if (scope.level_is_guess) {
      accepts(code, Severity::warning, at,
              fmt::format("{} looks like a scope of level {}, which `{}` excludes; but the level "
                          "is only a guess from the name",
                          in_backticks(scope.name), catalog::to_string(scope.level), usage));
    } else {
      rejects(code, at,
              fmt::format("{} is not a valid scope name when usage is {}", scope.name, usage));
    }
    return true;
  }

  bool check_model(const catalog::Scope& scope, const Named& at) {
    if (scope.model != catalog::ScopeModel::classic) return false;
    const auto& known = kClassicInTemplates;
    if (std::find(known.begin(), known.end(), scope.name) != known.end()) {
      accepts(kClassicScope, at,
              fmt::format("{} is a classic scope: Zoom's own templates have it, yet apps created "
                          "since April 2024 take granular names",
                          in_backticks(scope.name)));
      return true;
    }
    can_reject(kClassicScope, at,
               fmt::format("{} is a classic scope, which Zoom can reject: apps created since April "
                           "2024 take granular names",
                           in_backticks(scope.name)));
    return true;
  }

  void check_optional(const JsonPlace& optional) {
    if (!optional.present()) {
      findings_.accepts(kOptionalNotBoolean, optional,
                        "`optional` is missing: write true or false");
    } else if (!optional.value()->IsBool()) {
      findings_.accepts(kOptionalNotBoolean, optional, "`optional` must be true or false");
    }
  }

  const catalog::Catalog& catalog_;
  ManifestFindings& findings_;
  std::optional<catalog::Level> level_;
  std::set<std::string_view> seen_;
  std::size_t suggestions_ = 0;
  std::vector<std::string_view> names_;
};

}  // namespace

void check_scopes(const JsonPlace& oauth_information, const catalog::Catalog& catalog,
                  ManifestFindings& findings) {
  const JsonPlace scopes = oauth_information.member("scopes");
  if (!scopes.may_be_array()) return;
  const std::size_t count = scopes.item_count();
  if (count == 0) {
    findings.accepts(kMissingScopes, scopes, "there are no scopes, so the app can call nothing");
    return;
  }
  ScopeCheck check(oauth_information.member("usage"), catalog, findings);
  // An entry whose `optional` is missing or a string passes Zoom's validator even alone.
  bool all_optional = true;
  for (std::size_t i = 0; i < count; ++i) {
    const JsonPlace entry = scopes.item(i);
    if (entry.may_be_object()) check.check_entry(entry);
    all_optional = all_optional && entry.member("optional").is_true();
  }
  if (all_optional) {
    findings.rejects(kNoRequiredScope, scopes,
                     "every scope is optional: at least one must have `\"optional\": false`");
  }
}

}  // namespace zoomc::manifest
