#include "lint/lines_behind.h"

#include <algorithm>
#include <string>

namespace zoomc {
namespace {

class BlockSearch {
 public:
  BlockSearch(const SourceFile& file, std::size_t place) : file_(file), place_(place) {}

  BlockBefore find(const Node& root) {
    const Node* node = &root;
    while (node != nullptr && !node->alias && !node->is_scalar()) {
      node = node->is_sequence() ? last_item(*node) : last_value(*node);
    }
    if (node != nullptr) note(*node);
    return found_;
  }

 private:
  bool begins_before(const Node& node) const { return node.span.begin < place_; }

  const Node* last_item(const Node& list) {
    const Node* last = nullptr;
    for (const Node& item : list.items) {
      if (!begins_before(item)) break;
      note(item);
      last = &item;
    }
    return last;
  }

  // Null where a key is the last thing.
  const Node* last_value(const Node& mapping) const {
    const auto after =
        std::partition_point(mapping.members.begin(), mapping.members.end(),
                             [this](const Member& member) { return begins_before(member.key); });
    if (after == mapping.members.begin()) return nullptr;
    const Node& last = std::prev(after)->value;
    return begins_before(last) ? &last : nullptr;
  }

  void note(const Node& node) {
    const bool is_block = node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
    if (!is_block || node.alias) return;
    const std::string_view written = file_.slice(node.span);
    const std::string_view header = written.substr(0, written.find_first_of(" #\r\n"));
    const bool is_open = header.find('+') != std::string_view::npos;
    found_ = std::max(found_, is_open ? BlockBefore::open : BlockBefore::closed);
  }

  const SourceFile& file_;
  std::size_t place_;
  BlockBefore found_ = BlockBefore::none;
};

}  // namespace

BlockBefore block_before(const SourceFile& file, const Document& document, std::size_t place) {
  return BlockSearch(file, place).find(document.root);
}

std::vector<Edit> bring_lines_to(std::string_view text, std::size_t line, std::size_t column) {
  std::vector<Edit> edits;
  while (line < text.size()) {
    const std::size_t first = std::min(text.find_first_not_of(" \t", line), text.size());
    const bool is_blank = first == text.size() || text[first] == '\n' || text[first] == '\r';
    if (!is_blank && text[first] != '#') break;
    const std::size_t wanted = is_blank ? 0 : column;
    if (first - line > wanted) {
      edits.push_back({{static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(first)},
                       std::string(wanted, ' ')});
    }
    if (!is_blank) break;
    const std::size_t end = std::min(text.find_first_of("\r\n", first), text.size());
    line = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  return edits;
}

}  // namespace zoomc
