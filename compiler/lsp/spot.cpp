#include "lsp/spot.h"

#include <algorithm>

namespace zoomc::lsp {
namespace {

bool holds(Span span, std::uint32_t offset) {
  return span.begin <= offset && offset <= span.end;
}

// Steps from a collection to the one below it that holds `offset`.
class Descent {
 public:
  explicit Descent(std::uint32_t offset) : offset_(offset) {}

  Spot run(const Node& root) {
    const Node* node = &root;
    while (node != nullptr && !node->alias && !node->is_scalar()) {
      node = node->is_mapping() ? into_mapping(*node) : into_sequence(*node);
    }
    const bool is_word = node != nullptr && node->is_scalar() && !node->alias && !node->missing;
    if (is_word) take(is_entry_ ? Role::item : Role::value, *node);
    return std::move(spot_);
  }

 private:
  void take(Role role, const Node& scalar) {
    spot_.role = role;
    spot_.text = scalar.text;
    spot_.span = scalar.span;
    if (role == Role::item) spot_.path.pop_back();
  }

  const Node* into_mapping(const Node& mapping) {
    for (const Member& member : mapping.members) {
      if (holds(member.key.span, offset_) && member.key.is_scalar()) {
        take(Role::key, member.key);
        return nullptr;
      }
      if (!holds(member.value.span, offset_)) continue;
      spot_.path.push_back(member.key.text);
      is_entry_ = false;
      return &member.value;
    }
    return nullptr;
  }

  const Node* into_sequence(const Node& sequence) {
    const auto item = std::find_if(sequence.items.begin(), sequence.items.end(),
                                   [this](const Node& one) { return holds(one.span, offset_); });
    if (item == sequence.items.end()) return nullptr;
    spot_.path.emplace_back(kEntry);
    is_entry_ = true;
    return &*item;
  }

  std::uint32_t offset_;
  bool is_entry_ = false;
  Spot spot_;
};

}  // namespace

Spot find_spot(const Node& root, std::uint32_t offset) {
  return Descent(offset).run(root);
}

Spot to_spot(const Cursor& cursor, std::string_view text) {
  const std::string_view word = text.substr(cursor.word.begin, cursor.word.size());
  if (word.empty()) return {};
  return {cursor.role, cursor.path, std::string(word), cursor.word};
}

}  // namespace zoomc::lsp
