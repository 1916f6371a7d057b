#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::infer {

// Written in a path in place of a part that is only known when the program runs.
inline constexpr char kHole = '\x01';

// Whether `host` (no port) answers Zoom's API, in any region. Source: the `api_url` of Zoom's token
// replies.
bool is_zoom_api_host(std::string_view host);

// A URL in two parts: `path` keeps its query. Nothing if it is not an http(s) URL.
struct UrlParts {
  std::string_view host;
  std::string_view path;
};
std::optional<UrlParts> split_http_url(std::string_view url);

// The segments of a path of the API: without `/v2`, query, fragment and a slash at the end.
std::vector<std::string_view> path_segments(std::string_view path);

// "/users/{}/meetings": holes and text that looks like an id or an address become `{}`, so that it
// can be shown.
std::string masked_path(std::string_view path);

// Whether a segment can only be an id: it has a digit, `@` or `%`, or is `me` or long.
bool looks_like_id(std::string_view segment);

// How zoomc knows that a URL is one of Zoom's API.
enum class UrlOrigin : std::uint8_t {
  // Written out, or in a variable of the file that is.
  zoom,
  // The name of a variable shows it: `${ZOOM_API_URL}/users`.
  named,
  // Only a path: its host must be known from elsewhere.
  relative,
  // Of another service, or of none.
  foreign,
};

// The part of a URL or path that is written in the file.
struct CallUrl {
  UrlOrigin origin = UrlOrigin::foreign;
  // With `kHole` for computed parts.
  std::string path;
  // The computed parts, in order, as they are written.
  std::vector<std::string_view> holes;

  bool is_zoom() const { return origin == UrlOrigin::zoom || origin == UrlOrigin::named; }
};

// A string with its holes: `%s`, `{id}`, `${id}`, `#{id}`, `:id`, `<id>`, `$id`, `\(id)`. In the
// path of a URL each of them can only be a hole, whatever the language.
struct TextPieces {
  // With `kHole`.
  std::string text;
  std::vector<std::string_view> holes;

  void add(TextPieces more);
};
TextPieces pieces_of(std::string_view inner);

// The most calls of a file that are read; nobody writes more by hand.
inline constexpr std::size_t kMaxCalls = 5000;

// A call to Zoom's API as it is written in a source file.
struct CodeCall {
  // Empty if it is only known when the program runs.
  std::string method;
  // Below the API's root, with `kHole` for computed parts.
  std::string path;
  Span place;
  // Only a name shows that it goes to Zoom: then it counts only if it is in the catalog.
  bool is_by_name = false;
  // The path is passed on as a whole and never written here.
  bool has_no_path = false;
};

// Finds the calls to Zoom's API that a shell script, or the commands in a CI configuration, make
// with curl, wget or HTTPie.
std::vector<CodeCall> find_shell_calls(std::string_view text);

}  // namespace zoomc::infer
