#include "review/report_style.h"

#include <cstdint>

namespace zoomc {
namespace {

// Of report.css, in hexadecimal digits.
constexpr std::string_view kSha256 = ZOOMC_REPORT_STYLE_SHA256;

std::uint32_t digit(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// Six hexadecimal digits are three bytes are four of base64; a hash is ten times that and two
// bytes.
std::string base64_of(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    const std::string_view group = hex.substr(at, 6);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4 | (i < group.size() ? digit(group[i]) : 0);
    const std::size_t bytes = group.size() / 2;
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= bytes ? kDigits[bits >> (18 - 6 * i) & 63] : '=';
    }
  }
  return text;
}

}  // namespace

std::string report_style_source() {
  return "sha256-" + base64_of(kSha256);
}

}  // namespace zoomc
