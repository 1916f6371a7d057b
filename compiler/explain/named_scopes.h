#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "explain/answer.h"

// What an error text of Zoom's says about the scopes that it names.
namespace zoomc {

// Rows on scopes that a token lacks: what each allows, and the line of the file that brings it.
void add_missing_scopes(Answer& answer, const Catalog& catalog,
                        const std::vector<std::string>& scopes);

// Rows on a scope that Zoom refused under `usage`: its level, and its counterpart of the other
// level.
void add_scope_level(Answer& answer, const Catalog& catalog, std::string_view scope,
                     std::string_view usage);

}  // namespace zoomc
