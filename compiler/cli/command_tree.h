#pragma once
#include "shell/command_tree.h"

namespace CLI {
class App;
}

namespace zoomc {

// The command line that CLI11 reads, as a value. Commands stand in the groups and with the examples
// of `command_pages.h`; one without a page stands last, under "Other".
CommandTree command_tree(const CLI::App& program);

}  // namespace zoomc
