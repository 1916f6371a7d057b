#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "infer/path_trie.h"

namespace zoomc::infer {

// Reads the next bytes of an input: fills at most `size` and returns how many; 0 at the end.
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

// Reads ahead a little, so that the kind of an input can be recognized by its beginning.
class PeekedBytes {
 public:
  static constexpr std::size_t kPeek = 16384;

  explicit PeekedBytes(ByteSource source);

  std::string_view begin() const { return begin_; }
  std::size_t read(char* buffer, std::size_t size);

 private:
  ByteSource source_;
  std::string begin_;
  std::size_t at_ = 0;
};

// The format of a log or recording.
enum class TrafficFormat : std::uint8_t { har, access_log, json_lines, csv };
std::string_view to_string(TrafficFormat format);

// One request in a log. `url` is a URL or a path.
struct TrafficCall {
  std::string method;
  std::string url;
  // Empty if the log has none.
  std::string host;
  std::string time;
  std::uint64_t count = 1;
};

// The calls to Zoom's API in a log, counted. No id, query or line of the log is kept.
class Traffic {
 public:
  explicit Traffic(const PathTrie& trie) : trie_(trie) {}

  void add(const TrafficCall& call);
  // Counts a line that is not a request.
  void skip() { ++other_; }

  const std::map<catalog::OperationId, std::uint64_t>& operations() const { return operations_; }
  // "GET /userz/{}", with the number of times it was seen.
  const std::map<std::string, std::uint64_t>& unknown() const { return unknown_; }
  std::uint64_t calls() const { return calls_; }
  // Lines and requests that are not about Zoom's API.
  std::uint64_t other() const { return other_; }
  // The days from the first to the last known one, both counted; 0 if none is known.
  std::uint64_t days() const {
    return first_ ? static_cast<std::uint64_t>(*last_ - *first_ + 1) : 0;
  }

 private:
  const PathTrie& trie_;
  std::map<catalog::OperationId, std::uint64_t> operations_;
  std::map<std::string, std::uint64_t> unknown_;
  std::uint64_t calls_ = 0;
  std::uint64_t other_ = 0;
  std::optional<std::int64_t> first_;
  std::optional<std::int64_t> last_;
};

// The day of a time in any of the formats that logs have, counted from 1970; nothing if it is not
// one.
std::optional<std::int64_t> day_of(std::string_view time);

// The format of the input, by its name and its beginning; nothing if it is not traffic.
std::optional<TrafficFormat> traffic_format(std::string_view path, std::string_view begin);

// Reads an input to its end and adds its calls to `traffic`. False if it does not have that format
// after all.
[[nodiscard]] bool read_traffic(TrafficFormat format, PeekedBytes& bytes, Traffic& traffic);

}  // namespace zoomc::infer
