#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

// The things that the author asked for, as messages name them and by the product of Zoom that they
// belong to.
namespace zoomc::lint {

// "`meetings.read`"; "sign-in".
std::string name_of(const resolve::Request& request);

// "`a`", "`a` and `b`", "`a`, `b` and 3 more": no more names than a person reads.
std::string names_of(const std::vector<const resolve::Request*>& requests);

// The features of the group `product`, and the operations, events and extra scopes of that product,
// in the order of the file.
std::vector<const resolve::Request*> requests_of_product(const resolve::CompiledApp& cx,
                                                         std::string_view product);

// The integrations that are enabled one by one in the platform's dashboard: `unified.integrations`.

// Whether the list, if there is one, was read. A misspelt integration does not count as missing.
bool are_integrations_read(const resolve::CompiledApp& cx);

// Whether the list, written or derived from the features, has the integration.
bool lists_integration(const resolve::CompiledApp& cx, std::string_view id);

// Adds it to the written list. Unsafe: somebody has to enable it in the dashboard as well. Nothing
// if no list is written.
[[nodiscard]] std::optional<Fix> add_integration(const resolve::CompiledApp& cx,
                                                 std::string_view id);

}  // namespace zoomc::lint
