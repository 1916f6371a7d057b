#pragma once
#include <string>

#include "shell/command_tree.h"

namespace zoomc {

// The manual page in mdoc(7), for section 1: every command, exit codes, environment, files,
// examples. Its date is that of the catalog, so that the same program makes the same page.
std::string man_page(const CommandTree& tree);

}  // namespace zoomc
