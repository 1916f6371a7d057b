#pragma once
#include <string>

#include "shell/command_tree.h"

namespace zoomc {

// Scripts that complete the command line. They hold all that is fixed and ask `zoomc catalog` for
// names, so that `--catalog` tables of a later version need no new script.

// For bash 4.4 and later, to be sourced; needs no bash-completion.
std::string bash_completions(const CommandTree& tree);
// For zsh, as the file `_zoomc` in a directory of `fpath`.
std::string zsh_completions(const CommandTree& tree);
// For fish, as the file `zoomc.fish` in a directory of `fish_complete_path`.
std::string fish_completions(const CommandTree& tree);

}  // namespace zoomc
