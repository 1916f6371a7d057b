#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc {

// Stands in a path for what is only known when the program runs.
inline constexpr char kHole = '\x01';

// Whether `host` (no port) answers Zoom's API, in any region. Source: the `api_url` of Zoom's token
// replies.
bool is_zoom_api_host(std::string_view host);

// A URL cut in two: `path` keeps its query. Nothing when it is no http(s) URL.
struct UrlParts {
  std::string_view host;
  std::string_view path;
};
std::optional<UrlParts> split_http_url(std::string_view url);

// A path of the API cut into segments: without `/v2`, query, fragment and a slash at the end.
std::vector<std::string_view> path_segments(std::string_view path);

// "/users/{}/meetings": holes and whatever looks like an id or an address as `{}`, so that it can
// be shown.
std::string masked_path(std::string_view path);

// Whether a segment can only be an id: it has a digit, `@` or `%`, or is `me` or long.
bool looks_like_id(std::string_view segment);

}  // namespace zoomc
