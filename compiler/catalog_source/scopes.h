#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads scopes.tsv and known_levels.tsv.
void load_scopes(Loading& loading);

// The scopes of one model that a cell lists. Unknown ones are reported.
std::vector<ScopeId> read_scope_list(Loading& loading, CatalogFile& file, Cell cell,
                                     ScopeModel model);

// The rows here of scopes of the fallback; those that are not here are left out.
std::vector<ScopeId> translate_scopes(Loading& loading, std::span<const ScopeId> scopes);

}  // namespace zoomc::catalog_source
