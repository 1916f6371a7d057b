#include "infer/infer_report.h"

#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::infer {

std::string InferReport::features_of(catalog::OperationId operation) const {
  std::string names;
  for (const catalog::FeatureId feature : features_with(catalog, operation)) {
    names += (names.empty() ? "" : ", ") + std::string(catalog.features[feature].name);
  }
  return names;
}

std::string InferReport::place_of(std::uint32_t file, Position position) const {
  return escape_controls(usage.files[file]) + ":" + std::to_string(position.line) + ":" +
         std::to_string(position.column);
}

std::string InferReport::where_of(const OperationUse& use) const {
  std::string where;
  if (!use.places.empty()) {
    where = place_of(use.places.front().file, use.places.front().position);
    if (use.places.size() > 1)
      where += " and " + review::count_of(use.places.size() - 1, "more place");
  }
  if (use.times > 0)
    where += (where.empty() ? "" : ", ") + review::count_of(use.times, "time") + " in logs";
  return where;
}

std::string InferReport::doubt_of(const FoundCall& call) const {
  std::string path = call.path.empty() ? "a call" : call.path;
  switch (call.doubt) {
    case ResolutionStatus::unknown: return call.method + " " + path + ": not in the catalog";
    case ResolutionStatus::method_computed: return path + ": its method is not written here";
    case ResolutionStatus::path_computed:
      return (call.method.empty() || call.path.empty() ? path : call.method + " " + path) +
             ": its path is only known when the program runs";
    case ResolutionStatus::ambiguous:
      return call.method + " " + path + ": may be several operations";
    case ResolutionStatus::none: break;
  }
  return path;
}

std::string InferReport::summary() const {
  std::size_t calls = usage.doubtful.size();
  for (const auto& [operation, use] : usage.operations) calls += use.places.size();
  std::string text = review::count_of(usage.operations.size(), "operation");
  if (has_app()) {
    text += comparison.missing.empty()
                ? ", all allowed"
                : ", " + std::to_string(comparison.missing.size()) + " not allowed";
  }
  std::string sources;
  if (usage.files_read > 0) {
    sources = review::count_of(calls, "call") + " in " +
              review::count_of(usage.files_read, "source file");
  }
  for (const LogSummary& log : usage.logs) {
    sources += (sources.empty() ? "" : ", ") + review::count_of(log.calls, "call") + " in " +
               escape_controls(log.path);
    if (log.days > 0) sources += " (" + review::count_of(log.days, "day") + ")";
  }
  return sources.empty() ? text : text + "; " + sources;
}

std::string remark_on_large(const std::string& path) {
  return in_backticks(path) + " is larger than 1 MiB and was not read";
}

std::vector<std::string> InferReport::remarks() const {
  std::vector<std::string> remarks;
  for (const std::string& path : usage.too_large) {
    remarks.push_back(remark_on_large(path));
  }
  return remarks;
}

}  // namespace zoomc::infer
