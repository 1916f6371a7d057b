#include "lint/url.h"

#include <string>

#include "support/catch.h"
#include "text/ascii.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

std::string parts_of(std::string_view text) {
  const Url url = split_url(text);
  std::string parts;
  const auto add = [&](std::string_view name, UrlPart part, bool present) {
    if (present) parts += std::string(name) + "=" + std::string(part.of(text)) + " ";
  };
  add("scheme", url.scheme, !url.scheme.empty());
  add("user", url.user, !url.user.empty());
  add("host", url.host, true);
  add("port", url.port, !url.port.empty());
  add("path", url.path, !url.path.empty());
  add("query", url.query, url.has_query);
  add("fragment", url.fragment, url.has_fragment);
  parts.pop_back();
  return parts;
}

}  // namespace

TEST_CASE("a URL is split at its delimiters") {
  CHECK(parts_of("https://api.unified.to/oauth/code") ==
        "scheme=https host=api.unified.to path=/oauth/code");
  CHECK(parts_of("https://me:pw@a.b:8443/c?d=e/f#g") ==
        "scheme=https user=me:pw host=a.b port=8443 path=/c query=d=e/f fragment=g");
  CHECK(parts_of("http://[::1]:80/x") == "scheme=http host=[::1] port=80 path=/x");
  CHECK(parts_of("http://[::1]/x") == "scheme=http host=[::1] path=/x");
  CHECK(parts_of("https://a?b") == "scheme=https host=a query=b");
  CHECK(parts_of("https://a#b?c") == "scheme=https host=a fragment=b?c");
  CHECK(parts_of("https://a/?#") == "scheme=https host=a path=/ query= fragment=");
}

TEST_CASE("without a scheme all before the path is the host") {
  CHECK(parts_of("api.unified.to/oauth") == "host=api.unified.to path=/oauth");
  CHECK(parts_of("/next?to=https://a") == "host= path=/next query=to=https://a");
  CHECK(parts_of("") == "host=");
}

TEST_CASE("ASCII letters get lower case and nothing else changes") {
  CHECK(lowered("HTTPS://Api.Example/\xC3\x84?Q=%2F") == "https://api.example/\xC3\x84?q=%2f");
}

TEST_CASE("localhost has several names") {
  for (const char* host : {"localhost", "LocalHost", "localhost.", "app.localhost", "127.0.0.1",
                           "127.1.2.3", "0.0.0.0", "[::1]", "[0:0:0:0:0:0:0:1]"}) {
    CHECK(is_localhost(host));
  }
  for (const char* host : {"", "acme.example", "localhost.acme.example", "notlocalhost",
                           "128.0.0.1", "127.acme.example", "[::2]", "1.127.0.0", "."}) {
    CHECK_FALSE(is_localhost(host));
  }
}

TEST_CASE("a base URL has no path or query and stands for what is below it") {
  CHECK(is_base_of("https://a.b", "https://a.b/c"));
  CHECK(is_base_of("https://a.b/", "https://a.b/c"));
  CHECK(is_base_of("https://a.b", "https://a.b"));
  CHECK(is_base_of("https://a.b:80", "https://a.b:80/c"));
  CHECK_FALSE(is_base_of("https://a.b", "https://a.bc/d"));
  CHECK_FALSE(is_base_of("https://a.b", "https://a.b:80/c"));
  CHECK_FALSE(is_base_of("https://a.b/c", "https://a.b/c/d"));
  CHECK_FALSE(is_base_of("https://a.b?", "https://a.b/c"));
  CHECK_FALSE(is_base_of("https://a.b#", "https://a.b/c"));
  CHECK_FALSE(is_base_of("http://a.b", "https://a.b/c"));
  CHECK_FALSE(is_base_of("https://A.b", "https://a.b/c"));
}
