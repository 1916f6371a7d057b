#include "lint/list_edit.h"

#include <algorithm>
#include <string>

namespace zoomc {
namespace {

// The indentation and dash of a block sequence's items. In `- - a` other markup stands before the
// first; what counts is the column.
std::string block_lead(const SourceFile& file, const Node& sequence) {
  const std::size_t dash = sequence.span.begin;
  const std::size_t before =
      dash == 0 ? std::string::npos : file.text.find_last_of("\r\n", dash - 1);
  const std::size_t line = before == std::string::npos ? 0 : before + 1;
  return std::string(dash - line, ' ') + "- ";
}

// Whether the last item of a sequence in brackets is written. One that is not may have an anchor or
// tag, which the tree does not show.
bool has_last_value(const Node& sequence) {
  return !sequence.items.empty() && !sequence.items.back().missing;
}

// Whether what is added to a sequence in brackets has an item right before it.
bool needs_comma(const SourceFile& file, const Node& sequence) {
  if (sequence.items.empty() || has_last_value(sequence)) return !sequence.items.empty();
  const std::string_view before = std::string_view(file.text).substr(0, sequence.span.end - 1);
  return before[before.find_last_not_of(" \t\r\n")] != ',';
}

Span span_of(const Node& node) {
  return node.span;
}
Span span_of(const Member& member) {
  return member.value.span;
}
const Node& value_of(const Node& node) {
  return node;
}
const Node& value_of(const Member& member) {
  return member.value;
}

// The child that holds `place`. Children stand in file order.
template <class Children>
const Node* child_around(const Children& children, Span place) {
  const auto after = std::upper_bound(
      children.begin(), children.end(), place.begin,
      [](std::uint32_t begin, const auto& child) { return begin < span_of(child).begin; });
  if (after == children.begin()) return nullptr;
  const Node& child = value_of(*std::prev(after));
  return child.span.contains(place) ? &child : nullptr;
}

}  // namespace

bool would_gain_line_break(const SourceFile& file, const Node& value) {
  const Node* last = &value;
  while (!last->is_scalar() && !last->alias && !last->flow) {
    if (last->items.empty() && last->members.empty()) return false;
    last = last->is_sequence() ? &last->items.back() : &last->members.back().value;
  }
  const bool is_block = last->style == ScalarStyle::literal || last->style == ScalarStyle::folded;
  if (!is_block || last->alias || last->span.end != file.text.size()) return false;
  const std::string_view written = file.slice(last->span);
  return written.substr(0, written.find_first_of(" #\r\n")).find('-') == std::string_view::npos;
}

std::optional<Edit> append_items(const SourceFile& file, const Node& sequence,
                                 const std::vector<std::string>& items) {
  std::string text;
  if (sequence.flow) {
    const bool follows = needs_comma(file, sequence);
    for (const std::string& item : items) text += (text.empty() && !follows ? "" : ", ") + item;
    const std::uint32_t end =
        has_last_value(sequence) ? sequence.items.back().span.end : sequence.span.end - 1;
    return Edit{{end, end}, std::move(text)};
  }
  const Node& last = sequence.items.back();
  if (would_gain_line_break(file, last)) return std::nullopt;
  const std::size_t line_end =
      std::min(file.text.find_first_of("\r\n", last.span.end), file.text.size());
  const bool crlf = file.text.compare(line_end, 2, "\r\n") == 0;
  for (const std::string& item : items) {
    text += (crlf ? "\r\n" : "\n") + block_lead(file, sequence) + item;
  }
  const auto end = static_cast<std::uint32_t>(line_end);
  return Edit{{end, end}, std::move(text)};
}

const Node* find_path(const Node& root, std::initializer_list<std::string_view> keys) {
  const Node* node = &root;
  for (const std::string_view key : keys) {
    const Member* member = node->find(key);
    if (member == nullptr) return nullptr;
    node = &member->value;
  }
  return node;
}

const Node* find_own_list(const Node& root, std::initializer_list<std::string_view> keys) {
  const Node* node = &root;
  for (const std::string_view key : keys) {
    const Member* member = node->alias ? nullptr : node->find(key);
    if (member == nullptr) return nullptr;
    node = &member->value;
  }
  return node->is_sequence() && !node->alias ? node : nullptr;
}

const Node* find_list_of(const Node& root, Span item) {
  const Node* list = nullptr;
  const Node* node = &root;
  while (node != nullptr && !node->alias) {
    const Node* child =
        node->is_sequence() ? child_around(node->items, item) : child_around(node->members, item);
    if (child != nullptr && child->span == item && node->is_sequence()) list = node;
    node = child;
  }
  return list;
}

}  // namespace zoomc
