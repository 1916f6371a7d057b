#include "review/change_cost.h"

#include <algorithm>

namespace zoomc {

ChangeCost cost_of(const ManifestChange& change) {
  ChangeCost cost{.functional_review = true};
  if (change.part == ManifestPart::scope && change.kind == ChangeKind::added) {
    cost.security_review = true;
    cost.reauthorization = Reauthorization::everyone;
  }
  // Tokens of the other usage reach other data, by scopes of another level.
  if (change.part == ManifestPart::usage) cost.reauthorization = Reauthorization::everyone;
  // The app's scopes stay the same, so there is nothing new to secure; but who had declined one has
  // a token without it.
  if (change.part == ManifestPart::scope_optional && change.after == "required") {
    cost.reauthorization = Reauthorization::who_declined;
  }
  return cost;
}

ChangeCost operator+(const ChangeCost& a, const ChangeCost& b) {
  return {.functional_review = a.functional_review || b.functional_review,
          .security_review = a.security_review || b.security_review,
          .reauthorization = std::max(a.reauthorization, b.reauthorization)};
}

}  // namespace zoomc
