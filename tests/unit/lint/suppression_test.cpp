#include "lint/suppression.h"

#include "edit/apply.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

struct Read {
  SourceFile file;
  std::vector<Suppression> suppressions;

  // "line 3 above: a, b; reason": what each suppression says.
  std::vector<std::string> shown() const {
    std::vector<std::string> lines;
    for (const Suppression& suppression : suppressions) {
      std::string line =
          "line " + std::to_string(suppression.line) + (suppression.above ? " above:" : " behind:");
      for (const SuppressedRule& rule : suppression.rules) {
        CHECK(file.slice(rule.span) == rule.id);
        line += " " + std::string(rule.id);
      }
      if (!suppression.reason.empty()) line += "; reason";
      if (!suppression.stray.empty())
        line += "; stray " + std::string(file.slice(suppression.stray));
      if (!suppression.other_word.empty()) {
        line += " not " + std::string(file.slice(suppression.other_word));
      }
      lines.push_back(line);
    }
    return lines;
  }
};

Read read(const std::string& text) {
  Read made{.file = {"a", text}};
  Sink sink;
  const auto document = syntax::parse(made.file, sink);
  REQUIRE(document);
  made.suppressions = read_suppressions(made.file, *document, LineIndex(made.file.text));
  return made;
}

using Lines = std::vector<std::string>;

Lines shown(const std::string& text) {
  return read(text).shown();
}

// The text text_without_marks the first suppression.
std::string text_without_marks(const std::string& text) {
  const Read made = read(text);
  REQUIRE_FALSE(made.suppressions.empty());
  return edit::apply_edits(text, {remove_suppression(made.file, made.suppressions.front())});
}

}  // namespace

TEST_CASE("an allowance behind a value is for its line") {
  CHECK(shown("a: 1 # zoomc: allow x -- why\n") == Lines{"line 1 behind: x; reason"});
  CHECK(shown("a: 1\nb:\n  - 2  #zoomc: allow x,y , z -- why\n") ==
        Lines{"line 3 behind: x y z; reason"});
  CHECK(shown("a: | # zoomc: allow x -- why\n  # zoomc: allow y -- text, no comment\n") ==
        Lines{"line 1 behind: x; reason"});
}

TEST_CASE("an allowance alone on a line is for the next line that is none") {
  CHECK(shown("# zoomc: allow x -- why\na: 1\n") == Lines{"line 2 above: x; reason"});
  CHECK(shown("\xEF\xBB\xBF# zoomc: allow x -- why\r\na: 1\r\n") ==
        Lines{"line 2 above: x; reason"});
  CHECK(shown("a: 1\n  # zoomc: allow x -- why\n# more\n# zoomc: allow y -- why\nb: 1\n") ==
        Lines{"line 5 above: x; reason", "line 5 above: y; reason"});
  CHECK(shown("# zoomc: allow x -- why\n\na: 1\n# zoomc: allow y -- why\n  \t\n") ==
        Lines{"line 0 above: x; reason", "line 0 above: y; reason"});
  CHECK(shown("a: 1\n# zoomc: allow x -- why") == Lines{"line 0 above: x; reason"});
  CHECK(shown("a:\n  # zoomc: allow x -- why\n  b: 1 # zoomc: allow y -- why\nc: 1\n") ==
        Lines{"line 3 above: x; reason", "line 3 behind: y; reason"});
}

TEST_CASE("reasons") {
  CHECK(shown("a: 1 # zoomc: allow x\n") == Lines{"line 1 behind: x"});
  CHECK(shown("a: 1 # zoomc: allow x --\n") == Lines{"line 1 behind: x"});
  CHECK(shown("a: 1 # zoomc: allow x --  \t\n") == Lines{"line 1 behind: x"});
  CHECK(shown("a: 1 # zoomc: allow x --why\n") == Lines{"line 1 behind: x; reason"});
  CHECK(shown("a: 1 # zoomc: allow x — why\n") == Lines{"line 1 behind: x; reason"});
  CHECK(shown("a: 1 # zoomc: allow x – why\n") == Lines{"line 1 behind: x; reason"});
  CHECK(shown("a: 1 # zoomc: allow x because of y\n") ==
        Lines{"line 1 behind: x; stray because of y"});
  CHECK(shown("a: 1 # zoomc: allow x - why\n") == Lines{"line 1 behind: x; stray - why"});
}

TEST_CASE("the rules that are named") {
  CHECK(shown("a: 1 # zoomc: allow\n") == Lines{"line 1 behind:"});
  CHECK(shown("a: 1 # zoomc: allow -- why\n") == Lines{"line 1 behind:; reason"});
  CHECK(shown("a: 1 # zoomc: allow x, -- why\n") == Lines{"line 1 behind: x; reason"});
  CHECK(shown("a: 1 # zoomc: allow policy-violation/eu-only -- why\n") ==
        Lines{"line 1 behind: policy-violation/eu-only; reason"});
}

TEST_CASE("an allowance among other words of a comment") {
  CHECK(shown("a: 1 # ours # zoomc: allow x -- why\n") == Lines{"line 1 behind: x; reason"});
  CHECK(shown("a: 1 # zoomc: allow x -- see #12 # zoomc: allow y\n") ==
        Lines{"line 1 behind: x; reason", "line 1 behind: y"});
  CHECK(shown("a: 1 # not# zoomc: allow x\n") == Lines{});
}

TEST_CASE("comments that are none, and words that were meant") {
  CHECK(shown("a: 1 # zoomc: see the README\n# zoomc is a compiler\n# allow x\n# zoomc:\n") ==
        Lines{});
  CHECK(shown("a: '# zoomc: allow x'\n") == Lines{});
  CHECK(shown("a: 1 # zoomc: ignore x -- why\n") == Lines{"line 1 behind: not ignore"});
  CHECK(shown("a: 1 # zoomc: disable x\n") == Lines{"line 1 behind: not disable"});
  CHECK(shown("a: 1 # zoomc: alow x\n") == Lines{"line 1 behind: not alow"});
  CHECK(shown("a: 1 # zoomc: allows x\n") == Lines{"line 1 behind: not allows"});
}

TEST_CASE("an allowance is taken out with all that is only there for it") {
  CHECK(text_without_marks("a: 1  # zoomc: allow x -- why\nb: 1\n") == "a: 1\nb: 1\n");
  CHECK(text_without_marks("a: 1\n  # zoomc: allow x -- why\nb: 1\n") == "a: 1\nb: 1\n");
  CHECK(text_without_marks("a: 1\r\n# zoomc: allow x -- why\r\nb: 1\r\n") == "a: 1\r\nb: 1\r\n");
  CHECK(text_without_marks("\xEF\xBB\xBF# zoomc: allow x -- why\na: 1\n") ==
        "\xEF\xBB\xBF"
        "a: 1\n");
  CHECK(text_without_marks("a: 1\n# zoomc: allow x -- why") == "a: 1\n");
  CHECK(text_without_marks("a: 1 # ours # zoomc: allow x -- why\n") == "a: 1 # ours\n");
  CHECK(text_without_marks("# ours # zoomc: allow x -- why\na: 1\n") == "# ours\na: 1\n");
  CHECK(text_without_marks("a: 1 # zoomc: allow x -- why # zoomc: allow y -- why\n") ==
        "a: 1 # zoomc: allow y -- why\n");
}

TEST_CASE("one rule is taken out with its comma") {
  const std::string text = "a: 1 # zoomc: allow x,y , z -- why\n";
  const Read made = read(text);
  const Suppression& suppression = made.suppressions.front();
  CHECK(edit::apply_edits(text, {remove_rule(suppression, 0)}) ==
        "a: 1 # zoomc: allow y , z -- why\n");
  CHECK(edit::apply_edits(text, {remove_rule(suppression, 1)}) ==
        "a: 1 # zoomc: allow x , z -- why\n");
  CHECK(edit::apply_edits(text, {remove_rule(suppression, 2)}) ==
        "a: 1 # zoomc: allow x,y -- why\n");
}

TEST_CASE("allowances past the limit are not read") {
  std::string text = "a: 1";
  for (int i = 0; i < 100'005; ++i) text += " # zoomc: allow";
  CHECK(read(text + "\n").suppressions.size() == kMaxSuppressions);
}

TEST_CASE("rules past the limit are not read") {
  std::string many = "a: 1 # zoomc: allow r";
  for (int i = 0; i < 99'997; ++i) many += ",r";
  const Read made = read(many + "\nb: 1 # zoomc: allow x,y,z -- why\n");
  REQUIRE(made.suppressions.size() == 2);
  CHECK(made.suppressions[0].rules.size() == 99'998);
  CHECK(made.suppressions[1].rules.size() == 2);
  CHECK(made.file.slice(made.suppressions[1].stray) == "z -- why");
}
