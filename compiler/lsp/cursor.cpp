#include "lsp/cursor.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::lsp {
namespace {

// A mapping or list that is open at a place.
struct OpenCollection {
  bool is_mapping = false;
  bool is_flow = false;
  // The column of its keys or dashes; of a flow collection that of the block around it.
  int column = 0;
  // The mapping's key whose value is being read; meaningless unless `in_value`.
  std::string key;
  bool in_value = false;
  // The keys or items so far.
  std::vector<std::string> names;
};

enum class InsertionPoint : std::uint8_t {
  // A place where nothing can be completed: a block scalar, an anchor.
  nowhere,
  comment,
  // The first thing on its line: a key, or the rest of a text.
  line_start,
  // Behind a dash or a colon.
  item,
  value,
  flow
};

// The collections and scalars that are open at the end of a text.
struct ScanResult {
  std::vector<OpenCollection> open;
  InsertionPoint tail = InsertionPoint::nowhere;
  // The start of the word that the text ends in; the end of the text between words.
  std::size_t word = 0;
  bool quoted = false;
  // The colon before the value is the last character.
  bool ends_with_colon = false;
};

constexpr std::size_t kNotFound = std::string_view::npos;
constexpr std::string_view kFlowMarks = ",[]{}";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool ends_line(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t line_feed(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// True if the character at `at` is a mark that needs a blank behind it (`-`, `:`).
bool is_mark(std::string_view text, std::size_t at, char mark) {
  return at < text.size() && text[at] == mark &&
         (ends_line(text, at + 1) || is_blank(text[at + 1]));
}

bool is_comment(std::string_view text, std::size_t at) {
  return text[at] == '#' && (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '\n');
}

// Behind the closing quote, or kNotFound when it is not on this line.
std::size_t quote_end(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t at = open + 1; !ends_line(text, at); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
      ++at;
    }
  }
  return kNotFound;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The end of the plain scalar at `at`, without trailing blanks: at a comment, the end of the
// line, a colon that ends a key; in a flow collection also at its marks.
std::size_t plain_end(std::string_view text, std::size_t at, bool is_flow) {
  std::size_t end = at;
  for (; !ends_line(text, at); ++at) {
    const char c = text[at];
    if (c == '#' && is_comment(text, at)) break;
    if (is_flow && kFlowMarks.find(c) != kNotFound) break;
    const bool flow_colon =
        is_flow && c == ':' && at + 1 < text.size() && kFlowMarks.find(text[at + 1]) != kNotFound;
    if (is_mark(text, at, ':') || flow_colon) break;
    if (!is_blank(c)) end = at + 1;
  }
  return end;
}

// The bytes of a key's name without quotes, and the place of its colon.
struct KeySpan {
  Span name;
  std::size_t colon = std::string_view::npos;
};

// The key that begins at byte `at` of its line; `colon` is npos when there is none.
KeySpan find_key_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kNoKey = "[]{}|>*&!%@`#,";
  if (ends_line(text, at) || kNoKey.find(text[at]) != kNotFound) return {};
  std::size_t end = 0;
  Span name;
  if (text[at] == '"' || text[at] == '\'') {
    end = quote_end(text, at);
    if (end == kNotFound) return {};
    name = span_of(at + 1, end - 1);
  } else {
    end = plain_end(text, at, false);
    name = span_of(at, end);
  }
  const std::size_t colon = skip_blanks(text, end);
  if (!is_mark(text, colon, ':')) return {name, kNotFound};
  return {name, colon};
}

// Scans text up to its end, as YAML as far as it is that.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    if (text_.starts_with(kBom)) at_ = kBom.size();
  }

  ScanResult run() {
    do {
      scan_line();
    } while (next_line());
    return std::move(result_);
  }

 private:
  std::vector<OpenCollection>& open() { return result_.open; }

  // Moves behind the line break; false at the end of the text.
  bool next_line() {
    at_ = line_feed(text_, at_);
    if (at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  void end_in(InsertionPoint tail, std::size_t word) {
    result_.tail = tail;
    result_.word = word;
  }

  void scan_line() {
    const std::size_t begin = at_;
    const std::size_t first = std::min(text_.find_first_not_of(' ', begin), text_.size());
    const int column = static_cast<int>(first - begin);
    const std::size_t content = skip_blanks(text_, first);
    const bool is_empty = ends_line(text_, content);
    const bool is_last = line_feed(text_, begin) == text_.size();
    if (in_block_scalar_) {
      if ((is_empty && !is_last) || column > block_column_) {
        end_in(InsertionPoint::nowhere, text_.size());
        return;
      }
      in_block_scalar_ = false;
    }
    at_ = content;
    if (is_empty) {
      end_in(InsertionPoint::line_start, content);
    } else if (text_[content] == '#') {
      end_in(InsertionPoint::comment, content);
    } else if (column == 0 && text_.substr(content, 3) == "---") {
      open().clear();
    } else {
      scan_block(begin);
    }
  }

  // The first thing on a line that is neither empty nor a comment; `begin` is where the line
  // begins.
  void scan_block(std::size_t begin) {
    InsertionPoint tail = InsertionPoint::line_start;
    for (;;) {
      const int column = static_cast<int>(at_ - begin);
      if (is_mark(text_, at_, '-')) {
        enter_item(column);
        tail = InsertionPoint::item;
        at_ = skip_blanks(text_, at_ + 1);
        if (ends_line(text_, at_) || text_[at_] == '#') break;
        continue;
      }
      const KeySpan key = find_key_at(text_, at_);
      if (key.colon != kNotFound) {
        enter_key(column, std::string(text_.substr(key.name.begin, key.name.size())));
        tail = InsertionPoint::value;
        at_ = key.colon + 1;
        result_.ends_with_colon = at_ == text_.size();
      }
      break;
    }
    scan_value(tail);
  }

  void enter_item(int column) {
    while (!open().empty() && open().back().column > column) open().pop_back();
    const bool goes_on =
        !open().empty() && !open().back().is_mapping && open().back().column == column;
    if (!goes_on) open().push_back({.is_mapping = false, .column = column});
  }

  void enter_key(int column, std::string name) {
    const auto is_over = [column](const OpenCollection& one) {
      return one.column > column || (one.column == column && !one.is_mapping);
    };
    while (!open().empty() && is_over(open().back())) open().pop_back();
    if (open().empty() || open().back().column < column) {
      open().push_back({.is_mapping = true, .column = column});
    }
    open().back().names.push_back(name);
    open().back().key = std::move(name);
    open().back().in_value = true;
  }

  // The value, or what may become a key, at `at_`.
  void scan_value(InsertionPoint tail) {
    base_ = open().empty() ? -1 : open().back().column;
    at_ = skip_blanks(text_, at_);
    while (!ends_line(text_, at_) && (text_[at_] == '&' || text_[at_] == '!')) {
      at_ = std::min(text_.find_first_of(" \t\r\n", at_), text_.size());
      if (at_ == text_.size()) return end_in(InsertionPoint::nowhere, at_);
      at_ = skip_blanks(text_, at_);
    }
    if (ends_line(text_, at_)) return end_in(tail, at_);
    const char c = text_[at_];
    if (is_comment(text_, at_)) {
      end_in(InsertionPoint::comment, at_);
    } else if (c == '|' || c == '>') {
      begin_block_scalar();
    } else if (c == '[' || c == '{') {
      scan_flow();
    } else if (c == '"' || c == '\'') {
      scan_quoted(tail);
    } else {
      scan_plain(tail);
    }
  }

  void begin_block_scalar() {
    in_block_scalar_ = true;
    block_column_ = base_;
    end_in(InsertionPoint::nowhere, text_.size());
  }

  void note_item(InsertionPoint tail, std::size_t begin, std::size_t end) {
    if (tail == InsertionPoint::item)
      open().back().names.emplace_back(text_.substr(begin, end - begin));
  }

  void scan_plain(InsertionPoint tail) {
    const std::size_t end = plain_end(text_, at_, false);
    end_in(tail, at_);
    note_item(tail, at_, end);
    scan_comment(end);
  }

  // After a value there can be a comment.
  void scan_comment(std::size_t from) {
    from = skip_blanks(text_, from);
    if (!ends_line(text_, from) && is_comment(text_, from)) end_in(InsertionPoint::comment, from);
  }

  void scan_quoted(InsertionPoint tail) {
    const std::size_t begin = at_ + 1;
    if (!skip_quoted()) {
      end_in(tail, begin);
      result_.quoted = at_ == text_.size();
      return;
    }
    note_item(tail, begin, at_ - 1);
    end_in(InsertionPoint::nowhere, at_);
    scan_comment(at_);
  }

  // Moves behind the quotes that open at `at_`. False when they stay open: then `at_` is at the end
  // of the text, or of the last line that can be theirs.
  bool skip_quoted() {
    const char quote = text_[at_];
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n' && leaves_block(at_ + 1, "")) return false;
      if (quote == '"' && c == '\\') {
        ++at_;
      } else if (c == quote) {
        ++at_;
        if (quote == '"' || at_ >= text_.size() || text_[at_] != '\'') return true;
      }
    }
    at_ = text_.size();
    return false;
  }

  // True if the line at `begin` is indented too little to be part of a value that began
  // before; lines that begin with one of `closing` may be.
  bool leaves_block(std::size_t begin, std::string_view closing) {
    const std::size_t first = std::min(text_.find_first_not_of(' ', begin), text_.size());
    if (ends_line(text_, skip_blanks(text_, first))) return false;
    const bool closes = closing.find(text_[first]) != kNotFound;
    return !closes && static_cast<int>(first - begin) <= base_;
  }

  void scan_flow() {
    do {
      const char c = text_[at_];
      if (c == '\n') {
        if (leaves_block(at_ + 1, "]}")) return leave_flow();
        ++at_;
      } else if (is_blank(c)) {
        ++at_;
      } else if (is_comment(text_, at_)) {
        end_in(InsertionPoint::comment, at_);
        at_ = line_feed(text_, at_);
        if (at_ == text_.size()) return;
      } else if (c == '[' || c == '{') {
        open().push_back({.is_mapping = c == '{', .is_flow = true, .column = base_});
        ++at_;
      } else if (c == ']' || c == '}') {
        ++at_;
        open().pop_back();
        if (open().empty() || !open().back().is_flow) return end_flow();
      } else {
        scan_flow_part(c);
      }
      if (result_.quoted) return;
    } while (at_ < text_.size());
    if (!ends_in_word_) end_in(InsertionPoint::flow, at_);
  }

  // A comma, a colon or a scalar.
  void scan_flow_part(char c) {
    OpenCollection& top = open().back();
    ends_in_word_ = false;
    if (c == ',') {
      top.in_value = false;
      ++at_;
    } else if (c == ':' && top.is_mapping && !top.in_value) {
      top.in_value = true;
      result_.ends_with_colon = ++at_ == text_.size();
    } else {
      scan_flow_scalar(top);
    }
  }

  void scan_flow_scalar(OpenCollection& top) {
    std::size_t begin = at_;
    std::size_t end = 0;
    // `{userId}/recordings`: no word begins right behind a bracket.
    const bool is_rest = text_[begin - 1] == '}' || text_[begin - 1] == ']';
    if (text_[at_] == '"' || text_[at_] == '\'') {
      ++begin;
      const bool is_closed = skip_quoted();
      if (!is_closed && at_ == text_.size()) {
        result_.quoted = true;
        return end_in(InsertionPoint::flow, begin);
      }
      end = is_closed ? at_ - 1 : at_;
    } else {
      end = std::max(plain_end(text_, at_, true), at_ + 1);
      at_ = end;
      ends_in_word_ = skip_blanks(text_, end) == text_.size();
      if (ends_in_word_) {
        at_ = text_.size();
        return end_in(is_rest ? InsertionPoint::nowhere : InsertionPoint::flow, begin);
      }
    }
    if (top.is_mapping && top.in_value) return;
    top.key = text_.substr(begin, end - begin);
    top.names.push_back(top.key);
  }

  void end_flow() {
    end_in(InsertionPoint::nowhere, at_);
    scan_comment(at_);
  }

  // Brackets that are not closed end here.
  void leave_flow() {
    while (open().back().is_flow) open().pop_back();
    end_in(InsertionPoint::nowhere, at_);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ScanResult result_;
  // The column of the block collection whose value is being read.
  int base_ = -1;
  bool in_block_scalar_ = false;
  int block_column_ = -1;
  bool ends_in_word_ = false;
};

// How far after the cursor the other entries of a collection are looked for.
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
    if (first == kNotFound) return;
    if (text[first] == '\n' || text[first] == '\r' || text[first] == '#') continue;
    if (first - at < column) return;
    if (first - at > column) continue;
    const bool is_item = text.substr(first, 2) == "- ";
    if (is_mapping) {
      const KeySpan key = find_key_at(text, first);
      if (key.colon != kNotFound) names.emplace_back(text.substr(key.name.begin, key.name.size()));
    } else if (is_item) {
      const std::size_t item = text.find_first_not_of(' ', first + 1);
      if (item == kNotFound) return;
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
      : text_(text), offset_(offset), scan_(Scanner(text.substr(0, offset)).run()) {}

  CursorContext find() {
    cursor_.quoted = scan_.quoted;
    cursor_.flow = scan_.tail == InsertionPoint::flow;
    cursor_.lacks_blank = scan_.ends_with_colon;
    switch (scan_.tail) {
      case InsertionPoint::nowhere: return {};
      case InsertionPoint::comment: find_comment(); break;
      case InsertionPoint::line_start: find_key_of_block(); break;
      case InsertionPoint::item:
      case InsertionPoint::value: find_in_block(); break;
      case InsertionPoint::flow: find_in_flow(); break;
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
    if (scan_.tail == InsertionPoint::value) {
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
  CursorContext cursor_;
};

}  // namespace

CursorContext find_cursor(std::string_view text, std::uint32_t offset) {
  return CursorFinder(text, std::min(offset, static_cast<std::uint32_t>(text.size()))).find();
}

}  // namespace zoomc::lsp
