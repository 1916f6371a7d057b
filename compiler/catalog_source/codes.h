#pragma once
#include <array>

#include "diagnostics/code.h"

namespace zoomc::catalog_codes {

inline constexpr Code kMissingTable{"catalog-missing-table", "a table of the catalog is missing"};
inline constexpr Code kUnknownTable{"catalog-unknown-table",
                                    "a file of the catalog is none of its tables"};
inline constexpr Code kProvenance{"catalog-provenance",
                                  "a file of the catalog does not state its source and date"};
inline constexpr Code kColumn{"catalog-column",
                              "a table has a missing, unknown or repeated column"};
inline constexpr Code kCellCount{"catalog-cell-count",
                                 "a row has more or fewer cells than the header line"};
inline constexpr Code kValue{"catalog-value", "a value is not allowed where it stands"};
inline constexpr Code kReference{"catalog-reference",
                                 "a scope, operation or feature is named that has no row"};
inline constexpr Code kDuplicate{"catalog-duplicate", "two rows are about the same thing"};
inline constexpr Code kEmptyTable{"catalog-empty-table", "a table or a list of words is empty"};
inline constexpr Code kTooManyRows{"catalog-too-many-rows", "a table has more than 65535 rows"};
inline constexpr Code kPlatformKey{"catalog-platform-key",
                                   "a platform file has a missing or unknown key"};

inline constexpr std::array kAll{kMissingTable, kUnknownTable, kProvenance, kColumn,
                                 kCellCount,    kValue,        kReference,  kDuplicate,
                                 kEmptyTable,   kTooManyRows,  kPlatformKey};

}  // namespace zoomc::catalog_codes
