#include "lint/url_values.h"

#include <string>
#include <vector>

#include "lint/allow_list.h"
#include "lint_case.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

using Lines = std::vector<std::string>;

std::vector<UrlValue> urls_in(const resolve::CompiledApp& cx) {
  return analyze_urls(cx, analyze_allow_list(cx));
}

// "name: text", with a mark for production (p) or both (b) and one for a problem (!).
Lines urls_of(const std::string& text) {
  const LintCase app(text);
  Lines lines;
  for (const UrlValue& url : urls_in(app.context())) {
    std::string line = url.name + ": " + url.text.value;
    if (url.in_production) line += url.for_both ? " b" : " p";
    if (url.problem != UrlProblem::fine) line += " !";
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

TEST_CASE("every URL of an app, with the environment it is for") {
  CHECK(urls_of("region: eu\n"
                "events:\n"
                "  - {name: A, types: [a.b], url: https://a.example}\n"
                "  - {name: B, types: [a.b], url: {development: 'https://b.example', "
                "production: 'http://c.example'}}\n"
                "oauth:\n"
                "  redirect_url: https://d.example\n"
                "  allow_list: [https://api-eu.unified.to/oauth/code, https://e.example]\n"
                "surface:\n"
                "  products: [ZOOM_MEETING]\n"
                "  home_url: {production: 'https://f.example'}\n") ==
        Lines{"webhook URL: https://a.example b", "development webhook URL: https://b.example",
              "production webhook URL: http://c.example p !", "redirect URL: https://d.example b !",
              "allow list entry: https://api-eu.unified.to/oauth/code",
              "allow list entry: https://e.example !", "production home URL: https://f.example p"});
}

TEST_CASE("links count as production") {
  const LintCase app("region: eu\n");
  resolve::CompiledApp linked(app.context().file, app.context().catalog);
  linked.resolved = app.context().resolved;
  const auto link = [](std::string url) { return Text{std::move(url), {}, {}}; };
  linked.app.links = {.website = link("https://a.example"),
                      .privacy = link("http://b.example"),
                      .terms = link("https://localhost"),
                      .support = link("mailto:a@b.example"),
                      .documentation = link("https://C.example")};
  std::vector<UrlProblem> problems;
  Lines names;
  for (const UrlValue& url : urls_in(linked)) {
    CHECK(url.in_production);
    names.push_back(url.name);
    problems.push_back(url.problem);
  }
  CHECK(names ==
        Lines{"website link", "privacy link", "terms link", "support link", "documentation link"});
  CHECK(problems == std::vector{UrlProblem::fine, UrlProblem::insecure, UrlProblem::localhost,
                                UrlProblem::invalid, UrlProblem::fine});
}

TEST_CASE("a redirect that the platform does not send has that problem and no other") {
  const auto problem = [](const std::string& text) {
    const LintCase app(text);
    return urls_in(app.context()).front().problem;
  };
  const std::string custom = "platform: custom\noauth: {redirect_url: ";
  const std::string unified = "region: us\noauth: {redirect_url: ";
  CHECK(problem(unified + "not-a-url}\n") == UrlProblem::mismatch);
  CHECK(problem(unified + "'http://localhost'}\n") == UrlProblem::mismatch);
  CHECK(problem(unified + "'https://API.unified.to/oauth/code'}\n") == UrlProblem::mismatch);
  CHECK(problem(unified + "'https://api.unified.to/oauth/code'}\n") == UrlProblem::fine);
  CHECK(problem(custom + "not-a-url}\n") == UrlProblem::invalid);
  CHECK(problem(custom + "'http://localhost'}\n") == UrlProblem::localhost);
  CHECK(problem(custom + "'https://API.unified.to/oauth/code'}\n") == UrlProblem::not_lowercase);
}

TEST_CASE("`manifest_extra` has URLs under the keys that Zoom calls so") {
  CHECK(urls_of("region: eu\n"
                "manifest_extra:\n"
                "  display_information:\n"
                "    config_url: http://a.example\n"
                "    icon_share_link: https://b.example\n"
                "    landing: http://c.example\n"
                "    privacy_url: null\n"
                "  oauth_information:\n"
                "    production_redirect_uri: http://d.example\n"
                "    development_public_key: {well_known_url: 'http://localhost'}\n"
                "  features:\n"
                "    event_subscription:\n"
                "      events:\n"
                "        - development_webhook_url: http://localhost\n"
                "          production_webhook_url: http://localhost\n") ==
        Lines{"`config_url`: http://a.example p !", "`icon_share_link`: https://b.example p",
              "`well_known_url`: http://localhost", "`development_webhook_url`: http://localhost !",
              "`production_webhook_url`: http://localhost p !"});
}
