#pragma once
#include <string>

#include "shell/command_tree.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace zoomc {

// Why a command line makes no sense, in our words: the misspelt command or option with what was
// meant, the missing argument, else what CLI11 says of it.
std::string usage_mistake(const CLI::App& program, const CommandTree& tree,
                          const CLI::ParseError& stop);

}  // namespace zoomc
