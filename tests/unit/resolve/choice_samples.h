#pragma once
#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "resolve/choice.h"

// Problems for the tests of the exact search.
namespace zoomc::resolve::choice_samples {

using List = std::vector<std::uint32_t>;

// Candidates 0 … count-1 without excess; each pair is a requirement.
inline ChoiceProblem graph(std::uint32_t count,
                           const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  ChoiceProblem problem;
  problem.excess.resize(count);
  for (const auto& edge : edges) {
    problem.requirements.push_back(
        {std::min(edge.first, edge.second), std::max(edge.first, edge.second)});
  }
  return problem;
}

inline ChoiceProblem cycle(std::uint32_t count) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t i = 0; i < count; ++i) edges.emplace_back(i, (i + 1) % count);
  return graph(count, edges);
}

// The lines of the affine space of dimension 3 over three elements: the Steiner triple system on 27
// points, small and yet notoriously hard to cover provably.
inline ChoiceProblem steiner_triples_27() {
  const auto third = [](std::uint32_t a, std::uint32_t b) {
    std::uint32_t point = 0;
    for (std::uint32_t place = 1; place < 27; place *= 3) {
      point += place * ((6 - a / place % 3 - b / place % 3) % 3);
    }
    return point;
  };
  ChoiceProblem problem;
  problem.excess.resize(27);
  for (std::uint32_t a = 0; a < 27; ++a) {
    for (std::uint32_t b = a + 1; b < 27; ++b) {
      if (third(a, b) > b) problem.requirements.push_back({a, b, third(a, b)});
    }
  }
  return problem;
}

// The bounds of a random problem's shape; `dense` is in percent.
struct Shape {
  std::uint32_t candidates = 12;
  std::uint32_t requirements = 14;
  std::uint32_t alternatives = 5;
  std::uint32_t operations = 10;
  std::uint32_t dense = 60;
};

// The same problem for the same seed, with every compiler: no distribution of the library is used.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + static_cast<std::uint32_t>(engine_()) % (high - low + 1);
  }

 private:
  std::mt19937 engine_;
};

// Some have copies among the candidates, some few operations or none, so that ties abound.
inline ChoiceProblem random_problem(std::uint32_t seed, const Shape& shape) {
  Random random(seed);
  const std::uint32_t candidates = random.between(1, shape.candidates);
  const std::uint32_t operations = random.between(0, shape.operations);
  const std::uint32_t dense = random.between(0, shape.dense);
  ChoiceProblem problem;
  problem.excess.resize(candidates);
  for (auto& excess : problem.excess) {
    for (std::uint32_t op = 0; op < operations; ++op) {
      if (random.between(1, 100) <= dense) excess.push_back(op * 3 + 1);
    }
  }
  if (random.between(0, 3) == 0) {
    for (std::uint32_t i = 0; i < candidates / 2; ++i) {
      const List copied = problem.excess[random.between(0, candidates - 1)];
      problem.excess[random.between(0, candidates - 1)] = copied;
    }
  }
  const std::uint32_t alternatives = random.between(1, shape.alternatives);
  const std::uint32_t requirements = random.between(0, shape.requirements);
  for (std::uint32_t r = 0; r < requirements; ++r) {
    std::set<std::uint32_t> any;
    for (std::uint32_t i = random.between(1, alternatives); i > 0; --i) {
      any.insert(random.between(0, candidates - 1));
    }
    problem.requirements.emplace_back(any.begin(), any.end());
  }
  return problem;
}

// Cycles of three to five candidates, at most 16 in all, that only a few operations hold together:
// once these are paid or ruled out, the rest falls apart in the middle of a search.
inline ChoiceProblem random_cycles(std::uint32_t seed) {
  Random random(seed);
  List places(16);
  for (std::uint32_t i = 0; i < 16; ++i) places[i] = i;
  for (std::uint32_t i = 15; i > 0; --i) std::swap(places[i], places[random.between(0, i)]);
  ChoiceProblem problem;
  problem.excess.resize(16);
  for (std::uint32_t start = 0, length = 0; start + 5 <= 16; start += length) {
    length = random.between(3, 5);
    for (std::uint32_t i = 0; i < length; ++i) {
      const std::uint32_t a = places[start + i];
      const std::uint32_t b = places[start + (i + 1) % length];
      problem.requirements.push_back({std::min(a, b), std::max(a, b)});
      std::set<std::uint32_t> excess{start + 20 + random.between(0, length)};
      if (random.between(0, 2) == 0) excess.insert(random.between(0, 2));
      problem.excess[a].assign(excess.begin(), excess.end());
    }
  }
  return problem;
}

}  // namespace zoomc::resolve::choice_samples
