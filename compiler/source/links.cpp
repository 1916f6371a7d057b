#include "source/links.h"

#include <array>
#include <climits>
#include <string_view>
#include <unistd.h>

namespace zoomc {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::optional<std::string> read_link(const std::string& path) {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  if (length < 0) return std::nullopt;
  const std::string_view text(target.data(), static_cast<std::size_t>(length));
  if (text.substr(0, 1) == "/") return std::string(text);
  return folder_of(path) + std::string(text);
}

std::optional<std::string> end_of_links(std::string path) {
  for (int links = 0; links < kMostLinks; ++links) {
    std::optional<std::string> next = read_link(path);
    if (!next) return path;
    path = *std::move(next);
  }
  return std::nullopt;
}

}  // namespace zoomc
