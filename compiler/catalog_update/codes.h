#pragma once
#include <array>

#include "diagnostics/code.h"

namespace zoomc::update_codes {

inline constexpr Code kDocument{"openapi-document", "a file is no OpenAPI document in JSON"};
inline constexpr Code kValue{"openapi-value",
                             "a part of an OpenAPI document that cannot stand in the catalog",
                             Severity::warning};

inline constexpr std::array kAll{kDocument, kValue};

}  // namespace zoomc::update_codes
