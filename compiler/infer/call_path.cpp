#include "infer/call_path.h"

#include <algorithm>

#include "text/ascii.h"

namespace zoomc {
namespace {

constexpr std::size_t kLongWord = 28;

}  // namespace

bool is_zoom_api_host(std::string_view host) {
  if (host == "api.zoom.us" || host == "api.zoomgov.com") return true;
  constexpr std::string_view kPrefix = "api-";
  constexpr std::string_view kSuffix = ".zoom.us";
  if (!host.starts_with(kPrefix) || !host.ends_with(kSuffix)) return false;
  const auto region = host.substr(kPrefix.size(), host.size() - kPrefix.size() - kSuffix.size());
  return region.size() == 2 && std::all_of(region.begin(), region.end(), is_letter);
}

std::optional<UrlParts> split_http_url(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    const auto slash = std::min(url.find_first_of("/?#"), url.size());
    std::string_view host = url.substr(0, slash);
    if (host.ends_with(":443")) host.remove_suffix(4);
    return UrlParts{host, url.substr(slash)};
  }
  return std::nullopt;
}

std::vector<std::string_view> path_segments(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const auto slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    // A doubled slash comes from a base that ends with one.
    if (!segment.empty()) segments.push_back(segment);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  if (!segments.empty() && segments.front() == "v2") segments.erase(segments.begin());
  return segments;
}

bool looks_like_id(std::string_view segment) {
  return segment == "me" || segment.size() >= kLongWord ||
         segment.find_first_of("0123456789@%=+") != std::string_view::npos;
}

std::string masked_path(std::string_view path) {
  std::string shown;
  for (const std::string_view segment : path_segments(path)) {
    const bool is_word = std::all_of(segment.begin(), segment.end(), [](char c) {
      return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    const bool is_me = segment == "me";
    const bool hidden = !is_word || (looks_like_id(segment) && !is_me);
    const auto known = segment.find(kHole);
    if (hidden && known != std::string_view::npos && known > 0) {
      const std::string_view word = segment.substr(0, known);
      const bool shows = std::all_of(word.begin(), word.end(), is_letter);
      shown += "/" + (shows ? std::string(word) : std::string()) + "{}";
    } else {
      shown += hidden ? "/{}" : "/" + std::string(segment);
    }
  }
  return shown.empty() ? "/" : shown;
}

}  // namespace zoomc
