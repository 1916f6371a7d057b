#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads composites.tsv. Needs the features.
void load_composites(Loading& loading);

}  // namespace zoomc::catalog_source
