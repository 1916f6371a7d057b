#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <set>
#include <span>
#include <sstream>

#include "config/codes.h"
#include "manifest/codes.h"
#include "model/codes.h"
#include "resolve/codes.h"
#include "rules/registry.h"
#include "support/catch.h"
#include "support/project.h"
#include "syntax/codes.h"

// The list of all rules, and the way from the guide to them. With ZOOMC_UPDATE=1 the tables are
// written anew.
namespace zoomc {
namespace {

const std::string kPath = project_root() / "rules/README.md";

std::string read_readme() {
  std::ifstream in(kPath);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string page_name(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name + ".md";
}

std::string_view promise(FixPromise fix) {
  switch (fix) {
    case FixPromise::never: return "–";
    case FixPromise::sometimes: return "sometimes";
    case FixPromise::always: return "always";
  }
  return {};
}

std::string rule_table() {
  std::ostringstream table;
  table << "| rule | severity | fix | finds |\n|---|---|---|---|\n";
  for (const Rule& rule : all_rules()) {
    const RuleInfo& info = *rule.info;
    table << "| [" << info.id << "](" << page_name(info.id) << ") | " << to_string(info.severity)
          << " | " << promise(info.fix) << " | " << info.summary << " |\n";
  }
  return table.str();
}

// Every code of the phases once: some share one.
std::vector<Code> phase_codes() {
  std::vector<Code> codes;
  std::set<std::string_view> seen;
  const auto add = [&](std::span<const Code> list) {
    for (const Code& code : list) {
      if (seen.insert(code.id).second) codes.push_back(code);
    }
  };
  add(syntax_codes::kAll);
  add(model_codes::kAll);
  add(resolve_codes::kAll);
  add(manifest_codes::kAll);
  add(config_codes::kAll);
  return codes;
}

std::string phase_table() {
  std::ostringstream table;
  table << "| finding | severity | what |\n|---|---|---|\n";
  for (const Code& code : phase_codes()) {
    table << "| " << code.id << " | " << to_string(code.severity) << " | " << code.summary
          << " |\n";
  }
  return table.str();
}

// `text` with the lines between the comment that begins with `<!-- name:` and the next end
// replaced.
std::string with_table(const std::string& text, const std::string& name, const std::string& table) {
  const std::size_t mark = text.find("<!-- " + name + ":");
  REQUIRE(mark != std::string::npos);
  const std::size_t begin = text.find('\n', mark) + 1;
  const std::size_t end = text.find("<!-- end -->", begin);
  REQUIRE(end != std::string::npos);
  return text.substr(0, begin) + table + text.substr(end);
}

struct MapRow {
  std::string item;
  std::vector<std::string> rules;
  std::string answer;
};

// The rows of the last table; headings of its parts are left out.
std::vector<MapRow> read_map(const std::string& text) {
  const std::size_t begin = text.find("## From the guide to the rules\n");
  REQUIRE(begin != std::string::npos);
  std::istringstream lines(text.substr(begin));
  std::vector<MapRow> rows;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| ") || line.starts_with("| the guide") || line.starts_with("| **"))
      continue;
    const std::size_t cut = line.find(" | ", 2);
    REQUIRE(cut != std::string::npos);
    MapRow row{.item = line.substr(2, cut - 2), .answer = line.substr(cut + 3)};
    for (std::size_t at = row.answer.find('`'); at != std::string::npos;) {
      const std::size_t end = row.answer.find('`', at + 1);
      REQUIRE(end != std::string::npos);
      row.rules.push_back(row.answer.substr(at + 1, end - at - 1));
      at = row.answer.find('`', end + 1);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// What the guide asks for, in its order. Its own headings and words, so that a missing one shows.
constexpr std::array kGuide{
    // What you need
    "A Zoom Marketplace developer account",
    "Zoom account admin access",
    "A Zoom Phone license if you plan to use the Zoom Phone integration",
    "Zoom and Zoom Phone are separate integrations",
    // Step 1
    "Sign in, Build App, General App",
    "Enter an app name and basic details",
    "App Credentials: development while testing, production after publishing",
    "OAuth Redirect URL: the exact URL of your region",
    "OAuth Allow List: the same URL (or the base domain)",
    "Strict Mode URL: character for character",
    // Step 2
    "Only add scopes for the features you actually use",
    "Describe why your app needs each scope",
    "Required for sign-in",
    "Users and groups, meetings and webinars, Zoom Phone: the tables",
    "Zoom Phone scopes require a Zoom Phone license",
    // Step 3
    "Enable Zoom and/or Zoom Phone",
    "Enter the Client ID and Client Secret of the same app and environment",
    "Save the integration",
    // Step 4
    "Start a connection, sign in to Zoom, approve",
    "The authorizing user should be an account admin",
    // Testing vs published apps
    "Only authorized testers and the owner's own account can connect",
    "Use the Development Client ID and Client Secret",
    "Published: switch to the Production Client ID and Client Secret",
    "Existing connections may need to be re-authorized",
    "Publishing goes through Zoom's review",
    // Checklist before connecting
    "Client ID and Client Secret in Unified match the Zoom app",
    "OAuth Redirect URL in Zoom is exactly the URL of your region",
    "The same URL is on the OAuth Allow List",
    "All scopes your product needs are added in the Zoom app",
    "If the app is still in testing, the connecting user's Zoom account is an authorized tester",
    "The authorizing user has admin rights when using admin scopes",
    "For Zoom Phone: the account has Zoom Phone enabled",
    // Troubleshooting
    "'Invalid redirect URI' or redirect errors",
    "'App not authorized' or customer cannot sign in",
    "Connection works but data is missing",
    "Zoom Phone returns no calls or recordings",
    "After publishing, connections stopped working",
    // Related Zoom products
    "Zoom Calendar is a separate integration with its own scopes",
};

TEST_CASE("the list of rules shows every rule") {
  const std::string text = read_readme();
  const std::string now =
      with_table(with_table(text, "rules", rule_table()), "phases", phase_table());
  if (std::getenv("ZOOMC_UPDATE") != nullptr) {
    if (now != text) std::ofstream(kPath) << now;
    return;
  }
  CHECK(now == text);
}

TEST_CASE("every item of the guide has its rules, and no other has") {
  const std::vector<MapRow> rows = read_map(read_readme());
  std::vector<std::string> items;
  for (const MapRow& row : rows) items.push_back(row.item);
  CHECK(items == std::vector<std::string>(kGuide.begin(), kGuide.end()));
}

TEST_CASE("the way from the guide leads to rules that there are") {
  std::set<std::string_view> known;
  for (const Rule& rule : all_rules()) known.insert(rule.info->id);
  for (const Code& code : phase_codes()) known.insert(code.id);
  for (const MapRow& row : read_map(read_readme())) {
    INFO(row.item);
    const bool is_answered = !row.rules.empty() || row.answer == "a person does it |" ||
                             row.answer == "nothing in the file tells |";
    CHECK(is_answered);
    for (const std::string& rule : row.rules) {
      INFO(rule);
      CHECK(known.count(rule) == 1);
    }
  }
}

}  // namespace
}  // namespace zoomc
