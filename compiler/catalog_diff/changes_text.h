#pragma once
#include <string>
#include <vector>

#include "catalog_diff/app_effect.h"
#include "catalog_diff/catalog_changes.h"

namespace zoomc {

struct CatalogDiff {
  // How people know the two catalogs: "built-in", a directory; and their dates.
  std::string before;
  std::string before_date;
  std::string after;
  std::string after_date;
  std::vector<CatalogChange> changes;
  std::vector<AppEffect> apps;
};

// For a terminal; everything that is not the program's own is escaped.
std::string catalog_diff_text(const CatalogDiff& diff);

// For a pull request.
std::string catalog_diff_markdown(const CatalogDiff& diff);

}  // namespace zoomc
