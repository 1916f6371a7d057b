#include "infer/idioms.h"

#include <algorithm>
#include <array>
#include <string>

#include "infer/name_words.h"
#include "text/ascii.h"

namespace zoomc::idioms {
namespace {

constexpr std::array kVerbNames{
    VerbName{"get", "GET"},
    VerbName{"post", "POST"},
    VerbName{"put", "PUT"},
    VerbName{"patch", "PATCH"},
    VerbName{"delete", "DELETE"},
    VerbName{"del", "DELETE"},
    VerbName{"head", "HEAD"},
    // Spring
    VerbName{"getForObject", "GET"},
    VerbName{"getForEntity", "GET"},
    VerbName{"postForObject", "POST"},
    VerbName{"postForEntity", "POST"},
    VerbName{"postForLocation", "POST"},
    VerbName{"patchForObject", "PATCH"},
    // .NET
    VerbName{"GetAsync", "GET"},
    VerbName{"GetStringAsync", "GET"},
    VerbName{"GetStreamAsync", "GET"},
    VerbName{"GetByteArrayAsync", "GET"},
    VerbName{"GetFromJsonAsync", "GET"},
    VerbName{"PostAsync", "POST"},
    VerbName{"PostAsJsonAsync", "POST"},
    VerbName{"PutAsync", "PUT"},
    VerbName{"PutAsJsonAsync", "PUT"},
    VerbName{"PatchAsync", "PATCH"},
    VerbName{"PatchAsJsonAsync", "PATCH"},
    VerbName{"DeleteAsync", "DELETE"},
    VerbName{"DeleteFromJsonAsync", "DELETE"},
    // Apache HttpClient
    VerbName{"HttpGet", "GET"},
    VerbName{"HttpPost", "POST"},
    VerbName{"HttpPut", "PUT"},
    VerbName{"HttpPatch", "PATCH"},
    VerbName{"HttpDelete", "DELETE"},
    // WordPress, Dart, Python's helpers
    VerbName{"wp_remote_get", "GET"},
    VerbName{"wp_remote_post", "POST"},
    VerbName{"get_json", "GET"},
    VerbName{"post_json", "POST"},
    VerbName{"getJSON", "GET"},
    VerbName{"PostForm", "POST"},
};

constexpr std::array kDefaultCalls{
    DefaultCall{"fetch", "GET", ""},
    DefaultCall{"$fetch", "GET", ""},
    DefaultCall{"ofetch", "GET", ""},
    DefaultCall{"axios", "GET", ""},
    DefaultCall{"got", "GET", ""},
    DefaultCall{"ky", "GET", ""},
    DefaultCall{"needle", "GET", ""},
    DefaultCall{"request", "GET", ""},
    DefaultCall{"ajax", "GET", ""},
    DefaultCall{"urlopen", "GET", "data"},
    DefaultCall{"Request", "GET", "data"},
    DefaultCall{"wp_remote_request", "GET", ""},
    DefaultCall{"file_get_contents", "GET", ""},
};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::span<const VerbName> verb_names() {
  return kVerbNames;
}

std::span<const DefaultCall> default_calls() {
  return kDefaultCalls;
}

bool is_transparent(std::string_view name) {
  constexpr std::array<std::string_view, 27> kNames{
      "URL",     "Uri",      "URI",       "create",     "parse",      "format",       "format!",
      "sprintf", "Sprintf",  "uri",       "url",        "encodeURI",  "String",       "str",
      "Str",     "toString", "HttpUrl",   "toHttpUrl",  "Parse",      "get_uri",      "from",
      "urljoin", "from_str", "parse_str", "fromString", "expandPath", "fromUriString"};
  return has(kNames, name);
}

bool is_url_setter(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames{
      "uri", "url", "setUri", "setUrl", "setURI", "setURL", "withUrl", "Uri", "Url", "newBuilder"};
  return has(kNames, name);
}

bool is_method_setter(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{
      "method",        "setMethod", "withMethod", "setRequestMethod",
      "setHttpMethod", "Method",    "SetMethod",  "customMethod"};
  return has(kNames, name);
}

bool is_request_word(std::string_view word) {
  constexpr std::array<std::string_view, 22> kWords{
      "request", "requests", "req",  "fetch", "call",    "api",      "http", "rest",
      "send",    "exchange", "do",   "query", "execute", "invoke",   "ajax", "axios",
      "curl",    "json",     "make", "run",   "message", "requester"};
  return has(kWords, word);
}

bool is_client_word(std::string_view word) {
  constexpr std::array<std::string_view, 40> kWords{
      "zoom",   "client",     "api",     "http",       "https",    "axios",   "rest",  "instance",
      "conn",   "connection", "session", "sdk",        "requests", "request", "fetch", "agent",
      "base",   "url",        "uri",     "host",       "endpoint", "root",    "v2",    "address",
      "prefix", "my",         "the",     "async",      "web",      "server",  "us",    "default",
      "user",   "admin",      "authed",  "authorized", "oauth",    "vite",    "next",  "public"};
  return has(kWords, word);
}

bool is_other_word(std::string_view word) {
  constexpr std::array<std::string_view, 59> kWords{
      "router",     "app",       "route",       "routes",   "mock",      "mocks",    "mocked",
      "stub",       "fake",      "nock",        "scope",    "cy",        "cache",    "caches",
      "store",      "storage",   "redis",       "map",      "dict",      "registry", "repo",
      "repository", "db",        "queue",       "set",      "logger",    "log",      "config",
      "settings",   "headers",   "params",      "cookies",  "responses", "respx",    "httpretty",
      "expect",     "assert",    "interceptor", "wiremock", "msw",       "fixture",  "fixtures",
      "recorder",   "vcr",       "metrics",     "tracer",   "counter",   "urls",     "allowlist",
      "whitelist",  "seen",      "visited",     "i18n",     "kwargs",    "values",   "environ",
      "env",        "analytics", "mocker"};
  return has(kWords, word);
}

bool is_speech(std::string_view name) {
  constexpr std::array<std::string_view, 61> kNames{
      "log",          "info",        "debug",      "warn",     "warning",   "error",    "trace",
      "fatal",        "print",       "println",    "printf",   "puts",      "echo",     "errorf",
      "fprintf",      "fprintln",    "raise",      "throw",    "exception", "expect",   "assert",
      "assertequals", "assertequal", "equal",      "tobe",     "toequal",   "describe", "it",
      "test",         "context",     "writeline",  "eprintln", "println!",  "panic",    "panic!",
      "abort",        "fail",        "writeln",    "require",  "import",    "p",        "pp",
      "notice",       "critical",    "startswith", "includes", "equals",    "match",    "matches",
      "regexp",       "compile",     "pop",        "add",      "push",      "append",   "track",
      "indexof",      "contains",    "endswith",   "replace",  "split"};
  return has(kNames, lowered(name));
}

bool is_method_key(std::string_view key) {
  constexpr std::array<std::string_view, 6> kKeys{"method", "httpMethod", "http_method",
                                                  "type",   "verb",       "requestMethod"};
  return has(kKeys, key);
}

bool is_url_key(std::string_view key) {
  constexpr std::array<std::string_view, 9> kKeys{
      "url", "uri", "path", "endpoint", "href", "route", "pathname", "requestUri", "Uri"};
  return has(kKeys, key);
}

bool is_base_key(std::string_view key) {
  constexpr std::array<std::string_view, 16> kKeys{
      "baseURL",   "baseUrl",    "base_url", "base_uri",    "baseUri", "BaseAddress",
      "prefixUrl", "BaseUrl",    "url",      "uri",         "rootUri", "site",
      "root",      "prefix_url", "BaseURL",  "default_base"};
  return has(kKeys, key);
}

bool is_host_key(std::string_view key) {
  constexpr std::array<std::string_view, 3> kKeys{"hostname", "host", "authority"};
  return has(kKeys, key);
}

bool is_test_library(std::string_view name) {
  constexpr std::array<std::string_view, 22> kNames{
      "nock",          "msw",          "msw/node",      "axios-mock-adapter",
      "moxios",        "fetch-mock",   "requests_mock", "responses",
      "httpretty",     "respx",        "webmock",       "WebMock",
      "webmock/rspec", "vcr",          "wiremock",      "MockWebServer",
      "httpmock",      "gock",         "mockito",       "supertest",
      "pytest_httpx",  "RichardSzalay"};
  return has(kNames, name);
}

}  // namespace zoomc::idioms
