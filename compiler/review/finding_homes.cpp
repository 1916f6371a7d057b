#include "review/finding_homes.h"

#include <array>

namespace zoomc {
namespace {

// An empty finding is any that stands there and has no row of its own.
constexpr std::array kHomes{
    FindingHome{"inline-secret", "", "app-credentials"},
    FindingHome{"name-too-long", "", "app-name"},
    FindingHome{"zoom-in-name", "", "app-name"},
    FindingHome{"official-in-name", "", "app-name"},
    FindingHome{"", "app.name", "app-name"},

    FindingHome{"redirect-url-mismatch", "", "redirect-url"},
    FindingHome{"redirect-not-allow-listed", "", "allow-list"},
    FindingHome{"base-url-in-strict-mode", "", "allow-list"},
    FindingHome{"duplicate-allow-list-entry", "", "allow-list"},
    FindingHome{"unneeded-allow-list-entry", "", "allow-list"},
    FindingHome{"", "oauth.redirect_url", "redirect-url"},
    FindingHome{"", "oauth.allow_list", "allow-list"},
    FindingHome{"", "region", "redirect-url"},
    FindingHome{"", "surface", "surface"},

    FindingHome{"guide-names", "", "scopes"},
    FindingHome{"guide-scope-insufficient", "", "scopes"},
    FindingHome{"unknown-scope", "", "scopes"},
    FindingHome{"app-owned-scope", "", "scopes"},
    FindingHome{"master-scope", "", "scopes"},
    FindingHome{"scope-level-mismatch", "", "scopes"},
    FindingHome{"classic-scope", "", "scopes"},
    FindingHome{"duplicate-scope", "", "scopes"},
    FindingHome{"unneeded-scope", "", "scopes"},
    FindingHome{"no-required-scope", "", "scopes"},
    FindingHome{"operation-without-scope", "", "scopes"},
    FindingHome{"event-without-scope", "", "scopes"},
    FindingHome{"unknown-feature", "", "scopes"},
    FindingHome{"unknown-operation", "", "scopes"},
    FindingHome{"managed-by-conflict", "", "scopes"},
    FindingHome{"orphan-optional", "", "scopes"},
    FindingHome{"vocabulary-conflict", "", "scopes"},
    FindingHome{"search-too-large", "", "scopes"},
    FindingHome{"", "features", "scopes"},
    FindingHome{"", "operations", "scopes"},
    FindingHome{"", "extra_scopes", "scopes"},
    FindingHome{"", "events", "events"},

    FindingHome{"missing-justification", "", "reviewer-texts"},
    FindingHome{"vague-justification", "", "reviewer-texts"},
    FindingHome{"duplicate-justification", "", "reviewer-texts"},
    FindingHome{"orphan-justification", "", "reviewer-texts"},
    FindingHome{"", "justify", "reviewer-texts"},
    FindingHome{"", "test_plan", "reviewer-texts"},
    FindingHome{"", "app.purpose", "reviewer-texts"},

    FindingHome{"integration-not-enabled", "", "integrations"},
    FindingHome{"separate-integration", "", "integrations"},
    FindingHome{"", "unified", "integrations"},
    FindingHome{"credential-environment-mismatch", "", "credentials"},
    FindingHome{"", "credentials", "app-credentials"},

    FindingHome{"authorizer-not-admin", "", "authorizer"},
    FindingHome{"phone-not-licensed", "", "phone-license"},
    FindingHome{"account-not-tester", "", "tester"},
    FindingHome{"stale-authorization", "", "reauthorization"},

    FindingHome{"missing-listing-link", "", "listing"},
    FindingHome{"summary-too-long", "", "listing"},
    FindingHome{"", "app", "listing"},
};

bool is_at_or_below(std::string_view path, std::string_view key) {
  if (key.empty() || path == key) return true;
  return path.size() > key.size() && path.substr(0, key.size()) == key && path[key.size()] == '.';
}

}  // namespace

std::span<const FindingHome> finding_homes() {
  return kHomes;
}

std::string_view home_of(std::string_view finding, std::string_view path) {
  const FindingHome* best = nullptr;
  for (const FindingHome& home : kHomes) {
    if (home.finding == finding) return home.item;
    const bool is_here = home.finding.empty() && is_at_or_below(path, home.path);
    if (is_here && (best == nullptr || best->path.size() < home.path.size())) best = &home;
  }
  return best != nullptr ? best->item : "file";
}

}  // namespace zoomc
