#include "infer/usage.h"

#include <algorithm>
#include <utility>

namespace zoomc::infer {

void Usage::add_file(const std::string& path, std::vector<FoundCall> calls) {
  ++files_read;
  if (calls.empty()) return;
  const auto file = static_cast<std::uint32_t>(files.size());
  files.push_back(path);
  for (FoundCall& call : calls) {
    if (call.doubt == ResolutionStatus::none) {
      operations[call.operation].places.push_back({file, call.place, call.position});
    } else {
      doubtful.push_back({file, std::move(call)});
    }
  }
}

void Usage::add_log(const std::string& path, TrafficFormat format, const Traffic& traffic) {
  for (const auto& [operation, times] : traffic.operations()) operations[operation].times += times;
  for (const auto& [call, times] : traffic.unknown()) unknown[call] += times;
  logs.push_back({path, format, traffic.calls(), traffic.other(), traffic.days()});
}

std::uint64_t Usage::days() const {
  std::uint64_t most = 0;
  for (const LogSummary& log : logs) most = std::max(most, log.days);
  return most;
}

}  // namespace zoomc::infer
