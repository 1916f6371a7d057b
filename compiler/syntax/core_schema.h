#pragma once
#include <cstdint>
#include <optional>

#include "syntax/tree.h"

namespace zoomc::syntax {

// The meaning of a scalar in the YAML 1.2 core schema, with zoomc's one narrowing: booleans are
// `true` and `false` only. Quoted and block scalars are always strings; a core tag (`!!str`,
// `!!int`, ...) decides instead of the form.
enum class ScalarType : std::uint8_t { null, boolean, integer, floating, string };
ScalarType scalar_type(const Node& scalar);

// The value of a scalar of that type; nothing when it is of another (or does not fit 64 bits).
std::optional<bool> as_boolean(const Node& scalar);
std::optional<std::int64_t> as_integer(const Node& scalar);
std::optional<double> as_floating(const Node& scalar);

}  // namespace zoomc::syntax
