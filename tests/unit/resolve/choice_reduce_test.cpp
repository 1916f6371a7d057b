#include "resolve/choice_cover.h"
#include "support/catch.h"

namespace zoomc::resolve::choice {
namespace {

using List = std::vector<std::uint32_t>;

constexpr Cost kNoLimit{1'000'000, 0};

List members(const Bits& bits) {
  List list;
  bits.for_each([&](std::size_t i) { list.push_back(static_cast<std::uint32_t>(i)); });
  return list;
}

struct Reduced {
  bool possible = false;
  SearchNode node;
};

Reduced reduced(const ChoiceProblem& problem, Ties ties, Cost limit = kNoLimit) {
  const Cover cover = make_cover(problem);
  Reduced result{true, start_of(cover)};
  result.possible = reduce(cover, result.node, ties, limit);
  return result;
}

TEST_CASE("a set of bits crosses word borders") {
  Bits bits(130);
  CHECK(bits.none());
  for (const std::size_t i : {0U, 63U, 64U, 129U}) bits.set(i);
  CHECK(members(bits) == List{0, 63, 64, 129});
  CHECK(bits.count() == 4);
  bits.reset(0);
  bits.reset(63);
  CHECK(bits.first() == 64);
  CHECK(bits.test(129));
  CHECK_FALSE(bits.test(128));

  Bits other(130);
  other.set(64);
  other.set(128);
  CHECK(members(bits & other) == List{64});
  CHECK(members(bits | other) == List{64, 128, 129});
  CHECK(members(bits - other) == List{129});
  CHECK(count_common(bits, other) == 1);
  CHECK(count_beyond(other, other, bits) == 1);
  CHECK(intersects(bits, other));
  CHECK_FALSE(is_subset(bits, bits, other));
  CHECK(is_subset(bits, other, bits));
}

TEST_CASE("what is forced is taken, and what it satisfies is met") {
  // 1 is forced by the first and meets the second too; the triangle of 3, 4, 5 stays.
  const Reduced left =
      reduced({{{}, {7}, {}, {7, 8}, {8}, {}}, {{1}, {1, 2}, {3, 4}, {4, 5}, {3, 5}}}, Ties::free);
  CHECK(left.possible);
  // Numbered without 0, which no requirement names.
  CHECK(members(left.node.taken) == List{0});
  CHECK(members(left.node.candidates) == List{2, 3, 4});
  CHECK(members(left.node.requirements) == List{2, 3, 4});
  CHECK(left.node.cost == Cost{1, 1});
  // 7 is paid, 8 is not.
  CHECK(members(left.node.operations) == List{1});
}

TEST_CASE(
    "a requirement with the candidates of another and more is closed, of two equal one stays") {
  const Reduced left =
      reduced({{{}, {}, {}}, {{0, 1, 2}, {0, 1}, {0, 2}, {1, 2}, {0, 1}}}, Ties::matter);
  CHECK(members(left.node.requirements) == List{1, 2, 3});
  CHECK(members(left.node.candidates) == List{0, 1, 2});
}

TEST_CASE("a later candidate stands for an earlier one only where ties are free") {
  // 1 authorises less than 0, but operation 9 may be paid by 2, 3 or 4 anyway.
  const ChoiceProblem problem{{{9}, {}, {9}, {9}, {9}}, {{0, 1}, {2, 3}, {3, 4}, {2, 4}}};
  CHECK(members(reduced(problem, Ties::matter).node.candidates) == List{0, 1, 2, 3, 4});
  CHECK(members(reduced(problem, Ties::free).node.taken) == List{1});
}

TEST_CASE("an operation that nothing else can pay for decides in either direction of names") {
  // 0 alone has operation 1: 1 is strictly better, so it stands for 0 though it is later.
  const Reduced left = reduced({{{1}, {}}, {{0, 1}}}, Ties::matter);
  CHECK(members(left.node.taken) == List{1});
  CHECK(left.node.cost == Cost{0, 1});
}

TEST_CASE("a loss is weighed against the gain") {
  // Each has its own operations: two against one.
  CHECK(members(reduced({{{1, 2}, {3}}, {{0, 1}}}, Ties::matter).node.taken) == List{1});
  CHECK(members(reduced({{{1, 2}, {3, 4}}, {{0, 1}}}, Ties::matter).node.taken) == List{0});
}

TEST_CASE("what cannot be afforded goes, and nothing left is told") {
  // A triangle in which 0 alone costs (3, 1). Below that it must be the other two.
  const ChoiceProblem problem{{{1, 2, 3}, {1}, {2}}, {{0, 1}, {1, 2}, {0, 2}}};
  const Reduced left = reduced(problem, Ties::free, Cost{3, 1});
  CHECK(left.possible);
  CHECK(members(left.node.taken) == List{1, 2});
  CHECK(left.node.cost == Cost{2, 2});
  CHECK(reduced(problem, Ties::free, Cost{2, 3}).possible);
  CHECK_FALSE(reduced(problem, Ties::free, Cost{2, 2}).possible);
}

TEST_CASE("parts share neither a requirement nor an unpaid operation") {
  // 0-1 and 2-3 are joined by operation 5, 4-5 stands alone, 6 meets nothing that is left.
  const Cover cover = make_cover({{{5}, {}, {5}, {}, {6}, {}, {6}}, {{0, 1}, {2, 3}, {4, 5}, {6}}});
  SearchNode node = start_of(cover);
  take(cover, node, 6);
  CHECK(node.cost == Cost{1, 1});
  const std::vector<SearchNode> parts = split(cover, node);
  REQUIRE(parts.size() == 2);
  CHECK(members(parts[0].candidates) == List{0, 1, 2, 3});
  CHECK(members(parts[0].requirements) == List{0, 1});
  CHECK(members(parts[0].operations) == List{0});
  CHECK(members(parts[1].candidates) == List{4, 5});
  CHECK(members(parts[1].requirements) == List{2});
  // Operation 6 is paid: the part starts without it and at no cost.
  CHECK(members(parts[1].operations) == List{});
  CHECK(parts[1].cost == Cost{});
  CHECK(members(parts[1].taken) == List{});
}

TEST_CASE("a restricted cover keeps what is left, renumbered") {
  const Cover cover = make_cover({{{5}, {}, {8}, {5, 8}, {}}, {{0, 1}, {2, 4}, {2, 3}}});
  SearchNode node = start_of(cover);
  take(cover, node, 0);
  const Cover small = restrict_to(cover, node);
  CHECK(small.origin == List{1, 2, 3, 4});
  CHECK(small.operation_count == 1);
  REQUIRE(small.requirement_count() == 2);
  CHECK(members(small.alternatives[0]) == List{1, 3});
  CHECK(members(small.alternatives[1]) == List{1, 2});
  CHECK(members(small.excess[2]) == List{0});
  CHECK(members(small.satisfies[1]) == List{0, 1});
  CHECK(members(small.satisfies[0]) == List{});
}

TEST_CASE("the bound adds up claims that do not overlap") {
  // A triangle, each corner with two operations of its own: whoever meets the first requirement
  // pays two, and whoever meets the second may be the same one.
  const Cover own = make_cover({{{1, 2}, {3, 4}, {5, 6}}, {{0, 1}, {1, 2}, {0, 2}}});
  CHECK(least_addition(own, start_of(own)) == Cost{2, 2});
  // Disjoint requirements add up, save for the operation that both may share.
  const Cover shared = make_cover({{{1, 9}, {2, 9}, {3, 9}, {4, 9}}, {{0, 1}, {2, 3}}});
  CHECK(least_addition(shared, start_of(shared)) == Cost{3, 2});
  // The first claims one of the three operations of 1, and leaves 3 and 4 to the second.
  const Cover dear = make_cover({{{1}, {2, 3, 4}, {3}, {4}}, {{0, 1}, {2, 3}}});
  CHECK(least_addition(dear, start_of(dear)) == Cost{2, 2});
}

}  // namespace
}  // namespace zoomc::resolve::choice
