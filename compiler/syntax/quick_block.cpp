// The half of the quick reader for collections that indentation holds together.
#include "syntax/characters.h"
#include "syntax/limits.h"
#include "syntax/quick_reader.h"

namespace zoomc::syntax {

bool QuickReader::block_node(std::uint32_t indent, bool may_open, Node& out) {
  if (is_flow_start(text_[at_])) return flow_collection(indent, out) && finish_line();
  if (is_block_text_start(text_[at_])) return block_text(indent, out);
  if (at_item()) return may_open && block_sequence(out);
  if (!line_scalar(false, out)) return false;
  const bool plain = out.style == ScalarStyle::plain;
  if (at_colon()) return may_open && block_mapping(out);
  return (!plain || more_lines(indent, out)) && finish_line();
}

bool QuickReader::block_mapping(Node& out) {
  if (++depth_ > kMaxNesting || !is_name(out)) return false;
  const std::uint32_t begin = out.span.begin;
  const std::uint32_t column = begin - line_start_;
  Node first = std::move(out);
  out = Node{.kind = NodeKind::mapping};
  out.members.reserve(kUsualMembers);
  Member* member = &out.members.emplace_back();
  member->key = std::move(first);
  while (true) {
    ++at_;
    if (!block_value(column, true, member->value)) return false;
    if (at_end() || this->column() != column) break;
    member = &out.members.emplace_back();
    if (!key(false, member->key)) return false;
  }
  out.span = {begin, member->value.span.end};
  --depth_;
  return !has_duplicate_key(out.members);
}

bool QuickReader::block_sequence(Node& out) {
  if (++depth_ > kMaxNesting) return false;
  const std::uint32_t begin = at_;
  const std::uint32_t column = this->column();
  out.kind = NodeKind::sequence;
  while (!at_end() && this->column() == column && at_item()) {
    ++at_;
    if (!block_value(column, false, out.items.emplace_back())) return false;
  }
  out.span = {begin, out.items.back().span.end};
  --depth_;
  return true;
}

bool QuickReader::block_value(std::uint32_t column, bool of_key, Node& out) {
  const std::uint32_t behind = at_;
  const bool new_line = skip_space();
  if (!new_line && !at_end()) {
    if (is_name_start(text_[at_])) return named_block_value(column, of_key, out);
    return block_node(column + 1, !of_key, out);
  }
  if (is_below(column, of_key)) return block_node(column + 1, true, out);
  out.missing = true;
  out.span = {behind, behind};
  return true;
}

bool QuickReader::is_below(std::uint32_t column, bool of_key) const {
  // Below a key, a sequence may stand as far left as the key.
  const std::uint32_t least = column + (of_key && at_item() ? 0 : 1);
  return !at_end() && this->column() >= least;
}

}  // namespace zoomc::syntax
