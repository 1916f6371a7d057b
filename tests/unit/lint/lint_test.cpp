#include "lint/lint.h"

#include "lint/facts.h"
#include "lint/suppression_index.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

using Lines = std::vector<std::string>;

void report_words(const LintContext& cx, Reporter& report, std::string_view word) {
  const std::string& text = cx.file.text;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at);
    report.report(report.make({begin, begin + static_cast<std::uint32_t>(word.size())}, "here"));
  }
}

// Two rules that find a word, one that finds all from `FROM` to `TO`, one about suppressions that
// says what became of them, and the policies as a rule that finds `LAW` for the policy `law`.
constexpr RuleInfo kCat{.id = "no-cats", .summary = "x", .severity = Severity::warning};
constexpr RuleInfo kDog{.id = "no-dogs", .summary = "x", .severity = Severity::error};
constexpr RuleInfo kRange{.id = "no-ranges", .summary = "x", .severity = Severity::error};
constexpr RuleInfo kPolicyInfo{.id = "policy-violation", .summary = "x"};
constexpr RuleInfo kFates{
    .id = "fates", .summary = "x", .severity = Severity::note, .about_suppressions = true};

void find_cats(const LintContext& cx, Reporter& report) {
  report_words(cx, report, "CAT");
}
void find_dogs(const LintContext& cx, Reporter& report) {
  report_words(cx, report, "DOG");
}
void find_range(const LintContext& cx, Reporter& report) {
  const std::size_t from = cx.file.text.find("FROM");
  const std::size_t to = cx.file.text.find("TO");
  if (from == std::string::npos || to == std::string::npos) return;
  report.report(
      report.make({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to + 2)}, "here"));
}
void find_laws(const LintContext& cx, Reporter& report) {
  const std::size_t at = cx.file.text.find("LAW");
  if (at == std::string::npos) return;
  const auto begin = static_cast<std::uint32_t>(at);
  Diagnostic found = report.make({begin, begin + 3}, "here");
  found.policy = "law";
  for (const config::Policy& policy : cx.policies) {
    if (policy.id == "law" && policy.severity) return report.report(found, *policy.severity);
  }
  report.report(std::move(found));
}
void tell_statuses(const LintContext& cx, Reporter& report) {
  constexpr std::string_view kWords[] = {"idle",           "used",         "unused",
                                         "doubled",        "unknown rule", "unknown policy",
                                         "unnamed policy", "fixed",        "about allowances"};
  const SuppressionUse& judged = cx.suppressions;
  for (std::size_t i = 0; i < judged.suppressions.size(); ++i) {
    for (std::size_t rule = 0; rule < judged.statuses[i].size(); ++rule) {
      const SuppressedRule& allowed = judged.suppressions[i].rules[rule];
      const auto status = static_cast<std::size_t>(judged.statuses[i][rule]);
      report.report(report.make(allowed.span, std::string(kWords[status])));
    }
  }
}

constexpr Rule kRules[] = {{&kFates, tell_statuses},
                           {&kCat, find_cats},
                           {&kDog, find_dogs},
                           {&kRange, find_range},
                           {&kPolicyInfo, find_laws}};

struct Setup {
  config::ProjectConfig config;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  bool whole = true;
  std::vector<Diagnostic> others;
};

// "warning[no-cats] CAT: here" a finding.
Lines linted(const std::string& text, const Setup& setup = {}) {
  const catalog::Catalog catalog{};
  resolve::CompiledApp app({"a", text}, catalog);
  Sink sink;
  Sink suppressed;
  const auto document = syntax::parse(app.file, sink);
  REQUIRE(document);
  app.document = *document;
  app.resolved.app = &app.app;
  constexpr std::string_view kFixed[] = {"unknown-feature"};
  lint::lint(app, LintFacts(), kRules,
             {.config = &setup.config,
              .select = setup.select,
              .ignore = setup.ignore,
              .fixed_ids = kFixed,
              .whole = setup.whole},
             setup.others, sink, suppressed);
  Lines lines;
  for (const Diagnostic& found : sink.take()) {
    lines.push_back(std::string(to_string(found.severity)) + "[" + std::string(found.id) + "] " +
                    std::string(app.file.slice(found.primary)) + ": " + found.message);
  }
  return lines;
}

Setup with_level(const std::string& rule, config::RuleLevel level) {
  Setup setup;
  setup.config.rules[rule] = level;
  return setup;
}

}  // namespace

TEST_CASE("rules find what they find") {
  CHECK(linted("a: CAT\nb: DOG\n") ==
        Lines{"warning[no-cats] CAT: here", "error[no-dogs] DOG: here"});
}

TEST_CASE("the project sets a rule's severity or switches it off") {
  CHECK(linted("a: CAT\nb: DOG\n", with_level("no-cats", config::RuleLevel::error)) ==
        Lines{"error[no-cats] CAT: here", "error[no-dogs] DOG: here"});
  CHECK(linted("a: CAT\nb: DOG\n", with_level("no-dogs", config::RuleLevel::note)) ==
        Lines{"warning[no-cats] CAT: here", "note[no-dogs] DOG: here"});
  CHECK(linted("a: CAT\nb: DOG\n", with_level("no-dogs", config::RuleLevel::off)) ==
        Lines{"warning[no-cats] CAT: here"});
}

TEST_CASE("the command line selects rules, also those that are off, and ignores others") {
  Setup setup = with_level("no-dogs", config::RuleLevel::off);
  setup.select = {"no-dogs"};
  CHECK(linted("a: CAT\nb: DOG\n", setup) == Lines{"error[no-dogs] DOG: here"});
  setup.ignore = {"no-dogs"};
  CHECK(linted("a: CAT\nb: DOG\n", setup) == Lines{});
  CHECK(linted("a: CAT\nb: DOG\n", {.ignore = {"no-dogs"}}) == Lines{"warning[no-cats] CAT: here"});
}

TEST_CASE("a policy's own severity wins over that of the rule") {
  Setup setup = with_level("policy-violation", config::RuleLevel::warning);
  setup.config.policies = {{.id = "law"}};
  CHECK(linted("a: LAW\n", setup) == Lines{"warning[policy-violation] LAW: here"});
  setup.config.policies = {{.id = "law", .severity = Severity::note}};
  CHECK(linted("a: LAW\n", setup) == Lines{"note[policy-violation] LAW: here"});
}

TEST_CASE("what other phases find under a rule's id is that rule's") {
  const std::vector<Diagnostic> others{
      {.id = "no-cats", .severity = Severity::error, .primary = {3, 4}, .message = "manifest"},
      {.id = "stranger", .severity = Severity::error, .primary = {3, 4}, .message = "manifest"}};
  CHECK(linted("a: 1\n", {.others = others}) ==
        Lines{"error[no-cats] 1: manifest", "error[stranger] 1: manifest"});
  Setup off = with_level("no-cats", config::RuleLevel::off);
  off.others = others;
  CHECK(linted("a: 1\n", off) == Lines{"error[stranger] 1: manifest"});
  CHECK(linted("a: 1 # zoomc: allow no-cats, stranger -- why\n", {.others = others}) ==
        Lines{"error[stranger] 1: manifest", "note[fates] no-cats: used",
              "note[fates] stranger: unknown rule"});
}

TEST_CASE("an allowed finding is gone") {
  CHECK(linted("a: CAT # zoomc: allow no-cats -- why\n") == Lines{"note[fates] no-cats: used"});
  CHECK(linted("# zoomc: allow no-cats -- why\na: CAT\n") == Lines{"note[fates] no-cats: used"});
  CHECK(linted("# zoomc: allow no-cats -- why\na: [CAT, CAT]\nb: CAT\n") ==
        Lines{"note[fates] no-cats: used", "warning[no-cats] CAT: here"});
  // Behind a value a suppression is not for the next line.
  CHECK(linted("a: 1 # zoomc: allow no-cats -- why\nb: CAT\n") ==
        Lines{"note[fates] no-cats: unused", "warning[no-cats] CAT: here"});
  CHECK(linted("a: CAT # zoomc: allow no-dogs -- why\n") ==
        Lines{"warning[no-cats] CAT: here", "note[fates] no-dogs: unused"});
}

TEST_CASE("a finding inside a text of several lines is allowed around it") {
  const std::string text = "  some\n  CAT\n";
  CHECK(linted("a: | # zoomc: allow no-cats -- why\n" + text) ==
        Lines{"note[fates] no-cats: used"});
  CHECK(linted("# zoomc: allow no-cats -- why\na: |\n" + text) ==
        Lines{"note[fates] no-cats: used"});
  CHECK(linted("a: \"some\n  CAT\" # zoomc: allow no-cats -- why\n") ==
        Lines{"note[fates] no-cats: used"});
  CHECK(linted("a: some\n  CAT\n  more # zoomc: allow no-cats -- why\n") ==
        Lines{"note[fates] no-cats: used"});
  CHECK(linted("a:\n  # zoomc: allow no-cats -- why\n  some\n  CAT\n") ==
        Lines{"note[fates] no-cats: used"});
  CHECK(linted("# zoomc: allow no-cats -- why\na: [\"x\n  y\", CAT, \"v\n  w\"]\n") ==
        Lines{"note[fates] no-cats: used"});
  CHECK(linted("a: [\"x\n  y\", CAT, \"v\n  w\"] # zoomc: allow no-cats -- why\n") ==
        Lines{"note[fates] no-cats: used"});
  // Not in the middle of a list, whose lines can have their own.
  CHECK(linted("# zoomc: allow no-cats -- why\na: [1,\n  CAT]\n") ==
        Lines{"note[fates] no-cats: unused", "warning[no-cats] CAT: here"});
}

TEST_CASE("a finding of several lines is allowed where it begins and behind its end") {
  CHECK(linted("# zoomc: allow no-ranges -- why\na: [FROM,\n  x, TO]\n") ==
        Lines{"note[fates] no-ranges: used"});
  CHECK(linted("a: [FROM, # zoomc: allow no-ranges -- why\n  x, TO]\n") ==
        Lines{"note[fates] no-ranges: used"});
  CHECK(linted("a: [FROM,\n  x, TO] # zoomc: allow no-ranges -- why\n") ==
        Lines{"note[fates] no-ranges: used"});
  CHECK(linted("a: [FROM,\n  # zoomc: allow no-ranges -- why\n  x, TO]\n") ==
        Lines{"error[no-ranges] FROM,\n  # zoomc: allow no-ranges -- why\n  x, TO: here",
              "note[fates] no-ranges: unused"});
}

TEST_CASE("policies are allowed by name") {
  Setup setup;
  setup.config.policies = {{.id = "law"}, {.id = "other"}};
  CHECK(linted("a: LAW # zoomc: allow policy-violation/law -- why\n", setup) ==
        Lines{"note[fates] policy-violation/law: used"});
  CHECK(linted("a: LAW # zoomc: allow policy-violation/other -- why\n", setup) ==
        Lines{"error[policy-violation] LAW: here", "note[fates] policy-violation/other: unused"});
  CHECK(linted("a: LAW # zoomc: allow policy-violation -- why\n", setup) ==
        Lines{"error[policy-violation] LAW: here", "note[fates] policy-violation: unnamed policy"});
  CHECK(linted("a: 1 # zoomc: allow policy-violation/none, policy-violation/ -- why\n", setup) ==
        Lines{"note[fates] policy-violation/none: unknown policy",
              "note[fates] policy-violation/: unknown policy"});
}

TEST_CASE("what becomes of allowances that allow nothing") {
  CHECK(linted("a: 1 # zoomc: allow no-cts, unknown-feature, fates -- why\n") ==
        Lines{"note[fates] no-cts: unknown rule", "note[fates] unknown-feature: fixed",
              "note[fates] fates: about allowances"});
  CHECK(linted("a: 1 # zoomc: allow no-cats -- why\n",
               with_level("no-cats", config::RuleLevel::off)) ==
        Lines{"note[fates] no-cats: idle"});
  CHECK(linted("a: 1 # zoomc: allow no-cats -- why\n", {.ignore = {"no-cats"}}) ==
        Lines{"note[fates] no-cats: idle"});
  CHECK(linted("a: 1 # zoomc: allow no-cats, no-cts -- why\n", {.whole = false}) ==
        Lines{"note[fates] no-cats: idle", "note[fates] no-cts: unknown rule"});
  Setup narrowed;
  narrowed.config.policies = {{.id = "law", .when = {.stage = model::Stage::published}}};
  CHECK(linted("a: 1 # zoomc: allow policy-violation/law -- why\n", narrowed) ==
        Lines{"note[fates] policy-violation/law: idle"});
}

TEST_CASE("one allowance is enough for a finding") {
  CHECK(linted("# zoomc: allow no-cats -- why\na: CAT # zoomc: allow no-cats, no-cats -- why\n") ==
        Lines{"note[fates] no-cats: used", "note[fates] no-cats: doubled",
              "note[fates] no-cats: doubled"});
  // The second is a double for the first finding and needed for the second one.
  CHECK(linted(
            "a: [FROM, # zoomc: allow no-ranges -- why\n  TO] # zoomc: allow no-ranges -- why\n") ==
        Lines{"note[fates] no-ranges: used", "note[fates] no-ranges: doubled"});
}

TEST_CASE("rules about allowances obey the project too") {
  Setup setup = with_level("fates", config::RuleLevel::error);
  CHECK(linted("a: CAT # zoomc: allow no-cats -- why\n", setup) ==
        Lines{"error[fates] no-cats: used"});
  CHECK(linted("a: CAT # zoomc: allow no-cats -- why\n",
               with_level("fates", config::RuleLevel::off)) == Lines{});
}

TEST_CASE("many findings and many allowances on one line") {
  std::string text = "a: [";
  for (int i = 0; i < 3000; ++i) text += "CAT,";
  text += "]";
  for (int i = 0; i < 3000; ++i) text += " # zoomc: allow no-cats -- why";
  CHECK(linted(text + "\n").size() == 3000);
}
