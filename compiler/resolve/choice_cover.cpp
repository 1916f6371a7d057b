#include "resolve/choice_cover.h"

#include <algorithm>
#include <cassert>

namespace zoomc::choice {
namespace {

Bits all_below(std::size_t size) {
  Bits bits(size);
  for (std::size_t i = 0; i < size; ++i) bits.set(i);
  return bits;
}

std::vector<std::uint32_t> distinct(const std::vector<std::vector<std::uint32_t>>& lists) {
  std::vector<std::uint32_t> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::size_t position(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) -
                                  sorted.begin());
}

std::vector<std::uint32_t> members(const Bits& bits) {
  std::vector<std::uint32_t> list;
  bits.for_each([&](std::size_t i) { list.push_back(static_cast<std::uint32_t>(i)); });
  return list;
}

// The bits of `bits` that are in `kept`, by their position in `kept`.
Bits renumber(const Bits& bits, const std::vector<std::uint32_t>& kept) {
  Bits result(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (bits.test(kept[i])) result.set(i);
  }
  return result;
}

// Moves into `part` what of `rest` touches it; false when nothing did.
bool grow(const Cover& cover, const SearchNode& node, SearchNode& part, Bits& rest) {
  bool grown = false;
  rest.for_each([&](std::size_t c) {
    if (!intersects(cover.meets[c], part.requirements) &&
        !intersects(cover.excess[c], part.operations)) {
      return;
    }
    rest.reset(c);
    part.candidates.set(c);
    part.requirements |= cover.meets[c] & node.requirements;
    part.operations |= cover.excess[c] & node.operations;
    grown = true;
  });
  return grown;
}

}  // namespace

void Cover::add_requirement(const Bits& candidates) {
  const std::size_t added = requirement_count();
  for (std::size_t c = 0; c < candidate_count(); ++c) {
    meets[c].resize(added + 1);
    if (candidates.test(c)) meets[c].set(added);
  }
  alternatives.push_back(candidates);
}

Cover make_cover(const ChoiceProblem& problem) {
  Cover cover;
  cover.origin = distinct(problem.requirements);
  assert(cover.origin.empty() || cover.origin.back() < problem.excess.size());
  const std::vector<std::uint32_t> operations = distinct(problem.excess);
  cover.operation_count = operations.size();
  for (const std::uint32_t candidate : cover.origin) {
    Bits& excess = cover.excess.emplace_back(operations.size());
    for (const std::uint32_t op : problem.excess[candidate]) excess.set(position(operations, op));
  }
  cover.meets.assign(cover.origin.size(), Bits(problem.requirements.size()));
  for (std::size_t r = 0; r < problem.requirements.size(); ++r) {
    assert(!problem.requirements[r].empty());
    Bits& alternatives = cover.alternatives.emplace_back(cover.origin.size());
    for (const std::uint32_t candidate : problem.requirements[r]) {
      const std::size_t c = position(cover.origin, candidate);
      alternatives.set(c);
      cover.meets[c].set(r);
    }
  }
  return cover;
}

Cover restrict_to(const Cover& cover, const SearchNode& node) {
  const std::vector<std::uint32_t> candidates = members(node.candidates);
  const std::vector<std::uint32_t> requirements = members(node.requirements);
  const std::vector<std::uint32_t> operations = members(node.operations);
  Cover small;
  small.operation_count = operations.size();
  for (const std::uint32_t c : candidates) {
    small.origin.push_back(cover.origin[c]);
    small.excess.push_back(renumber(cover.excess[c], operations));
    small.meets.push_back(renumber(cover.meets[c], requirements));
  }
  for (const std::uint32_t r : requirements) {
    small.alternatives.push_back(renumber(cover.alternatives[r], candidates));
  }
  return small;
}

SearchNode start_of(const Cover& cover) {
  SearchNode node;
  node.candidates = all_below(cover.candidate_count());
  node.requirements = all_below(cover.requirement_count());
  node.operations = all_below(cover.operation_count);
  node.taken = Bits(cover.candidate_count());
  return node;
}

Cost price(const Cover& cover, const SearchNode& node, std::size_t candidate) {
  return {count_common(cover.excess[candidate], node.operations), 1};
}

void take(const Cover& cover, SearchNode& node, std::size_t candidate) {
  node.cost = node.cost + price(cover, node, candidate);
  node.candidates.reset(candidate);
  node.requirements -= cover.meets[candidate];
  node.operations -= cover.excess[candidate];
  node.taken.set(candidate);
}

std::vector<SearchNode> split(const Cover& cover, const SearchNode& node) {
  std::vector<SearchNode> parts;
  Bits requirements = node.requirements;
  Bits rest = node.candidates;
  while (!requirements.none()) {
    SearchNode part{Bits(cover.candidate_count()), Bits(cover.requirement_count()),
                    Bits(cover.operation_count), Bits(cover.candidate_count()), Cost{}};
    part.requirements.set(requirements.first());
    while (grow(cover, node, part, rest)) continue;
    requirements -= part.requirements;
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace zoomc::choice
