#include "lsp/uri.h"

#include <algorithm>

#include "text/ascii.h"

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

}  // namespace zoomc::lsp
