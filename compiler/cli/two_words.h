#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace zoomc {

// CLI11 takes no space in a name, and finds the commands of a command among its arguments wherever
// they stand, so that `catalog scopes update` would be `catalog update`. Therefore a command of two
// words is a command `catalog-update` to it: this joins the first two of the command line's words
// where `program` has such a command.
std::vector<std::string> join_two_words(const CLI::App& program, std::vector<std::string> words);

// What people call the command: "catalog update".
std::string command_name(const CLI::App& command);

}  // namespace zoomc
