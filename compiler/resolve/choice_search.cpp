#include "resolve/choice_search.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "resolve/choice_bound.h"
#include "resolve/choice_reduce.h"

namespace zoomc::choice {
namespace {

// The candidates of the requirement that has the fewest, so that the tree stays narrow; among
// those, of the one whose candidates meet the most, so that the rest collapses soonest.
Bits options_to_branch_on(const Cover& cover, const SearchNode& node) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
  std::pair<std::uint32_t, std::uint32_t> best_rank{kMost, kMost};
  std::size_t best = 0;
  node.requirements.for_each([&](std::size_t r) {
    const std::uint32_t left = count_common(cover.alternatives[r], node.candidates);
    if (left > best_rank.first) return;
    std::uint32_t met = 0;
    for_each_common(cover.alternatives[r], node.candidates,
                    [&](std::size_t c) { met += count_common(cover.meets[c], node.requirements); });
    const std::pair<std::uint32_t, std::uint32_t> rank{left, kMost - met};
    if (rank >= best_rank) return;
    best_rank = rank;
    best = r;
  });
  return cover.alternatives[best] & node.candidates;
}

// Cheap ones that meet much first: an early good set prunes the most.
std::vector<std::size_t> promising_first(const Cover& cover, const SearchNode& node,
                                         const Bits& options) {
  std::vector<std::tuple<std::uint64_t, std::uint32_t, std::size_t>> order;
  options.for_each([&](std::size_t c) {
    constexpr std::uint64_t kScale = 1 << 20;
    const std::uint32_t met = count_common(cover.meets[c], node.requirements);
    const auto excess = static_cast<std::uint64_t>(price(cover, node, c).excess);
    order.emplace_back(excess * kScale / met, ~met, c);
  });
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> result;
  result.reserve(order.size());
  for (const auto& entry : order) result.push_back(std::get<2>(entry));
  return result;
}

}  // namespace

bool Search::enter() {
  if (nodes_ == budget_) exhausted_ = true;
  if (!exhausted_) ++nodes_;
  return !exhausted_;
}

std::optional<Solution> Search::cheapest(const Cover& cover, SearchNode node, Cost floor,
                                         Cost limit) {
  if (!enter()) return std::nullopt;
  if (!reduce(cover, node, Ties::free, limit)) return std::nullopt;
  if (node.requirements.none()) return Solution{node.cost, node.taken};
  const Cost bound = node.cost + least_addition(cover, node);
  if (bound >= limit) return std::nullopt;
  floor = std::max(floor, bound);
  std::vector<SearchNode> parts = split(cover, node);
  if (parts.size() > 1) return join(cover, node, std::move(parts), floor, limit);
  return branch(cover, std::move(node), floor, limit);
}

// The first option taken; the first ruled out and the second taken; and so on.
std::optional<Solution> Search::branch(const Cover& cover, SearchNode node, Cost floor,
                                       Cost limit) {
  std::optional<Solution> best;
  const Bits options = options_to_branch_on(cover, node);
  for (const std::size_t candidate : promising_first(cover, node, options)) {
    SearchNode child = node;
    take(cover, child, candidate);
    std::optional<Solution> found = cheapest(cover, std::move(child), floor, limit);
    if (exhausted_) return std::nullopt;
    if (found) {
      limit = found->cost;
      best = std::move(found);
      if (limit <= floor) break;
    }
    node.candidates.reset(candidate);
  }
  return best;
}

// The cheapest of the whole is the cheapest of each part. A part may cost what the limit leaves
// when the parts already solved cost what they cost and those to come what they cost at least.
std::optional<Solution> Search::join(const Cover& cover, const SearchNode& node,
                                     std::vector<SearchNode> parts, Cost floor, Cost limit) {
  std::vector<Cost> bounds;
  Cost total = node.cost;
  for (const SearchNode& part : parts) {
    bounds.push_back(least_addition(cover, part));
    total = total + bounds.back();
  }
  Solution whole{total, node.taken};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Cost others = whole.cost - bounds[i];
    const bool is_last = i + 1 == parts.size();
    const Cost part_floor = is_last ? std::max(bounds[i], floor - others) : bounds[i];
    const auto found = cheapest(cover, std::move(parts[i]), part_floor, limit - others);
    if (!found) return std::nullopt;
    whole.cost = others + found->cost;
    whole.taken |= found->taken;
  }
  return whole;
}

}  // namespace zoomc::choice
