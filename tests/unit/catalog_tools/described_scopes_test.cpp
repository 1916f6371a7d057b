#include "catalog_tools/api_document.h"
#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("scopes stand behind their labels") {
  const auto both = described_scopes(
      "Lists users. Scopes are needed.\n\n**[Scopes](https://x/y):** `user:read:admin`,`user:read`"
      "\n\n**[Granular Scopes](https://x/y):** `user:read:list_users:admin`\n\n"
      "**[Rate Limit Label](https://x#rate_limits):** `LIGHT`");
  CHECK(both.classic == Names{"user:read:admin", "user:read"});
  CHECK(both.granular == Names{"user:read:list_users:admin"});
}

TEST_CASE("the older forms of the line") {
  CHECK(described_scopes("**Scopes:** `a:read` `b_c`<br>**Granular Scopes:** `d:e`").classic ==
        Names{"a:read", "b_c"});
  CHECK(described_scopes("**Scopes:** `a:read`<br>**Granular Scopes:** `d:e`").granular ==
        Names{"d:e"});
  CHECK(described_scopes("Scopes: a:read, b:read or c:read\nmore: d:e").classic ==
        Names{"a:read", "b:read", "c:read"});
  CHECK(described_scopes("**Scopes**: `a:b`").classic == Names{"a:b"});
}

TEST_CASE("no label, no scopes") {
  CHECK(described_scopes("").classic == std::nullopt);
  CHECK(described_scopes("Scopes of the app are `a:b`").classic == std::nullopt);
  CHECK(described_scopes("[Scopes](https://x").classic == std::nullopt);
  CHECK(described_scopes("Scopes: `a:b`").granular == std::nullopt);
  CHECK(described_scopes("Scopes: none").classic == Names{});
}

}  // namespace
}  // namespace zoomc::catalog_tools
