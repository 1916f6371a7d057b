#include "lint/allow_list.h"

#include <string>
#include <vector>

#include "lint_case.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

const std::string kEu = "https://api-eu.unified.to/oauth/code";
const std::string kUs = "https://api.unified.to/oauth/code";

std::string_view word(UrlProblem problem) {
  switch (problem) {
    case UrlProblem::fine: return "fine";
    case UrlProblem::mismatch: return "mismatch";
    case UrlProblem::duplicate: return "duplicate";
    case UrlProblem::not_listed: return "not listed";
    case UrlProblem::invalid: return "invalid";
    case UrlProblem::localhost: return "localhost";
    case UrlProblem::insecure: return "insecure";
    case UrlProblem::base_in_strict_mode: return "base";
    case UrlProblem::unneeded: return "unneeded";
    case UrlProblem::not_lowercase: return "upper case";
  }
  return "";
}

// The problem of each entry, with what it is about: "duplicate of 0", "base for 0 1"; at the end
// "lacks 1" where wanted redirects are missing.
std::vector<std::string> judged(const std::string& text) {
  const LintCase app(text);
  const AllowList list = analyze_allow_list(app.context());
  std::vector<std::string> told;
  for (const AllowListEntry& entry : list.entries) {
    std::string one(word(entry.problem));
    if (entry.problem == UrlProblem::duplicate) one += " of " + std::to_string(entry.kept);
    for (const std::size_t wanted : entry.redirects) one += " " + std::to_string(wanted);
    told.push_back(std::move(one));
  }
  for (const std::size_t wanted : list.lacking) told.push_back("lacks " + std::to_string(wanted));
  return told;
}

std::string entries(const std::vector<std::string>& urls) {
  std::string text = "  allow_list:\n";
  for (const std::string& url : urls) text += "    - \"" + url + "\"\n";
  return text;
}

// On `unified` in the regions EU and US, strict.
std::vector<std::string> on_unified(const std::vector<std::string>& urls,
                                    const std::string& more = "") {
  return judged("region: [eu, us]\noauth:\n" + more + entries(urls));
}

// Where the app itself receives the redirect, at https://dev.acme.example/cb in development and
// https://acme.example/cb in production.
std::vector<std::string> on_custom(const std::vector<std::string>& urls,
                                   const std::string& more = "") {
  return judged(
      "platform: custom\noauth:\n"
      "  redirect_url:\n    development: https://dev.acme.example/cb\n"
      "    production: https://acme.example/cb\n" +
      more + entries(urls));
}

using Words = std::vector<std::string>;

std::vector<std::string> wanted(const std::string& text) {
  const LintCase app(text);
  return analyze_allow_list(app.context()).wanted;
}

}  // namespace

TEST_CASE("what has to be on the list") {
  CHECK(wanted("region: [eu, us]\n") == Words{kEu, kUs});
  CHECK(wanted("region: us\noauth: {redirect_url: https://acme.example}\n") == Words{kUs});
  CHECK(wanted("region: mars\noauth: {redirect_url: https://acme.example}\n").empty());
  CHECK(wanted("platform: mars\noauth: {redirect_url: https://acme.example}\n").empty());
  const std::string custom = "platform: custom\noauth:\n  redirect_url: ";
  CHECK(wanted(custom + "https://acme.example/cb\n") == Words{"https://acme.example/cb"});
  CHECK(wanted(custom + "{development: 'https://a.example', production: 'https://b.example'}\n") ==
        Words{"https://a.example", "https://b.example"});
  CHECK(wanted(custom + "{development: 'https://A.example', production: 'https://a.example'}\n") ==
        Words{"https://A.example"});
  CHECK(wanted(custom + "{development: 'http://localhost', production: 'http://a.example'}\n") ==
        Words{"http://localhost"});
  CHECK(wanted(custom + "http://localhost\n").empty());
  CHECK(wanted(custom + "not-a-url\n").empty());
}

TEST_CASE("without a written list nothing is judged") {
  CHECK(judged("region: eu\n").empty());
  CHECK(judged("region: eu\noauth: {strict_mode: true}\n").empty());
}

TEST_CASE("the exact redirects are fine in any order and any case") {
  CHECK(on_unified({kUs, kEu}) == Words{"fine", "fine"});
  CHECK(on_unified({kUs, "https://API-EU.unified.to/OAuth/code"}) == Words{"fine", "upper case"});
  CHECK(on_custom({"https://acme.example/cb", "https://dev.acme.example/cb"}) ==
        Words{"fine", "fine"});
}

TEST_CASE("a redirect that is missing is lacking or an entry misspelt") {
  CHECK(on_unified({kEu}) == Words{"fine", "lacks 1"});
  CHECK(on_unified({kEu, kUs + "/"}) == Words{"fine", "not listed 1"});
  CHECK(on_unified({kUs + "/", kEu + "#a"}) == Words{"not listed 1", "not listed 0"});
  CHECK(on_unified({kUs + "/"}) == Words{"not listed 1", "lacks 0"});
  CHECK(on_unified({"api-eu.unified.to/oauth/code", kUs}) == Words{"not listed 0", "fine"});
  CHECK(on_unified({kEu, "https://other.example/oauth/code"}) == Words{"fine", "fine", "lacks 1"});
  CHECK(on_custom({"https://acme.example/cb/", "https://dev.acme.example/cb"}) ==
        Words{"fine", "fine", "lacks 1"});
}

TEST_CASE("an entry is a duplicate of the first like it, or of the one in lower case") {
  CHECK(on_unified({kEu, kUs, kEu, kEu}) ==
        Words{"fine", "fine", "duplicate of 0", "duplicate of 0"});
  CHECK(on_unified({"https://API-EU.unified.to/oauth/CODE", kUs, kEu}) ==
        Words{"duplicate of 2", "fine", "fine"});
  CHECK(on_unified({"https://API-EU.unified.to/oauth/code", kUs,
                    "https://api-eu.unified.to/oauth/Code"}) ==
        Words{"upper case", "fine", "duplicate of 0"});
  const std::string cb = "https://acme.example/cb";
  const std::string dev = "https://dev.acme.example/cb";
  CHECK(on_custom({cb, dev, "https://x.example/A", "https://X.example/A", "https://x.example/a"}) ==
        Words{"fine", "fine", "upper case", "duplicate of 2", "fine"});
  CHECK(on_custom({cb, dev, "not a url", "not a url"}) ==
        Words{"fine", "fine", "invalid", "duplicate of 2"});
  CHECK(on_unified({kUs, kEu + "/", kEu + "/"}) == Words{"fine", "not listed 0", "duplicate of 1"});
}

TEST_CASE("a base is not enough in strict mode") {
  CHECK(on_unified({"https://api-eu.unified.to", kUs}) == Words{"base 0", "fine"});
  CHECK(on_unified({"https://api-eu.unified.to/", kUs}, "  strict_mode: true\n") ==
        Words{"base 0", "fine"});
  CHECK(on_unified({"https://api-eu.unified.to", kUs}, "  strict_mode: false\n") ==
        Words{"fine 0", "fine"});
  CHECK(on_unified({"https://API-EU.unified.to", kUs}) == Words{"base 0", "fine"});
  CHECK(on_unified({"https://API-EU.unified.to", kUs}, "  strict_mode: false\n") ==
        Words{"upper case 0", "fine"});
  CHECK(on_unified({"https://api-eu.unified.to", "https://api-eu.unified.to/", kUs}) ==
        Words{"base 0", "fine", "fine"});
  CHECK(judged("platform: custom\noauth:\n  redirect_url: {development: 'https://a.example/1', "
               "production: 'https://a.example/2'}\n  allow_list: [https://a.example]\n") ==
        Words{"base 0 1"});
}

TEST_CASE("what no redirect needs is unneeded, once none is missing") {
  CHECK(on_unified({kEu, kUs, "https://api-eu.unified.to"}) == Words{"fine", "fine", "unneeded 0"});
  CHECK(on_unified({kEu, kUs, kUs + "/", "https://Other.example"}) ==
        Words{"fine", "fine", "unneeded", "unneeded"});
  CHECK(on_unified({"https://api-eu.unified.to", kUs, "https://other.example"}) ==
        Words{"base 0", "fine", "unneeded"});
  CHECK(on_unified({kEu, "https://Other.example"}) == Words{"fine", "upper case", "lacks 1"});
  CHECK(judged("region: eu\noauth:\n" + entries({kEu, kUs, "https://api.unified.to"})) ==
        Words{"fine", "fine", "fine"});
  const std::string cb = "https://acme.example/cb";
  const std::string dev = "https://dev.acme.example/cb";
  CHECK(on_custom({cb, dev, "https://acme.example", "https://other.example"}) ==
        Words{"fine", "fine", "unneeded 1", "fine"});
}

TEST_CASE("what is wrong with an entry by itself comes before its being unneeded") {
  CHECK(on_unified({kEu, kUs, "http://other.example", "https://other.example#a"}) ==
        Words{"fine", "fine", "insecure", "invalid"});
  CHECK(on_unified({kEu, kUs, "http://localhost:3000"}) == Words{"fine", "fine", "unneeded"});
  CHECK(on_custom({"https://acme.example/cb", "https://dev.acme.example/cb",
                   "http://localhost:3000"}) == Words{"fine", "fine", "fine"});
}

TEST_CASE("a list of any length is judged") {
  std::vector<std::string> urls;
  for (int i = 0; i < 9'990; ++i) urls.push_back("https://api" + std::to_string(i) + ".unified.to");
  CHECK(on_unified(urls).size() == urls.size() + 2);
}
