#include <string>

#include "lint/url_problem.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

// "[what it points at] says" and, where something else was meant, " -> it" ("=>" where that is
// sure).
std::string fault(std::string_view text, bool is_redirect = false) {
  const auto found = find_url_fault(text, is_redirect);
  if (!found) return "fine";
  std::string told =
      "[" + std::string(text.substr(found->begin, found->end - found->begin)) + "] " + found->says;
  if (found->meant) {
    told += (found->safety == FixSafety::safe ? " => " : " -> ") + *found->meant;
  }
  return told;
}

}  // namespace

TEST_CASE("an absolute http or https URL has no fault") {
  for (const char* url :
       {"https://acme.example", "https://acme.example/", "HTTP://Acme.Example:65535/a?b#c",
        "https://acme", "https://a_b-c.acme.example.", "https://me:pw@acme.example/a",
        "https://[::1]:80/", "https://[::ffff:10.0.0.1]", "https://203.0.113.7/a",
        "https://b\xC3\xBC.example/\xC3\xBC", "https://acme.example/http://x"}) {
    CHECK(fault(url) == "fine");
  }
}

TEST_CASE("white space is a fault wherever it stands, and is taken away around a URL") {
  CHECK(fault(" https://acme.example\t") ==
        "[ ] contains white space, which a URL cannot have => https://acme.example");
  CHECK(fault("https://acme.example/our  app") ==
        "[  ] contains white space, which a URL cannot have");
  CHECK(fault("https://acme.example/our app ") ==
        "[ ] contains white space, which a URL cannot have");
  CHECK(fault("https://acme.example\n") ==
        "[\n] contains white space, which a URL cannot have => https://acme.example");
  CHECK(fault("https://acme.example/\x7F") ==
        "[\x7F] contains a control character, which a URL cannot have");
}

TEST_CASE("without a scheme what begins with a host is completed") {
  const std::string lacks = "must start with `https://`";
  CHECK(fault("acme.example/a") == "[] " + lacks + " -> https://acme.example/a");
  CHECK(fault("localhost:3000") == "[] " + lacks + " -> https://localhost:3000");
  CHECK(fault("acme.example:8080?a") == "[] " + lacks + " -> https://acme.example:8080?a");
  CHECK(fault("//acme.example") ==
        "[//] has no `https:`, so it is not an absolute URL -> https://acme.example");
  const std::string none = "is not an absolute URL: it needs `https://` and a host";
  for (const char* text : {"not-a-url", "/oauth/code", "mailto:a@acme.example", "acme.", ".",
                           "?a.b", "me@acme.example", "https:/acme.example", "acme"}) {
    CHECK(fault(text) == "[" + std::string(text) + "] " + none);
  }
}

TEST_CASE("another scheme is a fault") {
  CHECK(fault("ftp://acme.example") == "[ftp] has the scheme `ftp`, but Zoom accepts only `https`");
  CHECK(fault("acme://callback", true) ==
        "[acme] has the scheme `acme`, but Zoom accepts only `https`");
}

TEST_CASE("a host has to be one") {
  CHECK(fault("https://") == "[https://] has no host");
  CHECK(fault("https:///a") == "[https://] has no host");
  CHECK(fault("https://?a") == "[https://] has no host");
  CHECK(fault("https://:80/") == "[https://] has no host");
  CHECK(fault("https://{tenant}.acme.example") == "[{] has `{` in its host");
  CHECK(fault("https://*.acme.example") == "[*] has `*` in its host");
  CHECK(fault("https://a..b/") == "[..] has an extra `.` in its host");
  CHECK(fault("https://.acme/") == "[.] has an extra `.` in its host");
  CHECK(fault("https://[acme]/") == "[[acme]] has a host in brackets that is not an IPv6 address");
  CHECK(fault("https://[::1/") == "[[:] has a host in brackets that is not an IPv6 address");
  CHECK(fault("https://[]/") == "[[]] has a host in brackets that is not an IPv6 address");
}

TEST_CASE("a port is a number up to 65535") {
  CHECK(fault("https://acme.example:/a") == "[:] has a `:` and no port after it");
  CHECK(fault("https://acme.example:65536") ==
        "[65536] has the port `65536`, which is not a number up to 65535");
  CHECK(fault("https://acme.example:99999999999999999999/") ==
        "[99999999999999999999] has the port `99999999999999999999`, which is not a number up to "
        "65535");
  CHECK(fault("https://acme.example:80a/") ==
        "[80a] has the port `80a`, which is not a number up to 65535");
  CHECK(fault("https://https://acme.example") == "[:] has a `:` and no port after it");
}

TEST_CASE("a redirect has no user part and no fragment") {
  CHECK(fault("https://me:pw@acme.example/a", true) ==
        "[me:pw@] has a user part before the host, which a redirect may not have -> "
        "https://acme.example/a");
  CHECK(fault("https://@acme.example/a", true) ==
        "[@] has a user part before the host, which a redirect may not have -> "
        "https://acme.example/a");
  CHECK(fault("https://acme.example/a#", true) ==
        "[#] has a fragment, which a redirect may not have -> https://acme.example/a");
  CHECK(fault("https://acme.example/a?b#c", true) ==
        "[#c] has a fragment, which a redirect may not have -> https://acme.example/a?b");
  CHECK(fault("https://acme.example/a@b?c", true) == "fine");
}
