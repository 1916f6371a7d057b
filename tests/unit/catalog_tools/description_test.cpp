#include "catalog_tools/description.h"

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

TEST_CASE("a text without its Markdown is one line") {
  CHECK(without_markdown(
            " A **bold**  `word`,\n a [link with `code`](https://x/y) and\ta [list]. ") ==
        "A bold word, a link with code and a [list].");
  CHECK(without_markdown("&quot;a&quot; &lt; b &amp;&amp; it&#39;s") == "\"a\" < b && it's");
  CHECK(without_markdown("a\xE2\x80\x8B"
                         "b\xC2\xA0 c") == "a b c");
  CHECK(without_markdown("[open](x").substr(0, 5) == "[open");
  CHECK(without_markdown(" ** ").empty());
}

TEST_CASE("prerequisites are the lines behind their label") {
  const Names plain{"a pro or higher plan.", "webinar add-on"};
  CHECK(described_prerequisites(
            "Lists.\n\n**Prerequisites:**\r\n\n* A **Pro** or [higher](https://x) "
            "plan.\n* Webinar add-on\n\n**[Scopes](https://x):** `a:b`\n* none") == plain);
  CHECK(described_prerequisites("**Prerequisites**:<br>* A Pro or higher plan.<br/>- Webinar "
                                "add-on<br>**Note:** none") == plain);
  CHECK(described_prerequisites(
            "## Prerequisites\nA Pro or higher plan.\n\nWebinar add-on\n## Next") == plain);
  CHECK(described_prerequisites("**Prerequisite**: Paid account") == Names{"paid account"});
  CHECK(described_prerequisites("Prerequisites of [this](https://x#Prerequisites) are none.")
            .empty());
  CHECK(described_prerequisites("").empty());
}

using Errors = std::vector<DescribedError>;

TEST_CASE("errors are the texts behind their codes") {
  CHECK(
      described_errors("**HTTP Status Code:** `400` <br>\n Bad Request  \n\n **Error Code:** "
                       "`3000` <br>\n Cannot access webinar info. <br>\n**Error Code:** `1002_006` "
                       "<br>\n The `type` of {userId} or **$id** is wrong. <br>\n") ==
      Errors{{"3000", "Cannot access webinar info."},
             {"1002_006", "The type of {userId} or $id is wrong."}});
  CHECK(described_errors("**Error Code:** `401 ` <br>\n Unauthorized <br>\n**Error Code:** `401` "
                         "Unauthorized") == Errors{{"401", "Unauthorized"}});
  CHECK(described_errors("No Error Code here, and **Error Code:** `a b` nor here").empty());
  CHECK(described_errors("**Error Code:** `300`").empty());
}

TEST_CASE("each message of an error is one") {
  CHECK(described_errors(
            "**Error Code:** `1` <br>\n * First \n* Second\n  goes on. \n- Third <br>\n") ==
        Errors{{"1", "First"}, {"1", "Second goes on."}, {"1", "Third"}});
  CHECK(described_errors(
            "**Error Code:** `1` <br>\n It is expired.\nInvalid token.<br>\nneeds from\r\n"
            "Requires to: {0}\n{id} is out of range\nthe rest") ==
        Errors{{"1", "It is expired."},
               {"1", "Invalid token."},
               {"1", "needs from"},
               {"1", "Requires to: {0}"},
               {"1", "{id} is out of range the rest"}});
}

TEST_CASE("what is no message of an error is left out") {
  CHECK(described_errors("**Error Code:** `1` <br>\n Not found.<br> This error is thrown if it is "
                         "gone. <br>\n**HTTP Status Code:** `200`  \n \nFine.") ==
        Errors{{"1", "Not found."}});
  CHECK(described_errors("**Error Code:** `1` <br>\n `3318`<br>\nInvalid link. <br>") ==
        Errors{{"1", "Invalid link."}});
  CHECK(described_errors("**Error Code:** `1` <br>\n . <br>\n").empty());
  CHECK(described_errors("**Error Code:** `1` <br>\n Some failed.for example:\n[\n {\"a\":1}\n]") ==
        Errors{{"1", "Some failed."}});
  CHECK(described_errors(
            "**Error Code:** `1` <br>\n Failed. \nThe fields say more.\nEg:\n{\n \"a\": 1") ==
        Errors{{"1", "Failed."}});
  CHECK(described_errors(
            "**Error Code:** `1` <br>\n **Message:**  \nIn use. Remove it.\n\n**Errors:**\n"
            "```json\n \"a\": 1\n```\n") == Errors{{"1", "In use. Remove it."}});
}

TEST_CASE("a long message of an error is cut behind its first sentence") {
  const std::string long_text = std::string(200, 'a') + ". " + std::string(200, 'b') + ".";
  CHECK(described_errors("**Error Code:** `1` " + long_text) ==
        Errors{{"1", std::string(200, 'a') + "."}});
  CHECK(described_errors("**Error Code:** `1` " + std::string(301, 'a')).empty());
  CHECK(described_errors("**Error Code:** `1` " + std::string(300, 'a')).size() == 1);
}

}  // namespace
}  // namespace zoomc::catalog_tools
