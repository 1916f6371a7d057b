#pragma once
#include <string>

#include "shell/command_tree.h"

namespace zoomc {

// What `--help` prints: lines of at most 80 columns, with a line break at the end.
std::string program_help(const CommandTree& tree);
std::string command_help(const CommandTree& tree, const Command& command);

}  // namespace zoomc
