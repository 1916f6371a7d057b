#pragma once
#include <optional>
#include <string>

namespace zoomc {

// How many links in a row are followed: as many as Linux itself does.
inline constexpr int kMostLinks = 40;

// What stands before the name in a path, with its `/`; empty for a name alone.
std::string folder_of(const std::string& path);

// Where a symbolic link leads, seen from the working directory; nothing when `path` is no link.
std::optional<std::string> read_link(const std::string& path);

// The path behind all links, whether or not something is there; nothing when they go in circles.
std::optional<std::string> end_of_links(std::string path);

}  // namespace zoomc
