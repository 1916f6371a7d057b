#include "author/pre_commit.h"

#include <string>
#include <vector>

#include "support/catch.h"

namespace zoomc::author {
namespace {

const std::string kHook = R"(- repo: local
  hooks:
    - id: zoomc-lint
      name: zoomc lint
      description: Check Zoom app descriptions against the integrator's checklist
      entry: zoomc lint
      language: system
      files: (\.zoom\.ya?ml|(^|/)\.zoomc\.yaml)$
      require_serial: true
)";

std::string indented(const std::string& text, const std::string& indent,
                     const std::string& line_break) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    out += indent + text.substr(at, end - at) + line_break;
    at = end + 1;
  }
  return out;
}

TEST_CASE("A new pre-commit configuration has the one hook", "[author][pre-commit]") {
  CHECK(new_pre_commit_config() ==
        "# https://pre-commit.com: `pre-commit install` runs these before each commit.\nrepos:\n" +
            indented(kHook, "  ", "\n"));
  CHECK(pre_commit_entry() == indented(kHook, "  ", "\n"));
  CHECK(has_pre_commit_hook(new_pre_commit_config()));
  CHECK_FALSE(has_pre_commit_hook("repos: []\n"));
}

TEST_CASE("The hook is added behind the last one, and nothing else changes",
          "[author][pre-commit]") {
  const std::string deep = "repos:\n    - repo: local\n      hooks:\n      - {id: a}  # ours\n";
  CHECK(add_pre_commit_hook(deep) == deep + indented(kHook, "    ", "\n"));
  CHECK(add_pre_commit_hook("repos:\n- repo: local\n  hooks: [{id: a}]") ==
        "repos:\n- repo: local\n  hooks: [{id: a}]\n" + kHook);
  CHECK(
      add_pre_commit_hook(
          "repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: |\n      x\n\n# end\nci: {}\n") ==
      "repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: |\n      x\n" + kHook +
          "\n# end\nci: {}\n");
  CHECK(add_pre_commit_hook(
            "repos:\r\n  - repo: local\r\n    hooks: [{id: a}]\r\nfail_fast: true\r\n") ==
        "repos:\r\n  - repo: local\r\n    hooks: [{id: a}]\r\n" + indented(kHook, "  ", "\r\n") +
            "fail_fast: true\r\n");
}

TEST_CASE("Where it is not sure to be right nothing is added", "[author][pre-commit]") {
  for (const std::string& text : std::vector<std::string>{
           "", "# nothing\n", "repos: []\n", "repos: [{repo: local, hooks: []}]\n", "repos:\n",
           "ci: {}\n", "- repo: local\n", "repos: word\n",
           "repos:\n  - repo: local\n    hooks: [\n",
           "repos:\n  - repo: a\n---\nrepos:\n  - repo: b\n", "a: &x\n  - repo: local\nrepos: *x\n",
           "{repos:\n  - repo: local\n}\n", "repos:\n  - repo: a\nrepos:\n  - repo: b\n"}) {
    INFO(text);
    CHECK_FALSE(add_pre_commit_hook(text));
  }
}

}  // namespace
}  // namespace zoomc::author
