#include <rapidjson/reader.h>
#include <string>
#include <vector>

#include "infer/traffic.h"

namespace zoomc {
namespace {

constexpr std::size_t kMaxHarDepth = 64;

// Picks `log.entries[].request.method` and `.url` and `log.entries[].startedDateTime` out of a HAR
// file and forgets all else.
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

}  // namespace

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

}  // namespace zoomc
