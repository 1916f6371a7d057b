#include "infer/traffic.h"

#include <algorithm>
#include <array>

#include "infer/call_path.h"
#include "infer/name_words.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

// Further unknown paths are counted as other requests: a scanner makes any number of them.
constexpr std::size_t kMaxUnknown = 200;

std::optional<std::int64_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

// Howard Hinnant's days_from_civil.
std::optional<std::int64_t> civil_day(std::optional<std::int64_t> year,
                                      std::optional<std::int64_t> month,
                                      std::optional<std::int64_t> day) {
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) {
    return std::nullopt;
  }
  const std::int64_t y = *year - (*month <= 2 ? 1 : 0);
  const std::int64_t era = y / 400;
  const std::int64_t of_era = y - era * 400;
  const std::int64_t of_year = (153 * (*month + (*month > 2 ? -3 : 9)) + 2) / 5 + *day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

std::optional<std::int64_t> month_of(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto found = std::find(kMonths.begin(), kMonths.end(), name);
  return found == kMonths.end() ? std::nullopt
                                : std::optional<std::int64_t>(found - kMonths.begin() + 1);
}

}  // namespace

std::string_view to_string(TrafficFormat format) {
  switch (format) {
    case TrafficFormat::har: return "HAR";
    case TrafficFormat::access_log: return "access log";
    case TrafficFormat::json_lines: return "JSON lines";
    case TrafficFormat::csv: return "CSV";
  }
  return {};
}

std::optional<std::int64_t> day_of(std::string_view time) {
  while (!time.empty() && (time.front() == ' ' || time.front() == '[')) time.remove_prefix(1);
  // Seconds or milliseconds since 1970.
  const auto plain = number_in(time.substr(0, time.find('.')));
  if (plain && *plain > 100000000) return (*plain > 100000000000 ? *plain / 1000 : *plain) / 86400;
  if (time.size() < 8) return std::nullopt;
  if (time.size() >= 10 && time[4] == '-' && time[7] == '-') {
    return civil_day(number_in(time.substr(0, 4)), number_in(time.substr(5, 2)),
                     number_in(time.substr(8, 2)));
  }
  const auto first = time.find('/');
  const auto second = first == std::string_view::npos ? first : time.find('/', first + 1);
  // Also where there is none.
  if (second > 8) return std::nullopt;
  const std::string_view middle = time.substr(first + 1, second - first - 1);
  const auto year = number_in(time.substr(second + 1, 4));
  if (const auto month = month_of(middle)) {
    return civil_day(year, month, number_in(time.substr(0, first)));
  }
  return civil_day(year, number_in(time.substr(0, first)), number_in(middle));
}

void Traffic::add(const TrafficCall& call) {
  const std::string_view method = method_word(call.method);
  const auto url = split_http_url(call.url);
  const std::string_view host = url ? url->host : std::string_view(call.host);
  const bool is_zoom = !host.empty() && is_zoom_api_host(host.substr(0, host.find(':')));
  const std::string_view path = url ? url->path : std::string_view(call.url);
  if (method.empty() || method == "OPTIONS" || (!host.empty() && !is_zoom)) return skip();
  if (is_zoom && !path.starts_with("/v2/")) return skip();
  const PathMatch match = trie_.match(method, path, PathOrigin::traffic);
  if (match.operations.empty()) {
    if (!is_zoom) return skip();
    const std::string shown = std::string(method) + " " + masked_path(path);
    if (unknown_.size() >= kMaxUnknown && unknown_.find(shown) == unknown_.end()) return skip();
    unknown_[shown] += call.count;
  } else {
    operations_[match.operations.front()] += call.count;
  }
  calls_ += call.count;
  if (const auto day = day_of(call.time)) {
    first_ = first_ ? std::min(*first_, *day) : *day;
    last_ = last_ ? std::max(*last_, *day) : *day;
  }
}

std::optional<TrafficFormat> traffic_format(std::string_view path, std::string_view begin) {
  const std::string name = lowered(path.substr(path.rfind('/') + 1));
  if (name.ends_with(".har")) return TrafficFormat::har;
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return TrafficFormat::json_lines;
  if (name.ends_with(".csv") || name.ends_with(".tsv")) return TrafficFormat::csv;
  const std::size_t first = begin.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first == std::string_view::npos) return std::nullopt;
  begin.remove_prefix(first);
  const std::string_view line = begin.substr(0, begin.find('\n'));
  if (begin.front() == '{') {
    const bool is_whole =
        line.find('}') != std::string_view::npos && line.find("\"log\"") == std::string_view::npos;
    const bool is_har = begin.find("\"log\"") != std::string_view::npos;
    if (is_har) return TrafficFormat::har;
    return is_whole ? std::optional(TrafficFormat::json_lines) : std::nullopt;
  }
  if (line.find("HTTP/") != std::string_view::npos) return TrafficFormat::access_log;
  const std::string lower = lowered(line);
  const bool has_method = lower.find("method") != std::string::npos;
  if (has_method && line.find_first_of(",;\t") != std::string_view::npos) return TrafficFormat::csv;
  const bool is_log = name.ends_with(".log") || name.find(".log.") != std::string::npos;
  return is_log ? std::optional(TrafficFormat::access_log) : std::nullopt;
}

bool read_traffic(TrafficFormat format, PeekedBytes& bytes, Traffic& traffic) {
  switch (format) {
    case TrafficFormat::har: return read_har(bytes, traffic);
    case TrafficFormat::access_log: return read_access_log(bytes, traffic);
    case TrafficFormat::json_lines: return read_json_lines(bytes, traffic);
    case TrafficFormat::csv: return read_csv(bytes, traffic);
  }
  return false;
}

}  // namespace zoomc
