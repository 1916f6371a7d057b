#pragma once
#include <string>

#include "catalog/catalog.h"

namespace zoomc {

// The C++ source of a `builtin_catalog()` that is equal to `catalog`: tables of constants, so that
// the program has nothing to do at its start.
std::string generate_builtin(const catalog::Catalog& catalog);

}  // namespace zoomc
