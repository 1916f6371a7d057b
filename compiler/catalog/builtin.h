#pragma once
#include "catalog/catalog.h"

namespace zoomc::catalog {

// The tables of schemas/catalog as they were when this program was built.
const Catalog& builtin_catalog();

}  // namespace zoomc::catalog
