#pragma once
#include <array>

#include "catalog/catalog.h"
#include "explain/explain.h"

// A catalog in which one word means as many things as possible.
namespace zoomc::small {
using namespace explain;

inline constexpr std::array<catalog::OperationId, 1> kCalls{0};
inline constexpr std::array<catalog::EventId, 1> kRead{0};
inline constexpr std::array<catalog::EventId, 1> kCame{1};
inline constexpr std::array<catalog::Scope, 8> kScopes{{
    {"a:read", catalog::ScopeModel::classic, catalog::Level::user, catalog::Grants::operation,
     false, kCalls},
    {"a:read:admin", catalog::ScopeModel::classic, catalog::Level::admin,
     catalog::Grants::operation, false, kCalls},
    {"a:read:one", catalog::ScopeModel::granular, catalog::Level::user, catalog::Grants::operation,
     false, kCalls, kRead},
    {"a:read:one:admin", catalog::ScopeModel::granular, catalog::Level::admin,
     catalog::Grants::operation, false, kCalls, kRead},
    {"a:read:one:master", catalog::ScopeModel::granular, catalog::Level::master,
     catalog::Grants::operation, false, kCalls, kRead},
    {"bot:in", catalog::ScopeModel::granular, catalog::Level::admin, catalog::Grants::manifest,
     true},
    {"bot:in",
     catalog::ScopeModel::classic,
     catalog::Level::user,
     catalog::Grants::event,
     false,
     {},
     kCame},
    {"own:write", catalog::ScopeModel::granular, catalog::Level::app, catalog::Grants::app_owned,
     false},
}};
inline constexpr std::array<catalog::ScopeId, 3> kGranular{2, 3, 4};
inline constexpr std::array<catalog::ScopeId, 2> kClassic{0, 1};
inline constexpr std::array<catalog::ScopeId, 1> kBot{6};
inline constexpr std::array<catalog::Operation, 2> kOperations{{
    {.product = "a",
     .method = "GET",
     .path = "/a",
     .id = "a.read",
     .name = "Read an A",
     .does = "reads an A",
     .without = "reads no A",
     .granular = kGranular,
     .classic = kClassic},
    {.product = "a", .method = "PUT", .path = "/a", .id = "putA", .name = "Put an A"},
}};
inline constexpr std::array<catalog::Event, 2> kEvents{{
    {"a.read", "a", kGranular, {}, catalog::EventBasis::derived},
    {"bot.came", "chat", {}, kBot, catalog::EventBasis::documented},
}};
inline constexpr std::array<std::string_view, 2> kGuide{"a:read", "a:list"};
inline constexpr std::array<catalog::Feature, 2> kFeatures{{
    {.name = "a.read", .guide_scopes = kGuide, .operations = kCalls, .phrase = "Read an A"},
    {.name = "who", .operations = kCalls, .phrase = "Know who it is"},
}};
inline constexpr std::array<catalog::FeatureId, 1> kMembers{0};
inline constexpr std::array<catalog::Composite, 1> kComposites{
    {{"a.all", kMembers, "Do all with an A"}}};
inline constexpr std::array<catalog::Region, 1> kRegions{
    {{"eu", "EU", "https://eu.acme.example/code"}}};
inline constexpr std::array<catalog::Platform, 1> kPlatforms{
    {{.id = "acme", .title = "Acme", .regions = kRegions, .sign_in = catalog::FeatureId{1}}}};
inline constexpr std::array<std::string_view, 1> kTexts{"It is … bad"};
inline constexpr std::array<std::string_view, 1> kCodes{"17"};
inline constexpr std::array<std::string_view, 1> kWays{"mend it"};
inline constexpr std::array<catalog::ErrorText, 1> kErrors{
    {{kTexts, kCodes, {.cause = "It is.", .ways_out = kWays}}}};
inline constexpr catalog::Catalog kCatalog{.date = "2026-08",
                                           .scopes = kScopes,
                                           .operations = kOperations,
                                           .events = kEvents,
                                           .features = kFeatures,
                                           .composites = kComposites,
                                           .platforms = kPlatforms,
                                           .errors = kErrors};
inline constexpr std::array<FindingKind, 2> kFindings{{
    {.id = "eu",
     .summary = "a rule that is called like a region",
     .severity = Severity::note,
     .found_by = Phase::lint,
     .fix = FixPromise::never,
     .applies_to = AppliesTo::both,
     .sources = Source::guide | Source::review,
     .since = "0.1.0",
     .page = "# eu\n\nA rule.\n"},
    {.id = "bad-thing",
     .summary = "a bad thing",
     .found_by = Phase::model,
     .sources = Source::own,
     .since = "0.2.0",
     .page = "# bad-thing\n\nBad.\n"},
}};

inline ExplainContext context() {
  return {kCatalog, kFindings};
}

}  // namespace zoomc::small
