#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zoomc::lsp {

// The largest message that is taken: a file of `kMaxFileBytes` with every byte escaped fits.
inline constexpr std::size_t kMaxMessageBytes = std::size_t{64} * 1024 * 1024;
// How long all header lines of a message may be together.
inline constexpr std::size_t kMaxHeaderBytes = 4096;

// Takes a stream of bytes apart into the messages of the base protocol: header lines with
// `Content-Length: N`, an empty line, N bytes. A line may end with `\n` alone.
class FrameReader {
 public:
  void feed(std::string_view bytes);
  // The next message that is wholly there.
  std::optional<std::string> next();
  // Why no further message can be found in the stream; empty while all is well.
  const std::string& fault() const { return fault_; }

 private:
  // False when the line is not yet there, or is the fault.
  bool read_header_line();
  void read_field(std::string_view line);
  void read_length(std::string_view digits);
  void drop_read();

  std::string buffer_;
  // What of `buffer_` has been read.
  std::size_t at_ = 0;
  std::size_t header_bytes_ = 0;
  std::optional<std::size_t> length_;
  bool in_body_ = false;
  std::string fault_;
};

// A message with its header, as it goes over the wire.
std::string frame(std::string_view body);

}  // namespace zoomc::lsp
