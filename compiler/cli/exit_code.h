#pragma once

namespace zoomc {

// How the program ends; where several apply the highest wins.
enum class ExitCode : int {
  fine = 0,
  // Findings, refused input, a stale or drifted file.
  findings = 1,
  // Options or arguments that make no sense.
  usage = 2,
  // The world: a file that is missing, unreadable or cannot be written.
  world = 3,
};

constexpr ExitCode worst(ExitCode a, ExitCode b) {
  return static_cast<int>(a) > static_cast<int>(b) ? a : b;
}

}  // namespace zoomc
