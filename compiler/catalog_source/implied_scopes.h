#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads implied_scopes.tsv. Needs the scopes.
void load_implied_scopes(Loading& loading);

}  // namespace zoomc::catalog_source
