#include <string_view>

#include "shell/completions.h"
#include "shell/shell_text.h"

namespace zoomc {
namespace {

// How the script says what a value may be: a kind and what belongs to it.
std::string hint_of(const ValueHint& value) {
  switch (value.kind) {
    case ValueKind::word: return "words " + joined(value.words);
    case ValueKind::name: return "names " + joined(value.words);
    case ValueKind::app_file: return "apps";
    case ValueKind::file: return "files";
    case ValueKind::directory: return "directories";
    case ValueKind::text: return "text";
    case ValueKind::nothing: break;
  }
  return {};
}

std::string case_line(const std::string& pattern, const std::string& answer) {
  return "    " + pattern + ") echo " + shell_quoted(answer) + " ;;\n";
}

std::string pattern_of(const std::string& command, const CommandOption& option) {
  std::string pattern;
  for (const std::string& name : names_of(option)) {
    if (!pattern.empty()) pattern += '|';
    pattern += shell_quoted(std::string(command).append(" ").append(name));
  }
  return pattern;
}

// What the value of an option may be; nothing for a flag.
std::string option_values(const CommandTree& tree) {
  std::string lines;
  const auto add = [&lines](const std::string& command, const CommandOption& option) {
    const std::string hint = hint_of(option.value);
    if (!hint.empty()) lines += case_line(pattern_of(command, option), hint);
  };
  for (const CommandOption& option : tree.options) add("", option);
  for (const Command* command : commands_of(tree)) {
    for (const CommandOption* option : options_of(tree, *command)) add(command->name, *option);
  }
  return lines;
}

// What the argument at a place may be; the last one of many has `*`.
std::string argument_values(const CommandTree& tree) {
  std::string lines;
  for (const Command* command : commands_of(tree)) {
    for (std::size_t i = 0; i < command->arguments.size(); ++i) {
      const CommandArgument& argument = command->arguments[i];
      const std::string place = argument.many ? "*" : std::to_string(i);
      lines += case_line("'" + command->name + " '" + place, hint_of(argument.value));
    }
  }
  return lines;
}

std::string option_names(const CommandTree& tree) {
  const auto names = [](const std::vector<const CommandOption*>& options) {
    std::vector<std::string> all;
    for (const CommandOption* option : options) {
      for (std::string& name : names_of(*option)) all.push_back(std::move(name));
    }
    return joined(all);
  };
  std::vector<const CommandOption*> common;
  for (const CommandOption& option : tree.options) common.push_back(&option);
  std::string lines = case_line("''", names(common));
  for (const Command* command : commands_of(tree)) {
    lines += case_line(shell_quoted(command->name), names(options_of(tree, *command)));
  }
  return lines;
}

constexpr std::string_view kBody = R"sh(
# The first column of lists of the catalog.
_zoomc_names() {
  local list
  for list in "$@"; do command zoomc catalog "$list" 2>/dev/null; done | sed 's/  .*//'
}

# $1 what may stand here, $2 what stands here already; fills COMPREPLY.
_zoomc_complete() {
  local kind=${1%% *} rest=${1#* } cur=$2 IFS=$'\n'
  case $kind in
    words) COMPREPLY=($(compgen -W "${rest// /$'\n'}" -- "$cur")) ;;
    names) COMPREPLY=($(IFS=' '; _zoomc_names $rest | grep -F -- "$cur" | compgen -W "$(cat)" -- "$cur")) ;;
    apps)
      compopt -o filenames
      COMPREPLY=($(compgen -d -- "$cur"; compgen -f -X '!*.zoom.y*ml' -- "$cur"))
      ((${#COMPREPLY[@]})) || COMPREPLY=($(compgen -f -- "$cur"))
      ;;
    files) compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")) ;;
    directories) compopt -o filenames; COMPREPLY=($(compgen -d -- "$cur")) ;;
  esac
}

_zoomc() {
  local cur word command='' prev='' hint i arguments=0
  local -a words
  COMPREPLY=()
  # bash splits words at `:` and `=`, of which scopes and options have some.
  read -ra words <<<"${COMP_LINE:0:COMP_POINT}"
  cur=
  [[ ${COMP_LINE:0:COMP_POINT} == *[[:space:]] ]] || { cur=${words[-1]}; unset 'words[-1]'; }
  for ((i = 1; i < ${#words[@]}; i++)); do
    word=${words[i]}
    if [[ -n $prev ]]; then
      prev=
    elif [[ $word == -* ]]; then
      [[ $word == *=* || -z $(_zoomc_option_value "$command $word") ]] || prev=$word
    elif [[ -z $command ]]; then
      command=$word
    elif ((arguments == 0)) && _zoomc_has_two_words "$command $word"; then
      command="$command $word"
    else
      arguments=$((arguments + 1))
    fi
  done
  if [[ -n $prev ]]; then
    hint=$(_zoomc_option_value "$command $prev")
  elif [[ $cur == --*=* ]]; then
    hint=$(_zoomc_option_value "$command ${cur%%=*}")
    cur=${cur#*=}
  elif [[ $cur == -* ]]; then
    hint="words $(_zoomc_options "$command")"
  elif [[ -z $command ]]; then
    hint="words $(_zoomc_commands)"
  else
    hint=$(_zoomc_argument_value "$command $arguments")
  fi
  # Of a list with commas the last one.
  local list=
  [[ $hint == names* && $cur == *,* ]] && { list=${cur%,*},; cur=${cur##*,}; }
  _zoomc_complete "$hint" "$cur"
  # What stands before the last `:` is not replaced.
  local before=${cur%"${cur##*:}"}
  [[ $COMP_WORDBREAKS == *:* ]] || before=
  COMPREPLY=("${COMPREPLY[@]/#"$before"/}")
  [[ -z $list ]] || COMPREPLY=("${COMPREPLY[@]/#/$list}")
  ((${#COMPREPLY[@]} == 1)) && [[ -z ${COMPREPLY[0]} ]] && COMPREPLY=()
}

complete -F _zoomc zoomc
)sh";

}  // namespace

std::string bash_completions(const CommandTree& tree) {
  std::vector<std::string> commands;
  std::vector<std::string> two_words;
  for (const Command* command : commands_of(tree)) {
    const bool is_one = command->name.find(' ') == std::string::npos;
    (is_one ? commands : two_words).push_back(is_one ? command->name : shell_quoted(command->name));
  }
  std::string two_word_pattern;
  for (const std::string& name : two_words) {
    two_word_pattern += (two_word_pattern.empty() ? "" : "|") + name;
  }
  const auto function = [](const std::string& name, const std::string& comment,
                           const std::string& lines) {
    return "\n# " + comment + "\n" + name + "() {\n  case $1 in\n" + lines + "  esac\n}\n";
  };
  return "# bash completion for " + tree.program + " " + tree.version + ", made by `" +
         tree.program + " completions bash`\n\n_zoomc_commands() { echo " +
         shell_quoted(joined(commands)) + "; }\n" +
         function("_zoomc_has_two_words", "$1 two words: whether they are a command together.",
                  (two_word_pattern.empty() ? "" : "    " + two_word_pattern + ") return 0 ;;\n") +
                      "    *) return 1 ;;\n") +
         function("_zoomc_options", "$1 a command, or empty: its options.", option_names(tree)) +
         function("_zoomc_option_value", "$1 a command and an option: what its value may be.",
                  option_values(tree)) +
         function("_zoomc_argument_value",
                  "$1 a command and how many arguments it has already: what the next may be.",
                  argument_values(tree)) +
         std::string(kBody);
}

}  // namespace zoomc
