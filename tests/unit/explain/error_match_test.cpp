#include <algorithm>

#include "catalog/builtin.h"
#include "explain/topics.h"
#include "support/catch.h"

// Against the table that is compiled in: it has every text of Zoom's that is known.
namespace zoomc::explain {
namespace {

using Texts = std::vector<std::string>;

const catalog::Catalog& builtin = catalog::builtin_catalog();

// The first text of each row that is meant.
Texts found_errors(std::string_view topic) {
  Texts texts;
  for (const ErrorMatch& match : match_errors(builtin, topic)) {
    texts.emplace_back(match.error->texts.front());
  }
  return texts;
}

Texts found_by_code(std::string_view topic) {
  Texts texts;
  for (const catalog::ErrorText* error : errors_of_code(builtin, topic)) {
    texts.emplace_back(error->texts.front());
  }
  return texts;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::toupper(c) : c); });
  return text;
}

TEST_CASE("every text of the table is found_errors however it is written") {
  REQUIRE_FALSE(builtin.errors.empty());
  for (const catalog::ErrorText& error : builtin.errors) {
    for (const std::string_view view : error.texts) {
      const std::string text(view);
      const Texts own{std::string(error.texts.front())};
      CAPTURE(text);
      CHECK(found_errors(text) == own);
      CHECK(found_errors(upper(text)) == own);
      CHECK(found_errors(text + "!") == own);
      CHECK(found_errors("\"" + text + "\"") == own);
      CHECK(found_errors(replaced(text, "…", "Acme CRM Sync")) == own);
      CHECK(found_errors(replaced(text, "…", "...")) == own);
      CHECK(found_errors("{\"code\":1,\"message\":\"" + text + "\"}") == own);
      CHECK(found_errors("HTTP 400 from Zoom: " + text + " (at 12:30)") == own);
      CHECK(found_errors(replaced(text, " ", "\n  ")) == own);
    }
  }
}

TEST_CASE("a text within a longer one is not meant") {
  CHECK(found_errors("Invalid access token.") == Texts{"Invalid access token."});
  CHECK(found_errors("Invalid access token, does not contain scopes:[a:b]") ==
        Texts{"Invalid access token, does not contain scopes:[…]"});
}

TEST_CASE("two texts are both meant") {
  CHECK(found_errors("first: Invalid access token. then: Refresh token invalid.") ==
        Texts{"Refresh token invalid.", "Invalid access token."});
}

TEST_CASE("a part of a text means the texts that have it") {
  CHECK(found_errors("access token") ==
        Texts{"Invalid access token, does not contain scopes:[…]", "Access token is expired.",
              "Invalid Token!", "Invalid access token.",
              "Invalid access token. Does not contain permissions […]."});
  CHECK(found_errors("does not contain scopes") ==
        Texts{"Invalid access token, does not contain scopes:[…]"});
  CHECK(found_errors("account admin is required") ==
        Texts{"An account admin is required to install this type of app."});
  // Too little to tell.
  CHECK(found_errors("the app").empty());
  CHECK(found_errors("invalid").empty());
  CHECK(found_errors("authorization").empty());
}

TEST_CASE("what stands in the gaps is kept") {
  const auto matches =
      match_errors(builtin,
                   "{\"code\":4711,\"message\":\"Invalid access token, does not contain "
                   "scopes:[a:b, c:d].\"}");
  REQUIRE(matches.size() == 1);
  REQUIRE(matches[0].behind.size() == 1);
  CHECK(matches[0].behind[0] == ":[a:b, c:d].\"}");
}

TEST_CASE("what stands in the gaps is kept for each occurrence") {
  const auto matches = match_errors(builtin,
                                    "x:admin is not a valid scope name when usage is USER, and "
                                    "y is not a valid scope name when usage is ADMIN");
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].before == std::vector<std::string_view>{"x:admin ", " USER, and y "});
  CHECK(matches[0].behind == std::vector<std::string_view>{" USER, and y ", " ADMIN"});
}

TEST_CASE("a log full of mistakes is read no further than anybody would") {
  std::string log;
  for (int i = 0; i < 1000; ++i) log += "Invalid scope\n";
  const auto matches = match_errors(builtin, log);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].behind.size() == 100);
}

TEST_CASE("a code by itself, or announced, means its texts") {
  CHECK(found_by_code("4700") == Texts{"Invalid access token, does not contain scopes:[…]",
                                       "Invalid redirect url", "Token cannot be empty."});
  CHECK(found_by_code("(4,700)") == found_by_code("4700"));
  CHECK(found_by_code("4711") ==
        Texts{"Invalid access token, does not contain scopes:[…]", "Refresh token invalid."});
  CHECK(found_by_code("{\"code\":1602,\"message\":\"?\"}") ==
        Texts{"The event is not allowed for the app: …"});
  CHECK(found_by_code("error 124") == Texts{"Access token is expired.", "Invalid access token."});
  CHECK(found_by_code("invalid_manifest") ==
        Texts{"… is not a valid scope name when usage is …",
              "You can only update Draft General app now",
              "SDK domain allowlist feature is not enabled for this account"});
  CHECK(found_by_code("4701").empty());
  CHECK(found_by_code("104 users").empty());
  CHECK(found_by_code("").empty());
}

TEST_CASE("a catalog without texts knows none") {
  CHECK(match_errors(catalog::Catalog{}, "Invalid scope").empty());
  CHECK(errors_of_code(catalog::Catalog{}, "4700").empty());
}

}  // namespace
}  // namespace zoomc::explain
