#include "source/git_command.h"

#include <algorithm>

#include "support/catch.h"

using namespace zoomc;

TEST_CASE("git is run with settings that win over those of a repository") {
  const GitCommand command = git_command("some where", {"ls-files", "-z"}, {});
  CHECK(command.arguments == std::vector<std::string>{"git",      "--no-pager",
                                                      "-c",       "safe.bareRepository=explicit",
                                                      "-c",       "core.fsmonitor=",
                                                      "-c",       "core.hooksPath=/dev/null",
                                                      "-c",       "core.alternateRefsCommand=false",
                                                      "-c",       "core.sshCommand=false",
                                                      "-c",       "core.askPass=false",
                                                      "-c",       "credential.helper=",
                                                      "-c",       "protocol.allow=never",
                                                      "-c",       "submodule.recurse=false",
                                                      "-c",       "maintenance.auto=false",
                                                      "-c",       "gc.auto=0",
                                                      "-C",       "some where",
                                                      "ls-files", "-z"});
  CHECK(command.environment ==
        std::vector<std::string>{"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=",
                                 "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"});
}

TEST_CASE("git gets what a person has set up, and nothing that one command has told another") {
  const std::vector<std::string> kept{"PATH=/bin",
                                      "HOME=/home/a",
                                      "XDG_CONFIG_HOME=/x",
                                      "GITHUB_ACTIONS=true",
                                      "GIT_CONFIG_GLOBAL=/g",
                                      "GIT_CONFIG_SYSTEM=/s",
                                      "GIT_CONFIG_NOSYSTEM=1",
                                      "GIT_CONFIG_COUNT=1",
                                      "GIT_CONFIG_KEY_0=safe.directory",
                                      "GIT_CONFIG_VALUE_0=*",
                                      "GIT_CEILING_DIRECTORIES=/home",
                                      "GIT_DISCOVERY_ACROSS_FILESYSTEM=1"};
  // What git names as its local ones (`git rev-parse --local-env-vars`), and others.
  std::vector<std::string> all = kept;
  for (const char* name : {"GIT_ALTERNATE_OBJECT_DIRECTORIES",
                           "GIT_CONFIG",
                           "GIT_CONFIG_PARAMETERS",
                           "GIT_OBJECT_DIRECTORY",
                           "GIT_DIR",
                           "GIT_WORK_TREE",
                           "GIT_IMPLICIT_WORK_TREE",
                           "GIT_GRAFT_FILE",
                           "GIT_INDEX_FILE",
                           "GIT_NO_REPLACE_OBJECTS",
                           "GIT_REPLACE_REF_BASE",
                           "GIT_PREFIX",
                           "GIT_INTERNAL_SUPER_PREFIX",
                           "GIT_SHALLOW_FILE",
                           "GIT_COMMON_DIR",
                           "GIT_LITERAL_PATHSPECS",
                           "GIT_GLOB_PATHSPECS",
                           "GIT_NOGLOB_PATHSPECS",
                           "GIT_ICASE_PATHSPECS",
                           "GIT_TRACE",
                           "GIT_TRACE2_EVENT",
                           "GIT_TRACE_SETUP",
                           "GIT_EXTERNAL_DIFF",
                           "GIT_PAGER",
                           "GIT_SSH",
                           "GIT_SSH_COMMAND",
                           "GIT_ASKPASS",
                           "GIT_PROXY_COMMAND",
                           "GIT_EXEC_PATH",
                           "GIT_NAMESPACE",
                           "GIT_DEFAULT_HASH",
                           "GIT_EDITOR",
                           "GIT_ALLOW_PROTOCOL",
                           "GIT_NO_LAZY_FETCH",
                           "GIT_QUARANTINE_PATH",
                           "GIT_FLUSH"}) {
    all.push_back(std::string(name) + "=x");
  }
  GitCommand command = git_command(".", {}, all);
  REQUIRE(command.environment.size() == kept.size() + 4);
  command.environment.resize(kept.size());
  CHECK(command.environment == kept);
}
