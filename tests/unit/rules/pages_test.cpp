#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catalog/builtin.h"
#include "config/read_config.h"
#include "driver/fix.h"
#include "driver/rule_ids.h"
#include "page.h"
#include "render/format.h"
#include "rules/registry.h"
#include "support/catch.h"
#include "support/fix_promises.h"
#include "support/project.h"

// Every rule's page is its documentation and its test: the cases are run and what comes out is
// compared with what the page shows. With ZOOMC_UPDATE=1 the pages are rewritten instead.
namespace zoomc {
namespace {

std::string page_path(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', '_');
  return project_root() / "rules" / (name + ".md");
}

std::string read_file(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The linter as a case sets it up.
class Setting {
 public:
  explicit Setting(const PageCase& one) {
    if (one.config) read({".zoomc.yaml", *one.config});
  }

  driver::CheckOptions options() const {
    return {
        .catalog = &catalog::builtin_catalog(), .rules = rules::all_rules(), .config = &config_};
  }

 private:
  void read(const SourceFile& file) {
    const std::vector<std::string_view> ids = driver::ids_of(rules::all_rules());
    Sink sink;
    config_ = config::read_config(file, {.rules = ids, .fixed = driver::phase_ids()}, sink);
    const std::vector<Diagnostic> findings = sink.take();
    INFO(render::render_text(file, findings, false));
    REQUIRE(findings.empty());
  }

  config::ProjectConfig config_;
};

// What the linter says. Notes only of the page's own rule: those of others stay in the background,
// as they do for people.
std::string findings_of(const PageCase& one, std::string_view id) {
  const Setting setting(one);
  driver::Checked checked = driver::check({"app.zoom.yaml", one.app}, setting.options());
  std::erase_if(checked.findings, [id](const Diagnostic& found) {
    return found.severity == Severity::note && found.id != id;
  });
  return checked.findings.empty()
             ? std::string{}
             : render::render_text(checked.analysis->file, checked.findings, false);
}

bool has_finding(const std::vector<Diagnostic>& findings, std::string_view id) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Diagnostic& found) { return found.id == id; });
}

// What every fix promises: the result is an app, keeps all comments, needs no second run, and each
// finding that had a fix is gone.
void hold_promises(const PageCase& one, const driver::Fixed& fixed) {
  const Setting setting(one);
  CHECK(fixed.checked.is_app);
  CHECK(broken_promise(one.app, fixed, setting.options(), true) == "");
  const driver::Checked before = driver::check({"app.zoom.yaml", one.app}, setting.options());
  for (const Diagnostic& found : before.findings) {
    if (!found.fixes.empty()) CHECK_FALSE(has_finding(fixed.checked.findings, found.id));
  }
}

PageCase run_case(const PageCase& written, std::string_view id) {
  PageCase now{.title = written.title,
               .config = written.config,
               .app = written.app,
               .findings = findings_of(written, id)};
  const Setting setting(written);
  const driver::Fixed fixed = driver::fix({"app.zoom.yaml", written.app}, setting.options(), true);
  if (fixed.applied > 0) {
    hold_promises(written, fixed);
    now.fixed = fixed.text;
  }
  return now;
}

// The promise of the rule's info against what its cases show.
void check_fix_promise(const lint::RuleInfo& info, const Page& page) {
  std::size_t with = 0;
  std::size_t without = 0;
  for (const PageCase& one : page.cases) {
    const Setting setting(one);
    const driver::Checked checked = driver::check({"app.zoom.yaml", one.app}, setting.options());
    for (const Diagnostic& found : checked.findings) {
      if (found.id == info.id) ++(found.fixes.empty() ? without : with);
    }
  }
  if (info.fix == FixPromise::always) CHECK(without == 0);
  if (info.fix == FixPromise::never) CHECK(with == 0);
  if (info.fix == FixPromise::sometimes) CHECK(with > 0);
}

TEST_CASE("every rule's page shows what the rule does") {
  for (const lint::Rule& rule : rules::all_rules()) {
    DYNAMIC_SECTION(rule.info->id) {
      const std::string path = page_path(rule.info->id);
      const std::string text = read_file(path);
      REQUIRE_FALSE(text.empty());
      const Page page = read_page(text);
      Page now{page.before, {}};
      for (const PageCase& one : page.cases) {
        INFO(one.title);
        now.cases.push_back(run_case(one, rule.info->id));
      }
      if (std::getenv("ZOOMC_UPDATE") != nullptr) {
        std::ofstream(path) << write_page(now);
        continue;
      }
      CHECK(write_page(now) == text);
      check_fix_promise(*rule.info, page);
    }
  }
}

TEST_CASE("every rule's page has at least two cases that fire and two that stay silent") {
  for (const lint::Rule& rule : rules::all_rules()) {
    const Page page = read_page(read_file(page_path(rule.info->id)));
    const std::string mark = "[" + std::string(rule.info->id) + "]";
    const auto fires = std::count_if(
        page.cases.begin(), page.cases.end(),
        [&](const PageCase& one) { return one.findings.find(mark) != std::string::npos; });
    INFO(rule.info->id);
    CHECK(fires >= 2);
    CHECK(static_cast<std::ptrdiff_t>(page.cases.size()) - fires >= 2);
  }
}

TEST_CASE("every rule's page has the sections that readers look for") {
  for (const lint::Rule& rule : rules::all_rules()) {
    INFO(rule.info->id);
    const std::string text(rules::rule_documentation(rule.info->id));
    CHECK(text.starts_with("# " + std::string(rule.info->id) + "\n"));
    for (const char* section : {"\n## Why\n", "\n## Instead\n", "\n## Fix\n", "\n## Cases\n"}) {
      INFO(section);
      CHECK(text.find(section) != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace zoomc
