#pragma once
#include <string_view>
#include <vector>

#include "infer/call_url.h"

namespace zoomc {

// Finds the calls to Zoom's API that a shell script, or the commands in a CI configuration, make
// with curl, wget or HTTPie.
std::vector<CodeCall> find_shell_calls(std::string_view text);

}  // namespace zoomc
