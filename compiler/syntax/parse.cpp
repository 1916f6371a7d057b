#include "syntax/parse.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/core.h>
#include <string>

#include "diagnostics/codes.h"
#include "source/file_system.h"
#include "text/utf8.h"

namespace zoomc::syntax {
namespace {

using namespace syntax_codes;
using namespace std::string_view_literals;

Span span_at(std::size_t place, std::size_t size) {
  const auto begin = static_cast<std::uint32_t>(place);
  return {begin, begin + static_cast<std::uint32_t>(size)};
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

// Skips printable ASCII from `from` on, eight bytes at a time: to the first eight that hold
// something else, or to the last seven.
std::size_t skip_printable(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x80 * kOnes;
  for (; from + sizeof(std::uint64_t) <= text.size(); from += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + from, sizeof(bytes));
    // The high bit of a byte tells what is no ASCII; of ASCII, adding 1 sets it in 0x7F alone, and
    // taking 0x20 away from what has it set takes it from the control characters alone.
    const std::uint64_t not_control = (bytes | kHighBits) - 0x20 * kOnes;
    if (((bytes | (bytes + kOnes) | ~not_control) & kHighBits) != 0) break;
  }
  return from;
}

bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c >= 0x7F && c < 0xA0) return c != 0x85;
  return c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

// True if `text` is UTF-8 without a forbidden character; the mistake is looked for only if
// this says no.
bool is_clean(std::string_view text, std::size_t from) {
  for (std::size_t i = skip_printable(text, from); i < text.size(); i = skip_printable(text, i)) {
    const std::size_t end = std::min(text.size(), i + sizeof(std::uint64_t));
    while (i < end) {
      if (text[i] == '\n' || (text[i] >= ' ' && text[i] < '\x7F')) {
        ++i;
        continue;
      }
      const auto c = decode_utf8(text, i);
      if (!c || is_forbidden(c->value)) return false;
      i += c->bytes;
    }
  }
  return true;
}

std::optional<Diagnostic> invalid_byte(std::string_view text) {
  const auto place = find_invalid_utf8(text);
  if (!place) return std::nullopt;
  const auto byte = static_cast<unsigned char>(text[*place]);
  return finding(kInvalidEncoding, span_at(*place, 1),
                 fmt::format("byte 0x{:02x} is not UTF-8; save the file as UTF-8", byte));
}

Diagnostic forbidden(std::size_t place, CodePoint c) {
  const std::string name = fmt::format("U+{:04X}", static_cast<unsigned>(c.value));
  std::string message =
      c.value == 0xFEFF
          ? fmt::format("byte order mark ({}) inside the text; remove it", name)
          : fmt::format("YAML does not allow the control character {}; remove it", name);
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

std::optional<Diagnostic> check_utf8(std::string_view text) {
  if (text.size() > kMaxFileBytes) {
    return finding(kFileTooLarge, {}, "the file is larger than 8 MiB, the most that is read");
  }
  if (const auto name = wide_encoding(text); !name.empty()) {
    return finding(kInvalidEncoding, {},
                   fmt::format("the file is {}, not UTF-8; save it as UTF-8", name));
  }
  return invalid_byte(text);
}

std::optional<Diagnostic> check_encoding(std::string_view text) {
  const std::uint32_t begin = byte_order_mark_size(text);
  if (text.size() <= kMaxFileBytes && is_clean(text, begin)) return std::nullopt;
  if (auto problem = check_utf8(text)) return problem;
  return forbidden_character(text, begin);
}

}  // namespace zoomc::syntax

namespace zoomc::syntax {

std::optional<Document> parse(const SourceFile& file, Sink& sink) {
  if (auto problem = syntax::check_encoding(file.text)) {
    sink.add(std::move(*problem));
    return std::nullopt;
  }
  const std::uint32_t begin = syntax::byte_order_mark_size(file.text);
  if (auto document = syntax::quick_parse(file.text, begin)) return document;
  return syntax::thorough_parse(file.text, begin, sink);
}

}  // namespace zoomc::syntax
