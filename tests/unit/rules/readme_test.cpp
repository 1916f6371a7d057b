#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "rules/registry.h"
#include "support/catch.h"
#include "support/project.h"
#include "support/tsv.h"

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

template <typename Words>
std::string comma_separated(const Words& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

std::string rule_table() {
  std::ostringstream table;
  table << "| rule | severity | fix | source | since | finds |\n|---|---|---|---|---|---|\n";
  for (const FindingKind& kind : rules::finding_kinds()) {
    if (kind.found_by != Phase::lint) continue;
    table << "| [" << kind.id << "](" << page_name(kind.id) << ") | " << to_string(kind.severity)
          << " | " << (kind.fix == FixPromise::never ? "–" : to_string(*kind.fix)) << " | "
          << comma_separated(words_of(kind.sources)) << " | " << kind.since << " | " << kind.summary
          << " |\n";
  }
  return table.str();
}

// What an app file or its settings can get.
bool is_told_of_apps(Phase phase) {
  return phase == Phase::syntax || phase == Phase::model || phase == Phase::resolve ||
         phase == Phase::manifest || phase == Phase::config;
}

// Every id once: some phases share one.
std::string phase_table() {
  std::ostringstream table;
  table << "| finding | severity | what |\n|---|---|---|\n";
  std::set<std::string_view> seen;
  for (const FindingKind& kind : rules::finding_kinds()) {
    if (!is_told_of_apps(kind.found_by) || !seen.insert(kind.id).second) continue;
    table << "| " << kind.id << " | " << to_string(kind.severity) << " | " << kind.summary
          << " |\n";
  }
  return table.str();
}

struct GuideStep {
  std::string part;
  std::string step;
  // What is true where no finding says it.
  std::string otherwise;
  std::vector<std::string> rules;
};

std::vector<GuideStep> guide_steps() {
  std::vector<GuideStep> steps;
  for (const TsvRow& row : read_tsv(project_root() / "rules/guide.tsv")) {
    steps.push_back(
        {row.at("part"), row.at("step"), row.at("otherwise"), split_text(row.at("rules"), ',')});
  }
  return steps;
}

std::string guide_table() {
  std::ostringstream table;
  table << "| the guide | rules |\n|---|---|\n";
  std::string part;
  for (const GuideStep& step : guide_steps()) {
    if (step.part != part) table << "| **" << step.part << "** | |\n";
    part = step.part;
    std::vector<std::string> rules;
    for (const std::string& rule : step.rules) rules.push_back("`" + rule + "`");
    const bool has_both = !step.otherwise.empty() && !rules.empty();
    table << "| " << step.step << " | " << step.otherwise << (has_both ? "; " : "")
          << comma_separated(rules) << " |\n";
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

TEST_CASE("the tables of the rules' README say what the rules and the guide's steps say") {
  const std::string text = read_readme();
  const std::string with_kinds =
      with_table(with_table(text, "rules", rule_table()), "phases", phase_table());
  const std::string now = with_table(with_kinds, "guide", guide_table());
  if (std::getenv("ZOOMC_UPDATE") != nullptr) {
    if (now != text) std::ofstream(kPath) << now;
    return;
  }
  CHECK(now == text);
}

std::vector<std::string_view> files_of(std::string_view id) {
  for (const FindingKind& kind : rules::finding_kinds()) {
    if (kind.id == id && kind.found_by == Phase::lint) return words_of(kind.applies_to);
  }
  return {};
}

TEST_CASE(
    "a rule is about manifests too where it runs on them or another phase looks for the same") {
  using Words = std::vector<std::string_view>;
  CHECK(files_of("redirect-url-mismatch") == Words{"app", "manifest"});
  CHECK(files_of("unknown-scope") == Words{"app", "manifest"});
  CHECK(files_of("excess-authority") == Words{"app"});
  for (const FindingKind& kind : rules::finding_kinds()) {
    INFO(kind.id);
    CHECK((kind.found_by == Phase::lint) == (kind.applies_to != AppliesTo::nothing));
    CHECK((kind.found_by == Phase::lint) == kind.fix.has_value());
    CHECK_FALSE(kind.sources.empty());
    CHECK(is_version(kind.since));
  }
}

TEST_CASE("every step of the guide is answered, with findings that there are") {
  std::set<std::string_view> known;
  const auto kinds = rules::finding_kinds();
  for (const FindingKind& kind : kinds) known.insert(kind.id);
  const auto steps = guide_steps();
  REQUIRE_FALSE(steps.empty());
  for (const GuideStep& step : steps) {
    INFO(step.step);
    CHECK(!(step.rules.empty() && step.otherwise.empty()));
    for (const std::string& rule : step.rules) {
      INFO(rule);
      CHECK(known.count(rule) == 1);
    }
  }
}

TEST_CASE("what comes from the guide is named at a step of it") {
  std::set<std::string> named;
  for (const GuideStep& step : guide_steps()) named.insert(step.rules.begin(), step.rules.end());
  for (const FindingKind& kind : rules::finding_kinds()) {
    const bool is_of_guide = kind.fix.has_value() && kind.sources.has(Source::guide);
    INFO(kind.id << ": add it to the rules of a step in rules/guide.tsv");
    CHECK((!is_of_guide || named.count(std::string(kind.id)) == 1));
  }
}

}  // namespace
}  // namespace zoomc
