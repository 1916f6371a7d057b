#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Gives each scope the operations and events that take it. Needs them.
void list_takers_of_scopes(Loading& loading);

}  // namespace zoomc::catalog_source
