#pragma once
#include <compare>
#include <cstdint>

namespace zoomc {

// A half-open range of bytes of one file, 0-based. An empty span marks a place between two bytes.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  // clang-tidy 14 takes the zero that `<=>` is compared with for a null pointer.
  constexpr auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr)
  constexpr bool empty() const { return begin == end; }
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // The smallest span that holds both.
  static constexpr Span cover(Span a, Span b) {
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
  }
};

}  // namespace zoomc
