#pragma once
#include <map>
#include <string>

#include "catalog_update/update.h"

namespace zoomc {

// The bytes of the tables that an update changes, by the names of the files. `present` are the
// bytes of those that are there, which load.
std::map<std::string, std::string> update_tables(const UpdatedCatalog& updated,
                                                 const std::map<std::string, std::string>& present,
                                                 const std::string& date);

}  // namespace zoomc
