#pragma once
#include <array>

#include "catalog/catalog.h"

// A catalog of calls that need more than a scope, or that go away.
namespace zoomc::needs {

inline constexpr std::array<catalog::Scope, 2> kScopes{{
    {"a:read:a:admin", catalog::ScopeModel::granular, catalog::Level::admin,
     catalog::Grants::operation, false},
    {"a:read:a:master", catalog::ScopeModel::granular, catalog::Level::master,
     catalog::Grants::operation, false},
}};
inline constexpr std::array<catalog::ScopeId, 2> kScopesOfA{0, 1};
inline constexpr std::array<catalog::Operation, 4> kOperations{{
    {.product = "accounts",
     .method = "GET",
     .path = "/accounts/{accountId}/a",
     .id = "listA",
     .name = "List the A of an account",
     .granular = kScopesOfA,
     .is_master = true},
    {.product = "a",
     .method = "GET",
     .path = "/new",
     .id = "getNew",
     .name = "Get the new one",
     .permissions = "A:Edit,A:Read",
     .prerequisites = "pro+;a|b"},
    {.product = "a", .method = "GET", .path = "/old", .id = "getOld", .name = "Get the old one"},
    {.product = "a", .method = "PUT", .path = "/old", .id = "putOld", .name = "Put the old one"},
}};
inline constexpr std::array<catalog::Event, 2> kEvents{{
    {"a.came", "a", {}, {}, catalog::EventBasis::none},
    {"a.went", "a", {}, {}, catalog::EventBasis::unknown},
}};
inline constexpr std::array<catalog::CallError, 5> kCallErrors{{
    {1, 404, "17", "It is gone: {id}"},
    {1, 404, "18", "It was never there"},
    {1, 409, "19", "It is not yet there"},
    {1, 409, "20", "It is not for you"},
    {1, 409, "21", "It is bad"},
}};
inline constexpr std::array<catalog::Deprecation, 3> kDeprecations{{
    {"GET /old", "2026-04", "GET /new"},
    {"PUT /old", "", ""},
    {"a.went", "2027-01", "a.came;b.came"},
}};
inline constexpr std::array<catalog::Prerequisite, 2> kPrerequisites{{
    {"a|b", "an A or B plan", {}},
    {"pro+", "a Pro plan or higher", {}},
}};
inline constexpr catalog::Catalog kCatalog{.date = "2026-08",
                                           .scopes = kScopes,
                                           .operations = kOperations,
                                           .events = kEvents,
                                           .call_errors = kCallErrors,
                                           .deprecations = kDeprecations,
                                           .prerequisites = kPrerequisites};

}  // namespace zoomc::needs
