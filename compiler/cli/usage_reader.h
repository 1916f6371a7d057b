#pragma once
#include <map>
#include <string>
#include <vector>

#include "cli/session.h"
#include "infer/path_trie.h"
#include "infer/usage.h"

namespace zoomc::cli {

// The API calls found in the paths of a command line, and how reading them went.
struct [[nodiscard]] ReadUsage {
  infer::Usage usage;
  // Source code that cannot be read again for an excerpt, by path: it came from standard input or
  // a pipe.
  std::map<std::string, SourceFile> read_once;
  ExitCode code = ExitCode::fine;
};

// Reads source files and directories of them, logs and recordings; `-` is standard input. What
// cannot be read is said on standard error, and the others go on. `jobs` 0: as many as there are
// processors.
ReadUsage read_usage(Session& session, const infer::PathTrie& trie,
                     const std::vector<std::string>& paths, std::size_t jobs);

}  // namespace zoomc::cli
