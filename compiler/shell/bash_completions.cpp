#include <fmt/core.h>

#include "shell/command_line.h"

namespace zoomc::shell {
namespace {

// The script's notation for the values of an option: a kind and its words.
std::string told(const ValueHint& value) {
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

std::string pattern_of(std::string_view command, const CommandOption& option) {
  std::string pattern;
  for (const std::string_view name : names_of(option)) {
    if (!pattern.empty()) pattern += '|';
    pattern += shell_quoted(fmt::format("{} {}", command, name));
  }
  return pattern;
}

// The value of an option; nothing for a flag.
std::string option_values(const CommandLine& line) {
  std::string lines;
  const auto add = [&lines](std::string_view command, const OptionList& options) {
    for (const CommandOption* option : options) {
      const std::string hint = told(hint_of(*option));
      if (!hint.empty()) lines += case_line(pattern_of(command, *option), hint);
    }
  };
  add("", all_options_of(line, {}));
  for (const Command* command : line.commands) add(command->name, all_options_of(line, *command));
  return lines;
}

// The value of the argument at a place; the last one of many has `*`.
std::string argument_values(const CommandLine& line) {
  std::string lines;
  for (const Command* command : line.commands) {
    const OptionList arguments = arguments_of(*command);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const std::string place = arguments[i]->takes_many ? "*" : std::to_string(i);
      lines += case_line(fmt::format("'{} '{}", command->name, place),
                         told(hint_of_argument(line, *command, i)));
    }
  }
  return lines;
}

std::string option_names(const CommandLine& line) {
  const auto names = [](const OptionList& options) {
    std::vector<std::string_view> all;
    for (const CommandOption* option : options) {
      for (const std::string_view name : names_of(*option)) all.push_back(name);
    }
    return joined(all);
  };
  std::string lines = case_line("''", names(all_options_of(line, {})));
  for (const Command* command : line.commands) {
    lines += case_line(shell_quoted(command->name), names(all_options_of(line, *command)));
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

std::string bash_completions(const CommandLine& line) {
  std::vector<std::string_view> commands;
  std::string nested_commands;
  for (const Command* command : line.commands) {
    if (second_word(*command).empty()) {
      commands.push_back(command->name);
    } else {
      nested_commands += (nested_commands.empty() ? "    " : "|") + shell_quoted(command->name);
    }
  }
  if (!nested_commands.empty()) nested_commands += ") return 0 ;;\n";
  const auto function = [](std::string_view name, std::string_view comment,
                           std::string_view lines) {
    return fmt::format("\n# {}\n{}() {{\n  case $1 in\n{}  esac\n}}\n", comment, name, lines);
  };
  return fmt::format(
             "# bash completion for {0} {1}, made by `{0} completions bash`\n\n"
             "_zoomc_commands() {{ echo {2}; }}\n",
             line.program, line.version, shell_quoted(joined(commands))) +
         function("_zoomc_has_two_words", "$1 two words: whether they are a command together.",
                  nested_commands + "    *) return 1 ;;\n") +
         function("_zoomc_options", "$1 a command, or empty: its options.", option_names(line)) +
         function("_zoomc_option_value", "$1 a command and an option: what its value may be.",
                  option_values(line)) +
         function("_zoomc_argument_value",
                  "$1 a command and how many arguments it has already: what the next may be.",
                  argument_values(line)) +
         std::string(kBody);
}

}  // namespace zoomc::shell
