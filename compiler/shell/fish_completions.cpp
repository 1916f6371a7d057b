#include <fmt/core.h>

#include "shell/command_line.h"

namespace zoomc::shell {
namespace {

// Inside fish's single quotes a backslash escapes itself and the quote.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// The part of a `complete` command that says what a value may be.
std::string values_of(const ValueHint& value) {
  switch (value.kind) {
    case ValueKind::nothing: return {};
    case ValueKind::text: return " -x";
    case ValueKind::word: return " -x -a " + fish_quoted(joined(value.words));
    case ValueKind::name:
      return " -x -a " + fish_quoted("(__zoomc_names " + joined(value.words) + ")");
    case ValueKind::app_file: return " -k -x -a '(__zoomc_apps)'";
    case ValueKind::file: return " -r -F";
    case ValueKind::directory: return " -x -a '(__fish_complete_directories)'";
  }
  return {};
}

std::string option_line(const std::string& condition, const CommandOption& option) {
  std::string names;
  for (const std::string_view name : names_of(option)) {
    const bool is_long = name.starts_with("--");
    names.append(is_long ? " -l " : " -s ").append(name.substr(is_long ? 2 : 1));
  }
  return fmt::format("complete -c zoomc{}{}{} -d {}\n", condition, names,
                     values_of(hint_of(option)), fish_quoted(description_of(option)));
}

// The command is the one of the line. One whose name is a word of two is not the other.
std::string condition_of(const CommandLine& line, const Command& command) {
  if (!second_word(command).empty()) return fmt::format("__zoomc_is_two_words {}", command.name);
  std::string condition = fmt::format("__fish_seen_subcommand_from {}", command.name);
  for (const Command* other : line.commands) {
    const bool has_two = !second_word(*other).empty();
    if (has_two && (first_word(*other) == command.name || second_word(*other) == command.name)) {
      condition += fmt::format("; and not __zoomc_is_two_words {}", other->name);
    }
  }
  return condition;
}

std::string command_lines(const CommandLine& line, const Command& command) {
  const std::string condition = condition_of(line, command);
  const std::string here = fmt::format(" -n '{}'", condition);
  const bool is_one_word = second_word(command).empty();
  std::string lines = "\n";
  if (is_one_word) {
    lines += fmt::format("complete -c zoomc -n __fish_use_subcommand -a {} -d {}\n", command.name,
                         fish_quoted(command.summary));
  }
  const OptionList arguments = arguments_of(command);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const ValueHint hint = hint_of_argument(line, command, i);
    if (hint.kind == ValueKind::text) continue;
    const std::string place = arguments[i]->takes_many
                                  ? here
                                  : fmt::format(" -n '{}; and __zoomc_has_arguments {}'", condition,
                                                is_one_word ? i : i + 1);
    lines += fmt::format("complete -c zoomc{}{}\n", place, values_of(hint));
  }
  for (const CommandOption* option : options_of(command)) lines += option_line(here, *option);
  return lines;
}

constexpr std::string_view kFunctions = R"sh(
# The first column of lists of the catalog.
function __zoomc_names
    for list in $argv
        command zoomc catalog $list 2>/dev/null
    end | string replace -r '  .*' ''
end

# App files and the directories that may have some.
function __zoomc_apps
    __fish_complete_directories (commandline -ct) ''
    __fish_complete_suffix .zoom.yaml | string match -r '.*\.zoom\.ya?ml.*'
end

# Whether so many arguments stand behind the command already.
function __zoomc_has_arguments
    set -l words (commandline -opc | string match -v -r '^-')
    test (count $words) -eq (math $argv[1] + 2)
end

# Whether these two words are the command of the line.
function __zoomc_is_two_words
    set -l words (commandline -opc | string match -v -r '^-')
    set -l place (contains -i -- $argv[1] $words)
    or return
    set -l next (math $place + 1)
    test "$words[$next]" = $argv[2]
end

complete -c zoomc -f
)sh";

}  // namespace

std::string fish_completions(const CommandLine& line) {
  std::string out =
      fmt::format("# fish completion for {0} {1}, made by `{0} completions fish`\n{2}",
                  line.program, line.version, kFunctions);
  for (const CommandOption& option : line.options) out += option_line("", option);
  for (const Command* command : line.commands) out += command_lines(line, *command);
  return out;
}

}  // namespace zoomc::shell
