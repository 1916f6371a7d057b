#include "explain/call_errors.h"

#include <array>

#include "explain/explain.h"
#include "support/catch.h"

namespace zoomc::explain {
namespace {

constexpr std::array<std::string_view, 1> kGuideNames{"thing:read"};
constexpr std::array<catalog::OperationId, 1> kReadsThing{4};
constexpr std::array<catalog::Feature, 1> kReadFeature{{{.name = "things.read",
                                                         .guide_scopes = kGuideNames,
                                                         .operations = kReadsThing,
                                                         .phrase = "Read things"}}};

constexpr catalog::Operation call_of(std::string_view path, bool is_master = false) {
  return {.product = "a", .method = "GET", .path = path, .is_master = is_master};
}

constexpr std::array<catalog::Operation, 11> kCalls{call_of("/accounts/{accountId}/a", true),
                                                    call_of("/b"),
                                                    call_of("/c"),
                                                    call_of("/d"),
                                                    call_of("/e"),
                                                    call_of("/f"),
                                                    call_of("/g"),
                                                    call_of("/h"),
                                                    call_of("/i"),
                                                    call_of("/j"),
                                                    call_of("/k")};

constexpr std::array<catalog::CallError, 22> kReplies{{
    {0, 404, "3001", "Thing does not exist: $thingId."},
    {1, 404, "3001", "Thing does not exist: {thingId}"},
    {1, 404, "3001", "Thing does not exist."},
    {1, 400, "300", "Validation Failed."},
    {1, 400, "300", "The moon phase isn't full enough for calls of this account."},
    {2, 400, "300", "Validation failed"},
    {2, 404, "3001", "Thing does not exist: {thingId}."},
    {2, 404, "404", "Moon not found"},
    {3, 404, "3001", "Thing does not exist: {0}"},
    {4, 404, "3001", "Thing does not exist: {thingId}."},
    {4, 404, "3001", "Thing {thingId} not found or has expired."},
    {4, 400, "7", "{field} is not a color."},
    {5, 404, "3001", "Thing does not exist: {thingId}."},
    {6, 404, "3001", "Thing does not exist: {thingId}."},
    {7, 404, "3001", "Thing does not exist: {thingId}."},
    {8, 404, "3001", "Thing does not exist: {thingId}."},
    {9, 404, "3001", "Thing does not exist: {thingId}."},
    {9, 400, "10", "Thing does not exist: {thingId}. Ask the owner of the moon."},
    {9, 409, "11", "Not found."},
    {10, 404, "3001", "Thing does not exist: {thingId}."},
    {10, 400, "12", "The subscription \"{id}\" ended, see `plan`."},
    {10, 400, "13", "No."},
}};

constexpr std::array<std::string_view, 1> kTexts{"It does not contain scopes: the thing, it seems"};
constexpr std::array<std::string_view, 1> kCodes{"7"};
constexpr std::array<std::string_view, 1> kWays{"mend it"};
constexpr std::array<catalog::ErrorText, 1> kErrors{
    {{kTexts, kCodes, {.cause = "It is.", .ways_out = kWays}}}};

constexpr catalog::Catalog kFailing{.date = "2026-08",
                                    .operations = kCalls,
                                    .features = kReadFeature,
                                    .errors = kErrors,
                                    .call_errors = kReplies};

std::string explained(std::string_view topic) {
  return explain({kFailing, {}}, topic).value_or("unknown");
}

const std::string kMissing =
    "`Thing does not exist: $thingId.` (3001): Zoom documents it for 11 operations\n"
    "  HTTP 404     GET /e                       for things.read\n"
    "               GET /b\n"
    "               GET /c\n"
    "               GET /d\n"
    "               GET /f\n"
    "               GET /g\n"
    "               GET /h\n"
    "               GET /i\n"
    "  and          3 more\n";
const std::string kExpired =
    "`Thing {thingId} not found or has expired.` (3001): Zoom documents it for 1 operation\n"
    "  HTTP 404     GET /e                       for things.read\n";

TEST_CASE("a reply is known by its code and text, whatever the values are") {
  CHECK(explained(R"({"code":3001,"message":"Thing does not exist: 123"})") == kMissing);
  CHECK(explained(R"({"code":3001,"message":"Thing does not exist: a-b/c@d.e."})") == kMissing);
  CHECK(explained("Error 3001: THING DOES NOT EXIST") == kMissing);
  CHECK(explained("thing does not exist: 5") == kMissing);
  CHECK(explained(R"({"code":3001,"message":"Thing 12 not found or has expired."})") == kExpired);
  CHECK(explained("Request failed with status code 404: thing 12 not found or has expired") ==
        kExpired);
  CHECK(explained(R"({"code":12,"message":"The subscription \"x\" ended, see `plan`."})") ==
        "\"The subscription \"{id}\" ended, see `plan`.\" (12): Zoom documents it for 1 operation\n"
        "  HTTP 400     GET /k\n");
}

TEST_CASE("a gap within a text has a value, and no essay") {
  CHECK(explained("thing not found or has expired") == "unknown");
  CHECK(
      explained(R"({"code":3001,"message":"Thing not found or has expired"})")
          .find("the message fits none of the 2 texts that Zoom documents with the code 3001\n") ==
      0);
  CHECK(
      explained("the thing that we made last week with the new app of ours is not on that page, it "
                "was not found or has expired") == "unknown");
}

TEST_CASE("a longer text has the shorter one in it") {
  CHECK(explained("Thing does not exist: 5. Ask the owner of the moon.") ==
        "`Thing does not exist: {thingId}. Ask the owner of the moon.` (10): Zoom documents it for "
        "1 operation\n"
        "  HTTP 400     GET /j\n");
}

TEST_CASE("a text counts with another code only if it is long and exact") {
  const std::string moon = "The moon phase isn't full enough for calls of this account.";
  const std::string row = "`" + moon + "` (300): Zoom documents it for 1 operation\n";
  CHECK(explained(moon) == row + "  HTTP 400     GET /b\n");
  CHECK(explained(R"({"code":300,"message":")" + moon + "\"}") == row + "  HTTP 400     GET /b\n");
  CHECK(explained(R"({"code":5,"message":")" + moon + "\"}") ==
        row +
            "Zoom documents this text with the code 300, not with 5.\n"
            "  HTTP 400     GET /b\n");
  CHECK(explained(R"({"code":5,"message":"And )" + moon + "\"}") == "unknown");
  CHECK(explained(R"({"code":5,"message":"Thing does not exist: 12"})") == "unknown");
  CHECK(explained(R"({"code":300,"message":"Thing does not exist: 12"})") ==
        "the message fits none of the 2 texts that Zoom documents with the code 300\n"
        "  HTTP 400     2 operations                 `Validation Failed.`\n"
        "               GET /b                       `" +
            moon + "`\n");
}

TEST_CASE("a piece of a text, if it is long") {
  CHECK(explained("moon phase isn't full enough") ==
        "`The moon phase isn't full enough for calls of this account.` (300): Zoom documents it "
        "for 1 operation\n"
        "  HTTP 400     GET /b\n");
  CHECK(explained("moon phase isn't full") == "unknown");
}

TEST_CASE("a code alone has all its texts") {
  const std::string one =
      "`Moon not found` (404): Zoom documents it for 1 operation\n"
      "  HTTP 404     GET /c\n";
  CHECK(explained("404") == one);
  CHECK(explained("error code 404") == one);
  CHECK(explained("300") ==
        "the code 300: Zoom documents 2 texts with it\n"
        "  HTTP 400     2 operations                 `Validation Failed.`\n"
        "               GET /b                       `The moon phase isn't full enough for calls "
        "of this account.`\n");
  CHECK(explained(R"({"code":404,"message":"Nobody is at home"})") ==
        "the message is not the one that Zoom documents with the code 404\n"
        "  HTTP 404     GET /c                       `Moon not found`\n");
}

TEST_CASE("the status of HTTP is no code") {
  CHECK(explained("400") == "unknown");
  CHECK(explained("409") == "unknown");
  CHECK(explained("status code 404") == "unknown");
  CHECK(explained("HTTP error 404") == "unknown");
}

TEST_CASE("a short text counts only with its code, or alone") {
  CHECK(explained("my thing is not found") == "unknown");
  CHECK(explained("Not found.") == "unknown");
  CHECK(explained(R"({"code":11,"message":"Not found."})") ==
        "`Not found.` (11): Zoom documents it for 1 operation\n"
        "  HTTP 409     GET /j\n");
  CHECK(explained("Validation failed") ==
        "`Validation Failed.` (300): Zoom documents it for 2 operations\n"
        "  HTTP 400     GET /b\n"
        "               GET /c\n");
  CHECK(explained("this is not a color") ==
        "`{field} is not a color.` (7): Zoom documents it for 1 operation\n"
        "  HTTP 400     GET /e                       for things.read\n");
}

TEST_CASE("what is known of a text comes first") {
  CHECK(explained("7") ==
        "`It does not contain scopes: the thing, it seems` (7)\nIt is.\n  then         mend it\n"
        "\n"
        "`{field} is not a color.` (7): Zoom documents it for 1 operation\n"
        "  HTTP 400     GET /e                       for things.read\n");
  // The documented text tells more than a code that it shares with others.
  CHECK(explained(R"({"code":7,"message":"Mud is not a color."})") ==
        "`{field} is not a color.` (7): Zoom documents it for 1 operation\n"
        "  HTTP 400     GET /e                       for things.read\n");
  CHECK(explained(R"({"code":7,"message":"It does not contain scopes: the thing, it seems"})") ==
        "It is.\n  then         mend it\n");
}

TEST_CASE("the replies of a call") {
  Answer few;
  add_call_errors(few, kFailing, 2);
  CHECK(few.text() ==
        "  fails with   300, HTTP 400                `Validation failed`\n"
        "               3001, HTTP 404               `Thing does not exist: {thingId}.`\n"
        "               404, HTTP 404                `Moon not found`\n");
  Answer none;
  add_call_errors(none, {}, 2);
  CHECK(none.text().empty());
}

}  // namespace
}  // namespace zoomc::explain
