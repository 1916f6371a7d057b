#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "catalog/catalog_table.h"
#include "catalog/packed.h"
#include "catalog/rows.h"

// Zoom's names, and the platforms that receive its redirects: read-only tables, either compiled in
// (`builtin_catalog()`) or read from a directory. Names and relations only; the sources and dates
// of the rows are in schemas/catalog. It is a snapshot: Zoom adds scopes all the time, so a name
// that is not here may still exist.
namespace zoomc::catalog {

// The parts of other tables that the explanation of a known error also shows: the scopes that it
// names and what gives them; their level; the events that it names; the redirect URL of every
// region; the guide's scope names.
enum class Shows : std::uint8_t {
  nothing,
  missing_scopes,
  scope_level,
  event,
  redirects,
  guide_names
};

std::string_view to_string(Shows shows);

// What a scope has to do with the setting or the other scope because of which a manifest has it:
// Zoom adds it by itself; the setting does not work without it; an app may have it for the setting.
enum class Implication : std::uint8_t { adds, needs, uses };

std::string_view to_string(Implication implication);

// A scope that belongs to something else in the manifest, so that it is never unneeded there.
struct ImpliedScope {
  std::string_view scope;
  // Its cause: the name of another scope, or else a setting of the manifest that is `true`, its
  // keys joined by dots.
  std::string_view because_of;
  bool is_setting;
  Implication effect = Implication::adds;
};

// How a reviewer can see a call at work: "Connect as an admin of an account that <account>,
// <action>, and expect <expect>." `account` may be empty; an empty action: nobody wrote a step.
struct TestStep {
  std::string_view account;
  std::string_view action;
  std::string_view expect;
};

// Something that a user asks for with one word, `meetings.read`.
struct Feature {
  std::string_view name;
  // The guide means the whole account: a user-level scope of the same operation is not enough.
  bool admin_only;
  // The guide's own scope names, exactly as written, whether or not Zoom lists them; empty if the
  // guide does not have the feature.
  std::span<const std::string_view> guide_scopes;
  std::span<const OperationId> operations;
  // An imperative for a reviewer, as in the guide's samples: "Read call history".
  std::string_view phrase;
  // If the guide's names do not allow everything: how. "reads one call and not the list". Else
  // empty.
  std::string_view guide_shortfall;
  std::string_view note;
  // One for each of `calls_of` (catalog/lookup.h), in their order; or none.
  std::span<const TestStep> test_steps = {};
  // The calls that take the place of `operations` where only the connecting user's own data is
  // meant. Empty if there are none.
  std::span<const OperationId> user_operations = {};

  bool is_in_guide() const { return !guide_scopes.empty(); }
  std::string_view group() const { return name.substr(0, name.find('.')); }
  std::string_view action() const {
    const auto dot = name.find('.');
    return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
  }
};

// One word for several features: `meetings.write`.
struct Composite {
  std::string_view name;
  std::span<const FeatureId> members;
  std::string_view phrase;
};

struct Region {
  std::string_view id;
  std::string_view title;
  std::string_view redirect_url;
};

// A product of the platform that is enabled separately, and the feature groups that need it.
struct Integration {
  std::string_view id;
  std::string_view title;
  std::span<const std::string_view> feature_groups;
  // Products whose operations and events need it although no feature does.
  std::span<const std::string_view> products = {};
  // How the platform itself writes the id: "zoomphone".
  std::string_view type = {};
  // The feature groups that need it where only the connecting user's own data is meant.
  std::span<const std::string_view> user_feature_groups = {};
};

// The receiver of the OAuth redirect. Without regions it is the app itself.
struct Platform {
  std::string_view id;
  std::string_view title;
  std::span<const Region> regions;
  // The feature that every connection needs, declared or not.
  std::optional<FeatureId> sign_in;
  // The guide's tables are for this platform, so `scope_names: guide` is allowed.
  bool has_guide_names;
  std::span<const Integration> integrations;

  const Region* find_region(std::string_view region) const;
};

// The cause of a known error, and how to solve it.
struct Advice {
  // A sentence or more. With `Shows::missing_scopes` `{scopes}` is replaced by the missing scopes
  // and `{them}` by their pronoun.
  std::string_view cause;
  // Steps, or alternatives that begin with "or".
  std::span<const std::string_view> ways_out;
  Shows shows;
  // The features that the error is about.
  std::span<const FeatureId> features;
  // The ids of the rules that find it in the file.
  std::span<const std::string_view> rules;
};

// An error text of Zoom's. In the texts `…` matches anything. A code may belong to several texts.
struct ErrorText {
  std::span<const std::string_view> texts;
  std::span<const std::string_view> codes;
  Advice advice;
};

// A problem without an error text. A description matches it if it has a word of `about` and a word
// of `trouble`.
struct Symptom {
  std::string_view name;
  std::span<const std::string_view> about;
  std::span<const std::string_view> trouble;
  Advice advice;
};

// What an account must have for some calls: a plan or a license.
struct Prerequisite {
  // As operations name it: `pro+`, `zoom-phone`.
  std::string_view word;
  // "a Pro plan or higher", "a Zoom Phone license".
  std::string_view title;
  // How Zoom's documents say it, in lower case.
  std::span<const std::string_view> phrases;
};

// The scopes of a call where Zoom's document is wrong. The rows of the operations have them.
struct Correction {
  // `METHOD /path`.
  std::string_view operation;
  ScopeModel model;
  std::span<const std::string_view> scopes;
  std::string_view reason;
};

// A call that a platform makes for a feature besides the feature's own.
struct PlatformCall {
  // The platform's id.
  std::string_view platform;
  FeatureId feature;
  OperationId operation;
  // The part of the platform that makes it: "Unified's Get of a calendar event".
  std::string_view used_by;
};

// Scopes are sorted by name, then model; operations by path, then method; events, features,
// composites and platforms by name; words by list, then text; implied scopes by name, then cause;
// call errors by operation; platform calls by all but their last field; deprecations, prerequisites
// and corrections by their first field; error texts and symptoms are in the order of their tables.
struct Catalog {
  std::string_view date;
  CatalogTable<Scope> scopes;
  CatalogTable<Operation> operations;
  CatalogTable<Event> events;
  std::span<const Feature> features;
  std::span<const Composite> composites;
  std::span<const Platform> platforms;
  CatalogTable<Word> words;
  std::span<const ErrorText> errors;
  std::span<const Symptom> symptoms;
  std::span<const ImpliedScope> implied_scopes;
  CatalogTable<CallError> call_errors = {};
  CatalogTable<Deprecation> deprecations = {};
  std::span<const Prerequisite> prerequisites = {};
  std::span<const Correction> corrections = {};
  std::span<const PlatformCall> platform_calls = {};
};

}  // namespace zoomc::catalog
