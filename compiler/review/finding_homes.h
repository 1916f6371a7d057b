#pragma once
#include <span>
#include <string_view>

namespace zoomc {

// Where the findings of a kind belong in the checklist: those that stand under `path` (a dotted key
// and all below it; empty: anywhere) belong to the item.
struct FindingHome {
  std::string_view finding;
  std::string_view path;
  std::string_view item;
};

// What no row is about belongs to the item `file`.
std::span<const FindingHome> finding_homes();

// The item of a finding: of the rows that are about it the one with the longest path.
std::string_view home_of(std::string_view finding, std::string_view path);

}  // namespace zoomc
