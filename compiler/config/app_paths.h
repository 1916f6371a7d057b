#pragma once
#include <string>
#include <vector>

namespace zoomc::config {

// The dotted paths of all keys of an app file that stand below no list: "region",
// "app.links.privacy".
std::vector<std::string> app_paths();

}  // namespace zoomc::config
