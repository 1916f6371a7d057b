#include "catalog/lookup.h"

#include <array>

#include "support/catch.h"

namespace zoomc::catalog {
namespace {

constexpr std::array<Scope, 3> kScopes{{
    {"imchat:bot", ScopeModel::granular, Level::admin, Grants::manifest, false},
    {"imchat:bot", ScopeModel::classic, Level::user, Grants::operation, false},
    {"user:read", ScopeModel::classic, Level::user, Grants::operation, false},
}};
constexpr std::array<Operation, 8> kOperations{{
    {"chat", "GET", "/chat/users/me/contacts", "contacts", "", "", "", {}, {}},
    {"x", "GET", "/users/me/files/{id}", "mine", "", "", "", {}, {}},
    {"x", "GET", "/users/me/zak", "zak", "", "", "", {}, {}},
    {"x", "DELETE", "/users/{userId}", "removeUser", "", "", "", {}, {}},
    {"x", "GET", "/users/{userId}", "user", "", "", "", {}, {}},
    {"x", "GET", "/users/{userId}/files/{fileId}", "files", "", "", "", {}, {}},
    {"x", "GET", "/users/{userId}/meetings", "user", "", "", "", {}, {}},
    {"x", "GET", "/users/{userId}/zak", "userZak", "", "", "", {}, {}},
}};
constexpr std::array<Event, 2> kEvents{{
    {"meeting.ended", "meetings", {}, {}, EventBasis::documented},
    {"meeting.started", "meetings", {}, {}, EventBasis::documented},
}};
constexpr std::array<Feature, 2> kFeatures{{{.name = "a.read"}, {.name = "a.write"}}};
constexpr std::array<Composite, 1> kComposites{{{.name = "a.manage"}}};
constexpr std::array<Platform, 2> kPlatforms{{{.id = "custom"}, {.id = "unified"}}};
constexpr std::array<Word, 5> kWords{{
    {WordList::stop, "a"},
    {WordList::stop, "the"},
    {WordList::placeholder, "TODO"},
    {WordList::placeholder, "lorem ipsum"},
    {WordList::official, "official"},
}};
constexpr Catalog kCatalog{"2026-08", kScopes,     kOperations, kEvents,
                           kFeatures, kComposites, kPlatforms,  kWords};

std::vector<OperationId> found(std::string_view name) {
  return find_operations(kCatalog, name);
}
using Ids = std::vector<OperationId>;

TEST_CASE("a scope is found in its model only") {
  CHECK(find_scope(kCatalog, "imchat:bot", ScopeModel::granular) == ScopeId{0});
  CHECK(find_scope(kCatalog, "imchat:bot", ScopeModel::classic) == ScopeId{1});
  CHECK(find_scope(kCatalog, "user:read", ScopeModel::classic) == ScopeId{2});
  CHECK(find_scope(kCatalog, "user:read", ScopeModel::granular) == std::nullopt);
  CHECK(find_scope(kCatalog, "User:read", ScopeModel::classic) == std::nullopt);
  CHECK(find_scope(kCatalog, "zzz", ScopeModel::classic) == std::nullopt);
  CHECK(find_scope(kCatalog, "", ScopeModel::classic) == std::nullopt);
  CHECK(find_scope(Catalog{}, "user:read", ScopeModel::classic) == std::nullopt);
}

TEST_CASE("events, features, composites and platforms are found by name") {
  CHECK(find_event(kCatalog, "meeting.started") == EventId{1});
  CHECK(find_event(kCatalog, "meeting") == std::nullopt);
  CHECK(find_feature(kCatalog, "a.write") == FeatureId{1});
  CHECK(find_feature(kCatalog, "a.manage") == std::nullopt);
  CHECK(find_composite(kCatalog, "a.manage") == &kComposites[0]);
  CHECK(find_composite(kCatalog, "a.read") == nullptr);
  CHECK(find_platform(kCatalog, "unified") == &kPlatforms[1]);
  CHECK(find_platform(kCatalog, "unifier") == nullptr);
}

TEST_CASE("words are found in their list only") {
  const auto words = words_of(kCatalog, WordList::placeholder);
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "TODO");
  CHECK(words[1].text == "lorem ipsum");
  CHECK(words_of(kCatalog, WordList::zoom_product).empty());
  CHECK(words_of(Catalog{}, WordList::stop).empty());
  CHECK(has_word(kCatalog, WordList::stop, "a"));
  CHECK(has_word(kCatalog, WordList::stop, "the"));
  CHECK(has_word(kCatalog, WordList::official, "official"));
  CHECK_FALSE(has_word(kCatalog, WordList::stop, "official"));
  CHECK_FALSE(has_word(kCatalog, WordList::stop, "The"));
  CHECK_FALSE(has_word(kCatalog, WordList::stop, "th"));
  CHECK_FALSE(has_word(kCatalog, WordList::official, "z"));
}

TEST_CASE("an operation is found by method and exact path") {
  CHECK(found("GET /users/{userId}") == Ids{4});
  CHECK(found("DELETE /users/{userId}") == Ids{3});
  CHECK(found("GET /users/me/zak") == Ids{2});
  CHECK(found("GET /users/{userId}/zak") == Ids{7});
  CHECK(find_operation(kCatalog, "GET", "/users/{userId}") == OperationId{4});
  CHECK(find_operation(kCatalog, "GET", "/users/{id}") == std::nullopt);
  CHECK(find_operation(kCatalog, "PUT", "/users/{userId}") == std::nullopt);
}

TEST_CASE("parameter names do not matter") {
  CHECK(found("GET /users/{id}/meetings") == Ids{6});
  CHECK(found("GET /users/{a}/files/{b}") == Ids{5});
  CHECK(found("GET /users/me/files/{b}") == Ids{1});
}

TEST_CASE("`me` matches {userId}, and only that") {
  CHECK(found("GET /users/me") == Ids{4});
  CHECK(found("GET /users/me/meetings") == Ids{6});
  CHECK(found("GET /users/me/files/me").empty());
  CHECK(found("GET /chat/users/{userId}/contacts").empty());
}

TEST_CASE("what is not an operation of the catalog is not found") {
  CHECK(found("PUT /users/{userId}").empty());
  CHECK(found("get /users/{userId}").empty());
  CHECK(found("GET /users/{userId}/").empty());
  CHECK(found("GET /users/").empty());
  CHECK(found("GET /users").empty());
  CHECK(found("GET /users/abc").empty());
  CHECK(found("GET /users/{}").empty());
  CHECK(found("GET users/{userId}").empty());
  CHECK(found("GET  /users/{userId}").empty());
  CHECK(found("GET ").empty());
  CHECK(found(" ").empty());
  CHECK(found("").empty());
}

TEST_CASE("an operation id may mean several operations") {
  CHECK(found("zak") == Ids{2});
  CHECK(found("user") == Ids{4, 6});
  CHECK(found("User").empty());
  CHECK(found("/users/{userId}").empty());
}

TEST_CASE("an operation is shown as method and path") {
  CHECK(display_name(kOperations[3]) == "DELETE /users/{userId}");
}

}  // namespace
}  // namespace zoomc::catalog
