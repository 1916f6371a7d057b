#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads events.tsv. Needs the scopes.
void load_events(Loading& loading);

}  // namespace zoomc::catalog_source
