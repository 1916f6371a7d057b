#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "catalog/catalog_table.h"
#include "catalog/packed.h"
#include "catalog/rows.h"

// What zoomc knows of Zoom and of the platforms that receive its redirects: read-only tables,
// either compiled in (`builtin_catalog()`) or read from a directory. Names and relations only; the
// sources and dates of the rows stand in schemas/catalog. A snapshot: Zoom adds scopes all the
// time, so that a name is not here is never proof that it does not exist.
namespace zoomc::catalog {

// What of the other tables belongs into the explanation of a known error, beside its own words: the
// scopes that are named and what gives them; their level; the events that are named; the redirect
// URL of every region; the guide's scope names.
enum class Shows : std::uint8_t {
  nothing,
  missing_scopes,
  scope_level,
  event,
  redirects,
  guide_names
};

std::string_view to_string(Shows shows);

// A scope that Zoom adds to an app by itself.
struct ImpliedScope {
  std::string_view scope;
  // What it comes with: the name of another scope, or else a setting of the manifest that is
  // `true`, its keys joined by dots.
  std::string_view because_of;
  bool is_setting;
};

// How a reviewer sees a call at work: "Connect as an admin of an account that <account>, <action>,
// and expect <expect>." `account` may be empty; an empty action: nobody wrote a step.
struct TestStep {
  std::string_view account;
  std::string_view action;
  std::string_view expect;
};

// What a user asks for with one word, `meetings.read`.
struct Feature {
  std::string_view name;
  // The guide means the whole account: a user-level scope of the same operation would not do.
  bool admin_only;
  // The guide's own scope names, to the letter, whether or not Zoom lists them; none where the
  // guide does not have the feature.
  std::span<const std::string_view> guide_scopes;
  std::span<const OperationId> operations;
  // An imperative for a reviewer, as in the guide's samples: "Read call history".
  std::string_view phrase;
  // Where the guide's names fall short, how: "reads one call and not the list". Else empty.
  std::string_view guide_shortfall;
  std::string_view note;
  // One for each of the operations, in their order; or none at all.
  std::span<const TestStep> test_steps = {};

  bool is_in_guide() const { return !guide_scopes.empty(); }
  std::string_view group() const { return name.substr(0, name.find('.')); }
  std::string_view action() const {
    const auto dot = name.find('.');
    return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
  }
};

// One word that stands for several features: `meetings.write`.
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

// A product of the platform that is switched on by itself, and the feature groups that need it.
struct Integration {
  std::string_view id;
  std::string_view title;
  std::span<const std::string_view> feature_groups;
  // Products of the operations and events that need it although no feature does.
  std::span<const std::string_view> products = {};
};

// Who receives the OAuth redirect. Without regions the app itself does.
struct Platform {
  std::string_view id;
  std::string_view title;
  std::span<const Region> regions;
  // What every connection needs, declared or not.
  std::optional<FeatureId> sign_in;
  // The guide's tables are this platform's, so `scope_names: guide` may be asked for.
  bool has_guide_names;
  std::span<const Integration> integrations;

  const Region* find_region(std::string_view region) const;
};

// The cause of an error that people meet, and how to solve it.
struct Advice {
  // A sentence or more. With `Shows::missing_scopes` `{scopes}` stands for the scopes that are
  // missing and `{them}` for their pronoun.
  std::string_view cause;
  // Steps, or ways to choose from that begin with "or".
  std::span<const std::string_view> ways_out;
  Shows shows;
  // What the error is about.
  std::span<const FeatureId> features;
  // The ids of the rules that find it in the file.
  std::span<const std::string_view> rules;
};

// A mistake as Zoom tells it. In the texts `…` stands for anything. A code may belong to several
// texts.
struct ErrorText {
  std::span<const std::string_view> texts;
  std::span<const std::string_view> codes;
  Advice advice;
};

// A problem without an error text. A description means it that has a word of `about` and a word
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

// Scopes are sorted by name, then model; operations by path, then method; events, features,
// composites and platforms by name; words by list, then text; implied scopes by
// name, then cause; call errors by operation; deprecations, prerequisites and corrections by their
// first field; error texts and symptoms stand as in their tables.
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
};

}  // namespace zoomc::catalog
