#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace zoomc {

// Two texts for a person who is shown only the beginning of long ones: where they begin alike, from
// shortly before the first difference on, behind a `…`.
std::pair<std::string, std::string> differing_parts(std::string_view before,
                                                    std::string_view after);

}  // namespace zoomc
