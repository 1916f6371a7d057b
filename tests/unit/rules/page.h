#pragma once
#include <optional>
#include <string>
#include <vector>

namespace zoomc {

// One case of a rule's page: an app, what the linter says of it, and what the fixes make of it.
struct PageCase {
  std::string title;
  // The project's settings, where the case has some.
  std::optional<std::string> config;
  std::string app;
  // Empty when the app must be clean.
  std::string findings;
  // Present when the findings have fixes.
  std::optional<std::string> fixed;
};

// Everything up to the heading `## Cases`, then the cases. Each is a heading `### …` with fenced
// blocks: `yaml .zoomc.yaml` (settings), `yaml` (the app), `text` (the findings, notes of other
// rules left out), `yaml fixed` (after all fixes).
struct Page {
  std::string before;
  std::vector<PageCase> cases;
};

Page read_page(const std::string& markdown);
std::string write_page(const Page& page);

}  // namespace zoomc
