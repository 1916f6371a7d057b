#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::infer {

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

// How it is known that a URL is one of Zoom's API.
enum class UrlOrigin : std::uint8_t {
  // Written out, or by a variable of the file that is.
  zoom,
  // A variable is called so: `${ZOOM_API_URL}/users`.
  named,
  // Only a path: what it is asked of must be known.
  relative,
  // Somebody else's, or nobody's.
  foreign,
};

// A URL or path as far as it is written in the file.
struct CallUrl {
  UrlOrigin origin = UrlOrigin::foreign;
  // With `kHole` for what is computed.
  std::string path;
  // What is computed there, in order, as it is written.
  std::vector<std::string_view> holes;

  bool is_zoom() const { return origin == UrlOrigin::zoom || origin == UrlOrigin::named; }
};

// A string with its holes: `%s`, `{id}`, `${id}`, `#{id}`, `:id`, `<id>`, `$id`, `\(id)`. In the
// path of a URL all of them can only be one, whatever the language.
struct TextPieces {
  // With `kHole`.
  std::string text;
  std::vector<std::string_view> holes;

  void add(TextPieces more);
};
TextPieces pieces_of(std::string_view inner);

// Of a file with more the rest is not looked at: nobody wrote it.
inline constexpr std::size_t kMaxCalls = 5000;

// A call to Zoom's API as a source file writes it.
struct CodeCall {
  // Empty when it is only known when the program runs.
  std::string method;
  // Below the API's root, with `kHole` for what is computed.
  std::string path;
  Span place;
  // That it is Zoom's is only said by a name: what is not in the catalog is no call then.
  bool is_by_name = false;
  // The path is given on as a whole and never written here.
  bool has_no_path = false;
};

// Finds the calls to Zoom's API that a shell script, or the commands in a CI configuration, make
// with curl, wget or HTTPie.
std::vector<CodeCall> find_shell_calls(std::string_view text);

}  // namespace zoomc::infer
