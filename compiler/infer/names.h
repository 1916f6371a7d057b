#pragma once
#include <string>
#include <string_view>
#include <vector>

// Names of variables and members as they are written in any language: `a.b`, `$this->b`, `a["b"]`,
// `b()`.
namespace zoomc::infer {

// Letters, digits and `_`: the characters of a name in any language.
bool is_name_character(char c);

// The words of a name, in lower case: "zoomApiClient" and "ZOOM_API_CLIENT" have the same three.
std::vector<std::string> words_of_name(std::string_view name);

// "GET" for any spelling of a method that the API has; empty for other words.
std::string_view method_word(std::string_view word);

std::vector<std::string_view> names_in(std::string_view dotted);
std::string_view last_name(std::string_view dotted);

// Whether `source` is such a name: `make(x).y` and `a + b` are not.
bool is_dotted_name(std::string_view source);

// Whether the name shows that it is Zoom's: "this.zoomClient", "process.env.ZOOM_API_URL".
bool is_zoom_name(std::string_view dotted);

// Whether `list`, words with a blank between them, has `wanted`.
bool has_word(std::string_view list, std::string_view wanted);

}  // namespace zoomc::infer
