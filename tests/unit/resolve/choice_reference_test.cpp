// The search against the definition: every subset, the least of those that meet all requirements.
#include <bit>
#include <tuple>

#include "choice_samples.h"
#include "resolve/choice.h"
#include "resolve/choice_cover.h"
#include "support/catch.h"
#include "support/rounds.h"

namespace zoomc::resolve {
namespace {

using choice_samples::List;
using choice_samples::Shape;

// (excess, count, list), in the order of the aims.
using Rank = std::tuple<std::uint32_t, std::uint32_t, List>;

struct Subset {
  std::uint64_t met = 0;
  std::uint64_t excess = 0;
};

// What each subset of the candidates meets and authorises; a bit of the index is a candidate. At
// most 64 requirements and operations below 64.
std::vector<Subset> all_subsets(const ChoiceProblem& problem) {
  std::vector<Subset> single(problem.excess.size());
  for (std::size_t c = 0; c < single.size(); ++c) {
    for (const std::uint32_t op : problem.excess[c]) single[c].excess |= std::uint64_t{1} << op;
  }
  for (std::size_t r = 0; r < problem.requirements.size(); ++r) {
    for (const std::uint32_t c : problem.requirements[r]) single[c].met |= std::uint64_t{1} << r;
  }
  std::vector<Subset> subsets(std::size_t{1} << single.size());
  for (std::size_t s = 1; s < subsets.size(); ++s) {
    const Subset& lowest = single[static_cast<std::size_t>(std::countr_zero(s))];
    const Subset& rest = subsets[s & (s - 1)];
    subsets[s] = {lowest.met | rest.met, lowest.excess | rest.excess};
  }
  return subsets;
}

struct Reference {
  Rank best;
  // Over all sets that meet the requirements, each for itself.
  std::uint32_t least_excess = 64;
  std::uint32_t least_count = 64;
};

Reference reference(const ChoiceProblem& problem) {
  const std::vector<Subset> subsets = all_subsets(problem);
  Reference result;
  result.best = {64, 64, {}};
  for (std::size_t s = 0; s < subsets.size(); ++s) {
    if (subsets[s].met != subsets.back().met) continue;
    const auto excess = static_cast<std::uint32_t>(std::popcount(subsets[s].excess));
    const auto count = static_cast<std::uint32_t>(std::popcount(s));
    result.least_excess = std::min(result.least_excess, excess);
    result.least_count = std::min(result.least_count, count);
    if (std::tie(excess, count) > std::tie(std::get<0>(result.best), std::get<1>(result.best))) {
      continue;
    }
    List list;
    for (std::size_t rest = s; rest != 0; rest &= rest - 1) {
      list.push_back(static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
    result.best = std::min(result.best, Rank{excess, count, list});
  }
  return result;
}

template <class MakeProblem>
void check_against_reference(MakeProblem make_problem, std::uint32_t first_seed,
                             std::uint32_t problems, std::uint32_t least_searched) {
  std::uint32_t searched = 0;
  for (std::uint32_t seed = first_seed; seed < first_seed + test::rounds(problems); ++seed) {
    const ChoiceProblem problem = make_problem(seed);
    const auto choice = choose(problem);
    INFO("seed " << seed);
    REQUIRE(choice.has_value());
    const auto count = static_cast<std::uint32_t>(choice->chosen.size());
    REQUIRE(Rank{choice->excess, count, choice->chosen} == reference(problem).best);
    if (choice->nodes > 0) ++searched;
  }
  // The shape must not be one that the reductions decide alone.
  CHECK(searched >= test::rounds(least_searched));
}

auto shaped(const Shape& shape) {
  return [shape](std::uint32_t seed) { return choice_samples::random_problem(seed, shape); };
}

TEST_CASE("random problems of every shape") {
  check_against_reference(shaped({}), 1, 10000, 1000);
}

TEST_CASE("random problems with few operations, so many ties") {
  check_against_reference(shaped({12, 16, 3, 3, 40}), 100000, 10000, 500);
}

TEST_CASE("random problems without excess") {
  check_against_reference(shaped({12, 24, 3, 0, 0}), 200000, 20000, 500);
}

TEST_CASE("random problems with much shared excess") {
  check_against_reference(shaped({12, 10, 6, 20, 30}), 300000, 5000, 500);
}

TEST_CASE("random problems of pairs") {
  check_against_reference(shaped({12, 20, 2, 6, 50}), 400000, 20000, 500);
}

TEST_CASE("random problems of more candidates") {
  check_against_reference(shaped({17, 30, 4, 20, 20}), 500000, 3000, 300);
}

TEST_CASE("random problems that fall apart during the search") {
  check_against_reference(choice_samples::random_cycles, 1, 3000, 3000);
}

TEST_CASE("the bound never exceeds what a set costs") {
  std::uint32_t tight = 0;
  for (std::uint32_t seed = 1; seed <= test::rounds(5000); ++seed) {
    const ChoiceProblem problem = choice_samples::random_problem(seed, {});
    const choice::Cover cover = choice::make_cover(problem);
    const choice::Cost bound = choice::least_addition(cover, choice::start_of(cover));
    const Reference exact = reference(problem);
    INFO("seed " << seed);
    REQUIRE(bound.excess <= exact.least_excess);
    REQUIRE(bound.count <= exact.least_count);
    if (bound == choice::Cost{exact.least_excess, exact.least_count}) ++tight;
  }
  CHECK(tight > test::rounds(1000));
}

TEST_CASE("the same problem gives the same answer and the same nodes") {
  for (std::uint32_t seed = 1; seed <= 500; ++seed) {
    const ChoiceProblem problem = choice_samples::random_problem(seed, {40, 40, 4, 20, 20});
    const auto first = choose(problem);
    const auto second = choose(problem);
    INFO("seed " << seed);
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    REQUIRE(first->chosen == second->chosen);
    REQUIRE(first->excess == second->excess);
    REQUIRE(first->nodes == second->nodes);
  }
}

}  // namespace
}  // namespace zoomc::resolve
