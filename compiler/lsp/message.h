#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "manifest/json.h"

// JSON-RPC 2.0 as the Language Server Protocol uses it: what comes in, taken apart, and what goes
// out, as text.
namespace zoomc::lsp {

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

struct Incoming {
  MessageKind kind = MessageKind::invalid;
  // The id as JSON, to be sent back as it came; "null" where there is none.
  std::string id = "null";
  std::string method;
  // An object or array, or null. Points into `document`.
  const json::Value* params = nullptr;
  // What is wrong with an invalid message.
  ErrorCode code = ErrorCode::invalid_request;
  std::string trouble;
  std::shared_ptr<const json::Document> document;
};

// Never throws and does not recurse, whatever `body` is.
Incoming read_message(std::string_view body);

// An id as it stands in a message: a string or a number; "null" for all else.
std::string id_text(const json::Value& id);

std::string result_message(std::string_view id, const json::Value& result);
std::string error_message(std::string_view id, ErrorCode code, std::string_view text);
std::string notification(std::string_view method, const json::Value& params);
std::string request(std::string_view id, std::string_view method, const json::Value& params);

}  // namespace zoomc::lsp
