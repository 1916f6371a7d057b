#include <algorithm>
#include <array>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/lookup.h"
#include "support/catch.h"

namespace zoomc::catalog {
namespace {

constexpr std::array<ScopeId, 3> kScopeIds{0, 1, 2};
constexpr std::array<OperationId, 2> kOperationIds{0, 1};
constexpr std::array<EventId, 3> kEventIds{0, 2, 5};
constexpr Pools kPools{"a:reada:writeusersGET/a/bList", kScopeIds, kOperationIds, kEventIds};

constexpr std::array<Packed<Scope>, 2> kPackedScopes{
    {{{0, 6}, ScopeModel::granular, Level::user, Grants::operation, false, {0, 2}, {1, 2}},
     {{6, 7}, ScopeModel::classic, Level::admin, Grants::seen, true, {}, {}}}};
constexpr std::array<Packed<Operation>, 1> kPackedOperations{
    {{{13, 5}, {18, 3}, {21, 2}, {2, 4}, {25, 4}, {}, {13, 5}, {1, 2}, {0, 1}}}};
constexpr std::array<Packed<Event>, 1> kPackedEvents{
    {{{0, 1}, {13, 5}, {2, 1}, {}, EventBasis::derived}}};
constexpr std::array<Packed<Word>, 2> kPackedWords{
    {{WordList::stop, {2, 4}}, {WordList::official, {8, 5}}}};
constexpr Catalog kPackedCatalog{.scopes = {kPackedScopes, kPools},
                                 .operations = {kPackedOperations, kPools},
                                 .events = {kPackedEvents, kPools},
                                 .words = {kPackedWords, kPools}};

std::vector<int> listed(std::span<const std::uint16_t> ids) {
  return {ids.begin(), ids.end()};
}

}  // namespace

TEST_CASE("a packed row is the row that it was made of") {
  const Scope& scope = kPackedCatalog.scopes[0];
  CHECK(scope.name == "a:read");
  CHECK(scope.model == ScopeModel::granular);
  CHECK(scope.level == Level::user);
  CHECK(scope.grants == Grants::operation);
  CHECK_FALSE(scope.level_is_guess);
  CHECK(listed(scope.operations) == std::vector{0, 1});
  CHECK(listed(scope.events) == std::vector{2, 5});
  CHECK(kPackedCatalog.scopes[1].level_is_guess);
  CHECK(kPackedCatalog.scopes[1].operations.empty());
  CHECK(kPackedCatalog.scopes[1].events.empty());

  const Operation& operation = kPackedCatalog.operations[0];
  CHECK(operation.product == "users");
  CHECK(operation.method == "GET");
  CHECK(operation.path == "/a");
  CHECK(operation.id == "read");
  CHECK(operation.name == "List");
  CHECK(operation.does.empty());
  CHECK(operation.without == "users");
  CHECK(listed(operation.granular) == std::vector{1, 2});
  CHECK(listed(operation.classic) == std::vector{0});

  const Event& event = kPackedCatalog.events[0];
  CHECK(event.name == "a");
  CHECK(event.product == "users");
  CHECK(listed(event.granular) == std::vector{2});
  CHECK(event.classic.empty());
  CHECK(event.basis == EventBasis::derived);

  const Word& word = kPackedCatalog.words[1];
  CHECK(word.list == WordList::official);
  CHECK(word.text == "write");
}

TEST_CASE("a table is a range, packed or not") {
  const std::vector<Scope> rows{{.name = "a"}, {.name = "b"}, {.name = "c"}};
  const CatalogTable<Scope> table(rows);
  CHECK(table.size() == 3);
  CHECK_FALSE(table.empty());
  std::string names;
  for (const Scope& row : table) names += row.name;
  CHECK(names == "abc");
  CHECK(table.begin()[2].name == "c");
  CHECK((table.end() - 1)->name == "c");
  const auto found =
      std::lower_bound(table.begin(), table.end(), "b",
                       [](const Scope& row, std::string_view name) { return row.name < name; });
  CHECK(found - table.begin() == 1);
  CHECK(CatalogTable<Scope>().empty());
  CHECK(table.part(1, 2).size() == 2);
  CHECK(table.part(1, 2)[0].name == "b");
  CHECK(kPackedCatalog.words.part(1, 1)[0].text == "write");

  CHECK(kPackedCatalog.scopes.size() == 2);
  CHECK(find_scope(kPackedCatalog, "a:write", ScopeModel::classic) == ScopeId{1});
  CHECK_FALSE(find_scope(kPackedCatalog, "a:write", ScopeModel::granular));
}

}  // namespace zoomc::catalog
