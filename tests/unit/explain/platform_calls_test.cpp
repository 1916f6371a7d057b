#include <array>

#include "explain/explain.h"
#include "support/catch.h"

namespace zoomc::explain {
namespace {

constexpr std::array<catalog::Scope, 5> kNamedScopes{{
    {"a:list", catalog::ScopeModel::granular, catalog::Level::user, catalog::Grants::operation,
     false},
    {"a:list:admin", catalog::ScopeModel::granular, catalog::Level::admin,
     catalog::Grants::operation, false},
    {"a:one", catalog::ScopeModel::granular, catalog::Level::user, catalog::Grants::operation,
     false},
    {"a:one:admin", catalog::ScopeModel::granular, catalog::Level::admin,
     catalog::Grants::operation, false},
    {"a:read", catalog::ScopeModel::classic, catalog::Level::user, catalog::Grants::operation,
     false},
}};
constexpr std::array<catalog::ScopeId, 2> kForList{0, 1};
constexpr std::array<catalog::ScopeId, 2> kForOne{2, 3};
constexpr std::array<catalog::ScopeId, 1> kForBoth{4};
constexpr std::array<catalog::Operation, 2> kListAndOne{{
    {.product = "a",
     .method = "GET",
     .path = "/a",
     .name = "List the A",
     .granular = kForList,
     .classic = kForBoth},
    {.product = "a",
     .method = "GET",
     .path = "/a/{id}",
     .name = "Get an A",
     .granular = kForOne,
     .classic = kForBoth},
}};
constexpr std::array<catalog::OperationId, 1> kOnlyList{0};
constexpr std::array<catalog::Feature, 1> kListing{
    {{.name = "a.list", .operations = kOnlyList, .phrase = "List the A"}}};
constexpr std::array<catalog::PlatformCall, 1> kAlsoOne{{{"acme", 0, 1, "Acme's Get of an A"}}};
constexpr std::array<catalog::ImpliedScope, 1> kImplied{{{"a:one", "a:list", false}}};

std::string listing(const catalog::Catalog& catalog) {
  return explain({catalog, {}}, "a.list").value_or("unknown");
}

// The classic scope allows both calls, and no classic scope of the admin level allows any.
TEST_CASE("a feature says what its platform calls besides, where its scopes do not allow it") {
  catalog::Catalog catalog{.date = "2026-08",
                           .scopes = kNamedScopes,
                           .operations = kListAndOne,
                           .features = kListing,
                           .platform_calls = kAlsoOne};
  const std::string head =
      "a.list: List the A\n"
      "  add              features: {a: [list]}\n"
      "  calls            GET /a                       List the A\n"
      "  granular, user   a:list\n"
      "  granular, admin  a:list:admin\n"
      "  classic, user    a:read\n"
      "  classic, admin   no scope known\n";
  const std::string rest = "for Acme's Get of an A, add:  operations: [\"GET /a/{id}\"]\n";
  CHECK(listing(catalog) ==
        head + "  not covered      GET /a/{id}                  granular, user; " + rest +
            "                   GET /a/{id}                  granular, " + "admin; " + rest);
  catalog.implied_scopes = kImplied;
  CHECK(listing(catalog) ==
        head + "  not covered      GET /a/{id}                  granular, admin; " + rest);
  catalog.platform_calls = {};
  CHECK(listing(catalog) == head);
}

}  // namespace
}  // namespace zoomc::explain
