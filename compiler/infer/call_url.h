#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc {

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

}  // namespace zoomc
