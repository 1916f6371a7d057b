#pragma once
#include <optional>

#include "resolve/choice_cover.h"

namespace zoomc::choice {

struct Solution {
  Cost cost;
  Bits taken;
};

// Branch and bound over the first two aims. The budget spans all calls on one Search.
class Search {
 public:
  explicit Search(std::uint64_t budget) : budget_(budget) {}

  // A cheapest completion of `node` that costs less than `limit`; nothing when there is none, or
  // when the budget ran out, which `exhausted` tells. `floor` is a cost that no completion is known
  // to go below: one that reaches it ends the search.
  std::optional<Solution> cheapest(const Cover& cover, SearchNode node, Cost floor, Cost limit);

  bool exhausted() const { return exhausted_; }
  std::uint64_t nodes() const { return nodes_; }

 private:
  bool enter();
  std::optional<Solution> branch(const Cover& cover, SearchNode node, Cost floor, Cost limit);
  std::optional<Solution> join(const Cover& cover, const SearchNode& node,
                               std::vector<SearchNode> parts, Cost floor, Cost limit);

  std::uint64_t budget_;
  std::uint64_t nodes_ = 0;
  bool exhausted_ = false;
};

}  // namespace zoomc::choice
