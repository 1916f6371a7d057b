#pragma once
#include <string>

#include "catalog/catalog.h"

namespace zoomc {

// SHA-256, in hexadecimal digits, of what compiling and linting read in a catalog: its rows with
// the names that they refer to. How files are laid out, where rows are from, the order of scopes
// and calls in a list and the date have no say; nor have the texts that only `explain` and
// `justify` show (errors, symptoms, test steps). Equal in every build of zoomc for equal tables,
// until the version at the front of the hash changes.
std::string catalog_hash(const Catalog& catalog);

}  // namespace zoomc
