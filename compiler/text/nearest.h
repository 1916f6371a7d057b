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

// The part of one of Zoom's names that tells the product it is of: `meeting` of
// `meeting:read:admin` and of `meeting.started`, `meetings` of `GET /meetings/{meetingId}` (`/v2`
// does not count). Empty where nothing tells, as in `listMeetings`.
std::string_view product_of(std::string_view name);

// True if each word of `words` (letters and digits between all else) is one of `name`.
bool has_all_words(std::string_view name, std::string_view words);

// Like `nearest`, among such names, but never one of another product: where no candidate has the
// product of `word`, that is taken for a misspelling of the nearest. What tells a scope is what
// is between the product and the ending that both have (`:admin`), so only that is compared.
// A word of no product must be a letter or two from what is meant.
std::optional<std::string_view> nearest_of_product(std::string_view word,
                                                   std::span<const std::string_view> candidates);

}  // namespace zoomc
