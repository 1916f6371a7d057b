#include "syntax/tags.h"

#include <array>

namespace zoomc::syntax {
namespace {

constexpr std::string_view kPrefix = "tag:yaml.org,2002:";
constexpr std::array<std::string_view, 7> kCore = {"!!str",  "!!int", "!!bool", "!!float",
                                                   "!!null", "!!map", "!!seq"};

}  // namespace

std::string_view core_tag(std::string_view full_name) {
  if (!full_name.starts_with(kPrefix)) return {};
  for (const std::string_view tag : kCore) {
    if (tag.substr(2) == full_name.substr(kPrefix.size())) return tag;
  }
  return {};
}

bool tag_fits(std::string_view core, EventKind kind) {
  if (core == "!!map") return kind == EventKind::mapping_start;
  if (core == "!!seq") return kind == EventKind::sequence_start;
  return kind == EventKind::null || kind == EventKind::scalar;
}

}  // namespace zoomc::syntax
