#include "shell/command_line.h"

#include <algorithm>
#include <fmt/core.h>

#include "text/quote.h"

namespace zoomc::shell {
namespace {

struct NamedHint {
  std::string_view value_name;
  ValueKind kind;
  std::string_view lists = {};
};

// The kinds of values, by their names in help. All others are any text.
constexpr NamedHint kNamedHints[] = {
    {"FILE", ValueKind::app_file},
    {"PATH", ValueKind::app_file},
    {"OLD", ValueKind::app_file},
    {"NEW", ValueKind::app_file},
    {"MANIFEST", ValueKind::file},
    {"OUT", ValueKind::file},
    {"DIR", ValueKind::directory},
    {"DOCUMENT", ValueKind::file},
    {"BEFORE", ValueKind::directory},
    {"AFTER", ValueKind::directory},
    {"RULE", ValueKind::name, "rules"},
    {"SCOPE", ValueKind::name, "scopes"},
    {"FEATURE", ValueKind::name, "features"},
    {"GROUP.ACTION", ValueKind::name, "features"},
    {"REGION", ValueKind::name, "regions"},
    {"PLATFORM", ValueKind::name, "platforms"},
    {"TOPIC", ValueKind::name, "rules features scopes events"},
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

OptionList filtered(std::span<const CommandOption> options, bool arguments) {
  OptionList list;
  for (const CommandOption& option : options) {
    if (option.is_argument() == arguments) list.push_back(&option);
  }
  return list;
}

}  // namespace

OptionList arguments_of(const Command& command) {
  return filtered(command.options, true);
}

OptionList options_of(const Command& command) {
  return filtered(command.options, false);
}

OptionList all_options_of(const CommandLine& line, const Command& command) {
  OptionList options = options_of(command);
  for (const CommandOption& option : line.options) options.push_back(&option);
  return options;
}

ValueHint hint_of(const CommandOption& option) {
  if (option.value_name.empty()) return {};
  for (const NamedHint& hint : kNamedHints) {
    if (hint.value_name == option.value_name) return {hint.kind, split(hint.lists, ' ')};
  }
  if (option.choices == nullptr) return {ValueKind::text, {}};
  ValueHint hint{ValueKind::word, {}};
  for (const ValueChoice& choice : option.choices()) hint.words.push_back(choice.word);
  return hint;
}

ValueHint hint_of_argument(const CommandLine& line, const Command& command, std::size_t index) {
  ValueHint hint = hint_of(*arguments_of(command)[index]);
  for (const Command* other : line.commands) {
    if (index == 0 && !second_word(*other).empty() && first_word(*other) == command.name) {
      hint.words.push_back(second_word(*other));
    }
  }
  return hint;
}

std::string description_of(const CommandOption& option) {
  std::string text(option.description);
  if (option.choices == nullptr) return text;
  std::vector<std::string> words;
  for (const ValueChoice& choice : option.choices()) {
    std::string& word = words.emplace_back(choice.word);
    if (!choice.note.empty()) word.append(" (").append(choice.note).append(")");
    if (choice.is_default && !option.is_argument()) word += " (default)";
  }
  constexpr std::string_view kPlace = "{}";
  return text.replace(text.find(kPlace), kPlace.size(), join_words(words, "or"));
}

std::vector<std::string_view> names_of(const CommandOption& option) {
  return split(option.name, ',');
}

std::string spelling_of(const CommandOption& option) {
  if (option.is_argument()) {
    const std::string name = std::string(option.name) + (option.takes_many ? "..." : "");
    return option.is_required ? name : "[" + name + "]";
  }
  std::string spelling;
  for (const std::string_view name : names_of(option)) {
    spelling.append(spelling.empty() ? "" : ", ").append(name);
  }
  return option.value_name.empty() ? spelling : spelling.append(" ").append(option.value_name);
}

std::string usage_of(const CommandLine& line, const Command& command) {
  std::string usage = fmt::format("{} {} [OPTIONS]", line.program, command.name);
  for (const CommandOption* argument : arguments_of(command)) usage += " " + spelling_of(*argument);
  return usage;
}

std::string_view first_word(const Command& command) {
  return command.name.substr(0, command.name.find(' '));
}

std::string_view second_word(const Command& command) {
  const std::size_t space = command.name.find(' ');
  return space == std::string_view::npos ? std::string_view() : command.name.substr(space + 1);
}

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

}  // namespace zoomc::shell
