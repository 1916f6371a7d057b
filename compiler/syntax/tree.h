#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::syntax {

enum class NodeKind : std::uint8_t { scalar, sequence, mapping };
enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

struct Member;

// A located YAML value. `span` covers the value as written: quotes, brackets and a block scalar's
// header included; anchor, tag and the line break after it not. A block collection's span runs from
// its first key or `-` to the end of its last value.
struct Node {
  NodeKind kind = NodeKind::scalar;
  ScalarStyle style = ScalarStyle::plain;
  // Nothing is written: `key:`. A plain scalar with empty text; the span is empty and sits right
  // behind the `:` or `-` (behind the key where even that is missing).
  bool missing = false;
  // True for `*name`. The content is a copy of what the anchor names (never `missing`); `span`
  // is the alias's own, the spans below it are the anchor's.
  bool alias = false;
  // For an alias: the place of the value that it names.
  Span named;
  // Flow collections: `[a, b]`, `{a: b}`.
  bool flow = false;
  Span span;
  // The tag in its short form (`!!str`, however it is written; `!`), empty without one. One of the
  // few that there are: the bytes are a constant.
  std::string_view tag;
  // A scalar's value, escapes and folding done.
  std::string text;
  // A sequence's items; a mapping's members in file order, without the later ones of a key
  // that occurs twice. Keys are scalars; a merge key is one, `<<`, and refused.
  std::vector<Node> items;
  std::vector<Member> members;

  bool is_scalar() const { return kind == NodeKind::scalar; }
  bool is_sequence() const { return kind == NodeKind::sequence; }
  bool is_mapping() const { return kind == NodeKind::mapping; }
  // The member named `key`, or null.
  const Member* find(std::string_view key) const;
};

struct Member {
  Node key;
  Node value;
  // The key is written with a `?` before it, its value behind a `:` on another line.
  bool is_key_explicit = false;
};

inline const Member* Node::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key.text == key) return &member;
  }
  return nullptr;
}

// From `#` to the end of the line, the line break not included.
struct Comment {
  Span span;
};

// One parsed file. Comments are in file order.
struct [[nodiscard]] Document {
  Node root;
  std::vector<Comment> comments;
};

}  // namespace zoomc::syntax
