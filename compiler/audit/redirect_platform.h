#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace zoomc {

// Who receives redirects, and in which regions; `platform` is null only when the catalog has no
// platform without regions.
struct RedirectPlatform {
  const Platform* platform = nullptr;
  std::vector<const Region*> regions;
};

// The platform that all of these redirects were meant for: each is a region's URL to the letter, is
// on a host below the platform's domain, or becomes a region's by undoing a slip of the pen or two.
// Else the platform without regions.
RedirectPlatform platform_of(const Catalog& catalog, std::span<const std::string_view> redirects);

}  // namespace zoomc
