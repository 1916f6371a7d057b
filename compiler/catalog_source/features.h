#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads features.tsv. Needs the operations.
void load_features(Loading& loading);

// The row of the feature a cell names; an unknown one is reported.
std::optional<FeatureId> read_feature(Loading& loading, CatalogFile& file, Cell cell);

}  // namespace zoomc::catalog_source
