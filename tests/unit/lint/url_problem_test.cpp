#include "lint/url_problem.h"

#include <string_view>

#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

UrlProblem problem(std::string_view url, UrlRole role, bool in_production = true) {
  return problem_of_its_own(url, role, in_production);
}

}  // namespace

TEST_CASE("a sound URL has no problem in any role") {
  for (const UrlRole role : {UrlRole::redirect, UrlRole::list_entry, UrlRole::link, UrlRole::home,
                             UrlRole::webhook, UrlRole::extra}) {
    CHECK(problem("https://acme.example/a", role) == UrlProblem::fine);
    CHECK(problem("https://acme.example/a", role, false) == UrlProblem::fine);
  }
}

TEST_CASE("of several problems the first counts") {
  CHECK(problem("http://LOCALHOST/a#b", UrlRole::redirect) == UrlProblem::invalid);
  CHECK(problem("http://LOCALHOST/a", UrlRole::redirect) == UrlProblem::localhost);
  CHECK(problem("http://ACME.example/a", UrlRole::redirect) == UrlProblem::insecure);
  CHECK(problem("https://ACME.example/a", UrlRole::redirect) == UrlProblem::not_lowercase);
}

TEST_CASE("localhost is a problem in production only") {
  for (const UrlRole role : {UrlRole::redirect, UrlRole::link, UrlRole::home, UrlRole::extra}) {
    CHECK(problem("http://localhost:3000/a", role, true) == UrlProblem::localhost);
    CHECK(problem("http://localhost:3000/a", role, false) == UrlProblem::fine);
    CHECK(problem("https://localhost:3000/a", role, false) == UrlProblem::fine);
  }
}

TEST_CASE("a webhook on localhost is not reached either way") {
  CHECK(problem("http://localhost/a", UrlRole::webhook, true) == UrlProblem::localhost);
  CHECK(problem("http://localhost/a", UrlRole::webhook, false) == UrlProblem::insecure);
  CHECK(problem("https://localhost/a", UrlRole::webhook, false) == UrlProblem::fine);
}

TEST_CASE("only redirects and entries are held to lower case, no fragment and no user") {
  for (const UrlRole role : {UrlRole::redirect, UrlRole::list_entry}) {
    CHECK(problem("https://acme.example/A", role, false) == UrlProblem::not_lowercase);
    CHECK(problem("https://acme.example/a#b", role, false) == UrlProblem::invalid);
    CHECK(problem("https://me@acme.example/a", role, false) == UrlProblem::invalid);
  }
  for (const UrlRole role : {UrlRole::link, UrlRole::home, UrlRole::webhook, UrlRole::extra}) {
    CHECK(problem("https://me@acme.example/A#b", role) == UrlProblem::fine);
  }
}

TEST_CASE("what follows from a broken URL depends on its role") {
  CHECK(effect_of_broken_url(UrlRole::redirect).text ==
        "users then see `Invalid redirect url` (4700)");
  CHECK(effect_of_broken_url(UrlRole::list_entry).text ==
        "a redirect to it fails with `Invalid redirect url` (4700)");
  CHECK(effect_of_broken_url(UrlRole::webhook).verdict == ZoomVerdict::runtime);
  CHECK(effect_of_broken_url(UrlRole::link).verdict == ZoomVerdict::review);
  CHECK(effect_of_broken_url(UrlRole::extra).verdict == ZoomVerdict::unknown);
}
