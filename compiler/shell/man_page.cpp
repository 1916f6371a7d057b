#include <algorithm>
#include <fmt/core.h>

#include "shell/command_line.h"

namespace zoomc::shell {
namespace {

// Escapes make a line longer than what is read.
constexpr std::size_t kMaxLine = 70;

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

// An argument of a macro: text that could be read as a macro or punctuation is protected.
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

std::string items(std::span<const NamedText> entries, std::string_view macro) {
  std::string out = ".Bl -tag -width Ds\n";
  for (const NamedText& entry : entries) {
    out += ".It " + std::string(macro) + " " + macro_argument(entry.name) + "\n" +
           paragraph(entry.text);
  }
  return out + ".El\n";
}

// Options or arguments with what is said of each.
std::string option_items(const OptionList& options) {
  if (options.empty()) return {};
  std::string out = ".Bl -tag -width Ds\n";
  for (const CommandOption* option : options) {
    std::string item;
    if (!option->is_argument()) {
      for (const std::string_view name : names_of(*option)) {
        item += (item.empty() ? " Fl " : " , Fl ") + roff(name.substr(1));
      }
    }
    if (!option->value_name.empty()) item += " Ar " + macro_argument(option->value_name);
    out += ".It" + item + "\n" + paragraph(description_of(*option));
  }
  return out + ".El\n";
}

std::string synopsis(const Command& command, std::string_view program) {
  std::string out = fmt::format(".Nm {}\n.Cm {}\n.Op Ar options\n", program, command.name);
  for (const CommandOption* argument : arguments_of(command)) {
    out += argument->is_required ? ".Ar " : ".Op Ar ";
    out += macro_argument(argument->name) + (argument->takes_many ? " ...\n" : "\n");
  }
  return out;
}

std::string example_items(std::span<const CommandExample> examples) {
  std::string out;
  for (const CommandExample& example : examples) {
    out += fmt::format(".Pp\n{}.Dl {}\n", paragraph(std::string(example.what) + ":"),
                       roff(example.line));
  }
  return out;
}

std::string command_section(const CommandLine& line, const Command& command) {
  return fmt::format(".Ss {}\n{}.Pp\n{}", command.name, synopsis(command, line.program),
                     paragraph(std::string(command.summary) + ".")) +
         option_items(arguments_of(command)) + option_items(options_of(command)) +
         example_items(command.examples);
}

// "2026-08-21" as mdoc writes it: "August 21, 2026"; a month means its first day.
std::string mdoc_date(std::string date) {
  constexpr std::array kMonths{"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
  const auto month = static_cast<std::size_t>(std::stoi(date.substr(5, 2)) - 1);
  const std::string day = date.size() < 10 ? "1" : std::to_string(std::stoi(date.substr(8, 2)));
  return fmt::format("{} {}, {}", kMonths.at(month), day, date.substr(0, 4));
}

}  // namespace

std::string man_page(const CommandLine& line) {
  std::string out = fmt::format(
      ".Dd {}\n.Dt ZOOMC 1\n.Os\n.Sh NAME\n.Nm {}\n.Nd compile and lint Zoom app manifests\n"
      ".Sh SYNOPSIS\n.Nm\n.Op Ar options\n.Ar command\n.Op Ar argument ...\n.Sh DESCRIPTION\n{}",
      mdoc_date(std::string(line.catalog_date)), line.program, paragraph(line.description));
  out += ".Pp\nThe options of every command are:\n" + option_items(all_options_of(line, {}));
  out += ".Sh COMMANDS\n";
  for (const Command* command : line.commands) out += command_section(line, *command);
  out += ".Sh ENVIRONMENT\n" + items(line.environment, "Ev");
  out += ".Sh FILES\n" + items(line.files, "Pa");
  out +=
      ".Sh EXIT STATUS\nWhere several apply the highest is given.\n" + items(line.exit_codes, "Li");
  out += ".Sh EXAMPLES\n" + example_items(line.examples).substr(std::string_view(".Pp\n").size());
  return out;
}

}  // namespace zoomc::shell
