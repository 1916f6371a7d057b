#include <algorithm>
#include <array>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <string>

#include "infer/name_words.h"
#include "infer/traffic.h"

namespace zoomc {
namespace {

constexpr std::size_t kMaxLineDepth = 16;

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Picks the first method, URL, host and time of a line, wherever in it they stand.
class LineHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, LineHandler> {
 public:
  bool Default() { return true; }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    key_.clear();
    for (const std::string& word : words_of_name({text, size < 64 ? size : 64})) key_ += word;
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    take({text, size});
    return true;
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    take({text, size});
    return true;
  }
  bool StartObject() { return ++depth_ <= kMaxLineDepth; }
  bool EndObject(rapidjson::SizeType) { return depth_-- > 0; }

  TrafficCall call;

 private:
  void take(std::string_view value) {
    constexpr std::array<std::string_view, 6> kMethods{
        "method", "httpmethod", "requestmethod", "httprequestmethod", "verb", "reqmethod"};
    constexpr std::array<std::string_view, 10> kUrls{
        "url",     "uri",         "requesturl", "requesturi", "path",
        "urlfull", "requestpath", "target",     "httpurl",    "requrl"};
    constexpr std::array<std::string_view, 6> kHosts{"host",     "hostname",   "authority",
                                                     "httphost", "serverhost", "upstreamhost"};
    constexpr std::array<std::string_view, 8> kTimes{"time",     "timestamp", "ts",        "date",
                                                     "datetime", "starttime", "startedat", "msec"};
    const std::string_view cut = value.substr(0, 8192);
    if (has(kMethods, key_) && call.method.empty()) call.method = cut;
    if (has(kUrls, key_) && call.url.empty()) call.url = cut;
    if (has(kHosts, key_) && call.host.empty()) call.host = cut;
    if (has(kTimes, key_) && call.time.empty()) call.time = cut;
    key_.clear();
  }

  std::string key_;
  std::size_t depth_ = 0;
};

}  // namespace

bool read_json_lines(PeekedBytes& bytes, Traffic& traffic) {
  ByteStream stream(bytes);
  std::string line;
  bool is_log = false;
  while (read_line(stream, line)) {
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    LineHandler handler;
    rapidjson::MemoryStream text(line.data(), line.size());
    rapidjson::Reader reader;
    constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                                rapidjson::kParseNumbersAsStringsFlag |
                                rapidjson::kParseStopWhenDoneFlag;
    reader.Parse<kFlags>(text, handler);
    if (reader.HasParseError() || handler.call.url.empty()) {
      traffic.skip();
      continue;
    }
    is_log = true;
    const std::string& url = handler.call.url;
    const bool has_no_home =
        handler.call.host.empty() && url.starts_with('/') && !url.starts_with("/v2/");
    if (has_no_home) {
      traffic.skip();
    } else {
      traffic.add(handler.call);
    }
  }
  return is_log;
}

}  // namespace zoomc
