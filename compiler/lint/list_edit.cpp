#include "lint/list_edit.h"

#include <algorithm>
#include <string>

namespace zoomc {
namespace {

// What stands before the item's `-` on its line, the `- ` included.
std::string block_lead(const SourceFile& file, const Node& item) {
  const std::string_view text = file.text;
  const std::size_t dash = text.rfind('-', item.span.begin == 0 ? 0 : item.span.begin - 1);
  const std::size_t before = text.find_last_of("\r\n", dash);
  const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
  std::string lead(text.substr(line, dash - line));
  // In `- - a` or `key: - a` other markup stands there; what counts is the column.
  std::replace_if(
      lead.begin(), lead.end(), [](char c) { return c != ' '; }, ' ');
  return lead + "- ";
}

}  // namespace

Edit append_items(const SourceFile& file, const Node& sequence,
                  const std::vector<std::string>& items) {
  std::string text;
  if (sequence.flow) {
    for (const std::string& item : items) {
      text += (text.empty() && sequence.items.empty() ? "" : ", ") + item;
    }
    const std::uint32_t end =
        sequence.items.empty() ? sequence.span.end - 1 : sequence.items.back().span.end;
    return {{end, end}, std::move(text)};
  }
  const Node& last = sequence.items.back();
  const std::size_t line_end =
      std::min(file.text.find_first_of("\r\n", last.span.end), file.text.size());
  const bool crlf = file.text.compare(line_end, 2, "\r\n") == 0;
  for (const std::string& item : items) {
    text += (crlf ? "\r\n" : "\n") + block_lead(file, last) + item;
  }
  const auto end = static_cast<std::uint32_t>(line_end);
  return {{end, end}, std::move(text)};
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

}  // namespace zoomc
