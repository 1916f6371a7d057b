// Every fix changes what it names and nothing else: over apps of this repository, right and wrong,
// mixed and written in every style that YAML has.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "catalog/builtin.h"
#include "driver/add_allowances.h"
#include "driver/rule_ids.h"
#include "edit/apply.h"
#include "rules/registry.h"
#include "support/catch.h"
#include "support/fix_effect.h"
#include "support/fix_promises.h"
#include "support/repository_texts.h"
#include "support/rounds.h"
#include "syntax/parse.h"
#include "unit/rules/random_styles.h"

namespace zoomc {
namespace {

using testing::RandomStyles;

// ZOOMC_FIX_FILES asks for another number.
constexpr unsigned kFiles = 20'000;

unsigned file_count() {
  const char* asked = std::getenv("ZOOMC_FIX_FILES");
  return asked == nullptr ? test::rounds(kFiles) : static_cast<unsigned>(std::stoul(asked));
}

driver::CheckOptions all_options() {
  return {
      .catalog = &catalog::builtin_catalog(), .rules = rules::all_rules(), .findings_only = true};
}

struct Seed {
  syntax::Node root;
  // The rules whose page it is from, or all.
  std::vector<std::string> rules;
};

std::vector<std::string> rules_of(const std::string& origin) {
  std::vector<std::string> all;
  for (const lint::Rule& rule : rules::all_rules()) {
    std::string name(rule.info->id);
    std::replace(name.begin(), name.end(), '-', '_');
    if (origin.ends_with("/" + name + ".md")) return {std::string(rule.info->id)};
    all.emplace_back(rule.info->id);
  }
  return all;
}

std::vector<Seed> read_seeds() {
  std::vector<Seed> seeds;
  for (const RepositoryText& text : repository_texts()) {
    if (text.text.size() > 3000) continue;
    Sink sink;
    auto document = syntax::parse(SourceFile{"app.zoom.yaml", text.text}, sink);
    const bool is_app =
        document && document->root.is_mapping() && document->root.find("zoomc") != nullptr;
    if (is_app) seeds.push_back({std::move(document->root), rules_of(text.origin)});
  }
  return seeds;
}

// One app, perhaps with keys of another.
std::string make_file(const std::vector<Seed>& seeds, unsigned number) {
  RandomStyles first(number, {""});
  const Seed& seed = seeds[first.below(seeds.size())];
  syntax::Node root = seed.root;
  if (first.once_in(2)) {
    for (const syntax::Member& member : seeds[first.below(seeds.size())].root.members) {
      if (root.find(member.key.text) == nullptr && first.once_in(2)) root.members.push_back(member);
    }
  }
  for (std::size_t i = root.members.size(); i > 1; --i) {
    if (first.once_in(2)) std::swap(root.members[i - 1], root.members[first.below(i)]);
  }
  return RandomStyles(number + 1'000'000, seed.rules).write(root);
}

// Of several about one name the last may tell what the first did.
std::ptrdiff_t count_of(const driver::Checked& checked, const Diagnostic& wanted) {
  return std::count_if(checked.findings.begin(), checked.findings.end(),
                       [&](const Diagnostic& found) { return found.id == wanted.id; });
}

// Where a place begins once the edits are made.
std::uint32_t begin_behind(Span place, const std::vector<Edit>& edits) {
  std::size_t begin = place.begin;
  for (const Edit& edit : edits) {
    if (edit.span.end <= place.begin && !(edit.span == Span{place.begin, place.begin})) {
      begin += edit.replacement.size() - edit.span.size();
    }
  }
  return static_cast<std::uint32_t>(begin);
}

bool is_said_at(const driver::Checked& checked, const Diagnostic& wanted, std::uint32_t place) {
  return std::any_of(checked.findings.begin(), checked.findings.end(),
                     [&](const Diagnostic& found) {
                       return found.id == wanted.id && found.message == wanted.message &&
                              found.primary.begin == place;
                     });
}

bool has_phase_error(const driver::Checked& checked) {
  const auto ids = driver::phase_ids();
  return std::any_of(checked.findings.begin(), checked.findings.end(),
                     [&](const Diagnostic& found) {
                       return found.severity == Severity::error &&
                              std::find(ids.begin(), ids.end(), found.id) != ids.end();
                     });
}

// What is wrong with a single fix; empty when nothing.
std::string judge(const driver::Checked& checked, const Diagnostic& found, const Fix& fix) {
  const std::string& text = checked.analysis->file.text;
  AppChange change = change_of(text, found, fix);
  const std::string after = edit::apply_edits(text, fix.edits);
  change.after = after;
  if (std::string harm = harm_of(change); !harm.empty()) return harm;
  const driver::Checked result = driver::check({"app.zoom.yaml", after}, all_options());
  if (checked.is_app && !result.is_app) return "the result is no app";
  const bool is_gone = fix.kind == FixKind::remove
                           ? count_of(result, found) < count_of(checked, found) ||
                                 result.findings.size() < checked.findings.size()
                           : !is_said_at(result, found, begin_behind(found.primary, fix.edits));
  if (!is_gone) return "the finding is still there";
  if (fix.safety == FixSafety::unsafe || has_phase_error(checked)) return "";
  // The rules may have more to say of a value that is right now; YAML and the language may not.
  return has_phase_error(result) ? "a new error" : "";
}

std::string judge_together(const driver::Checked& checked, bool unsafe_too) {
  const std::string& text = checked.analysis->file.text;
  const edit::FixChoice may = [&](const Diagnostic& /*found*/, const Fix& fix) {
    return unsafe_too || fix.safety == FixSafety::safe;
  };
  const edit::FixRound round = edit::apply_fixes(text, checked.findings, may);
  AppChange change{.before = text, .after = round.text, .edits = round.edits};
  for (const Diagnostic& found : checked.findings) {
    if (!found.fixes.empty()) change.findings.push_back(&found);
  }
  if (std::string harm = harm_of(change); !harm.empty()) return harm + "\n=>\n" + round.text;
  const driver::Fixed fixed = driver::fix({"app.zoom.yaml", text}, all_options(), unsafe_too);
  const std::string broken = broken_promise(text, fixed, all_options(), unsafe_too);
  return broken.empty() ? "" : broken + "\n=>\n" + fixed.text;
}

// What is wrong with the allowances that `--add-allowances` writes: comments, and nothing else.
std::string judge_allowances(const std::string& text) {
  const driver::WithAllowances made =
      driver::add_allowances({"app.zoom.yaml", text}, all_options(), "agreed");
  std::vector<std::string> after = comments_of(made.text);
  if (made.text != text && made.allowed == 0) return "allowances that allow nothing";
  if (comments_of(text) != after) return "a comment is lost";
  // A byte order mark stands before a comment on the first line.
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::string without(text.starts_with(kMark) ? kMark : "");
  for (std::size_t begin = without.size(); begin < made.text.size();) {
    const std::size_t end = std::min(made.text.find('\n', begin), made.text.size() - 1) + 1;
    const std::string line = made.text.substr(begin, end - begin);
    if (line.find("-- agreed\n") == std::string::npos &&
        line.find("-- agreed\r\n") == std::string::npos) {
      without += line;
    }
    begin = end;
  }
  return without == text ? "" : "more than comments\n=>\n" + made.text;
}

struct Tally {
  std::map<std::string, std::size_t, std::less<>> fixes;
  std::size_t readable = 0;
  std::vector<std::string> harms;

  void add_harm(unsigned number, const std::string& what, const std::string& text) {
    if (harms.size() < 20) {
      harms.push_back("file " + std::to_string(number) + ": " + what + "\n--- file\n" + text +
                      "---\n");
    }
  }
};

void judge_file(const std::vector<Seed>& seeds, unsigned number, Tally& tally) {
  const std::string text = make_file(seeds, number);
  const driver::Checked checked = driver::check({"app.zoom.yaml", text}, all_options());
  tally.readable += checked.is_app ? 1 : 0;
  bool any = false;
  for (const Diagnostic& found : checked.findings) {
    for (const Fix& fix : found.fixes) {
      any = true;
      ++tally.fixes[std::string(found.id)];
      const std::string harm = judge(checked, found, fix);
      if (!harm.empty()) {
        tally.add_harm(number,
                       std::string(found.id) + ": " + found.message + ": " + harm + "\n=>\n" +
                           edit::apply_edits(text, fix.edits),
                       text);
      }
    }
  }
  if (const std::string harm = judge_allowances(text); !harm.empty()) {
    tally.add_harm(number, "allowances: " + harm, text);
  }
  if (!any) return;
  for (const bool unsafe_too : {false, true}) {
    const std::string harm = judge_together(checked, unsafe_too);
    if (!harm.empty()) tally.add_harm(number, (unsafe_too ? "all: " : "all safe: ") + harm, text);
  }
}

// With ZOOMC_COUNT_FIXES=1 it tells how many fixes of each kind were tried.
TEST_CASE("a fix changes what it names and nothing else, however the file is written",
          "[property]") {
  const std::vector<Seed> seeds = read_seeds();
  REQUIRE(seeds.size() > 200);
  Tally tally;
  const unsigned files = file_count();
  for (unsigned number = 0; number < files; ++number) judge_file(seeds, number, tally);
  for (const std::string& harm : tally.harms) UNSCOPED_INFO(harm);
  CHECK(tally.harms.empty());
  CHECK(tally.readable > files * 6 / 10);
  for (const lint::Rule& rule : rules::all_rules()) {
    // Fewer files than all may have none with the fix of a rule that rarely has one.
    if (files < kFiles) break;
    INFO(rule.info->id);
    if (rule.info->fix != FixPromise::never) CHECK(tally.fixes.count(rule.info->id) == 1);
  }
  if (std::getenv("ZOOMC_COUNT_FIXES") == nullptr) return;
  std::size_t all = 0;
  for (const auto& [id, count] : tally.fixes) {
    std::cout << count << '\t' << id << '\n';
    all += count;
  }
  std::cout << all << "\tin all; " << tally.readable << " files are apps\n";
}

}  // namespace
}  // namespace zoomc
