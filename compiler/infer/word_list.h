#pragma once
#include <string_view>

namespace zoomc {

// Whether `list`, words with a blank between them, has `wanted`.
bool has_word(std::string_view list, std::string_view wanted);

}  // namespace zoomc
