#pragma once
#include <cstdint>

#include "manifest/compare.h"

namespace zoomc {

// Who has to authorise the app again; the later the more of them.
enum class Reauthorization : std::uint8_t { nobody, who_declined, everyone };

// What an update of a published app costs. Source: facts, "Review": every update has a functional
// review; scopes added, a security review too and everyone re-authorises; scopes removed,
// functional only.
struct ChangeCost {
  bool functional_review = false;
  bool security_review = false;
  Reauthorization reauthorization = Reauthorization::nobody;

  bool operator==(const ChangeCost&) const = default;
};

ChangeCost cost_of(const ManifestChange& change);
// What both cost together.
ChangeCost operator+(const ChangeCost& a, const ChangeCost& b);

}  // namespace zoomc
