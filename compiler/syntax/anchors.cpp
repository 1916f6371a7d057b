#include "syntax/anchors.h"

#include <algorithm>

#include "source/file_system.h"
#include "syntax/parse.h"

namespace zoomc::syntax {

Weight weigh(const Node& node) {
  Weight total{.nodes = 1, .bytes = node.text.size() + node.tag.size()};
  const auto add = [&total](const Node& child) {
    if (total.nodes > kMaxAliasNodes) return;
    const Weight weight = weigh(child);
    total.nodes += weight.nodes;
    total.bytes += weight.bytes;
    total.height = std::max(total.height, weight.height);
  };
  for (const Node& item : node.items) add(item);
  for (const Member& member : node.members) {
    add(member.key);
    add(member.value);
  }
  if (!node.is_scalar()) ++total.height;
  return total;
}

bool Copies::add(const Weight& weight, std::size_t times) {
  nodes_ += weight.nodes * times;
  bytes_ += weight.bytes * times;
  return nodes_ <= kMaxAliasNodes && bytes_ <= kMaxFileBytes;
}

void copy_named(const Node& named, Node& out) {
  const Span span = out.span;
  out = named;
  out.span = span;
  out.alias = true;
  out.named = named.span;
  out.missing = false;
}

void Anchors::define(std::uint32_t id, const Node& node) {
  const std::size_t uses = id < alias_counts_.size() ? alias_counts_[id] : 0;
  if (uses == 0) return;
  const Weight weight = weigh(node);
  Kept& kept = kept_[id];
  kept.height = weight.height;
  kept.too_heavy = !copies_.add(weight, uses);
  if (!kept.too_heavy) kept.node = node;
}

AliasAnswer Anchors::copy(std::uint32_t id, std::size_t depth, Node& out) const {
  const auto found = kept_.find(id);
  if (found == kept_.end()) return AliasAnswer::inside_itself;
  if (found->second.too_heavy) return AliasAnswer::too_many;
  if (depth + found->second.height > kMaxNesting) return AliasAnswer::too_deep;
  copy_named(found->second.node, out);
  return AliasAnswer::copied;
}

}  // namespace zoomc::syntax
