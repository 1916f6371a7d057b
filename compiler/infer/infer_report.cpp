#include "infer/infer_report.h"

#include <fmt/format.h>

#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::infer {

std::string_view InferReport::standing_of(catalog::OperationId operation) const {
  if (catalog.operations[operation].is_master) return "master";
  return comparison.missing.contains(operation) ? "missing" : "allowed";
}

std::string InferReport::features_of(catalog::OperationId operation) const {
  std::vector<std::string_view> names;
  for (const catalog::FeatureId feature : features_with(catalog, operation)) {
    names.push_back(catalog.features[feature].name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string InferReport::place_of(std::uint32_t file, LineColumn position) const {
  return fmt::format("{}:{}:{}", escape_controls(usage.files[file]), position.line,
                     position.column);
}

std::string InferReport::where_of(const OperationUse& use) const {
  std::vector<std::string> parts;
  if (!use.places.empty()) {
    const std::string first = place_of(use.places.front().file, use.places.front().position);
    parts.push_back(use.places.size() == 1
                        ? first
                        : fmt::format("{} and {}", first,
                                      review::count_of(use.places.size() - 1, "more place")));
  }
  if (use.times > 0)
    parts.push_back(fmt::format("{} in logs", review::count_of(use.times, "time")));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string InferReport::doubt_of(const FoundCall& call) const {
  std::string path = call.path.empty() ? "a call" : call.path;
  switch (call.doubt) {
    case ResolutionStatus::unknown:
      return fmt::format("{} {}: not in the catalog", call.method, path);
    case ResolutionStatus::method_computed:
      return fmt::format("{}: its method is not written here", path);
    case ResolutionStatus::path_computed:
      return call.method.empty() || call.path.empty()
                 ? fmt::format("{}: its path is only known when the program runs", path)
                 : fmt::format("{} {}: its path is only known when the program runs", call.method,
                               path);
    case ResolutionStatus::ambiguous:
      return fmt::format("{} {}: may be several operations", call.method, path);
    case ResolutionStatus::none: break;
  }
  return path;
}

std::string InferReport::summary() const {
  std::size_t calls = usage.doubtful.size();
  std::size_t refused = 0;
  for (const auto& [operation, use] : usage.operations) {
    calls += use.places.size();
    if (standing_of(operation) != "allowed") ++refused;
  }
  std::string text = review::count_of(usage.operations.size(), "operation");
  if (has_app()) {
    text += refused == 0 ? ", all allowed" : fmt::format(", {} not allowed", refused);
  }
  std::vector<std::string> sources;
  if (usage.files_read > 0) {
    sources.push_back(fmt::format("{} in {}", review::count_of(calls, "call"),
                                  review::count_of(usage.files_read, "source file")));
  }
  for (const LogSummary& log : usage.logs) {
    const std::string made = review::count_of(log.calls, "call");
    const std::string path = escape_controls(log.path);
    sources.push_back(log.days == 0 ? fmt::format("{} in {}", made, path)
                                    : fmt::format("{} in {} ({})", made, path,
                                                  review::count_of(log.days, "day")));
  }
  return sources.empty() ? text : fmt::format("{}; {}", text, fmt::join(sources, ", "));
}

std::string remark_on_large(const std::string& path) {
  return fmt::format("{} is larger than 1 MiB and was not read", in_backticks(path));
}

std::vector<std::string> InferReport::remarks() const {
  std::vector<std::string> remarks;
  for (const std::string& path : usage.too_large) {
    remarks.push_back(remark_on_large(path));
  }
  return remarks;
}

}  // namespace zoomc::infer
