#include "lsp/protocol.h"

#include <algorithm>
#include <charconv>
#include <fmt/core.h>
#include <rapidjson/error/en.h>

#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::lsp {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

bool is_uri_character(char c) {
  constexpr std::string_view kPunctuation = "-._~:/?#[]@!$&'()*+,;=%";
  return is_alphanumeric(c) || kPunctuation.find(c) != std::string_view::npos;
}

constexpr std::string_view kLengthField = "content-length";

// No message of the protocol is deeper than a dozen.
constexpr std::size_t kMaxDepth = 64;

// True if brackets nest deeper than `kMaxDepth`. Such a text is not parsed: it would take many
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

IncomingMessage refuse(ErrorCode code, std::string text) {
  IncomingMessage message;
  message.code = code;
  message.error = std::move(text);
  return message;
}

std::string string_text(std::string_view text) {
  return json::to_text(json::Value(rapidjson::StringRef(text.data(), text.size())));
}

std::string with_id(std::string_view id, std::string_view name, std::string_view value) {
  std::string text = R"({"jsonrpc":"2.0","id":)";
  return text.append(id).append(",\"").append(name).append("\":").append(value).append("}");
}

// Fills in what kind of message the object is.
void classify(const json::Value& object, IncomingMessage& message) {
  const json::Value* id = json::find_member(object, "id");
  const json::Value* method = json::find_member(object, "method");
  if (id != nullptr) message.id = id_text(*id);
  const bool has_id = message.id != "null";
  if (method == nullptr && id != nullptr &&
      (object.HasMember("result") || object.HasMember("error"))) {
    message.kind = MessageKind::response;
  } else if (method == nullptr || !method->IsString()) {
    message.error = "a message needs a `method`";
  } else if (id != nullptr && !has_id) {
    message.error = "the `id` of a request is a number or a string";
  } else {
    message.kind = has_id ? MessageKind::request : MessageKind::notification;
    message.method = json::text_of(*method);
  }
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  constexpr std::string_view kHost = "localhost";
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  if (uri.starts_with(kHost)) uri.remove_prefix(kHost.size());
  if (!uri.starts_with('/')) return std::nullopt;
  return decode(uri.substr(0, uri.find_first_of("?#")));
}

bool is_web_link(std::string_view text) {
  constexpr std::string_view kSchemes[] = {"https://", "http://"};
  const bool has_scheme =
      std::any_of(std::begin(kSchemes), std::end(kSchemes), [text](std::string_view scheme) {
        return text.size() > scheme.size() && text.starts_with(scheme);
      });
  return has_scheme && std::all_of(text.begin(), text.end(), is_uri_character);
}

void FrameReader::feed(std::string_view bytes) {
  if (fault_.empty()) buffer_.append(bytes);
}

std::optional<std::string> FrameReader::next() {
  while (!in_body_) {
    if (!read_header_line()) return std::nullopt;
  }
  if (buffer_.size() - at_ < *length_) return std::nullopt;
  std::string body = buffer_.substr(at_, *length_);
  at_ += *length_;
  length_.reset();
  header_bytes_ = 0;
  in_body_ = false;
  drop_read();
  return body;
}

bool FrameReader::read_header_line() {
  if (!fault_.empty()) return false;
  const std::size_t end = buffer_.find('\n', at_);
  const std::size_t size = (end == std::string::npos ? buffer_.size() : end + 1) - at_;
  if (header_bytes_ + size > kMaxHeaderBytes) {
    fault_ = fmt::format("the header of a message is longer than {} bytes", kMaxHeaderBytes);
    return false;
  }
  if (end == std::string::npos) return false;
  std::string_view line = std::string_view(buffer_).substr(at_, size - 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  header_bytes_ += size;
  at_ += size;
  if (!line.empty()) {
    read_field(line);
  } else if (length_) {
    in_body_ = true;
  } else {
    fault_ = "a message has no `Content-Length`";
  }
  return fault_.empty();
}

void FrameReader::read_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) {
    fault_ = fmt::format("{} is not a header line", in_backticks(line));
  } else if (lowered(trimmed(line.substr(0, colon))) == kLengthField) {
    read_length(trimmed(line.substr(colon + 1)));
  }
}

void FrameReader::read_length(std::string_view digits) {
  std::size_t length = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, length);
  const bool is_number =
      !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) {
    fault_ = fmt::format("the `Content-Length` {} is not a number of bytes", in_backticks(digits));
  } else if (result.ec != std::errc() || length > kMaxMessageBytes) {
    fault_ = fmt::format("a message of {} bytes is larger than the limit of {}",
                         in_backticks(digits), kMaxMessageBytes);
  } else if (length_ && *length_ != length) {
    fault_ = "a message has two different `Content-Length`s";
  } else {
    length_ = length;
  }
}

// Only when it is worth it, so that many small messages in one read cost no more than their bytes.
void FrameReader::drop_read() {
  if (at_ * 2 < buffer_.size()) return;
  buffer_.erase(0, at_);
  at_ = 0;
}

std::string frame(std::string_view body) {
  std::string message = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  return message.append(body);
}

IncomingMessage read_message(std::string_view body) {
  if (is_too_deep(body)) return refuse(ErrorCode::parse_error, "the message nests too deeply");
  auto document = std::make_shared<json::Document>();
  document->Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
      body.data(), body.size());
  if (document->HasParseError()) {
    return refuse(ErrorCode::parse_error,
                  fmt::format("the message is not JSON: {} At byte {}",
                              rapidjson::GetParseError_En(document->GetParseError()),
                              document->GetErrorOffset()));
  }
  if (!document->IsObject()) return refuse(ErrorCode::invalid_request, "a message is an object");
  IncomingMessage message;
  classify(*document, message);
  const json::Value* params = json::find_member(*document, "params");
  if (params != nullptr && (params->IsObject() || params->IsArray())) message.params = params;
  message.document = std::move(document);
  return message;
}

std::string id_text(const json::Value& id) {
  return id.IsString() || id.IsNumber() ? json::to_text(id) : "null";
}

std::string result_message(std::string_view id, const json::Value& result) {
  return with_id(id, "result", json::to_text(result));
}

std::string error_message(std::string_view id, ErrorCode code, std::string_view text) {
  const std::string error = R"({"code":)" + std::to_string(static_cast<std::int32_t>(code)) +
                            R"(,"message":)" + string_text(text) + "}";
  return with_id(id, "error", error);
}

std::string notification(std::string_view method, const json::Value& params) {
  return R"({"jsonrpc":"2.0","method":)" + string_text(method) + R"(,"params":)" +
         json::to_text(params) + "}";
}

std::string request(std::string_view id, std::string_view method, const json::Value& params) {
  const std::string rest = string_text(method) + R"(,"params":)" + json::to_text(params);
  return with_id(id, "method", rest);
}

}  // namespace zoomc::lsp
