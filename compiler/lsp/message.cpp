#include "lsp/message.h"

#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace zoomc::lsp {
namespace {

// No message of the protocol is deeper than a dozen.
constexpr std::size_t kMaxDepth = 64;

// Whether brackets nest deeper than `kMaxDepth`. Such a text is not parsed: it would take many
// times its size.
bool is_too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

Incoming refuse(ErrorCode code, std::string text) {
  Incoming message;
  message.code = code;
  message.trouble = std::move(text);
  return message;
}

std::string to_text(const json::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string string_text(std::string_view text) {
  return to_text(json::Value(rapidjson::StringRef(text.data(), text.size())));
}

std::string with_id(std::string_view id, std::string_view name, std::string_view value) {
  std::string text = R"({"jsonrpc":"2.0","id":)";
  return text.append(id).append(",\"").append(name).append("\":").append(value).append("}");
}

// Fills in what kind of message the object is.
void classify(const json::Value& object, Incoming& message) {
  const json::Value* id = json::find_member(object, "id");
  const json::Value* method = json::find_member(object, "method");
  if (id != nullptr) message.id = id_text(*id);
  const bool has_id = message.id != "null";
  if (method == nullptr && id != nullptr &&
      (object.HasMember("result") || object.HasMember("error"))) {
    message.kind = MessageKind::response;
  } else if (method == nullptr || !method->IsString()) {
    message.trouble = "a message needs a `method`";
  } else if (id != nullptr && !has_id) {
    message.trouble = "the `id` of a request is a number or a string";
  } else {
    message.kind = has_id ? MessageKind::request : MessageKind::notification;
    message.method = json::text_of(*method);
  }
}

}  // namespace

Incoming read_message(std::string_view body) {
  if (is_too_deep(body)) return refuse(ErrorCode::parse_error, "the message nests too deeply");
  auto document = std::make_shared<json::Document>();
  document->Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
      body.data(), body.size());
  if (document->HasParseError()) {
    return refuse(ErrorCode::parse_error,
                  "the message is not JSON: " +
                      std::string(rapidjson::GetParseError_En(document->GetParseError())) +
                      " At byte " + std::to_string(document->GetErrorOffset()));
  }
  if (!document->IsObject()) return refuse(ErrorCode::invalid_request, "a message is an object");
  Incoming message;
  classify(*document, message);
  const json::Value* params = json::find_member(*document, "params");
  if (params != nullptr && (params->IsObject() || params->IsArray())) message.params = params;
  message.document = std::move(document);
  return message;
}

std::string id_text(const json::Value& id) {
  return id.IsString() || id.IsNumber() ? to_text(id) : "null";
}

std::string result_message(std::string_view id, const json::Value& result) {
  return with_id(id, "result", to_text(result));
}

std::string error_message(std::string_view id, ErrorCode code, std::string_view text) {
  const std::string error = R"({"code":)" + std::to_string(static_cast<std::int32_t>(code)) +
                            R"(,"message":)" + string_text(text) + "}";
  return with_id(id, "error", error);
}

std::string notification(std::string_view method, const json::Value& params) {
  return R"({"jsonrpc":"2.0","method":)" + string_text(method) + R"(,"params":)" + to_text(params) +
         "}";
}

std::string request(std::string_view id, std::string_view method, const json::Value& params) {
  const std::string rest = string_text(method) + R"(,"params":)" + to_text(params);
  return with_id(id, "method", rest);
}

}  // namespace zoomc::lsp
