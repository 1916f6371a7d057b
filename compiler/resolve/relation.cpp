#include "resolve/relation.h"

#include <numeric>

namespace zoomc {

Relation::Relation(std::size_t size, std::span<const Pair> pairs)
    : begins_(size + 1), members_(pairs.size()) {
  // Counted one place further on, so that the sums are the ends of the lists before.
  for (const auto& [left, right] : pairs) ++begins_[left + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (const auto& [left, right] : pairs) members_[next[left]++] = right;
}

}  // namespace zoomc
