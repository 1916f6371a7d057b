#include "audit/redirect_platform.h"

#include <algorithm>
#include <string>

#include "lint/url.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace zoomc {
namespace {

// So few edits turn no other host's URL into a region's by chance.
constexpr std::size_t kSlips = 2;
// A longer text is no redirect that anybody mistyped.
constexpr std::size_t kMaxCompared = 200;

// "unified.to" of "https://api-eu.unified.to/oauth/code": the last two labels of the host.
std::string domain_of(std::string_view url) {
  std::string host = lowered(split_url(url).host.of(url));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0) return host;
  const std::size_t before = host.rfind('.', dot - 1);
  return before == std::string::npos ? host : host.substr(before + 1);
}

bool is_meant(std::string_view redirect, const Region& region) {
  if (redirect.size() > kMaxCompared) return false;
  return domain_of(redirect) == domain_of(region.redirect_url) ||
         edit_distance(redirect, region.redirect_url, kSlips) <= kSlips;
}

// False for a platform without regions.
bool is_meant(std::string_view redirect, const Platform& platform) {
  return std::any_of(platform.regions.begin(), platform.regions.end(),
                     [&](const Region& region) { return is_meant(redirect, region); });
}

// The region whose URL takes the fewest edits; the first among equals.
const Region* nearest_region(std::string_view redirect, const Platform& platform) {
  const Region* found = nullptr;
  std::size_t fewest = kMaxCompared;
  for (const Region& region : platform.regions) {
    const std::size_t edits = edit_distance(redirect, region.redirect_url, kMaxCompared);
    if (found != nullptr && edits >= fewest) continue;
    found = &region;
    fewest = edits;
  }
  return found;
}

}  // namespace

RedirectPlatform platform_of(const Catalog& catalog, std::span<const std::string_view> redirects) {
  RedirectPlatform result;
  for (const Platform& platform : catalog.platforms) {
    if (platform.regions.empty()) result.platform = &platform;
  }
  if (redirects.empty()) return result;
  for (const Platform& platform : catalog.platforms) {
    const bool all = std::all_of(redirects.begin(), redirects.end(),
                                 [&](std::string_view url) { return is_meant(url, platform); });
    if (!all) continue;
    result.platform = &platform;
    for (const std::string_view redirect : redirects) {
      const Region* region = nearest_region(redirect, platform);
      const auto& known = result.regions;
      if (std::find(known.begin(), known.end(), region) == known.end()) {
        result.regions.push_back(region);
      }
    }
    break;
  }
  return result;
}

}  // namespace zoomc
