#pragma once
#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

// What is switched on one by one in the platform's dashboard: `unified.integrations`.
namespace zoomc {

// Whether the list, if there is one, was understood. A misspelt integration is no absent one.
bool are_integrations_read(const CompiledApp& cx);

// Whether the list, written or derived from the features, has the integration.
bool lists_integration(const CompiledApp& cx, std::string_view id);

// Adds it to the written list. Unsafe: somebody has to enable it in the dashboard as well. Nothing
// where no list is written.
std::optional<Fix> add_integration(const CompiledApp& cx, std::string_view id);

}  // namespace zoomc
