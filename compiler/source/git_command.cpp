#include "source/git_command.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace zoomc {
namespace {

// The person's settings for git: their configuration, with the directories
// that they call safe, and how far up a repository is looked for. All other variables of git are of
// one command: they name another repository, index or object store, change what patterns mean, or
// write into the output (`git rev-parse --local-env-vars`, GIT_*_PATHSPECS, GIT_TRACE*).
constexpr std::string_view kKept[] = {"GIT_CONFIG_GLOBAL",       "GIT_CONFIG_SYSTEM",
                                      "GIT_CONFIG_NOSYSTEM",     "GIT_CONFIG_COUNT",
                                      "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"};
constexpr std::string_view kKeptFamilies[] = {"GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"};

bool is_kept(std::string_view variable) {
  const std::string_view name = variable.substr(0, variable.find('='));
  return !name.starts_with("GIT_") ||
         std::find(std::begin(kKept), std::end(kKept), name) != std::end(kKept) ||
         std::any_of(std::begin(kKeptFamilies), std::end(kKeptFamilies),
                     [&](std::string_view family) { return name.starts_with(family); });
}

// A repository that lacks an object names the remote to fetch it from, and with it the programs
// that do so. Git before 2.39.4 does not know the first; without a protocol no git fetches.
constexpr std::string_view kVariables[] = {
    "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"};

// These override the configuration of the repository and all files that it includes. A folder that
// looks like a bare repository is no repository: a clone may have one among its files.
constexpr std::string_view kSettings[] = {"safe.bareRepository=explicit",
                                          "core.fsmonitor=",
                                          "core.hooksPath=/dev/null",
                                          "core.alternateRefsCommand=false",
                                          "core.sshCommand=false",
                                          "core.askPass=false",
                                          "credential.helper=",
                                          "protocol.allow=never",
                                          "submodule.recurse=false",
                                          "maintenance.auto=false",
                                          "gc.auto=0"};

}  // namespace

GitCommand git_command(const std::string& directory, const std::vector<std::string>& arguments,
                       const std::vector<std::string>& environment) {
  GitCommand command;
  command.arguments = {"git", "--no-pager"};
  for (const std::string_view setting : kSettings) {
    command.arguments.insert(command.arguments.end(), {"-c", std::string(setting)});
  }
  command.arguments.insert(command.arguments.end(), {"-C", directory});
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  std::copy_if(environment.begin(), environment.end(), std::back_inserter(command.environment),
               is_kept);
  command.environment.insert(command.environment.end(), std::begin(kVariables),
                             std::end(kVariables));
  return command;
}

}  // namespace zoomc
