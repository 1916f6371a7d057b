#include "resolve/relation.h"

#include "support/catch.h"

using namespace zoomc;

namespace {

using List = std::vector<std::uint32_t>;

List list(std::span<const std::uint32_t> numbers) {
  return {numbers.begin(), numbers.end()};
}

}  // namespace

TEST_CASE("each number has its own list, in the order of the pairs") {
  const std::vector<Relation::Pair> pairs{{2, 7}, {0, 5}, {2, 3}, {0, 5}};
  Relation relation(4, pairs);
  CHECK(list(relation.of(0)) == List{5, 5});
  CHECK(list(relation.of(1)) == List{});
  CHECK(list(relation.of(2)) == List{7, 3});
  CHECK(list(relation.of(3)) == List{});
}

TEST_CASE("lists stay where they are when the relation moves") {
  const std::vector<Relation::Pair> pairs{{0, 1}, {0, 2}};
  Relation relation(1, pairs);
  const auto before = relation.of(0);
  const Relation moved = std::move(relation);
  CHECK(moved.of(0).data() == before.data());
  CHECK(list(before) == List{1, 2});
}

TEST_CASE("a relation of nothing has no list") {
  CHECK_NOTHROW(Relation(0, {}));
}
