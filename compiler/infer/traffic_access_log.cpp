#include <string>

#include "infer/traffic.h"

namespace zoomc {
namespace {

// What stands between the first pair of these; empty when none does.
std::string_view between(std::string_view line, char open, char close) {
  const auto begin = line.find(open);
  if (begin == std::string_view::npos) return {};
  const auto end = line.find(close, begin + 1);
  return end == std::string_view::npos ? std::string_view{}
                                       : line.substr(begin + 1, end - begin - 1);
}

}  // namespace

// The common and combined formats of web servers and proxies:
// `host - user [10/Oct/2026:13:55:36 +0000] "GET /v2/users HTTP/1.1" 200 2326 …`
bool read_access_log(PeekedBytes& bytes, Traffic& traffic) {
  ByteStream stream(bytes);
  std::string line;
  bool is_log = false;
  while (read_line(stream, line)) {
    const std::string_view request = between(line, '"', '"');
    const auto blank = request.find(' ');
    const auto end = request.rfind(" HTTP/");
    if (blank == std::string_view::npos || end == std::string_view::npos || end <= blank) {
      traffic.skip();
      continue;
    }
    is_log = true;
    TrafficCall call;
    call.method = request.substr(0, blank);
    call.url = request.substr(blank + 1, end - blank - 1);
    call.time = between(line, '[', ']');
    // Without a host only the path of the API tells that it is one of Zoom's.
    if (call.url.starts_with('/') && !call.url.starts_with("/v2/")) {
      traffic.skip();
    } else {
      traffic.add(call);
    }
  }
  return is_log;
}

}  // namespace zoomc
