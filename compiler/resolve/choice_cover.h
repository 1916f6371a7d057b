#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "resolve/choice.h"
#include "resolve/choice_bits.h"

namespace zoomc::choice {

// The first two aims; they compare in this order. Sums and differences keep that order, which is
// what lets a bound be moved from a whole to its parts.
struct Cost {
  std::int64_t excess = 0;
  std::int64_t count = 0;

  friend auto operator<=>(const Cost&, const Cost&) = default;
  friend Cost operator+(Cost a, Cost b) { return {a.excess + b.excess, a.count + b.count}; }
  friend Cost operator-(Cost a, Cost b) { return {a.excess - b.excess, a.count - b.count}; }
};

// A problem as bit matrices, densely numbered. Candidates keep their order.
struct Cover {
  // Per candidate: its index in the ChoiceProblem.
  std::vector<std::uint32_t> origin;
  // Per candidate: the unasked operations it authorises, the requirements it meets.
  std::vector<Bits> excess;
  std::vector<Bits> meets;
  // Per requirement: its candidates.
  std::vector<Bits> alternatives;
  std::size_t operation_count = 0;

  std::size_t candidate_count() const { return origin.size(); }
  std::size_t requirement_count() const { return alternatives.size(); }

  // One more requirement, the last.
  void add_requirement(const Bits& candidates);
};

// What is left of a Cover after some candidates have been taken and others ruled out.
struct SearchNode {
  // May still be taken.
  Bits candidates;
  // Not met yet.
  Bits requirements;
  // Unasked operations that no taken candidate authorises: they still cost.
  Bits operations;
  Bits taken;
  // Of the taken ones.
  Cost cost;
};

Cover make_cover(const ChoiceProblem& problem);

// The cover that has only what is left in `node`.
Cover restrict_to(const Cover& cover, const SearchNode& node);

// Nothing taken, everything left.
SearchNode start_of(const Cover& cover);

// What taking `candidate` would add to the cost.
Cost price(const Cover& cover, const SearchNode& node, std::size_t candidate);

void take(const Cover& cover, SearchNode& node, std::size_t candidate);

// The independent parts: no candidate of one shares an unmet requirement or an unpaid operation
// with a candidate of another. Each starts with nothing taken; candidates that meet nothing are in
// no part. One part when it does not fall apart, none when nothing is unmet.
std::vector<SearchNode> split(const Cover& cover, const SearchNode& node);

}  // namespace zoomc::choice
