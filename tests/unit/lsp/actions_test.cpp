#include "lsp/actions.h"

#include "edit/apply.h"
#include "support/catch.h"
#include "unit/lsp/support.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using test::app_with;

namespace {

using Lines = std::vector<std::string>;

// "quickfix Remove it" and whether it is preferred, with the text that it makes.
struct Made {
  Lines titles;
  std::vector<std::string> texts;
};

Made actions_at(const std::string& text) {
  const test::Marked marked = test::unmark(text);
  const driver::Checked checked = test::checked(marked.text);
  Made made;
  for (const CodeAction& action :
       quick_fixes(checked, test::all_options(), {marked.offset, marked.offset})) {
    made.titles.push_back((action.preferred ? "! " : "") + action.title);
    made.texts.push_back(edit::apply_edits(marked.text, action.edits));
  }
  return made;
}

}  // namespace

TEST_CASE("a safe fix and an allowance") {
  const Made made =
      actions_at(app_with("oauth:\n  redirect_url: https://api-eu.unified.to/oauth/code/@@\n"));
  CHECK(made.titles == Lines{"! Change to `https://api-eu.unified.to/oauth/code`",
                             "Allow `redirect-url-mismatch` here, with a reason"});
  CHECK(made.texts.at(0) ==
        app_with("oauth:\n  redirect_url: https://api-eu.unified.to/oauth/code\n"));
  CHECK(made.texts.at(1) == app_with("oauth:\n  # zoomc: allow redirect-url-mismatch -- \n"
                                     "  redirect_url: https://api-eu.unified.to/oauth/code/\n"));
  // Until somebody writes the reason that is a finding itself.
  const driver::Checked after = test::checked(made.texts.at(1));
  REQUIRE(after.findings.size() == 2);
  CHECK(after.findings[1].id == "allowance-without-reason");
}

TEST_CASE("unsafe fixes say so") {
  CHECK(actions_at(app_with("stage: publishd@@\n")).titles ==
        Lines{"Change to `published` (unsafe: check it)"});
  CHECK(actions_at(app_with("extra_scopes: [meeting:read:sumary:admin@@]\n")).titles ==
        Lines{"Change to `meeting:read:summary` (unsafe: check it)",
              "Allow `unknown-scope` here, with a reason"});
  CHECK(actions_at(app_with("stage: testing@@\n")).titles.empty());
}

TEST_CASE("nobody chooses from more than fifty actions") {
  std::string scopes;
  for (int i = 0; i < 200; ++i) scopes += "  - no_such_" + std::to_string(i) + "\n";
  const std::string text = app_with("extra_scopes:\n" + scopes);
  const driver::Checked checked = test::checked(text);
  const auto actions =
      quick_fixes(checked, test::all_options(), {0, static_cast<std::uint32_t>(text.size())});
  CHECK(actions.size() == 50);
}

TEST_CASE("all safe fixes at once, in one edit") {
  const std::string text = app_with(
      "oauth:\n  redirect_url: https://api-eu.unified.to/oauth/code/\n"
      "  strict_mode: true\nfeatures: {users: [read, read]}\n");
  const driver::Checked checked = test::checked(text);
  CHECK(has_safe_fixes(checked, 2));
  const auto all = fix_all(checked, test::all_options());
  REQUIRE(all);
  CHECK(all->title == "Make all safe fixes");
  CHECK(all->kind == "source.fixAll.zoomc");
  CHECK(all->edits.size() == 1);
  CHECK(edit::apply_edits(text, all->edits) ==
        app_with("oauth:\n  redirect_url: https://api-eu.unified.to/oauth/code\n"
                 "  strict_mode: true\nfeatures: {users: [read]}\n"));
  CHECK_FALSE(fix_all(test::checked(app_with("")), test::all_options()));
}
