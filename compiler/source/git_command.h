#pragma once
#include <string>
#include <vector>

namespace zoomc {

// The command line and environment for git, defined only here.
struct GitCommand {
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
};

// Git in a directory. Nothing that its repository says can make git run a program or reach out to
// another machine: who unpacks an archive and looks at it has not agreed to that. And nothing that
// a git that runs this program has told its children (in a hook, for example) leads git elsewhere.
// `environment` is what this process has ("NAME=value").
GitCommand git_command(const std::string& directory, const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment);

}  // namespace zoomc
