#include "shell/completions.h"
#include "shell/shell_text.h"

namespace zoomc {
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
  std::string line = "complete -c zoomc" + condition;
  if (!option.short_name.empty()) line += " -s " + option.short_name;
  if (!option.long_name.empty()) line += " -l " + option.long_name;
  return line + values_of(option.value) + " -d " + fish_quoted(option.description) + "\n";
}

// Whether the command is the one of the line. One whose name is a word of two is not the other.
std::string condition_of(const CommandTree& tree, const Command& command) {
  if (command.name.find(' ') != std::string::npos) return "__zoomc_is_two_words " + command.name;
  std::string condition = "__fish_seen_subcommand_from " + command.name;
  for (const Command* other : commands_of(tree)) {
    const auto space = other->name.find(' ');
    if (space == std::string::npos) continue;
    if (other->name.substr(0, space) != command.name &&
        other->name.substr(space + 1) != command.name) {
      continue;
    }
    condition += "; and not __zoomc_is_two_words " + other->name;
  }
  return condition;
}

std::string command_lines(const CommandTree& tree, const Command& command) {
  const std::string condition = condition_of(tree, command);
  const std::string here = " -n '" + condition + "'";
  const bool is_one_word = command.name.find(' ') == std::string::npos;
  std::string lines = "\n";
  if (is_one_word) {
    lines += "complete -c zoomc -n __fish_use_subcommand -a " + command.name + " -d " +
             fish_quoted(command.summary) + "\n";
  }
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const CommandArgument& argument = command.arguments[i];
    const std::string place = argument.many ? std::string(here)
                                            : " -n '" + condition + "; and __zoomc_has_arguments " +
                                                  std::to_string(is_one_word ? i : i + 1) + "'";
    const std::string values = values_of(argument.value);
    if (argument.value.kind == ValueKind::text) continue;
    lines.append("complete -c zoomc").append(place).append(values).append("\n");
  }
  for (const CommandOption& option : command.options) lines += option_line(here, option);
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

std::string fish_completions(const CommandTree& tree) {
  std::string out = "# fish completion for " + tree.program + " " + tree.version + ", made by `" +
                    tree.program + " completions fish`\n" + std::string(kFunctions);
  for (const CommandOption& option : tree.options) out += option_line("", option);
  for (const Command* command : commands_of(tree)) out += command_lines(tree, *command);
  return out;
}

}  // namespace zoomc
