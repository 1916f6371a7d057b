#include "lint/url_edit.h"

#include <algorithm>

#include "lint/place.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// A `:` means something to YAML only before white space and what ends a flow item; neither gets
// past this. In brackets the reader takes no `?`.
bool is_plain(std::string_view url) {
  const auto is_harmless = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') ||
           std::string_view("-._~:/=&%+@").find(c) != std::string_view::npos;
  };
  return url.find("://") != std::string_view::npos && is_letter(url.front()) && url.back() != ':' &&
         std::all_of(url.begin(), url.end(), is_harmless);
}

// An apostrophe could be doubled there; few would read it right.
bool fits_between_apostrophes(std::string_view url) {
  return std::none_of(url.begin(), url.end(),
                      [](char c) { return c == '\'' || static_cast<unsigned char>(c) < 0x20; });
}

}  // namespace

std::string as_yaml_word(std::string_view url) {
  if (is_plain(url)) return std::string(url);
  return '"' + behind_quote('"', url) + '"';
}

Edit replace_url(const SourceFile& file, const Text& value, std::string_view url) {
  const std::string_view written = file.slice(value.span);
  if (written.starts_with('"') || (written.starts_with('\'') && fits_between_apostrophes(url))) {
    return replace_value(file, value, url);
  }
  return {value.span, with_header_comment(written, as_yaml_word(url))};
}

std::vector<Fix> offer_url(const SourceFile& file, const Text& value, FixSafety safety,
                           std::string_view url) {
  // What belongs to a key stands behind it, an anchor before its aliases.
  if (value.span.begin < value.key.begin) return {};
  return {{safety, in_backticks(url), {replace_url(file, value, url)}}};
}

}  // namespace zoomc
