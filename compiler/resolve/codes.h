#pragma once
#include <array>

#include "diagnostics/code.h"

namespace zoomc::resolve_codes {

inline constexpr Code kUnknownFeature{"unknown-feature", "a feature is not in the catalog"};
inline constexpr Code kUnknownOperation{
    "unknown-operation", "an operation is not in the catalog, or its name means several"};
inline constexpr Code kManagedByConflict{
    "managed-by-conflict", "a feature, operation or event has no scope of the app's level"};
inline constexpr Code kOrphanOptional{"orphan-optional",
                                      "`optional` names something that the app does not declare"};
inline constexpr Code kVocabularyConflict{"vocabulary-conflict",
                                          "`scope_names: guide` on a platform without a guide"};
inline constexpr Code kSearchTooLarge{
    "search-too-large", "the search for the smallest scope set was cut off, so nothing is proven"};

inline constexpr std::array kAll{kUnknownFeature, kUnknownOperation,   kManagedByConflict,
                                 kOrphanOptional, kVocabularyConflict, kSearchTooLarge};

}  // namespace zoomc::resolve_codes
