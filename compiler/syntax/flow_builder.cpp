// The flow half of the tree builder: collections in brackets.
#include "diagnostics/codes.h"
#include "syntax/characters.h"
#include "syntax/members.h"
#include "syntax/tree_builder.h"
#include "text/quote.h"

namespace zoomc::syntax {
namespace {

// `{key:value}` is one long key to YAML, and never meant that way; `{https://x.example}` may be.
bool is_pair_without_space(const Node& key) {
  const std::size_t colon = key.text.find(':');
  return key.is_scalar() && key.style == ScalarStyle::plain && !key.alias &&
         colon != std::string::npos && colon > 0 && key.text.compare(colon, 2, ":/") != 0;
}

}  // namespace

// A mapping that begins with `{` is a single pair of a flow sequence, or a block mapping, if its
// first key is what begins with the `{`.
bool TreeBuilder::is_flow_pair(const ParserEvent& event) const {
  if (next_event_ + 1 >= log_.events.size()) return false;
  const ParserEvent& key = log_.events[next_event_ + 1];
  return key.kind == EventKind::mapping_start && key.place == event.place;
}

bool TreeBuilder::flow_collection(FrameKind kind, const Place& place, Node& out) {
  const std::uint32_t begin = cursor_.at();
  open(kind);
  const bool mapping = kind == FrameKind::flow_mapping;
  out.kind = mapping ? NodeKind::mapping : NodeKind::sequence;
  out.flow = true;
  cursor_.take(1);
  ++next_event_;
  const Place inside{.indent = place.indent, .flow = true, .expected = Expected::flow_item};
  if (!flow_space(inside) || !flow_entries(inside, out)) return false;
  if (cursor_.peek() != (mapping ? '}' : ']')) return stop(Expected::flow_separator);
  cursor_.take(1);
  ++next_event_;
  out.span = {begin, cursor_.at()};
  close();
  token(TokenKind::flow, out.span);
  return true;
}

bool TreeBuilder::flow_entries(const Place& place, Node& out) {
  Members members(out.members, sink_, reported_keys_);
  const EventKind end = out.is_mapping() ? EventKind::mapping_end : EventKind::sequence_end;
  while (!at_event(end)) {
    if (cursor_.peek() == ',' || is_flow_end(cursor_.peek())) return stop(Expected::flow_item);
    if (out.is_mapping()) {
      Member member;
      if (!flow_member(place, member)) return false;
      members.add(std::move(member));
    } else {
      Place item = place;
      item.behind = cursor_.last_end();
      if (!node(item, out.items.emplace_back())) return false;
    }
    if (!flow_space(place)) return false;
    if (is_flow_end(cursor_.peek()) && at_event(end)) return true;
    if (cursor_.peek() != ',') return stop(Expected::flow_separator);
    indicator();
    if (!flow_space(place)) return false;
  }
  return true;
}

bool TreeBuilder::flow_pair(const Place& place, Node& out) {
  // An anchor or tag before a `?` would belong to the pair, which cannot have one.
  if (peek()->anchor != 0 || peek()->tag_kind != TagKind::none) return stop(place.expected);
  const std::uint32_t begin = cursor_.at();
  open(FrameKind::flow_mapping);
  open_.back().begin = open_.size() > 1 ? open_[open_.size() - 2].begin : begin;
  ++next_event_;
  out.kind = NodeKind::mapping;
  out.flow = true;
  if (!flow_member(place, out.members.emplace_back())) return false;
  if (!at_event(EventKind::mapping_end)) return stop(Expected::flow_separator);
  ++next_event_;
  out.span = {begin, cursor_.last_end()};
  close();
  return true;
}

bool TreeBuilder::flow_member(const Place& place, Member& out) {
  if (cursor_.at_indicator('?')) {
    indicator();
    out.is_key_explicit = true;
    if (!flow_space(place)) return false;
  }
  if (cursor_.peek() == ':' && at_event(EventKind::null)) {
    return stop(finding(syntax_codes::kYamlSyntax, {cursor_.at(), cursor_.at() + 1},
                        "no key before this `:`; write the key, or put text that starts with `:` "
                        "in quotes"));
  }
  // Text that the library does not take for a key: that it does only before a `:` on its line.
  if (at_event(EventKind::null) && peek()->anchor == 0 && is_missing(*peek(), place) &&
      !is_flow_end(cursor_.peek())) {
    return stop(Expected::flow_item);
  }
  Place key = place;
  key.behind = cursor_.last_end();
  if (!node(key, out.key)) return false;
  open_.back().key = out.key.span;
  if (!flow_space(place) || !flow_value(place, out)) return false;
  return named_key(out.key);
}

bool TreeBuilder::flow_value(const Place& place, Member& out) {
  if (cursor_.peek() == ':') {
    indicator();
    Place value = place;
    value.behind = cursor_.last_end();
    value.expected = Expected::value;
    return node(value, out.value);
  }
  if (!at_event(EventKind::null)) return stop(Expected::flow_separator);
  if (is_pair_without_space(out.key)) return stop(Expected::colon);
  ++next_event_;
  out.value.missing = true;
  out.value.span = {out.key.span.end, out.key.span.end};
  return true;
}

bool TreeBuilder::flow_space(const Place& place) {
  if (!cursor_.skip_space() || cursor_.at_end()) return true;
  // A closing bracket may stand as far left as the key of its collection.
  const bool closing = is_flow_end(cursor_.peek());
  const std::uint32_t indent = place.indent - (closing && place.indent > 0 ? 1 : 0);
  if (auto line = check_indented(cursor_.text(), cursor_.line_start(), indent); !line) {
    return stop(line.error());
  }
  return true;
}

}  // namespace zoomc::syntax
