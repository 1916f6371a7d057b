#include "lsp/framing.h"

#include <algorithm>
#include <charconv>

#include "text/quote.h"

namespace zoomc::lsp {
namespace {

constexpr std::string_view kLengthField = "content-length";

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

}  // namespace

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
    fault_ = "the header of a message is longer than " + std::to_string(kMaxHeaderBytes) + " bytes";
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
    fault_ = in_backticks(line) + " is no header line";
  } else if (lower(trim(line.substr(0, colon))) == kLengthField) {
    read_length(trim(line.substr(colon + 1)));
  }
}

void FrameReader::read_length(std::string_view digits) {
  std::size_t length = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, length);
  const bool is_number =
      !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (!is_number) {
    fault_ = "the `Content-Length` " + in_backticks(digits) + " is no number of bytes";
  } else if (result.ec != std::errc() || length > kMaxMessageBytes) {
    fault_ = "a message of " + in_backticks(digits) + " bytes is larger than the " +
             std::to_string(kMaxMessageBytes) + " that are taken";
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

}  // namespace zoomc::lsp
