#include <algorithm>
#include <fmt/core.h>

#include "catalog/lookup.h"
#include "infer/infer_report.h"
#include "review/report_text.h"
#include "text/utf8.h"

namespace zoomc::infer {
namespace {

using Row = std::vector<std::string>;

// Columns two blanks apart; the last one is not padded.
std::string table(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths[i] == 0) continue;
      line += row[i] + std::string(widths[i] - display_width(row[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string doubts(const InferReport& report) {
  std::vector<Row> rows;
  for (const UnresolvedCall& doubtful : report.usage.doubtful) {
    rows.push_back({"  " + report.place_of(doubtful.file, doubtful.call.position),
                    report.doubt_of(doubtful.call)});
  }
  for (const auto& [call, times] : report.usage.unknown) {
    rows.push_back({fmt::format("  in logs, {}", review::count_of(times, "time")),
                    fmt::format("{}: not in the catalog", call)});
  }
  return rows.empty() ? "" : "\nnot resolved\n" + table(rows);
}

}  // namespace

std::string infer_text(const InferReport& report) {
  std::vector<Row> rows;
  for (const auto& [operation, use] : report.usage.operations) {
    Row row;
    if (report.has_app()) row.emplace_back(report.standing_of(operation));
    row.push_back(catalog::display_name(report.catalog.operations[operation]));
    row.push_back(report.features_of(operation));
    row.push_back(report.where_of(use));
    rows.push_back(std::move(row));
  }
  std::string text = table(rows) + doubts(report);
  const std::string yaml = suggestion_yaml(report.catalog, report.comparison.suggestion);
  if (!yaml.empty()) {
    text += report.has_app() ? "\nto add to the app\n" : "\nin an app file\n";
    std::size_t begin = 0;
    while (begin < yaml.size()) {
      const std::size_t end = yaml.find('\n', begin) + 1;
      text += "  " + yaml.substr(begin, end - begin);
      begin = end;
    }
  }
  if (text.starts_with('\n')) text.erase(0, 1);
  if (!text.empty()) text += "\n";
  for (const std::string& remark : report.remarks()) text += remark + "\n";
  return text + report.summary() + "\n";
}

}  // namespace zoomc::infer
