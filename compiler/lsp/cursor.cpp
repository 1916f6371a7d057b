#include "lsp/cursor.h"

#include <algorithm>

#include "lsp/yaml_scan.h"

namespace zoomc::lsp {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// How far behind the cursor the other entries of a collection are looked for.
constexpr std::size_t kMaxAhead = 65'536;

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

Path path_of(const std::vector<OpenCollection>& open) {
  Path path;
  for (const OpenCollection& one : open) {
    path.push_back(one.is_mapping ? one.key : std::string(kEntry));
  }
  return path;
}

std::string_view without_quotes(std::string_view text) {
  const bool is_quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                         text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// The entries of a flow collection from `at` to its end, without the one that `at` is in.
void add_flow_entries_ahead(std::string_view text, std::size_t at,
                            std::vector<std::string>& names) {
  std::size_t depth = 0;
  bool in_name = false;
  text = text.substr(0, std::min(text.size(), at + kMaxAhead));
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth-- == 0) return;
    if (depth > 0) continue;
    if (c == ',') {
      in_name = true;
    } else if (in_name && c != ' ' && c != '\n' && c != '\r') {
      const std::size_t end = std::max(plain_end(text, at, true), at + 1);
      names.emplace_back(without_quotes(text.substr(at, end - at)));
      at = end - 1;
      in_name = false;
    }
  }
}

// The keys, or the items, at `column` on the lines behind that of `at`.
void add_block_entries_ahead(std::string_view text, std::size_t at, std::size_t column,
                             bool is_mapping, std::vector<std::string>& names) {
  text = text.substr(0, std::min(text.size(), at + kMaxAhead));
  for (at = text.find('\n', at); at < text.size(); at = text.find('\n', at)) {
    const std::size_t first = text.find_first_not_of(' ', ++at);
    if (first == kNone) return;
    if (text[first] == '\n' || text[first] == '\r' || text[first] == '#') continue;
    if (first - at < column) return;
    if (first - at > column) continue;
    const bool is_item = text.substr(first, 2) == "- ";
    if (is_mapping) {
      const KeySpan key = find_key_at(text, first);
      if (key.colon != kNone) names.emplace_back(text.substr(key.name.begin, key.name.size()));
    } else if (is_item) {
      const std::size_t item = text.find_first_not_of(' ', first + 1);
      if (item == kNone) return;
      const std::size_t end = plain_end(text, item, false);
      names.emplace_back(without_quotes(text.substr(item, end - item)));
    } else {
      return;
    }
  }
}

class CursorFinder {
 public:
  CursorFinder(std::string_view text, std::uint32_t offset)
      : text_(text), offset_(offset), scan_(scan_yaml(text.substr(0, offset))) {}

  Cursor find() {
    cursor_.quoted = scan_.quoted;
    cursor_.flow = scan_.tail == Tail::flow;
    cursor_.lacks_blank = scan_.ends_with_colon;
    switch (scan_.tail) {
      case Tail::nowhere: return {};
      case Tail::comment: find_comment(); break;
      case Tail::line_start: find_key_of_block(); break;
      case Tail::item:
      case Tail::value: find_in_block(); break;
      case Tail::flow: find_in_flow(); break;
    }
    return std::move(cursor_);
  }

 private:
  void find_comment() {
    cursor_.role = Role::comment;
    cursor_.word = word_to(line_end(text_, scan_.word));
  }

  Span word_to(std::size_t end) const {
    return {static_cast<std::uint32_t>(scan_.word),
            static_cast<std::uint32_t>(std::max<std::size_t>(end, offset_))};
  }

  std::size_t word_end() const {
    if (!scan_.quoted) return plain_end(text_, scan_.word, cursor_.flow);
    const std::size_t line = line_end(text_, offset_);
    const char quote = text_[scan_.word - 1];
    return std::min(std::min(text_.find(quote, offset_), text_.size()), line);
  }

  // The first word of a line may become a key of the mapping that has this column, or the first of
  // one below the last key.
  void find_key_of_block() {
    const std::size_t first = scan_.word - (scan_.quoted ? 1 : 0);
    const std::size_t begin = text_.substr(0, first).rfind('\n') + 1;
    const int column = static_cast<int>(first - begin);
    std::vector<OpenCollection>& open = scan_.open;
    const auto is_over = [column](const OpenCollection& one) {
      return one.column > column || (one.column == column && !one.is_mapping);
    };
    while (!open.empty() && is_over(open.back())) open.pop_back();
    cursor_.role = Role::key;
    const bool goes_on = !open.empty() && open.back().column == column;
    if (goes_on) cursor_.siblings = std::move(open.back().names);
    cursor_.path = path_of(open);
    if (goes_on) cursor_.path.pop_back();
    find_key_word();
    add_block_entries_ahead(text_, offset_, static_cast<std::size_t>(column), true,
                            cursor_.siblings);
  }

  void find_key_word() {
    const std::size_t end = word_end();
    cursor_.word = word_to(end);
    const std::size_t behind = cursor_.word.end + (scan_.quoted ? 1 : 0);
    cursor_.has_colon = text_.substr(std::min(behind, text_.size())).starts_with(':');
  }

  void find_in_block() {
    cursor_.path = path_of(scan_.open);
    cursor_.word = word_to(word_end());
    if (scan_.tail == Tail::value) {
      cursor_.role = Role::value;
      return;
    }
    cursor_.role = Role::item;
    cursor_.path.pop_back();
    OpenCollection& list = scan_.open.back();
    cursor_.siblings = std::move(list.names);
    drop_own(cursor_.siblings);
    add_block_entries_ahead(text_, offset_, static_cast<std::size_t>(list.column), false,
                            cursor_.siblings);
  }

  // The word at the cursor is the last item of its list.
  void drop_own(std::vector<std::string>& names) const {
    const bool has_word = offset_ > scan_.word && !scan_.quoted;
    if (has_word && !names.empty()) names.pop_back();
  }

  void find_in_flow() {
    OpenCollection& top = scan_.open.back();
    cursor_.path = path_of(scan_.open);
    cursor_.word = word_to(word_end());
    if (top.is_mapping && top.in_value) {
      cursor_.role = Role::value;
      return;
    }
    cursor_.path.pop_back();
    cursor_.role = top.is_mapping ? Role::key : Role::item;
    if (top.is_mapping) find_key_word();
    cursor_.siblings = std::move(top.names);
    add_flow_entries_ahead(text_, cursor_.word.end, cursor_.siblings);
  }

  std::string_view text_;
  std::uint32_t offset_;
  ScanResult scan_;
  Cursor cursor_;
};

}  // namespace

Cursor find_cursor(std::string_view text, std::uint32_t offset) {
  return CursorFinder(text, std::min(offset, static_cast<std::uint32_t>(text.size()))).find();
}

}  // namespace zoomc::lsp
