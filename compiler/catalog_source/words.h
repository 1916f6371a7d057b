#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads words.tsv.
void load_words(Loading& loading);

}  // namespace zoomc::catalog_source
