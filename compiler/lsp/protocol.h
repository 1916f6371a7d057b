#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"

// JSON-RPC 2.0 as the Language Server Protocol uses it: what comes in, taken apart, and what
// goes out, as text.
namespace zoomc::lsp {

// The path of a `file:` URI of this machine, percent signs decoded; nothing for any other URI.
// `to_uri` of render/uri.h is the way back.
std::optional<std::string> path_of_uri(std::string_view uri);

// True if a text is a URI as it is written, so that an editor may open it: `http` or `https`, and
// no character that a URI cannot have.
bool is_web_link(std::string_view text);

// The largest message that is taken: a file of `kMaxFileBytes` with every byte escaped fits.
inline constexpr std::size_t kMaxMessageBytes = std::size_t{64} * 1024 * 1024;
// The largest size of all header lines of a message together.
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
  // The part of `buffer_` that has been read.
  std::size_t at_ = 0;
  std::size_t header_bytes_ = 0;
  std::optional<std::size_t> length_;
  bool in_body_ = false;
  std::string fault_;
};

// A message with its header, as it goes over the wire.
std::string frame(std::string_view body);

enum class ErrorCode : std::int32_t {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_failed = -32803,
  content_modified = -32801,
  request_cancelled = -32800,
};

enum class MessageKind : std::uint8_t { request, notification, response, invalid };

struct [[nodiscard]] IncomingMessage {
  MessageKind kind = MessageKind::invalid;
  // The id as JSON, to be sent back unchanged; "null" if there is none.
  std::string id = "null";
  std::string method;
  // An object or array, or null. Points into `document`.
  const json::Value* params = nullptr;
  // The fault of an invalid message.
  ErrorCode code = ErrorCode::invalid_request;
  std::string error;
  std::shared_ptr<const json::Document> document;
};

// Never throws and does not recurse, for any `body`.
IncomingMessage read_message(std::string_view body);

// An id as it is written in a message: a string or a number; "null" for all else.
std::string id_text(const json::Value& id);

std::string result_message(std::string_view id, const json::Value& result);
std::string error_message(std::string_view id, ErrorCode code, std::string_view text);
std::string notification(std::string_view method, const json::Value& params);
std::string request(std::string_view id, std::string_view method, const json::Value& params);

}  // namespace zoomc::lsp
