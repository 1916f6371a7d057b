#pragma once
#include <string_view>
#include <vector>

// Names of variables and members as a file has them, in any language: `a.b`, `$this->b`, `a["b"]`,
// `b()`.
namespace zoomc {

std::vector<std::string_view> names_in(std::string_view dotted);
std::string_view last_name(std::string_view dotted);

// Whether `source` is such a name: `make(x).y` and `a + b` are none.
bool is_dotted_name(std::string_view source);

// Whether it says that it is Zoom's: "this.zoomClient", "process.env.ZOOM_API_URL".
bool is_zoom_name(std::string_view dotted);

}  // namespace zoomc
