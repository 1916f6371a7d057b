#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"

namespace zoomc {

enum class InferFormat : std::uint8_t { text, json, sarif, markdown };

// What `zoomc infer` was asked for.
struct InferOptions {
  std::vector<std::string> paths;
  std::string app;
  InferFormat format = InferFormat::text;
  bool write = false;
  bool notes = false;
  std::uint64_t min_days = 28;
  std::size_t jobs = 0;
  std::string stdin_filename;
};

ExitCode run_infer(Session& session, const InferOptions& options);

}  // namespace zoomc
