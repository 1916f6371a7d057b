#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc {

// Edits to turn `a` into `b`: insert, delete, replace a byte, swap two neighbours. Case is folded.
// Answers `limit + 1` as soon as it is sure to be more than `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate a person most likely meant by `word`: the least edits, at most a third of the
// longer word (at least 1, but never the whole word); the first in order among equals. Nothing when
// none is near.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates);

}  // namespace zoomc
