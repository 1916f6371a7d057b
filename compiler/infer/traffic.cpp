#include "infer/traffic.h"

#include <algorithm>
#include <array>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <string>
#include <utility>
#include <vector>

#include "infer/call_url.h"
#include "infer/names.h"
#include "text/ascii.h"

namespace zoomc::infer {
namespace {

// Further unknown paths are counted as other requests: a scanner can make any number of them.
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

// Gives one byte after the other and reads a block at a time.
class ByteStream {
 public:
  using Ch = char;

  explicit ByteStream(PeekedBytes& bytes) : bytes_(bytes) { fill(); }

  // NUL at the end, as RapidJSON requires.
  Ch Peek() const { return at_ < size_ ? block_[at_] : '\0'; }
  Ch Take() {
    if (at_ >= size_) return '\0';
    const char c = block_[at_++];
    if (at_ == size_) fill();
    return c;
  }
  std::size_t Tell() const { return before_ + at_; }
  bool at_end() const { return at_ >= size_; }

  // Only for streams that are written to.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  void fill() {
    before_ += size_;
    size_ = bytes_.read(block_, sizeof block_);
    at_ = 0;
  }

  PeekedBytes& bytes_;
  char block_[65536];
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::size_t before_ = 0;
};

constexpr std::size_t kMaxLine = 65536;

// Reads the next line without its break; of a line past 64 KiB only the beginning. False at the
// end.
bool read_line(ByteStream& stream, std::string& line) {
  line.clear();
  if (stream.at_end()) return false;
  while (!stream.at_end()) {
    const char c = stream.Take();
    if (c == '\n') break;
    if (line.size() < kMaxLine) line += c;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

constexpr std::size_t kMaxHarDepth = 64;
constexpr std::size_t kMaxLineDepth = 16;
constexpr std::size_t kMaxCell = 8192;
constexpr std::size_t kMaxCells = 200;

// Reads `log.entries[].request.method` and `.url` and `log.entries[].startedDateTime` from a HAR
// file and ignores everything else.
class HarHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, HarHandler> {
 public:
  explicit HarHandler(Traffic& traffic) : traffic_(traffic) {}

  bool Default() { return true; }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    keys_.back().assign(text, size < 32 ? size : 32);
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view value(text, size < 8192 ? size : 8192);
    if (is_in_entry(5) && keys_[3] == "request") {
      if (keys_[4] == "method") call_.method = value;
      if (keys_[4] == "url") call_.url = value;
    } else if (is_in_entry(4) && keys_[3] == "startedDateTime") {
      call_.time = value;
    }
    return true;
  }
  bool StartObject() { return open(); }
  bool StartArray() { return open(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool EndObject(rapidjson::SizeType) {
    if (is_in_entry(4)) {
      traffic_.add(call_);
      call_ = {};
      ++entries_;
    }
    return close();
  }

  bool has_entries() const { return is_log_; }

 private:
  // The open values are: the file, `log`, `entries`, an entry, …
  bool is_in_entry(std::size_t depth) const {
    return keys_.size() == depth && keys_[0] == "log" && keys_[1] == "entries";
  }
  bool open() {
    if (keys_.size() == 2 && keys_[0] == "log" && keys_[1] == "entries") is_log_ = true;
    keys_.emplace_back();
    return keys_.size() <= kMaxHarDepth;
  }
  bool close() {
    keys_.pop_back();
    return true;
  }

  Traffic& traffic_;
  // The last key of each open value; empty in an array.
  std::vector<std::string> keys_;
  TrafficCall call_;
  std::size_t entries_ = 0;
  bool is_log_ = false;
};

bool read_har(PeekedBytes& bytes, Traffic& traffic) {
  ByteStream stream(bytes);
  // A byte order mark.
  if (bytes.begin().starts_with("\xef\xbb\xbf")) {
    for (int i = 0; i < 3; ++i) stream.Take();
  }
  HarHandler handler(traffic);
  rapidjson::Reader reader;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;
  reader.Parse<kFlags>(stream, handler);
  return !reader.HasParseError() && handler.has_entries();
}

// The names that logs have for the parts of a request, the best first; in lower case and without
// separators.
enum FieldRole : std::size_t { kMethod, kUrl, kHost, kTime, kCount, kFieldRoles };
constexpr std::array<std::string_view, kFieldRoles> kFieldNames{
    "method httpmethod requestmethod httprequestmethod apimethod reqmethod verb httpverb",
    "url requesturl apiurl urlfull httpurl requrl uri requesturi path requestpath apipath endpoint "
    "apiendpoint urlpattern apiname api request apicall target",
    "host hostname requesthost httphost serverhost upstreamhost domain authority",
    "time timestamp ts datetime date requesttime requestdate calltime createdat startedat "
    "starttime apicalltime timeutc msec",
    "count calls totalcalls requests callcount requestcount numberofcalls"};

// The letters of a field's name: "Request Method" and "request_method" are one.
std::string folded(std::string_view name) {
  std::string letters;
  for (const std::string& word : words_of_name(name.substr(0, 64))) letters += word;
  return letters;
}

// The value for each role among all fields so far: that of the field with the best name.
template <typename Value>
struct FieldChoice {
  std::array<Value, kFieldRoles> values{};
  std::array<std::size_t, kFieldRoles> ranks{};

  FieldChoice() { ranks.fill(std::string_view::npos); }
  bool has(FieldRole role) const { return ranks[role] != std::string_view::npos; }
  void offer(const std::string& name, const Value& value) {
    for (std::size_t role = 0; role < kFieldRoles; ++role) {
      const auto rank = (" " + std::string(kFieldNames[role]) + " ").find(" " + name + " ");
      if (name.empty() || rank >= ranks[role]) continue;
      ranks[role] = rank;
      values[role] = value;
    }
  }
};

TrafficCall call_of(const std::array<std::string, kFieldRoles>& fields) {
  TrafficCall call{fields[kMethod], fields[kUrl], fields[kHost], fields[kTime]};
  // "GET /v2/users" in one field.
  const auto blank = call.url.find(' ');
  if (call.method.empty() && blank != std::string::npos) {
    call.method = call.url.substr(0, blank);
    call.url = call.url.substr(blank + 1);
  }
  return call;
}

// Collects the fields of one line of JSON, at any depth.
class LineHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, LineHandler> {
 public:
  bool Default() { return true; }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_ = folded({text, size});
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    fields.offer(key_, std::string(text, std::min<std::size_t>(size, kMaxCell)));
    key_.clear();
    return true;
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
    return String(text, size, copy);
  }
  bool StartObject() { return ++depth_ <= kMaxLineDepth; }
  bool EndObject(rapidjson::SizeType) { return depth_-- > 0; }

  FieldChoice<std::string> fields;

 private:
  std::string key_;
  std::size_t depth_ = 0;
};

std::optional<TrafficCall> call_of_json(const std::string& line) {
  LineHandler handler;
  rapidjson::MemoryStream text(line.data(), line.size());
  rapidjson::Reader reader;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseStopWhenDoneFlag;
  reader.Parse<kFlags>(text, handler);
  if (reader.HasParseError() || handler.fields.values[kUrl].empty()) return std::nullopt;
  return call_of(handler.fields.values);
}

// The text between the first pair of these; empty if there is none.
std::string between(std::string_view line, char open, char close) {
  const auto begin = line.find(open);
  const auto end = begin == std::string_view::npos ? begin : line.find(close, begin + 1);
  return end == std::string_view::npos ? "" : std::string(line.substr(begin + 1, end - begin - 1));
}

// The common and combined formats of web servers and proxies:
// `host - user [10/Oct/2026:13:55:36 +0000] "GET /v2/users HTTP/1.1" 200 2326 …`
std::optional<TrafficCall> call_of_access(const std::string& line) {
  const std::string request = between(line, '"', '"');
  const auto blank = request.find(' ');
  const auto end = request.rfind(" HTTP/");
  if (blank == std::string::npos || end == std::string::npos || end <= blank) return std::nullopt;
  return TrafficCall{request.substr(0, blank), request.substr(blank + 1, end - blank - 1), "",
                     between(line, '[', ']')};
}

// Reads logs with one request on each line.
bool read_lines(PeekedBytes& bytes, Traffic& traffic,
                std::optional<TrafficCall> (*call_of_line)(const std::string&)) {
  ByteStream stream(bytes);
  std::string line;
  bool is_log = false;
  while (read_line(stream, line)) {
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    const auto call = call_of_line(line);
    is_log = is_log || call;
    // Without a host only the path of the API shows that a request went to Zoom.
    const bool is_foreign =
        call && call->host.empty() && call->url.starts_with('/') && !call->url.starts_with("/v2/");
    if (!call || is_foreign) {
      traffic.skip();
    } else {
      traffic.add(*call);
    }
  }
  return is_log;
}

using Record = std::vector<std::string>;

// Reads the next record of RFC 4180. False at the end.
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

char separator_of(std::string_view begin) {
  const std::string_view line = begin.substr(0, begin.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), c) > std::count(line.begin(), line.end(), best))
      best = c;
  }
  return best;
}

// Reads a table with a method and a URL column under any of their usual names, such as Zoom's call
// log.
bool read_csv(PeekedBytes& bytes, Traffic& traffic) {
  const char separator = separator_of(bytes.begin());
  ByteStream stream(bytes);
  Record record;
  FieldChoice<std::size_t> columns;
  // Exports begin with some lines about themselves.
  constexpr int kMaxPreface = 20;
  for (int i = 0; i < kMaxPreface && !columns.has(kUrl); ++i) {
    if (!read_record(stream, separator, record)) return false;
    if (record.front().starts_with("\xef\xbb\xbf")) record.front().erase(0, 3);
    columns = {};
    for (std::size_t column = 0; column < record.size(); ++column) {
      columns.offer(folded(record[column]), column);
    }
    if (!columns.has(kMethod) && record.size() < 2) columns = {};
  }
  if (!columns.has(kUrl)) return false;
  while (read_record(stream, separator, record)) {
    if (record.size() == 1 && record.front().empty()) continue;
    std::array<std::string, kFieldRoles> fields;
    for (const FieldRole role : {kMethod, kUrl, kHost, kTime, kCount}) {
      const std::size_t column = columns.values[role];
      if (columns.has(role) && column < record.size()) fields[role] = record[column];
    }
    TrafficCall call = call_of(fields);
    const auto count = number_in(fields[kCount]);
    if (count && fields[kCount].size() < 16) call.count = static_cast<std::uint64_t>(*count);
    traffic.add(call);
  }
  return true;
}

}  // namespace

PeekedBytes::PeekedBytes(ByteSource source) : source_(std::move(source)), begin_(kPeek, '\0') {
  std::size_t size = 0;
  while (size < kPeek) {
    const std::size_t count = source_(begin_.data() + size, kPeek - size);
    if (count == 0) break;
    size += count;
  }
  begin_.resize(size);
}

std::size_t PeekedBytes::read(char* buffer, std::size_t size) {
  if (at_ == begin_.size()) return source_(buffer, size);
  const std::size_t count = std::min(size, begin_.size() - at_);
  std::copy_n(begin_.data() + at_, count, buffer);
  at_ += count;
  return count;
}

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
  // Also true if there is no second slash.
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
    case TrafficFormat::access_log: return read_lines(bytes, traffic, call_of_access);
    case TrafficFormat::json_lines: return read_lines(bytes, traffic, call_of_json);
    case TrafficFormat::csv: return read_csv(bytes, traffic);
  }
  return false;
}

}  // namespace zoomc::infer
