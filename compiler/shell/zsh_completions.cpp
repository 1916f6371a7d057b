#include "shell/completions.h"
#include "shell/shell_text.h"

namespace zoomc {
namespace {

// What ends or means something in the parts of a specification of `_arguments`.
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
  for (const std::string& name : names_of(option)) {
    // An option that takes one value may have it behind `=` as well.
    const bool has_value = option.value.kind != ValueKind::nothing;
    const bool is_long = name.starts_with("--");
    std::string spec = (option.many ? "*" : "") + name;
    if (has_value) spec += is_long ? "=" : "";
    spec += "[" + spec_text(option.description) + "]";
    if (has_value) spec += ":" + option.value_name + ":" + action_of(option.value);
    lines += " \\\n        " + shell_quoted(spec);
  }
  return lines;
}

std::string command_case(const CommandTree& tree, const Command& command) {
  std::string out = "    " + shell_quoted(command.name) + ")\n      _arguments -S";
  for (const CommandOption* option : options_of(tree, command)) out += option_specs(*option);
  std::size_t place = 0;
  for (const CommandArgument& argument : command.arguments) {
    const std::string position = argument.many ? "*" : std::to_string(++place);
    const std::string optional = argument.required || argument.many ? ":" : "::";
    out += " \\\n        " +
           shell_quoted(position + optional + argument.name + ":" + action_of(argument.value));
  }
  return out + "\n      ;;\n";
}

std::string command_list(const CommandTree& tree) {
  std::string lines;
  for (const Command* command : commands_of(tree)) {
    if (command->name.find(' ') != std::string::npos) continue;
    lines += "    " + shell_quoted(command->name + ":" + spec_text(command->summary)) + "\n";
  }
  return lines;
}

// Makes the first two words one where they are a command together.
std::string two_words(const CommandTree& tree) {
  std::string pattern;
  for (const Command* command : commands_of(tree)) {
    if (command->name.find(' ') == std::string::npos) continue;
    pattern += (pattern.empty() ? "" : "|") + shell_quoted(command->name);
  }
  if (pattern.empty()) return {};
  return "  if (( CURRENT > 2 )); then\n    case \"$words[1] $words[2]\" in\n      (" + pattern +
         ") words[1]=(\"$words[1] $words[2]\"); words[2]=(); (( CURRENT-- )) ;;\n    esac\n  fi\n";
}

}  // namespace

std::string zsh_completions(const CommandTree& tree) {
  std::string out = "#compdef zoomc\n# zsh completion for " + tree.program + " " + tree.version +
                    ", made by `" + tree.program + " completions zsh`\n";
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
  out += command_list(tree) + "  )\n  _describe command commands\n}\n\n_zoomc() {\n";
  out += "  local curcontext=$curcontext state line\n  _arguments -C -S";
  for (const CommandOption& option : tree.options) out += option_specs(option);
  out += " \\\n        '1:command:_zoomc_commands' \\\n        '*::argument:->argument'\n";
  out += "  [[ $state == argument ]] || return\n" + two_words(tree) + "  case $words[1] in\n";
  for (const Command* command : commands_of(tree)) out += command_case(tree, *command);
  return out + "  esac\n}\n\n_zoomc \"$@\"\n";
}

}  // namespace zoomc
