// The plan:
//  1. Reduce the whole problem: what is forced is taken, what no best set needs goes.
//  2. Split the rest into parts that share neither a requirement nor an unasked operation, and
//     solve each alone.
//  3. In a part, find the least (excess, count) by branch and bound, and then the least list of
//     all sets that cost just that.
//
// Why parts can be solved alone: the costs of the parts add up and sums keep the order of pairs, so
// the whole is cheapest exactly when each part is. Best sets thus have the same size, and of two
// sets of one size the ascending list is the lesser for the set that holds the least index that
// only one of them holds. That index lies in one part and does not depend on what the others took.
// The same rule makes it safe to put a smaller index for a larger one (choice_reduce), whatever
// else is in the set.
#include "resolve/choice.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "resolve/choice_cover.h"

namespace zoomc::resolve {
namespace {

using choice::Bits;
using choice::Cost;
using choice::Cover;
using choice::Search;
using choice::SearchNode;
using choice::Solution;
using choice::Ties;

constexpr Cost kNoLimit{std::numeric_limits<std::int32_t>::max(), 0};
constexpr Cost kNoFloor{};

Bits below(const Bits& bits, std::size_t end) {
  Bits result = bits;
  bits.for_each([&](std::size_t i) {
    if (i >= end) result.reset(i);
  });
  return result;
}

// A set of the same cost that has everything `node` has taken and one of `earlier`.
std::optional<Solution> same_cost_with(const Cover& cover, const SearchNode& node,
                                       const Bits& earlier, Cost cost, Search& search) {
  Cover asked = cover;
  asked.add_requirement(earlier);
  SearchNode start = node;
  start.requirements.resize(asked.requirement_count());
  start.requirements.set(cover.requirement_count());
  return search.cheapest(asked, std::move(start), cost, cost + Cost{0, 1});
}

// Turns any cheapest set into the one with the least list, index by index. The indices taken so far
// begin that list. If some cheapest set continues with a smaller index than the set at hand, it is
// the better one to continue with; if none does, the index is right. All smaller indices are tried
// in one search, as one extra requirement.
std::optional<Bits> least_list(const Cover& cover, Solution best, Search& search) {
  SearchNode node = choice::start_of(cover);
  while (!(node.taken == best.taken)) {
    const std::size_t next = (best.taken - node.taken).first();
    const Bits earlier = below(node.candidates, next);
    if (!earlier.none()) {
      std::optional<Solution> better = same_cost_with(cover, node, earlier, best.cost, search);
      if (search.exhausted()) return std::nullopt;
      if (better) {
        best = std::move(*better);
        continue;
      }
      node.candidates -= earlier;
    }
    choice::take(cover, node, next);
  }
  return best.taken;
}

// Adds the best set of a part; false if the search was cut off.
bool solve_part(const Cover& cover, Search& search, Choice& result) {
  std::optional<Solution> best =
      search.cheapest(cover, choice::start_of(cover), kNoFloor, kNoLimit);
  if (search.exhausted() || !best) return false;
  result.excess += static_cast<std::uint32_t>(best->cost.excess);
  const std::optional<Bits> taken = least_list(cover, std::move(*best), search);
  if (!taken) return false;
  taken->for_each([&](std::size_t c) { result.chosen.push_back(cover.origin[c]); });
  return true;
}

}  // namespace

tl::expected<Choice, SearchTooLarge> choose(const ChoiceProblem& problem,
                                            std::uint64_t node_budget) {
  const Cover cover = choice::make_cover(problem);
  SearchNode node = choice::start_of(cover);
  choice::reduce(cover, node, Ties::matter, kNoLimit);

  Choice result;
  result.excess = static_cast<std::uint32_t>(node.cost.excess);
  node.taken.for_each([&](std::size_t c) { result.chosen.push_back(cover.origin[c]); });
  Search search(node_budget);
  for (const SearchNode& part : choice::split(cover, node)) {
    if (!solve_part(choice::restrict_to(cover, part), search, result)) {
      return tl::unexpected(SearchTooLarge{search.nodes()});
    }
  }
  std::sort(result.chosen.begin(), result.chosen.end());
  result.nodes = search.nodes();
  return result;
}

}  // namespace zoomc::resolve
