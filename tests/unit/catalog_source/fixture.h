#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog_source/load.h"

namespace zoomc::catalog_source {

// A small catalog that is complete, by name of file. Tests break it.
std::map<std::string, std::string> small_catalog();

// Loads files of a directory `c`.
tl::expected<LoadedCatalog, CatalogProblems> load(const std::map<std::string, std::string>& files,
                                                  const catalog::Catalog* fallback = nullptr);

// The problems of such a load, one a line: `file:line:col-line:col id message`, `  ~` labels, `  =`
// hints, and the world's last. A `-` and the end stand only where the span is not empty.
std::vector<std::string> problems(const std::map<std::string, std::string>& files,
                                  const catalog::Catalog* fallback = nullptr);

// The small catalog with one file changed.
std::vector<std::string> problems_of(const std::string& file, std::string text);

// Replaces the one occurrence of `from` in a text.
std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace zoomc::catalog_source
