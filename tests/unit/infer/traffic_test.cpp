#include "infer/traffic.h"

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "support/catch.h"

namespace zoomc::infer {
namespace {

// A line for each operation and unknown call, then "other N, D days"; or why nothing was read.
std::string read(const std::string& path, const std::string& text) {
  static const PathTrie trie(catalog::builtin_catalog());
  PeekedBytes bytes([rest = std::string_view(text)](char* buffer, std::size_t size) mutable {
    const std::size_t count = rest.copy(buffer, size);
    rest.remove_prefix(count);
    return count;
  });
  const auto format = traffic_format(path, bytes.begin());
  if (!format) return "no traffic";
  Traffic traffic(trie);
  if (!read_traffic(*format, bytes, traffic)) return "no " + std::string(to_string(*format));
  std::string lines;
  for (const auto& [operation, times] : traffic.operations()) {
    lines += std::to_string(times) + " " +
             catalog::display_name(catalog::builtin_catalog().operations[operation]) + "\n";
  }
  for (const auto& [call, times] : traffic.unknown()) {
    lines += std::to_string(times) + " ? " + call + "\n";
  }
  return lines + "other " + std::to_string(traffic.other()) + ", " +
         std::to_string(traffic.days()) + " days";
}

constexpr const char* kHar = R"({"log": {"version": "1.2", "entries": [
  {"startedDateTime": "2026-07-01T10:00:00Z", "request": {"method": "GET",
    "url": "https://api.zoom.us/v2/users/dev@acme.example/meetings?access_token=secret",
    "headers": [{"name": "url", "value": "https://api.zoom.us/v2/groups"}]},
   "response": {"content": {"text": "{\"method\": \"POST\"}"}}},
  {"startedDateTime": "2026-07-03T10:00:00Z", "request": {"method": "delete",
    "url": "https://api-eu.zoom.us/v2/meetings/85746065432"}},
  {"request": {"method": "GET", "url": "https://acme.example/v2/users"}},
  {"request": {"method": "GET", "url": "https://api.zoom.us/v2/userz/85746065432"}},
  {"request": {"method": "OPTIONS", "url": "https://api.zoom.us/v2/users"}}
]}})";

}  // namespace

TEST_CASE("a HAR file is read for its requests alone") {
  CHECK(read("a.har", kHar) ==
        "1 DELETE /meetings/{meetingId}\n1 GET /users/{userId}/meetings\n1 ? GET /userz/{}\nother "
        "2, 3 "
        "days");
  CHECK(read("export.json", kHar) == read("a.har", kHar));
  CHECK(read("a.har", std::string("\xef\xbb\xbf") + kHar) == read("a.har", kHar));
  CHECK(read("a.har", R"({"log": {"entries": []}})") == "other 0, 0 days");
  CHECK(read("a.har", R"({"log": {"entries": [)") == "no HAR");
  CHECK(read("a.har", R"({"openapi": "3.0"})") == "no HAR");
  CHECK(read("a.har", std::string(100000, '[')) == "no HAR");
}

TEST_CASE("an access log has calls with and without their host") {
  CHECK(read("access.log",
             "10.0.0.1 - - [28/Jun/2026:13:55:36 +0000] \"GET /v2/users/me HTTP/1.1\" 200 2326 "
             "\"-\" \"x\"\n"
             "10.0.0.1 - - [01/Jul/2026:13:55:36 +0000] \"GET https://api.zoom.us/v2/users/me "
             "HTTP/1.1\" 200 1\r\n"
             "10.0.0.1 - - [01/Jul/2026:13:55:37 +0000] \"GET /users/me HTTP/1.1\" 200 1\n"
             "10.0.0.1 - - [01/Jul/2026:13:55:37 +0000] \"GET /v2/nowhere HTTP/1.1\" 200 1\n"
             "10.0.0.1 - - [01/Jul/2026:13:55:37 +0000] \"GET https://acme.example/v2/users "
             "HTTP/1.1\" 200\n"
             "no request at all") == "2 GET /users/{userId}\nother 4, 4 days");
  CHECK(read("notes.log", "nothing\n") == "no access log");
}

TEST_CASE("JSON lines are read under the usual names") {
  CHECK(read("log.jsonl",
             "{\"ts\": 1782900000, \"http\": {\"method\": \"POST\", \"url\": "
             "\"https://api.zoom.us/v2/users\"}}\n"
             "{\"time\": \"2026-07-02T00:00:00Z\", \"request_method\": \"GET\", \"uri\": "
             "\"/v2/groups/a1\"}\n"
             "{\"host\": \"acme.example\", \"method\": \"GET\", \"path\": \"/v2/users\"}\n"
             "{\"message\": \"hello\"}\n"
             "{broken\n\n") == "1 GET /groups/{groupId}\n1 POST /users\nother 3, 2 days");
  CHECK(read("log.jsonl", "{\"message\": 1}\n") == "no JSON lines");
}

TEST_CASE("CSV needs a URL column, whatever it is called") {
  CHECK(read("calls.csv",
             "\xef\xbb\xbf\"Request Time\",Request Method,Request URL,Status\r\n"
             "2026-07-01 10:00:00,GET,\"/v2/users/{userId}\",200\r\n"
             "07/28/2026 10:00,PATCH,https://api.zoom.us/v2/meetings/12?x=\"\"1\"\",204\r\n"
             "2026-07-02,GET,/v1/other,200\r\n") ==
        "1 PATCH /meetings/{meetingId}\n1 GET /users/{userId}\nother 1, 28 days");
  CHECK(read("calls.csv", "API call;Calls\nGET /users;40\nPOST /users;2\n") ==
        "40 GET /users\n2 POST /users\nother 0, 0 days");
  CHECK(read("calls.csv", "Account,Acme\nFrom,2026-07-01\nmethod,path\nGET,/phone/recordings\n") ==
        "1 GET /phone/recordings\nother 0, 0 days");
  CHECK(read("calls.csv", "name,age\nx,1\n") == "no CSV");
  CHECK(read("calls.csv", "") == "no CSV");
}

TEST_CASE("what is no traffic is not taken for one") {
  CHECK(read("a.txt", "hello\n") == "no traffic");
  CHECK(read("package.json", "{\"name\": \"x\"}\n") == "no JSON lines");
  CHECK(read("a.bin", std::string("\0\1\2", 3)) == "no traffic");
}

TEST_CASE("days are read in the ways of logs") {
  CHECK(day_of("1970-01-02") == 1);
  CHECK(day_of("2026-07-01T10:00:00Z") == 20635);
  CHECK(day_of("01/Jul/2026:13:55:36 +0000") == 20635);
  CHECK(day_of("7/1/2026 10:00") == 20635);
  CHECK(day_of("1782900000") == 20635);
  CHECK(day_of("1782900000123") == 20635);
  CHECK(!day_of("yesterday"));
  CHECK(!day_of("2026-13-01"));
  CHECK(!day_of(""));
}

}  // namespace zoomc::infer
