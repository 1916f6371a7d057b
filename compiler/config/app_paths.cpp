#include "config/app_paths.h"

#include <array>
#include <string_view>

#include "model/keys.h"

namespace zoomc::config {
namespace {

struct Home {
  std::string_view prefix;
  model::Section section;
};

constexpr std::array kHomes{
    Home{"", model::kRootSection},
    Home{"app.", model::kAppSection},
    Home{"app.contact.", model::kContactSection},
    Home{"app.links.", model::kLinksSection},
    Home{"oauth.", model::kOAuthSection},
    Home{"surface.", model::kSurfaceSection},
    Home{"credentials.", model::kCredentialsSection},
    Home{"unified.", model::kUnifiedSection},
};

}  // namespace

std::vector<std::string> app_paths() {
  std::vector<std::string> paths;
  for (const Home& home : kHomes) {
    for (const model::KeySpec& key : home.section.keys) {
      paths.push_back(std::string(home.prefix).append(key.name));
    }
  }
  return paths;
}

}  // namespace zoomc::config
