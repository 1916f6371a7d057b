#include "page.h"

#include <sstream>

namespace zoomc {
namespace {

constexpr std::string_view kHeading = "## Cases\n";

std::string fenced(const std::string& language, const std::string& text) {
  return "\n```" + language + "\n" + text + "```\n";
}

void keep_block(PageCase& into, const std::string& language, std::string text) {
  if (language == "yaml .zoomc.yaml") into.config = std::move(text);
  if (language == "yaml") into.app = std::move(text);
  if (language == "text") into.findings = std::move(text);
  if (language == "yaml fixed") into.fixed = std::move(text);
}

}  // namespace

Page read_page(const std::string& markdown) {
  Page page;
  const std::size_t cases = markdown.find(kHeading);
  if (cases == std::string::npos) return {markdown, {}};
  page.before = markdown.substr(0, cases + kHeading.size());
  std::istringstream lines(markdown.substr(cases + kHeading.size()));
  std::string line;
  std::optional<std::string> language;
  std::string block;
  while (std::getline(lines, line)) {
    if (language && line == "```") {
      keep_block(page.cases.back(), *language, std::move(block));
      language.reset();
      block.clear();
    } else if (language) {
      block += line + "\n";
    } else if (line.starts_with("### ")) {
      page.cases.push_back({.title = line.substr(4)});
    } else if (line.starts_with("```") && !page.cases.empty()) {
      language = line.substr(3);
    }
  }
  return page;
}

std::string write_page(const Page& page) {
  std::string text = page.before;
  for (const PageCase& one : page.cases) {
    text += "\n### " + one.title + "\n";
    if (one.config) text += fenced("yaml .zoomc.yaml", *one.config);
    text += fenced("yaml", one.app);
    text += one.findings.empty() ? "\nNothing to say.\n" : fenced("text", one.findings);
    if (one.fixed) text += fenced("yaml fixed", *one.fixed);
  }
  return text;
}

}  // namespace zoomc
