#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "infer/name_words.h"
#include "infer/traffic.h"

namespace zoomc {
namespace {

constexpr std::size_t kMaxCell = 8192;
constexpr std::size_t kMaxCells = 200;

using Record = std::vector<std::string>;

// The next record of RFC 4180. False at the end.
bool read_record(ByteStream& stream, char separator, Record& record) {
  record.assign(1, "");
  if (stream.at_end()) return false;
  bool quoted = false;
  while (!stream.at_end()) {
    const char c = stream.Take();
    std::string& cell = record.back();
    if (quoted) {
      if (c == '"' && stream.Peek() == '"') {
        cell += stream.Take();
      } else if (c == '"') {
        quoted = false;
      } else if (cell.size() < kMaxCell) {
        cell += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == separator) {
      if (record.size() < kMaxCells) record.emplace_back();
    } else if (c == '\n') {
      return true;
    } else if (c != '\r' && cell.size() < kMaxCell) {
      cell += c;
    }
  }
  return true;
}

struct Columns {
  std::optional<std::size_t> method;
  std::optional<std::size_t> url;
  std::optional<std::size_t> host;
  std::optional<std::size_t> time;
  std::optional<std::size_t> count;
};

// The letters of a column's name: "Request Method" and "request_method" are one.
std::string folded(std::string_view name) {
  std::string letters;
  for (const std::string& word : words_of_name(name)) letters += word;
  return letters;
}

template <std::size_t N>
std::optional<std::size_t> find_column(const Record& header,
                                       const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (folded(header[i]) == name) return i;
    }
  }
  return std::nullopt;
}

Columns columns_of(const Record& header) {
  constexpr std::array<std::string_view, 6> kMethods{"method",    "httpmethod", "requestmethod",
                                                     "apimethod", "verb",       "httpverb"};
  constexpr std::array<std::string_view, 16> kUrls{
      "url",         "requesturl", "apiurl",   "uri",         "requesturi", "path",
      "requestpath", "apipath",    "endpoint", "apiendpoint", "urlpattern", "apiname",
      "api",         "request",    "apicall",  "target"};
  constexpr std::array<std::string_view, 5> kHosts{"host", "hostname", "requesthost", "domain",
                                                   "authority"};
  constexpr std::array<std::string_view, 12> kTimes{
      "time",     "timestamp", "datetime",  "date",      "requesttime", "requestdate",
      "calltime", "createdat", "startedat", "starttime", "apicalltime", "timeutc"};
  constexpr std::array<std::string_view, 7> kCounts{
      "count", "calls", "totalcalls", "requests", "callcount", "requestcount", "numberofcalls"};
  return {find_column(header, kMethods), find_column(header, kUrls), find_column(header, kHosts),
          find_column(header, kTimes), find_column(header, kCounts)};
}

std::string cell_at(const Record& record, std::optional<std::size_t> column) {
  return column && *column < record.size() ? record[*column] : std::string();
}

char separator_of(std::string_view begin) {
  const std::string_view line = begin.substr(0, begin.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), c) > std::count(line.begin(), line.end(), best))
      best = c;
  }
  return best;
}

TrafficCall call_of(const Record& record, const Columns& columns) {
  TrafficCall call;
  call.method = cell_at(record, columns.method);
  call.url = cell_at(record, columns.url);
  call.host = cell_at(record, columns.host);
  call.time = cell_at(record, columns.time);
  // "GET /v2/users" in one cell.
  const auto blank = call.url.find(' ');
  if (call.method.empty() && blank != std::string::npos) {
    call.method = call.url.substr(0, blank);
    call.url = call.url.substr(blank + 1);
  }
  const std::string count = cell_at(record, columns.count);
  const bool is_number = !count.empty() && count.size() < 16 &&
                         count.find_first_not_of("0123456789") == std::string::npos;
  if (is_number) call.count = std::strtoull(count.c_str(), nullptr, 10);
  return call;
}

}  // namespace

// A method and a URL column under any of their usual names, such as Zoom's call log has.
bool read_csv(PeekedBytes& bytes, Traffic& traffic) {
  const char separator = separator_of(bytes.begin());
  ByteStream stream(bytes);
  Record record;
  Columns columns;
  // Exports begin with some lines about themselves.
  constexpr int kMaxPreface = 20;
  for (int i = 0; i < kMaxPreface && !columns.url; ++i) {
    if (!read_record(stream, separator, record)) return false;
    if (!record.empty() && record.front().starts_with("\xef\xbb\xbf")) record.front().erase(0, 3);
    columns = columns_of(record);
    if (columns.url && !columns.method && record.size() < 2) columns.url.reset();
  }
  if (!columns.url) return false;
  while (read_record(stream, separator, record)) {
    if (record.size() == 1 && record.front().empty()) continue;
    traffic.add(call_of(record, columns));
  }
  return true;
}

}  // namespace zoomc
