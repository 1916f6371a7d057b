#pragma once
#include <functional>
#include <string_view>

#include "lsp/server.h"
#include "source/file_system.h"

namespace zoomc::lsp {

// Serves the client that writes to the descriptor `input`, until it says `exit`, closes its end, or
// sends what is no message. `write` sends all of some bytes, false when the client has gone.
// Answers the exit code: 0 after `shutdown`, else 1.
int serve(const ServerOptions& options, const FileSystem& files, int input,
          const std::function<bool(std::string_view)>& write);

}  // namespace zoomc::lsp
