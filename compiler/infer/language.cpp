#include "infer/language.h"

#include "infer/word_list.h"

namespace zoomc {
namespace {

constexpr Language kLanguages[] = {
    {.name = "JavaScript",
     .extensions = ".js .mjs .cjs .jsx .ts .mts .cts .tsx .vue .svelte .gs",
     .line_comment = "//",
     .block_comments = true,
     .backticks = true,
     .regex_literals = true},
    {.name = "Python",
     .extensions = ".py .pyw",
     .line_comment = "#",
     .triple_quotes = true,
     .def_blocks = true},
    {.name = "Go",
     .extensions = ".go",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true,
     .backticks = true},
    {.name = "Java",
     .extensions = ".java",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true,
     .triple_quotes = true},
    {.name = "Kotlin",
     .extensions = ".kt .kts .scala .groovy .gradle",
     .line_comment = "//",
     .block_comments = true,
     .triple_quotes = true},
    {.name = "C#",
     .extensions = ".cs",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true,
     .triple_quotes = true},
    {.name = "Ruby",
     .extensions = ".rb .rake",
     .line_comment = "#",
     .bare_calls = true,
     .def_blocks = true},
    {.name = "PHP",
     .extensions = ".php",
     .line_comment = "//",
     .other_line_comment = "#",
     .block_comments = true,
     .dot_joins = true},
    {.name = "Rust",
     .extensions = ".rs",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true},
    {.name = "Swift",
     .extensions = ".swift .dart",
     .line_comment = "//",
     .block_comments = true,
     .triple_quotes = true},
    {.name = "shell",
     .extensions = ".sh .bash .zsh .ksh .yml .yaml .mk",
     .line_comment = "#",
     .is_shell = true},
};

}  // namespace

const Language* language_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  const bool is_recipe = name == "Makefile" || name == "Dockerfile" || name == "Jenkinsfile";
  const std::string_view extension =
      is_recipe ? ".sh" : (dot == std::string_view::npos ? "" : name.substr(dot));
  if (extension.empty() || name.ends_with(".zoom.yaml") || name.ends_with(".zoom.yml")) {
    return nullptr;
  }
  for (const Language& language : kLanguages) {
    if (has_word(language.extensions, extension)) return &language;
  }
  return nullptr;
}

}  // namespace zoomc
