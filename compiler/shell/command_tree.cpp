#include "shell/command_tree.h"

namespace zoomc {

std::string usage_of(const CommandArgument& argument) {
  const std::string name = argument.name + (argument.many ? "..." : "");
  return argument.required ? name : "[" + name + "]";
}

std::string usage_of(const CommandTree& tree, const Command& command) {
  std::string usage = tree.program + " " + command.name + " [OPTIONS]";
  for (const CommandArgument& argument : command.arguments) usage += " " + usage_of(argument);
  return usage;
}

std::vector<std::string> names_of(const CommandOption& option) {
  std::vector<std::string> names;
  if (!option.short_name.empty()) names.push_back("-" + option.short_name);
  if (!option.long_name.empty()) names.push_back("--" + option.long_name);
  return names;
}

std::string spelling_of(const CommandOption& option) {
  std::string spelling;
  for (const std::string& name : names_of(option)) {
    spelling += (spelling.empty() ? "" : ", ") + name;
  }
  return option.value_name.empty() ? spelling : spelling + " " + option.value_name;
}

}  // namespace zoomc
