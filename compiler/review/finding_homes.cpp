#include "review/finding_homes.h"

#include <array>

#include "diagnostics/finding_kind.h"

namespace zoomc {
namespace {

constexpr std::array kHomes{
    PlaceHome{"app.name", "app-name"},
    PlaceHome{"oauth.redirect_url", "redirect-url"},
    PlaceHome{"oauth.allow_list", "allow-list"},
    PlaceHome{"region", "redirect-url"},
    PlaceHome{"surface", "surface"},
    PlaceHome{"features", "scopes"},
    PlaceHome{"operations", "scopes"},
    PlaceHome{"extra_scopes", "scopes"},
    PlaceHome{"events", "events"},
    PlaceHome{"justify", "reviewer-texts"},
    PlaceHome{"test_plan", "reviewer-texts"},
    PlaceHome{"app.purpose", "reviewer-texts"},
    PlaceHome{"unified", "integrations"},
    PlaceHome{"credentials", "app-credentials"},
    PlaceHome{"app", "listing"},
};

bool is_at_or_below(std::string_view path, std::string_view key) {
  if (path == key) return true;
  return path.size() > key.size() && path.substr(0, key.size()) == key && path[key.size()] == '.';
}

}  // namespace

std::span<const PlaceHome> place_homes() {
  return kHomes;
}

std::string_view home_of(std::string_view item, std::string_view path) {
  if (!item.empty() && item != kItemOfPlace) return item;
  const PlaceHome* best = nullptr;
  for (const PlaceHome& home : kHomes) {
    const bool is_here = is_at_or_below(path, home.path);
    if (is_here && (best == nullptr || best->path.size() < home.path.size())) best = &home;
  }
  return best != nullptr ? best->item : "file";
}

}  // namespace zoomc
