#include <fmt/core.h>

#include "shell/command_line.h"

namespace zoomc::shell {
namespace {

// Escapes the characters that have a meaning in a specification of `_arguments`.
std::string spec_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action_of(const ValueHint& value) {
  switch (value.kind) {
    case ValueKind::nothing: return {};
    case ValueKind::text: return " ";
    case ValueKind::word: return "(" + joined(value.words) + ")";
    case ValueKind::name: return "_zoomc_names " + joined(value.words);
    case ValueKind::app_file: return "_files -g \"*.zoom.y(a|)ml\"";
    case ValueKind::file: return "_files";
    case ValueKind::directory: return "_files -/";
  }
  return {};
}

std::string option_specs(const CommandOption& option) {
  std::string lines;
  for (const std::string_view name : names_of(option)) {
    // An option that takes one value may have it behind `=` as well.
    const bool has_value = !option.value_name.empty();
    std::string spec = fmt::format("{}{}{}[{}]", option.takes_many ? "*" : "", name,
                                   has_value && name.starts_with("--") ? "=" : "",
                                   spec_text(description_of(option)));
    if (has_value) spec += fmt::format(":{}:{}", option.value_name, action_of(hint_of(option)));
    lines += " \\\n        " + shell_quoted(spec);
  }
  return lines;
}

std::string command_case(const CommandLine& line, const Command& command) {
  std::string out = fmt::format("    {})\n      _arguments -S", shell_quoted(command.name));
  for (const CommandOption* option : all_options_of(line, command)) out += option_specs(*option);
  const OptionList arguments = arguments_of(command);
  std::size_t place = 0;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool is_many = arguments[i]->takes_many;
    const std::string position = is_many ? "*" : std::to_string(++place);
    const std::string_view optional = arguments[i]->is_required || is_many ? ":" : "::";
    const std::string action = action_of(hint_of_argument(line, command, i));
    out += " \\\n        " +
           shell_quoted(fmt::format("{}{}{}:{}", position, optional, arguments[i]->name, action));
  }
  return out + "\n      ;;\n";
}

std::string command_list(const CommandLine& line) {
  std::string lines;
  for (const Command* command : line.commands) {
    if (!second_word(*command).empty()) continue;
    const std::string entry = fmt::format("{}:{}", command->name, spec_text(command->summary));
    lines += "    " + shell_quoted(entry) + "\n";
  }
  return lines;
}

// Makes the first two words one where they are a command together.
std::string nested_commands(const CommandLine& line) {
  std::string pattern;
  for (const Command* command : line.commands) {
    if (second_word(*command).empty()) continue;
    pattern += (pattern.empty() ? "" : "|") + shell_quoted(command->name);
  }
  if (pattern.empty()) return {};
  return "  if (( CURRENT > 2 )); then\n    case \"$words[1] $words[2]\" in\n      (" + pattern +
         ") words[1]=(\"$words[1] $words[2]\"); words[2]=(); (( CURRENT-- )) ;;\n    esac\n  fi\n";
}

}  // namespace

std::string zsh_completions(const CommandLine& line) {
  std::string out =
      fmt::format("#compdef zoomc\n# zsh completion for {0} {1}, made by `{0} completions zsh`\n",
                  line.program, line.version);
  out += R"sh(
# The first column of lists of the catalog; of a list with commas the last one.
_zoomc_names() {
  local list
  local -a names
  for list in "$@"; do
    names+=(${${(f)"$(command zoomc catalog $list 2>/dev/null)"}%%  *})
  done
  compset -P '*,'
  compadd -a names
}

_zoomc_commands() {
  local -a commands=(
)sh";
  out += command_list(line) + "  )\n  _describe command commands\n}\n\n_zoomc() {\n";
  out += "  local curcontext=$curcontext state line\n  _arguments -C -S";
  for (const CommandOption& option : line.options) out += option_specs(option);
  out += " \\\n        '1:command:_zoomc_commands' \\\n        '*::argument:->argument'\n";
  out += "  [[ $state == argument ]] || return\n" + nested_commands(line) + "  case $words[1] in\n";
  for (const Command* command : line.commands) out += command_case(line, *command);
  return out + "  esac\n}\n\n_zoomc \"$@\"\n";
}

}  // namespace zoomc::shell
