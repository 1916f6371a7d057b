#pragma once
#include <span>
#include <string_view>

namespace zoomc {

// Where in the checklist a finding belongs whose kind names no item: what stands at `path` (a
// dotted key) or below it belongs to `item`.
struct PlaceHome {
  std::string_view path;
  std::string_view item;
};
std::span<const PlaceHome> place_homes();

// The item of a finding: the one that its kind names, else that of the longest path around its
// place, else `file`.
std::string_view home_of(std::string_view item, std::string_view path);

}  // namespace zoomc
