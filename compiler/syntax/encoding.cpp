#include "syntax/encoding.h"

#include <array>
#include <cstdio>
#include <string>

#include "diagnostics/code.h"
#include "source/file_system.h"
#include "syntax/codes.h"
#include "text/utf8.h"

namespace zoomc::syntax {
namespace {

using namespace syntax_codes;
using namespace std::string_view_literals;

Span span_at(std::size_t place, std::size_t size) {
  const auto begin = static_cast<std::uint32_t>(place);
  return {begin, begin + static_cast<std::uint32_t>(size)};
}

std::string hexadecimal(const char* format, unsigned value) {
  std::array<char, 16> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, value);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

// Text in the wide encodings starts with their byte order mark or, ASCII as it mostly is, has every
// second byte (or three bytes of four) zero.
std::string_view wide_encoding(std::string_view text) {
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) return "UTF-16";
  if (text.size() < 4) return {};
  std::string zeros;
  for (const char c : text.substr(0, 4)) zeros += c == '\0' ? '0' : 'x';
  if (zeros == "000x" || zeros == "x000") return "UTF-32";
  if (zeros == "0x0x" || zeros == "x0x0") return "UTF-16";
  return {};
}

std::optional<Diagnostic> invalid_byte(std::string_view text) {
  const auto place = find_invalid_utf8(text);
  if (!place) return std::nullopt;
  const auto byte = static_cast<unsigned char>(text[*place]);
  return finding(kInvalidEncoding, span_at(*place, 1),
                 "byte " + hexadecimal("0x%02x", byte) + " is not UTF-8; save the file as UTF-8");
}

bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c >= 0x7F && c < 0xA0) return c != 0x85;
  return c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

Diagnostic forbidden(std::size_t place, CodePoint c) {
  const std::string name = hexadecimal("U+%04X", static_cast<unsigned>(c.value));
  std::string message = c.value == 0xFEFF
                            ? "byte order mark (" + name + ") inside the text; remove it"
                            : "YAML does not allow the control character " + name + "; remove it";
  return finding(kInvalidEncoding, span_at(place, c.bytes), std::move(message));
}

std::optional<Diagnostic> forbidden_character(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++i;
      continue;
    }
    const auto c = decode_utf8(text, i);
    if (!c) return std::nullopt;
    if (is_forbidden(c->value)) return forbidden(i, *c);
    i += c->bytes;
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t byte_order_mark_size(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? static_cast<std::uint32_t>(kByteOrderMark.size()) : 0;
}

std::optional<Diagnostic> check_encoding(std::string_view text) {
  if (text.size() > kMaxFileBytes) {
    return finding(kFileTooLarge, {}, "the file is larger than 8 MiB, the most that is read");
  }
  if (const auto name = wide_encoding(text); !name.empty()) {
    return finding(kInvalidEncoding, {},
                   "the file is " + std::string(name) + ", not UTF-8; save it as UTF-8");
  }
  if (auto problem = invalid_byte(text)) return problem;
  return forbidden_character(text, byte_order_mark_size(text));
}

}  // namespace zoomc::syntax
