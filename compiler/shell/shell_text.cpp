#include "shell/shell_text.h"

namespace zoomc {

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

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<const Command*> commands_of(const CommandTree& tree) {
  std::vector<const Command*> commands;
  for (const CommandGroup& group : tree.groups) {
    for (const Command& command : group.commands) commands.push_back(&command);
  }
  return commands;
}

std::vector<const CommandOption*> options_of(const CommandTree& tree, const Command& command) {
  std::vector<const CommandOption*> options;
  for (const auto* list : {&command.options, &tree.options}) {
    for (const CommandOption& option : *list) options.push_back(&option);
  }
  return options;
}

}  // namespace zoomc
