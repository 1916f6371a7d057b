#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads errors.tsv. Needs the features.
void load_errors(Loading& loading);

// Reads symptoms.tsv. Needs the features.
void load_symptoms(Loading& loading);

}  // namespace zoomc::catalog_source
