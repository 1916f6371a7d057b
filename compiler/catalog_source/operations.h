#pragma once
#include "catalog_source/loading.h"

namespace zoomc::catalog_source {

// Reads operations.tsv. Needs the scopes.
void load_operations(Loading& loading);

// Reads operation_phrases.tsv. Needs the features, whose operations must all have phrases.
void load_operation_phrases(Loading& loading);

// The row of `METHOD /path`, to the letter.
std::optional<OperationId> find_exact_operation(const Catalog& catalog, std::string_view name);

// The same for a cell; an unknown operation is reported.
std::optional<OperationId> read_operation(Loading& loading, CatalogFile& file, Cell cell);

}  // namespace zoomc::catalog_source
