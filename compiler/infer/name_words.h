#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace zoomc {

// Letters, digits and `_`: what a name is made of in any language.
bool is_name_character(char c);

// The words of a name, in lower case: "zoomApiClient" and "ZOOM_API_CLIENT" have the same three.
std::vector<std::string> words_of_name(std::string_view name);

// "GET" for any spelling of a method that the API has; empty for other words.
std::string_view method_word(std::string_view word);

}  // namespace zoomc
