#include "catalog_tools/api_document.h"

#include "support/catch.h"

namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;

// "openapi-value 3-7 text" for each finding.
Names findings_of(const std::string& text) {
  Sink sink;
  read_api_document({"api.json", text}, sink);
  Names lines;
  for (const Diagnostic& found : sink.take()) {
    lines.push_back(std::string(to_string(found.severity)) + "[" + std::string(found.id) +
                    "]: " + std::to_string(found.primary.begin) + "-" +
                    std::to_string(found.primary.end) + " " + found.message);
  }
  return lines;
}

ApiDocument read(const std::string& text) {
  Sink sink;
  auto document = read_api_document({"api.json", text}, sink);
  CHECK(sink.take().empty());
  REQUIRE(document);
  return *document;
}

std::string with_call(const std::string& members) {
  return R"({"paths":{"/a":{"get":{)" + members + "}}}}";
}

TEST_CASE("the calls of a document in its order") {
  const ApiDocument document = read(R"({
    "openapi": "3.0.0", "info": {"title": " Users ", "version": 2.50e1},
    "paths": {
      "/users/{userId}": {
        "parameters": [{"get": {"operationId": "none"}}],
        "x-extensions": {"x-granular-scopes": ["none"]},
        "patch": {"operationId": "userUpdate", "summary": " Update\n a user ", "deprecated": true,
                  "x-extensions": {"x-granular-scopes": [" b:admin", "a", "a"],
                                   "x-macro-scopes": ["c,  d", ""]}},
        "get": {"operationId": "user", "description": "Text.\n\n**Prerequisites:**\n* A Pro plan",
                "deprecated": false, "x-extensions": {"x-permissions": ["User:Read", "User:Edit"]},
                "responses": {
                  "200": {"description": "**Error Code:** `0` <br> Fine."},
                  "404": {"description": "**Error Code:** `1001` <br>\n No user: $userId. <br>\n",
                          "content": {"x": {"description": "**Error Code:** `1` <br> None."}}},
                  "default": {"description": "**Error Code:** `2` <br> None."}}}
      },
      "/users": {"post": {}, "trace": {"operationId": "trace"}}
    },
    "components": {"paths": {"/none": {"get": {}}}}
  })");
  CHECK(document.title == "Users");
  REQUIRE(document.calls.size() == 3);
  const ApiCall& update = document.calls[0];
  CHECK(update.method == "PATCH");
  CHECK(update.path == "/users/{userId}");
  CHECK(update.id == "userUpdate");
  CHECK(update.name == "Update a user");
  CHECK(update.granular == Names{"a", "b:admin"});
  CHECK(update.classic == Names{"c", "d"});
  CHECK(update.permissions == std::nullopt);
  CHECK(update.prerequisites == std::nullopt);
  CHECK(update.errors == std::nullopt);
  CHECK(update.is_deprecated);
  const ApiCall& get = document.calls[1];
  CHECK(get.method == "GET");
  CHECK(get.granular == std::nullopt);
  CHECK(get.classic == std::nullopt);
  CHECK(get.name.empty());
  CHECK(get.permissions == Names{"User:Edit", "User:Read"});
  CHECK(get.prerequisites == Names{"a pro plan"});
  CHECK(get.errors ==
        std::vector<ApiError>{{"200", {"0", "Fine."}}, {"404", {"1001", "No user: $userId."}}});
  CHECK_FALSE(get.is_deprecated);
  CHECK(document.calls[2].method == "POST");
  CHECK(document.calls[2].path == "/users");
  CHECK(document.calls[2].id.empty());
}

TEST_CASE("the events of a document with the scopes of the body's description") {
  const ApiDocument document = read(R"({
    "openapi": "3.1.0", "info": {"title": "Meetings"},
    "webhooks": {
      "meeting.started": {
        "post": {
          "operationId": "meeting.started", "description": "Granular Scopes: `none:a`",
          "requestBody": {
            "description": "# meeting.started\n\n**[Scopes](https://x):** `b:read`,`a:read`\n\n**[Granular Scopes](https://x):** `a:read:b`\n\n**Event type**: `meeting.started`\n",
            "content": {"x": {"description": "Scopes: `none:b`"}}
          },
          "responses": {"400": {"description": "**Error Code:** `1` <br> None."}}
        }
      },
      "app_deauthorized": {"post": {"deprecated": true, "requestBody": {"description": "Scopeless"}}}
    }
  })");
  CHECK(document.title == "Meetings");
  CHECK(document.calls.empty());
  REQUIRE(document.events.size() == 2);
  const ApiEvent& started = document.events[0];
  CHECK(started.name == "meeting.started");
  CHECK(started.classic == Names{"a:read", "b:read"});
  CHECK(started.granular == Names{"a:read:b"});
  CHECK_FALSE(started.is_deprecated);
  CHECK(document.events[1].name == "app_deauthorized");
  CHECK(document.events[1].classic == std::nullopt);
  CHECK(document.events[1].granular == std::nullopt);
  CHECK(document.events[1].is_deprecated);
}

TEST_CASE("most paths tell the document of the master-account API") {
  const auto with_paths = [](const std::string& paths) {
    std::string text;
    for (const char c : paths) {
      text += text.empty() ? "" : ",";
      text += c == 'a'   ? "\"/accounts\""
              : c == 'b' ? "\"/accounts/{accountId}/b\""
                         : "\"/accountsx/" + std::string(1, c) + "\"";
      text += R"(:{"get":{},"post":{}})";
    }
    return read("{\"paths\":{" + text + "}}").is_master();
  };
  CHECK(with_paths("a"));
  CHECK(with_paths("abx"));
  CHECK_FALSE(with_paths("abxy"));
  CHECK_FALSE(with_paths("x"));
  CHECK_FALSE(read(R"({"webhooks":{"a.b":{"post":{}}}})").is_master());
}

TEST_CASE("an empty list is a statement, a missing one is none") {
  const auto call = [](const std::string& members) { return read(with_call(members)).calls.at(0); };
  CHECK(call(R"("x-extensions":{"x-granular-scopes":[]},"description":"Granular Scopes: `a:b`")")
            .granular == Names{});
  CHECK(call(R"("description":"**[Granular Scopes](https://x):** `a:b`,`a:a`")").granular ==
        Names{"a:a", "a:b"});
  CHECK(call(R"("x-extensions":{"x-granular-scopes":null})").granular == std::nullopt);
  CHECK(call(R"("responses":{})").errors == std::vector<ApiError>{});
  CHECK(call(R"("responses":null)").errors == std::nullopt);
}

TEST_CASE("a byte order mark is passed over") {
  CHECK(read("\xEF\xBB\xBF{\"paths\":{\"/a\":{\"get\":{}}}}").calls.at(0).place.begin == 13);
}

TEST_CASE("what is no JSON is told with its place") {
  CHECK(findings_of("") ==
        Names{"error[openapi-document]: 0-0 the file is not JSON: the document is empty"});
  CHECK(findings_of("{\"paths\":{},}") ==
        Names{"error[openapi-document]: 12-13 the file is not JSON: missing a name for object "
              "member"});
  CHECK(findings_of("{\"paths\":{\"/a\":") ==
        Names{"error[openapi-document]: 15-15 the file is not JSON: invalid value"});
  CHECK(findings_of("openapi: 3.0.0\n") ==
        Names{"error[openapi-document]: 0-1 the file is not JSON: invalid value"});
  CHECK(findings_of("{\"paths\":\"\xFF\"}") ==
        Names{"error[invalid-encoding]: 10-11 the file is not UTF-8 from here on: save it as "
              "UTF-8"});
  CHECK(findings_of(std::string(std::size_t{8} * 1024 * 1024 + 1, ' ')) ==
        Names{"error[file-too-large]: 0-0 the file is larger than 8 MiB"});
}

TEST_CASE("what is no OpenAPI document") {
  const Names none{
      "error[openapi-document]: 0-0 the file is JSON, but not an OpenAPI document: it has neither "
      "`paths` nor `webhooks`"};
  CHECK(findings_of("{}") == none);
  CHECK(findings_of("[]") == none);
  CHECK(findings_of("7") == none);
  CHECK(findings_of("{\"paths\":null}") == none);
  CHECK(findings_of("{\"a\":{\"paths\":{}}}") == none);
  CHECK(findings_of("[{\"paths\":{}}]") == none);
  CHECK(findings_of("{\"paths\":[]}") ==
        Names{"error[openapi-document]: 9-10 `paths` must be an object"});
  CHECK(findings_of("{\"webhooks\":\"x\"}") ==
        Names{"error[openapi-document]: 12-15 `webhooks` must be an object"});
}

TEST_CASE("an OpenAPI document of something else") {
  const Names empty{
      "error[openapi-document]: 0-0 the file is an OpenAPI document without calls or events"};
  CHECK(findings_of("{\"openapi\":\"3.0.0\"}") == empty);
  CHECK(findings_of("{\"swagger\":\"2.0\",\"paths\":{}}") == empty);
  CHECK(findings_of("{\"paths\":{\"/a\":{\"parameters\":[]}}}") == empty);
  CHECK(findings_of("{\"webhooks\":{}}") == empty);
}

TEST_CASE("a list of scopes must be one") {
  CHECK(findings_of(with_call(R"("x-extensions":{"x-granular-scopes":"a:b"})")) ==
        Names{"error[openapi-document]: 59-64 `x-granular-scopes` must be a list of scopes"});
  CHECK(findings_of(with_call(R"("x-extensions":{"x-macro-scopes":{"a":"b"}})")) ==
        Names{"error[openapi-document]: 56-57 `x-macro-scopes` must be a list of scopes"});
  CHECK(findings_of(with_call(R"("x-extensions":{"x-macro-scopes":[7]})")) ==
        Names{"error[openapi-document]: 57-58 `x-macro-scopes` must be a list of scopes"});
}

TEST_CASE("a list of permissions must be one") {
  CHECK(findings_of(with_call(R"("x-extensions":{"x-permissions":true})")) ==
        Names{"error[openapi-document]: 58-59 `x-permissions` must be a list of permissions"});
  CHECK(findings_of(with_call(R"("x-extensions":{"x-permissions":["a b"]})")) ==
        Names{"warning[openapi-value]: 56-61 the permission `a b` has a space or a semicolon: it "
              "is left out"});
}

TEST_CASE("a list of scopes has nothing but texts") {
  CHECK(findings_of(with_call(R"("x-extensions":{"x-macro-scopes":["a:b",null]})")) ==
        Names{"error[openapi-document]: 66-67 `x-macro-scopes` must be a list of scopes"});
}

TEST_CASE("what cannot stand in a table is left out") {
  CHECK(findings_of(R"({"paths":{"a":{"get":{}},"/b c":{"get":{}}}})") ==
        Names{"warning[openapi-value]: 10-13 the path `a` does not begin with `/`, or has a space, "
              "comma or semicolon: its calls are left out",
              "warning[openapi-value]: 25-31 the path `/b c` does not begin with `/`, or has a "
              "space, comma or semicolon: its calls are left out"});
  CHECK(findings_of(with_call(R"("operationId":"get \"a\" \\")")) ==
        Names{"warning[openapi-value]: 37-51 the operation id `get \"a\" \\` has a space, comma or "
              "semicolon: the call keeps the id that it has, if any"});
  CHECK(findings_of(with_call(R"("x-extensions":{"x-macro-scopes":["a b","c\u0009;d"]})")) ==
        Names{"warning[openapi-value]: 57-62 the scope `a b` has a space or a semicolon: it is "
              "left out",
              "warning[openapi-value]: 63-74 the scope `c ;d` has a space or a semicolon: it is "
              "left out"});
}

TEST_CASE("an event whose name cannot stand in a table is left out") {
  CHECK(findings_of(R"({"webhooks":{"a b":{"post":{"operationId":"a b"}}}})") ==
        Names{"warning[openapi-value]: 13-18 the event `a b` has a space, comma or semicolon, or "
              "no name: it is left out"});
}

TEST_CASE("deep nesting is refused without recursion") {
  const std::string deep(100'000, '[');
  CHECK(findings_of(deep) ==
        Names{"error[openapi-document]: 200-201 the document is nested deeper than 200 levels; "
              "Zoom's documents are not so deep"});
  std::string allowed;
  for (int i = 0; i < 199; ++i) allowed += "{\"a\":";
  allowed += "{\"a\":[]}";
  CHECK(findings_of(allowed + std::string(199, '}')).at(0).find("nested deeper") !=
        std::string::npos);
}

TEST_CASE("no more warnings than people read") {
  std::string paths;
  for (int i = 0; i < 500; ++i) {
    paths += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":{\"get\":{}}";
  }
  CHECK(findings_of("{\"paths\":{" + paths + "}}").size() == 100);
}

}  // namespace
}  // namespace zoomc::catalog_tools
