#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/command_tree.h"

namespace zoomc {

// `text` in single quotes for a POSIX shell.
std::string shell_quoted(std::string_view text);
// Words with blanks between them.
std::string joined(std::span<const std::string> words);
// The commands in the order of their groups.
std::vector<const Command*> commands_of(const CommandTree& tree);
// A command's own options and those that every command takes.
std::vector<const CommandOption*> options_of(const CommandTree& tree, const Command& command);

}  // namespace zoomc
