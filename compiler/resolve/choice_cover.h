#pragma once
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/choice.h"

namespace zoomc::resolve::choice {

// A set of small numbers below a size fixed by its creator. Two sets can only be combined if they
// have the same size.
class Bits {
 public:
  Bits() = default;
  explicit Bits(std::size_t size) : words_((size + kWordBits - 1) / kWordBits) {}

  // Makes space for numbers below `size`; nothing is lost when it grows.
  void resize(std::size_t size) { words_.resize((size + kWordBits - 1) / kWordBits); }

  void set(std::size_t i) { words_[i / kWordBits] |= bit(i); }
  void reset(std::size_t i) { words_[i / kWordBits] &= ~bit(i); }
  bool test(std::size_t i) const { return (words_[i / kWordBits] & bit(i)) != 0; }

  bool none() const {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  std::uint32_t count() const {
    int total = 0;
    for (const std::uint64_t word : words_) total += std::popcount(word);
    return static_cast<std::uint32_t>(total);
  }

  // The least member; the set must not be empty.
  std::size_t first() const {
    std::size_t w = 0;
    while (words_[w] == 0) ++w;
    return w * kWordBits + static_cast<std::size_t>(std::countr_zero(words_[w]));
  }

  Bits& operator|=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
    return *this;
  }
  Bits& operator&=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
    return *this;
  }
  Bits& operator-=(const Bits& other) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
    return *this;
  }
  friend Bits operator|(Bits a, const Bits& b) { return a |= b; }
  friend Bits operator&(Bits a, const Bits& b) { return a &= b; }
  friend Bits operator-(Bits a, const Bits& b) { return a -= b; }
  friend bool operator==(const Bits&, const Bits&) = default;

  // Calls `visit(number)` in ascending order. The set may change during this: a word is read once,
  // when its first number is next.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
        visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  // The same over a ∩ b.
  template <class Visit>
  friend void for_each_common(const Bits& a, const Bits& b, Visit visit) {
    for (std::size_t w = 0; w < a.words_.size(); ++w) {
      for (std::uint64_t word = a.words_[w] & b.words_[w]; word != 0; word &= word - 1) {
        visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  friend std::uint32_t count_common(const Bits& a, const Bits& b);
  friend std::uint32_t count_beyond(const Bits& a, const Bits& within, const Bits& known);
  friend bool intersects(const Bits& a, const Bits& b);
  friend bool is_subset(const Bits& a, const Bits& within, const Bits& b);

 private:
  static constexpr std::size_t kWordBits = 64;
  static constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << (i % kWordBits); }

  std::vector<std::uint64_t> words_;
};

// |a ∩ b|
inline std::uint32_t count_common(const Bits& a, const Bits& b) {
  int total = 0;
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    total += std::popcount(a.words_[w] & b.words_[w]);
  }
  return static_cast<std::uint32_t>(total);
}

// |(a ∩ within) \ known|
inline std::uint32_t count_beyond(const Bits& a, const Bits& within, const Bits& known) {
  int total = 0;
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    total += std::popcount(a.words_[w] & within.words_[w] & ~known.words_[w]);
  }
  return static_cast<std::uint32_t>(total);
}

inline bool intersects(const Bits& a, const Bits& b) {
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    if ((a.words_[w] & b.words_[w]) != 0) return true;
  }
  return false;
}

// (a ∩ within) ⊆ b
inline bool is_subset(const Bits& a, const Bits& within, const Bits& b) {
  for (std::size_t w = 0; w < a.words_.size(); ++w) {
    if ((a.words_[w] & within.words_[w] & ~b.words_[w]) != 0) return false;
  }
  return true;
}

// The first two goals; they compare in this order. Sums and differences keep that order, so a bound
// can be moved from a whole to its parts.
struct Cost {
  std::int64_t excess = 0;
  std::int64_t count = 0;

  friend auto operator<=>(const Cost&, const Cost&) = default;
  friend Cost operator+(Cost a, Cost b) { return {a.excess + b.excess, a.count + b.count}; }
  friend Cost operator-(Cost a, Cost b) { return {a.excess - b.excess, a.count - b.count}; }
};

// A problem as bit matrices, densely numbered. Candidates keep their order.
struct Cover {
  // For each candidate: its index in the ChoiceProblem.
  std::vector<std::uint32_t> origin;
  // For each candidate: the unasked operations it authorises, the requirements it meets.
  std::vector<Bits> excess;
  std::vector<Bits> satisfies;
  // For each requirement: its candidates.
  std::vector<Bits> alternatives;
  std::size_t operation_count = 0;

  std::size_t candidate_count() const { return origin.size(); }
  std::size_t requirement_count() const { return alternatives.size(); }

  // Adds a requirement at the end.
  void add_requirement(const Bits& candidates);
};

// The rest of a Cover after some candidates have been taken and others excluded.
struct SearchNode {
  // May still be taken.
  Bits candidates;
  // Not met yet.
  Bits requirements;
  // Unasked operations that no taken candidate authorises: they still cost.
  Bits operations;
  Bits taken;
  // The cost of the taken ones.
  Cost cost;
};

Cover make_cover(const ChoiceProblem& problem);

// The cover that contains only the rest in `node`.
[[nodiscard]] Cover restrict_to(const Cover& cover, const SearchNode& node);

// Nothing taken, everything left.
SearchNode start_of(const Cover& cover);

// The cost that taking `candidate` would add.
Cost price(const Cover& cover, const SearchNode& node, std::size_t candidate);

void take(const Cover& cover, SearchNode& node, std::size_t candidate);

// The independent parts: no candidate of one shares an unmet requirement or an unpaid operation
// with a candidate of another. Each starts with nothing taken; candidates that meet nothing are in
// no part. There is one part if it cannot be split, and none if every requirement is met.
[[nodiscard]] std::vector<SearchNode> split(const Cover& cover, const SearchNode& node);

// Whether two sets of the same cost are equally good, or the list of indices still decides between
// them.
enum class Ties : std::uint8_t { matter, free };

// Takes the candidates that every useful set contains and removes those that none needs, until
// nothing changes. A useful set costs less than `limit`. False if there is none, as far as this
// sees; the node must not be used then.
bool reduce(const Cover& cover, SearchNode& node, Ties ties, Cost limit);

// A lower bound of the cost that meeting the unmet requirements of `node` adds. Excess and count
// each have their own bound. Every unmet requirement needs a candidate.
Cost least_addition(const Cover& cover, const SearchNode& node);

struct Solution {
  Cost cost;
  Bits taken;
};

// Branch and bound over the first two goals. The budget covers all calls on one Search.
class Search {
 public:
  explicit Search(std::uint64_t budget) : budget_(budget) {}

  // A cheapest completion of `node` that costs less than `limit`; nothing if there is none, or if
  // the budget was used up (see `exhausted`). `floor` is a cost below which no completion is known:
  // one that reaches it ends the search.
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

}  // namespace zoomc::resolve::choice
