#include "shell/man_page.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "shell/shell_text.h"

namespace zoomc {
namespace {

// Escapes make a line longer than what is read.
constexpr std::size_t kMaxLine = 70;

struct Entry {
  std::string_view name;
  std::string_view text;
};

constexpr std::array kExitCodes{
    Entry{"0", "Fine."},
    Entry{
        "1",
        "Findings: errors, with --deny-warnings warnings too; a file that was refused; a manifest "
        "that is out of date or has drifted."},
    Entry{"2", "Wrong usage, or a topic that explain does not know."},
    Entry{"3", "The world: a path that is missing or cannot be read, a full disk."},
};

constexpr std::array kEnvironment{
    Entry{"NO_COLOR",
          "When set and not empty, output is not coloured unless --color=always is "
          "given."},
};

constexpr std::array kFiles{
    Entry{"*.zoom.yaml", "The description of an app; *.zoom.yml serves as well."},
    Entry{"*.manifest.json", "The compiled manifest, beside the app."},
    Entry{".zoomc.yaml",
          "Settings of the project, found upwards from the app: severities of rules, "
          "files left out, policies."},
    Entry{
        "zoomc.lock",
        "The catalog that the manifests were made with, recorded by compile --lock and held to by "
        "compile --locked."},
    Entry{".pre-commit-config.yaml",
          "Where the hooks zoomc-lint, zoomc-fix and "
          "zoomc-compile-check are switched on."},
};

// Text of a line of roff: nothing in it means anything to the formatter.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '`': out += "\\(ga"; break;
      case '\'': out += "\\(aq"; break;
      case '"': out += "\\(dq"; break;
      default: out += c;
    }
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

// An argument of a macro: what could be taken for a macro or for punctuation is protected.
std::string macro_argument(std::string_view text) {
  return "\"\\&" + roff(text) + "\"";
}

// Each sentence begins a line, as mdoc wants it, and no line is longer than a screen.
std::string paragraph(std::string_view text) {
  std::string out;
  std::string line;
  const auto end_line = [&] {
    if (!line.empty()) out += roff(line) + "\n";
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.size() + 1 + word.size() > kMaxLine) end_line();
    line += (line.empty() ? "" : " ") + std::string(word);
    if (word.ends_with('.') && !word.ends_with("..")) end_line();
  }
  end_line();
  return out;
}

std::string items(const auto& entries, std::string_view macro) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const Entry& entry : entries) {
    out += ".It " + std::string(macro) + " " + macro_argument(entry.name) + "\n" +
           paragraph(entry.text);
  }
  return out + ".El\n";
}

std::string option_items(const std::vector<CommandOption>& options) {
  if (options.empty()) return {};
  std::string out = ".Bl -tag -width Ds\n";
  for (const CommandOption& option : options) {
    out += ".It ";
    if (!option.short_name.empty()) out += "Fl " + roff(option.short_name);
    if (!option.short_name.empty() && !option.long_name.empty()) out += " , ";
    if (!option.long_name.empty()) out += "Fl " + roff("-" + option.long_name);
    if (!option.value_name.empty()) out += " Ar " + macro_argument(option.value_name);
    out += "\n" + paragraph(option.description);
  }
  return out + ".El\n";
}

std::string synopsis(const Command& command, std::string_view program) {
  std::string out = ".Nm " + std::string(program) + "\n.Cm " + command.name + "\n.Op Ar options\n";
  for (const CommandArgument& argument : command.arguments) {
    out += argument.required ? ".Ar " : ".Op Ar ";
    out += macro_argument(argument.name) + (argument.many ? " ...\n" : "\n");
  }
  return out;
}

std::string example_items(const std::vector<CommandExample>& examples) {
  std::string out;
  for (const CommandExample& example : examples) {
    out += ".Pp\n" + paragraph(example.what + ":") + ".Dl " + roff(example.line) + "\n";
  }
  return out;
}

std::string command_section(const CommandTree& tree, const Command& command) {
  std::string out = ".Ss " + command.name + "\n" + synopsis(command, tree.program) + ".Pp\n" +
                    paragraph(command.summary + ".");
  if (!command.arguments.empty()) {
    out += ".Bl -tag -width Ds\n";
    for (const CommandArgument& argument : command.arguments) {
      out += ".It Ar " + macro_argument(argument.name) + "\n" + paragraph(argument.description);
    }
    out += ".El\n";
  }
  return out + option_items(command.options) + example_items(command.examples);
}

// "2026-08-21" as mdoc writes it: "August 21, 2026"; a month stands for its first day.
std::string mdoc_date(const std::string& date) {
  constexpr std::array kMonths{"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
  const auto month = static_cast<std::size_t>(std::stoi(date.substr(5, 2)) - 1);
  const std::string day = date.size() < 10 ? "1" : std::to_string(std::stoi(date.substr(8, 2)));
  return std::string(kMonths.at(month)) + " " + day + ", " + date.substr(0, 4);
}

}  // namespace

std::string man_page(const CommandTree& tree) {
  std::string out = ".Dd " + mdoc_date(tree.catalog_date) + "\n.Dt ZOOMC 1\n.Os\n.Sh NAME\n.Nm " +
                    tree.program +
                    "\n.Nd compile and lint Zoom app manifests\n.Sh SYNOPSIS\n.Nm\n" +
                    ".Op Ar options\n.Ar command\n.Op Ar argument ...\n.Sh DESCRIPTION\n" +
                    paragraph(tree.description);
  out += ".Pp\nThe options of every command are:\n" + option_items(tree.options);
  out += ".Sh COMMANDS\n";
  for (const Command* command : commands_of(tree)) out += command_section(tree, *command);
  out += ".Sh ENVIRONMENT\n" + items(kEnvironment, "Ev");
  out += ".Sh FILES\n" + items(kFiles, "Pa");
  out += ".Sh EXIT STATUS\nWhere several apply the highest is given.\n" + items(kExitCodes, "Li");
  out += ".Sh EXAMPLES\n" + example_items(tree.examples).substr(std::string_view(".Pp\n").size());
  return out;
}

}  // namespace zoomc
