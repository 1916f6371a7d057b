#include "resolve/choice.h"

#include "choice_samples.h"
#include "support/catch.h"

namespace zoomc::resolve {
namespace {

using choice_samples::List;

Choice chosen_from(const ChoiceProblem& problem) {
  const auto choice = choose(problem);
  REQUIRE(choice.has_value());
  return *choice;
}

TEST_CASE("nothing required chooses nothing") {
  for (const ChoiceProblem& problem : {ChoiceProblem{}, ChoiceProblem{{{1}, {}}, {}}}) {
    const Choice choice = chosen_from(problem);
    CHECK(choice.chosen == List{});
    CHECK(choice.excess == 0);
    CHECK(choice.nodes == 0);
  }
}

TEST_CASE("one alternative each is forced, and shared excess counts once") {
  // 1 and 3 are forced; 0 and 2 belong to no requirement. Operations 7, 8 and 900000.
  const Choice choice = chosen_from({{{}, {7, 8}, {}, {8, 900000}}, {{3}, {1}, {3}}});
  CHECK(choice.chosen == List{1, 3});
  CHECK(choice.excess == 3);
  CHECK(choice.nodes == 0);
}

TEST_CASE("less excess outranks fewer candidates") {
  // 0 alone meets both and authorises one thing more; 1 and 2 authorise nothing more.
  const Choice choice = chosen_from({{{5}, {}, {}}, {{0, 1}, {0, 2}}});
  CHECK(choice.chosen == List{1, 2});
  CHECK(choice.excess == 0);
}

TEST_CASE("fewer candidates outrank the earlier list") {
  // [0, 1] is the earlier list, but 2 alone does.
  const Choice choice = chosen_from({{{}, {}, {}}, {{0, 2}, {1, 2}}});
  CHECK(choice.chosen == List{2});
}

TEST_CASE("between equals the earlier list wins") {
  // Three equal candidates.
  CHECK(chosen_from({{{4}, {4}, {4}}, {{0, 1, 2}}}).chosen == List{0});
  // [0, 3] and [1, 2] meet all four; no other pair does.
  CHECK(chosen_from({{{}, {}, {}, {}}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}}).chosen == List{0, 3});
}

TEST_CASE("excess is that of the union, not a sum") {
  // Each requirement alone is indifferent; 1 and 2 pay for operation 5 together.
  const Choice choice = chosen_from({{{6}, {5}, {5}, {7}}, {{0, 1}, {2, 3}}});
  CHECK(choice.chosen == List{1, 2});
  CHECK(choice.excess == 1);
}

TEST_CASE("two dear candidates that overlap beat two that look cheaper") {
  // 0 and 2 cost 2 each and 4 together; 1 and 3 cost 3 each and 3 together.
  const Choice choice = chosen_from({{{1, 2}, {5, 6, 7}, {3, 4}, {5, 6, 7}}, {{0, 1}, {2, 3}}});
  CHECK(choice.chosen == List{1, 3});
  CHECK(choice.excess == 3);
}

TEST_CASE("the candidate that satisfies the most can be the wrong one") {
  // 0 meets four of six, and then two more are needed; 1 and 2 meet three each.
  const Choice choice = chosen_from({{{}, {}, {}}, {{0, 1}, {0, 1}, {1}, {0, 2}, {0, 2}, {2}}});
  CHECK(choice.chosen == List{1, 2});
}

TEST_CASE("less excess of its own does not displace an earlier name when it is paid anyway") {
  // 2 is forced and brings operation 9, so 0 costs as little as 1 and is the earlier name.
  const Choice choice = chosen_from({{{9}, {}, {9}}, {{0, 1}, {2}}});
  CHECK(choice.chosen == List{0, 2});
  CHECK(choice.excess == 1);
}

TEST_CASE("the same, when only the search finds out that it is paid") {
  // Of the triangle 2-3-4 two are needed; 2 and 3 and 4 all bring operation 9, in every pair.
  const Choice choice = chosen_from({{{9}, {}, {9}, {9}, {9}}, {{0, 1}, {2, 3}, {3, 4}, {2, 4}}});
  CHECK(choice.chosen == List{0, 2, 3});
  CHECK(choice.excess == 1);
}

TEST_CASE("an odd cycle has one best list among many of its size") {
  // 51 of 101 are needed, so one pair of neighbours is taken; the earliest is 0, 1, then every
  // other.
  List expected{0};
  for (std::uint32_t i = 1; i < 100; i += 2) expected.push_back(i);
  const Choice choice = chosen_from(choice_samples::cycle(101));
  CHECK(choice.chosen == expected);
}

TEST_CASE("all pairs of forty leave out the last") {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t a = 0; a < 40; ++a) {
    for (std::uint32_t b = a + 1; b < 40; ++b) edges.emplace_back(a, b);
  }
  List expected;
  for (std::uint32_t i = 0; i < 39; ++i) expected.push_back(i);
  CHECK(chosen_from(choice_samples::graph(40, edges)).chosen == expected);
}

TEST_CASE("independent parts cost the sum of their searches") {
  // A hundred triangles, two of three each: 3^100 sets of the least size if taken as one.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  List expected;
  for (std::uint32_t i = 0; i < 300; i += 3) {
    edges.insert(edges.end(), {{i, i + 1}, {i, i + 2}, {i + 1, i + 2}});
    expected.insert(expected.end(), {i, i + 1});
  }
  const Choice one = chosen_from(choice_samples::cycle(3));
  const Choice hundred = chosen_from(choice_samples::graph(300, edges));
  CHECK(hundred.chosen == expected);
  CHECK(one.nodes > 0);
  CHECK(hundred.nodes == 100 * one.nodes);
}

TEST_CASE("a common unasked operation joins two requirements into one part") {
  // Two triangles. Alone each would take its first two, [0, 1] and [3, 4], and the excess would be
  // {1, 2} and {3, 4}. Together 2 and 5 share operation 9 and save one.
  ChoiceProblem problem =
      choice_samples::graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}});
  problem.excess = {{1}, {2}, {9}, {3}, {4}, {9}};
  const Choice choice = chosen_from(problem);
  CHECK(choice.chosen == List{0, 2, 3, 5});
  CHECK(choice.excess == 3);
}

TEST_CASE("hard to prove, and proven") {
  const Choice choice = chosen_from(choice_samples::steiner_triples_27());
  CHECK(choice.chosen.size() == 18);
  CHECK(choice.excess == 0);
}

TEST_CASE("bounds, parts and the order of branching keep the search small") {
  // What it takes is deterministic; a rise means that a rule of the search has lost its effect.
  CHECK(chosen_from(choice_samples::cycle(3)).nodes <= 3);
  CHECK(chosen_from(choice_samples::steiner_triples_27()).nodes <= 7000);
  std::uint64_t nodes = 0;
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    nodes += chosen_from(choice_samples::random_cycles(seed)).nodes;
  }
  CHECK(nodes <= 1800);
}

TEST_CASE("the budget is exact: the nodes visited are enough, one less is not") {
  const ChoiceProblem problem = choice_samples::steiner_triples_27();
  const Choice choice = chosen_from(problem);
  REQUIRE(choice.nodes > 100);

  const auto enough = choose(problem, choice.nodes);
  REQUIRE(enough.has_value());
  CHECK(enough->chosen == choice.chosen);
  CHECK(enough->nodes == choice.nodes);

  for (const std::uint64_t budget : {choice.nodes - 1, choice.nodes / 2, std::uint64_t{1}}) {
    const auto cut = choose(problem, budget);
    REQUIRE_FALSE(cut.has_value());
    CHECK(cut.error().nodes == budget);
  }
}

TEST_CASE("the budget spans the parts") {
  const auto two = choice_samples::graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}});
  const std::uint64_t nodes_of_one = chosen_from(choice_samples::cycle(3)).nodes;
  CHECK(choose(two, 2 * nodes_of_one).has_value());
  CHECK_FALSE(choose(two, 2 * nodes_of_one - 1).has_value());
}

TEST_CASE("no budget is enough where nothing is searched, and only there") {
  CHECK(choose({{{}, {}}, {{0, 1}}}, 0).has_value());
  const auto cut = choose(choice_samples::cycle(3), 0);
  REQUIRE_FALSE(cut.has_value());
  CHECK(cut.error().nodes == 0);
}

TEST_CASE("too entangled a problem ends at the budget, without a set") {
  // Every requirement may be met by any of five of 300 candidates: nothing to reduce or split.
  choice_samples::Random random(1);
  ChoiceProblem problem;
  problem.excess.resize(300);
  for (int r = 0; r < 600; ++r) {
    std::set<std::uint32_t> any;
    while (any.size() < 5) any.insert(random.between(0, 299));
    problem.requirements.emplace_back(any.begin(), any.end());
  }
  const auto cut = choose(problem, 500);
  REQUIRE_FALSE(cut.has_value());
  CHECK(cut.error().nodes == 500);
}

}  // namespace
}  // namespace zoomc::resolve
