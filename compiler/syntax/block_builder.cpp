// The block half of the tree builder: collections that indentation holds together.
#include "diagnostics/codes.h"
#include "syntax/characters.h"
#include "syntax/members.h"
#include "syntax/tree_builder.h"

namespace zoomc::syntax {

bool TreeBuilder::block_collection(FrameKind kind, const Place& place, Node& out) {
  if (place.flow) return stop(place.expected);
  if (const auto tab = cursor_.tab_before()) return stop(Slip{SlipKind::tab_in_indentation, *tab});
  ++next_event_;
  const std::uint32_t begin = cursor_.at();
  open(kind);
  const bool mapping = kind == FrameKind::block_mapping;
  out.kind = mapping ? NodeKind::mapping : NodeKind::sequence;
  if (!(mapping ? block_members(out) : block_items(out))) return false;
  out.span = {begin, cursor_.last_end()};
  close();
  ++next_event_;
  return true;
}

bool TreeBuilder::block_items(Node& out) {
  const std::uint32_t column = open_.back().column;
  while (!at_event(EventKind::sequence_end)) {
    cursor_.skip_space();
    if (cursor_.column() != column || !cursor_.at_indicator('-')) return stop(Expected::item);
    indicator();
    const Place place{
        .indent = column + 1, .sequence_indent = column + 1, .behind = cursor_.last_end()};
    if (!node(place, out.items.emplace_back())) return false;
  }
  return true;
}

bool TreeBuilder::block_members(Node& out) {
  const std::uint32_t column = open_.back().column;
  Members members(out.members, sink_, reported_keys_);
  while (!at_event(EventKind::mapping_end)) {
    cursor_.skip_space();
    const bool entry = cursor_.column() == column && !cursor_.at_end() &&
                       !cursor_.at_indicator('-') && !cursor_.at_marker("...");
    if (!entry) return stop(Expected::key);
    Member member;
    if (!block_member(member)) return false;
    members.add(std::move(member));
  }
  return true;
}

bool TreeBuilder::block_member(Member& out) {
  const std::uint32_t column = open_.back().column;
  if (cursor_.at_indicator('?')) return explicit_key(column, out);
  if (cursor_.at_indicator(':') && at_event(EventKind::null)) {
    return stop(finding(syntax_codes::kYamlSyntax, {cursor_.at(), cursor_.at() + 1},
                        "no key before this `:`; write the key, or put text that starts with `:` "
                        "in quotes"));
  }
  return implicit_key(column, out) && block_value(column, out.value);
}

bool TreeBuilder::explicit_key(std::uint32_t column, Member& out) {
  indicator();
  out.is_key_explicit = true;
  const Place place{.indent = column + 1, .sequence_indent = column, .behind = cursor_.last_end()};
  if (!node(place, out.key) || !named_key(out.key)) return false;
  open_.back().key = out.key.span;
  const std::uint32_t key_end = cursor_.last_end();
  cursor_.skip_space();
  if (cursor_.column() == column && cursor_.at_indicator(':')) {
    indicator();
    return block_value(column, out.value);
  }
  if (!at_event(EventKind::null)) return stop(Expected::key);
  ++next_event_;
  out.value.missing = true;
  out.value.span = {key_end, key_end};
  return true;
}

bool TreeBuilder::implicit_key(std::uint32_t column, Member& out) {
  const Place place{.indent = column,
                    .sequence_indent = column,
                    .behind = cursor_.at(),
                    .expected = Expected::key};
  const std::uint32_t line = cursor_.line_start();
  if (!node(place, out.key)) return false;
  open_.back().key = out.key.span;
  cursor_.skip_blanks();
  if (cursor_.line_start() != line || !cursor_.at_indicator(':')) return stop(Expected::colon);
  if (!named_key(out.key)) return false;
  indicator();
  return true;
}

bool TreeBuilder::block_value(std::uint32_t column, Node& out) {
  const Place place{.indent = column + 1, .sequence_indent = column, .behind = cursor_.last_end()};
  return node(place, out);
}

}  // namespace zoomc::syntax
