#pragma once

namespace zoomc::cli {

// The program: reads the command line, runs the command and gives the exit code.
int run(int argc, const char* const* argv);

}  // namespace zoomc::cli
