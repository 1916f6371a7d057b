#pragma once
#include <cstdint>
#include <tl/expected.hpp>
#include <vector>

// The exact search behind the scope set (DESIGN part 3.3), free of Zoom's terms.
namespace zoomc::resolve {

// Candidates are scopes in ascending order of their names: index order is name order.
struct ChoiceProblem {
  // For each candidate: the operations that it authorises and nobody asked for, as small numbers,
  // ascending.
  std::vector<std::vector<std::uint32_t>> excess;
  // For each requirement: the candidates of which any one is enough, ascending, never empty.
  std::vector<std::vector<std::uint32_t>> requirements;
};

struct Choice {
  // Ascending.
  std::vector<std::uint32_t> chosen;
  // The number of distinct unasked operations that the chosen ones authorise together.
  std::uint32_t excess = 0;
  // Search nodes visited; 0 if the reductions alone decided.
  std::uint64_t nodes = 0;
};

// The search reached the node budget; nothing is proven.
struct SearchTooLarge {
  std::uint64_t nodes = 0;
};

// Zoom's own tables need a few dozen nodes; this many take some seconds.
inline constexpr std::uint64_t kDefaultNodeBudget = 200'000;

// The set that meets every requirement and minimises, in this order, the distinct unasked
// operations, the number of candidates, and the ascending list of indices (lexicographically).
// Exact and deterministic.
[[nodiscard]] tl::expected<Choice, SearchTooLarge> choose(
    const ChoiceProblem& problem, std::uint64_t node_budget = kDefaultNodeBudget);

}  // namespace zoomc::resolve
