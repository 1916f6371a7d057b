#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads words.tsv and secret_fields.tsv.
void load_words(Loading& loading);

}  // namespace zoomc::catalog_source
