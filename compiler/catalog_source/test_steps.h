#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads test_steps.tsv. Needs the features.
void load_test_steps(Loading& loading);

}  // namespace zoomc::catalog_source
