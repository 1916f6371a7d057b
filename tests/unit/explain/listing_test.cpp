#include "explain/listing.h"

#include "needs_catalog.h"
#include "small_catalog.h"
#include "support/catch.h"

namespace zoomc::explain {
namespace {

using Texts = std::vector<std::string>;

std::string listed(ListKind kind) {
  return list_text(list_rows(small::context(), kind));
}

// "key=value,value" of the cells that are for programs only.
Texts hidden(ListKind kind, std::size_t row) {
  Texts cells;
  const std::vector<ListRow> rows = list_rows(small::context(), kind);
  for (const ListCell& cell : rows[row]) {
    if (!cell.is_shown()) cells.push_back(std::string(cell.key) + "=" + cell_text(cell));
  }
  return cells;
}

TEST_CASE("every kind has its columns, the name first") {
  CHECK(listed(ListKind::scopes) ==
        "a:read             classic   user    operation\n"
        "a:read:admin       classic   admin   operation\n"
        "a:read:one         granular  user    operation\n"
        "a:read:one:admin   granular  admin   operation\n"
        "a:read:one:master  granular  master  operation\n"
        "bot:in             granular  admin   manifest\n"
        "bot:in             classic   user    event\n"
        "own:write          granular  app     app-owned\n");
  CHECK(listed(ListKind::operations) ==
        "GET /a  a.read  Read an A\n"
        "PUT /a  putA    Put an A\n");
  CHECK(listed(ListKind::events) ==
        "a.read    a     derived\n"
        "bot.came  chat  documented\n");
  CHECK(listed(ListKind::features) ==
        "a.all   any  Do all with an A\n"
        "a.read  any  Read an A\n"
        "who     any  Know who it is\n");
  CHECK(listed(ListKind::regions) == "eu  acme  https://eu.acme.example/code\n");
  CHECK(listed(ListKind::platforms) == "acme  Acme  eu\n");
  CHECK(listed(ListKind::rules) ==
        "eu         note   lint   never  a rule that is called like a region\n"
        "bad-thing  error  model  -      a bad thing\n");
}

TEST_CASE("programs are told more") {
  CHECK(hidden(ListKind::rules, 0) ==
        Texts{"since=0.1.0", "applies_to=app,manifest", "source=guide,review"});
  CHECK(hidden(ListKind::rules, 1) == Texts{"since=0.2.0", "applies_to=-", "source=own"});
  CHECK(hidden(ListKind::scopes, 3) ==
        Texts{"level_basis=known", "operations=GET /a", "events=a.read"});
  CHECK(hidden(ListKind::scopes, 5) == Texts{"level_basis=guess", "operations=-", "events=-"});
  CHECK(hidden(ListKind::operations, 0) ==
        Texts{"marks=-", "product=a", "granular=a:read:one,a:read:one:admin,a:read:one:master",
              "classic=a:read,a:read:admin", "permissions=-", "prerequisites=-"});
  CHECK(hidden(ListKind::events, 1) == Texts{"marks=-", "granular=-", "classic=bot:in"});
  CHECK(hidden(ListKind::features, 0) ==
        Texts{"members=a.read", "operations=-", "guide_scopes=-", "note=-"});
  CHECK(hidden(ListKind::features, 1) ==
        Texts{"members=-", "operations=GET /a", "guide_scopes=a:read,a:list", "note=-"});
  CHECK(hidden(ListKind::regions, 0) == Texts{"title=EU"});
  CHECK(hidden(ListKind::platforms, 0) ==
        Texts{"sign_in=who", "scope_names=granular,classic", "integrations=-"});
}

TEST_CASE("what sets calls and events apart is a column where there is any") {
  const auto listed_of = [](ListKind kind) {
    return list_text(list_rows({needs::kCatalog, {}}, kind));
  };
  CHECK(listed_of(ListKind::operations) ==
        "GET /accounts/{accountId}/a  listA   List the A of an account  master-account\n"
        "GET /new                     getNew  Get the new one\n"
        "GET /old                     getOld  Get the old one           deprecated\n"
        "PUT /old                     putOld  Put the old one           deprecated\n");
  CHECK(listed_of(ListKind::events) ==
        "a.came  a  none\n"
        "a.went  a  unknown  deprecated\n");
  CHECK(listed_of(ListKind::errors) ==
        "GET /new  404  17  It is gone: {id}\n"
        "GET /new  404  18  It was never there\n"
        "GET /new  409  19  It is not yet there\n"
        "GET /new  409  20  It is not for you\n"
        "GET /new  409  21  It is bad\n");
  CHECK(listed_of(ListKind::deprecations) ==
        "GET /old  2026-04  GET /new\n"
        "PUT /old  -        -\n"
        "a.went    2027-01  a.came,b.came\n");
  CHECK(listed_of(ListKind::prerequisites) ==
        "a|b   an A or B plan\n"
        "pro+  a Pro plan or higher\n");
}

TEST_CASE("programs are told what a call needs") {
  const ListRow row = list_rows({needs::kCatalog, {}}, ListKind::operations)[1];
  CHECK(cell_text(row[7]) == "A:Edit,A:Read");
  CHECK(cell_text(row[8]) == "pro+,a|b");
}

TEST_CASE("no rows, no text") {
  CHECK(list_text({}).empty());
}

}  // namespace
}  // namespace zoomc::explain
