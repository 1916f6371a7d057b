#include "syntax/quick_anchors.h"

#include "syntax/limits.h"

namespace zoomc::syntax {

bool QuickAnchors::begin(std::string_view name) {
  Kept& kept = kept_[name];
  if (!kept.complete) return false;
  kept.complete = false;
  return true;
}

bool QuickAnchors::define(std::string_view name, const Node& node) {
  Kept& kept = kept_[name];
  kept.weight = weigh(node);
  kept.complete = true;
  // First, so that what is nested in many anchors is not copied for each of them.
  if (!copies_.add(kept.weight, 1)) return false;
  kept.node = node;
  return true;
}

bool QuickAnchors::copy(std::string_view name, std::size_t depth, Node& out) {
  const auto found = kept_.find(name);
  if (found == kept_.end() || !found->second.complete) return false;
  const Kept& kept = found->second;
  if (depth + kept.weight.height > kMaxNesting || !copies_.add(kept.weight, 1)) return false;
  copy_named(kept.node, out);
  return true;
}

}  // namespace zoomc::syntax
