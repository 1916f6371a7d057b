#include "lsp/definition.h"

#include <string_view>

#include "lsp/in_app.h"
#include "lsp/spot.h"
#include "lsp/topic.h"

namespace zoomc::lsp {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// The properties that stand before a value: its anchor's name with `&`, if it has one.
Span anchor_before(std::string_view text, std::uint32_t value) {
  std::size_t end = value;
  for (int property = 0; property < 2; ++property) {
    const std::size_t last = text.substr(0, end).find_last_not_of(kBlanks);
    if (last == std::string_view::npos) break;
    const std::size_t begin = text.substr(0, last + 1).find_last_of(kBlanks) + 1;
    if (text[begin] == '&') {
      return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
    }
    if (text[begin] != '!') break;
    end = begin;
  }
  return {};
}

// Goes through a file in its order.
class AnchorSearch {
 public:
  AnchorSearch(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  // The alias that holds `offset`; null when there is none.
  const Node* find_alias(const Node& node) const {
    if (node.alias) {
      const bool here = node.span.begin <= offset_ && offset_ <= node.span.end;
      return here ? &node : nullptr;
    }
    for (const Node& item : node.items) {
      if (const Node* found = find_alias(item)) return found;
    }
    for (const Member& member : node.members) {
      if (const Node* found = find_alias(member.key)) return found;
      if (const Node* found = find_alias(member.value)) return found;
    }
    return nullptr;
  }

  // The last anchor of that name before the alias: an anchor may be given again.
  void find_anchor(const Node& node, std::string_view name, std::uint32_t before, Span& anchor) {
    if (node.alias || node.span.begin >= before) return;
    if (!node.missing) {
      const Span span = anchor_before(text_, node.span.begin);
      const bool is_it = !span.empty() && text_.substr(span.begin + 1, span.size() - 1) == name;
      if (is_it && span.begin >= anchor.begin) anchor = span;
    }
    for (const Node& item : node.items) find_anchor(item, name, before, anchor);
    for (const Member& member : node.members) {
      find_anchor(member.key, name, before, anchor);
      find_anchor(member.value, name, before, anchor);
    }
  }

 private:
  std::string_view text_;
  std::uint32_t offset_;
};

}  // namespace

std::vector<Definition> find_definitions(const Checked& checked, std::uint32_t offset) {
  const Analysis& made = *checked.analysis;
  const std::string_view text = made.file.text;
  AnchorSearch search(text, offset);
  if (const Node* alias = search.find_alias(made.document.root)) {
    const std::string_view name = text.substr(alias->span.begin + 1, alias->span.size() - 1);
    Span anchor;
    search.find_anchor(made.document.root, name, alias->span.begin, anchor);
    if (anchor.empty()) return {};
    return {{alias->span, anchor}};
  }
  const Spot spot = find_spot(made.document.root, offset);
  const bool is_name = topic_kind(spot.path, spot.role == Role::key) == TopicKind::any;
  if (spot.role == Role::none || !is_name || !checked.is_app) return {};
  std::vector<Definition> found;
  for (const Span target : places_of_key(made.resolved, spot.text)) {
    found.push_back({spot.span, target});
  }
  return found;
}

}  // namespace zoomc::lsp
