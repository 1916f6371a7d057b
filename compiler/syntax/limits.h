#pragma once
#include <cstddef>

// What a file may ask of us at the most; `kMaxFileBytes` is in source/file_system.h.
namespace zoomc {

// How deep collections may nest and how many nodes aliases may add before a file is refused.
inline constexpr std::size_t kMaxNesting = 64;
inline constexpr std::size_t kMaxAliasNodes = 10'000;
// How many values a file may hold.
inline constexpr std::size_t kMaxNodes = 1'000'000;
// How many indicators (brackets, commas, colons ...) the YAML library may read ahead of the value
// that it reports: it keeps some hundred bytes for each.
inline constexpr std::size_t kMaxReadAhead = 200'000;
// How many duplicate and merge keys are reported.
inline constexpr std::size_t kMaxReportedKeys = 1'000;

}  // namespace zoomc
