#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace zoomc::lint {

// A half-open range of bytes of a URL.
struct UrlPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view of(std::string_view url) const { return url.substr(begin, end - begin); }
  bool empty() const { return begin == end; }
};

// The parts of `url` (RFC 3986, section 3), by the delimiters alone: nothing is decoded or checked.
// `scheme` is without `://`, `port` without `:`, `query` without `?`, `fragment` without `#`; an
// absent part is empty and has the place where it would begin. Without `://` everything before the
// path is the host.
struct Url {
  UrlPart scheme;
  UrlPart user;
  UrlPart host;
  UrlPart port;
  UrlPart path;
  UrlPart query;
  UrlPart fragment;
  bool has_query = false;
  bool has_fragment = false;
};

Url split_url(std::string_view url);

// Whether `host` (as in `Url`) is the computer itself: `localhost` and names below it, 127.x.x.x,
// 0.0.0.0, `[::1]`.
bool is_localhost(std::string_view host);

// Whether `entry` is a base URL, without path or query, and `url` is below it. Case counts.
bool is_base_of(std::string_view entry, std::string_view url);

}  // namespace zoomc::lint
