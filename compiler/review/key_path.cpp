#include "review/key_path.h"

#include <algorithm>

#include "source/span.h"

namespace zoomc {
namespace {

bool holds(Span span, std::uint32_t offset) {
  return span.begin <= offset && offset <= span.end;
}

// What stands in a list or mapping is in the order of the file.
template <class Range, class SpanOf>
auto find_at(const Range& range, std::uint32_t offset, SpanOf span_of) {
  const auto found = std::partition_point(range.begin(), range.end(), [&](const auto& element) {
    return span_of(element).end < offset;
  });
  return found != range.end() && holds(span_of(*found), offset) ? &*found : nullptr;
}

const Node* find_item(const Node& list, std::uint32_t offset) {
  return find_at(list.items, offset, [](const Node& item) { return item.span; });
}

const Member* find_member(const Node& mapping, std::uint32_t offset) {
  return find_at(mapping.members, offset, [](const Member& member) {
    return Span::cover(member.key.span, member.value.span);
  });
}

}  // namespace

std::string key_path_at(const Node& root, std::uint32_t offset) {
  std::string path;
  const Node* node = &root;
  // What an alias stands for is elsewhere in the file.
  while (node != nullptr && !node->alias) {
    if (node->is_sequence()) {
      node = find_item(*node, offset);
      continue;
    }
    const Member* member = node->is_mapping() ? find_member(*node, offset) : nullptr;
    if (member == nullptr) break;
    if (!path.empty()) path += '.';
    path += member->key.text;
    node = &member->value;
  }
  return path;
}

}  // namespace zoomc
