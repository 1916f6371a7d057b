#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "infer/source_scan.h"
#include "infer/traffic.h"

namespace zoomc::infer {

// The place of a call: a file of `Usage::files`.
struct CallPlace {
  std::uint32_t file = 0;
  Span span;
  LineColumn position;
};

struct OperationUse {
  std::vector<CallPlace> places;
  // In logs.
  std::uint64_t times = 0;
};

// A call whose operation is not known, and its place.
struct UnresolvedCall {
  std::uint32_t file = 0;
  FoundCall call;
};

struct LogSummary {
  std::string path;
  TrafficFormat format = TrafficFormat::har;
  std::uint64_t calls = 0;
  std::uint64_t other = 0;
  std::uint64_t days = 0;
};

// Every call that was seen, in code and in traffic.
struct Usage {
  // The files that have calls.
  std::vector<std::string> files;
  std::map<catalog::OperationId, OperationUse> operations;
  std::vector<UnresolvedCall> doubtful;
  // "GET /userz/{}" of logs, with the number of times it was seen.
  std::map<std::string, std::uint64_t> unknown;
  std::vector<LogSummary> logs;
  std::size_t files_read = 0;
  // Source files that were too large to be written by hand.
  std::vector<std::string> too_large;

  void add_file(const std::string& path, std::vector<FoundCall> calls);
  void add_log(const std::string& path, TrafficFormat format, const Traffic& traffic);
  bool has_seen(catalog::OperationId operation) const { return operations.count(operation) != 0; }
  // The days of the log that covers most.
  std::uint64_t days() const;
};

}  // namespace zoomc::infer
