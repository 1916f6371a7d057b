#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads platforms/*.yaml. Needs the features.
void load_platforms(Loading& loading);

}  // namespace zoomc::catalog_source
