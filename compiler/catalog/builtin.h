#pragma once
#include "catalog/catalog.h"

namespace zoomc {

// The tables of schemas/catalog as they were when this program was built.
const Catalog& builtin_catalog();

}  // namespace zoomc
