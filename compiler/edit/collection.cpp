#include "edit/collection.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace zoomc::edit {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The first byte of the line that has byte `at`.
std::size_t begin_of_line(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? kNone : text.find_last_of("\r\n", at - 1);
  return before == kNone ? 0 : before + 1;
}

// Behind the line break at `line_end`; the end of the text has none.
std::size_t behind_break(std::string_view text, std::size_t line_end) {
  if (line_end == text.size()) return line_end;
  return line_end + (text.compare(line_end, 2, "\r\n") == 0 ? 2 : 1);
}

// Where the first comment in [begin, end) starts; kNone without one.
std::size_t first_comment(const std::vector<syntax::Comment>& comments, std::size_t begin,
                          std::size_t end) {
  const auto next = std::lower_bound(
      comments.begin(), comments.end(), begin,
      [](const syntax::Comment& comment, std::size_t place) { return comment.span.begin < place; });
  return next != comments.end() && next->span.begin < end ? next->span.begin : kNone;
}

// The indentation and dash of a block sequence's items. In `- - a` there is other markup before the
// first; what counts is the column.
std::string block_lead(const SourceFile& file, const syntax::Node& sequence) {
  const std::size_t dash = sequence.span.begin;
  return std::string(dash - begin_of_line(file.text, dash), ' ') + "- ";
}

// True if the last item of a sequence in brackets is written. One that is not may have an anchor or
// tag, which the tree does not show.
bool has_last_value(const syntax::Node& sequence) {
  return !sequence.items.empty() && !sequence.items.back().missing;
}

// True if an item added to a sequence in brackets comes right after another item.
bool needs_comma(const SourceFile& file, const syntax::Node& sequence) {
  if (sequence.items.empty() || has_last_value(sequence)) return !sequence.items.empty();
  const std::string_view before = std::string_view(file.text).substr(0, sequence.span.end - 1);
  return before[before.find_last_not_of(" \t\r\n")] != ',';
}

Span span_of(const syntax::Node& node) {
  return node.span;
}
Span span_of(const syntax::Member& member) {
  return member.value.span;
}
const syntax::Node& value_of(const syntax::Node& node) {
  return node;
}
const syntax::Node& value_of(const syntax::Member& member) {
  return member.value;
}

// The child that holds `place`. Children are in file order.
template <class Children>
const syntax::Node* child_around(const Children& children, Span place) {
  const auto after = std::upper_bound(
      children.begin(), children.end(), place.begin,
      [](std::uint32_t begin, const auto& child) { return begin < span_of(child).begin; });
  if (after == children.begin()) return nullptr;
  const syntax::Node& child = value_of(*std::prev(after));
  return child.span.contains(place) ? &child : nullptr;
}

class BlockSearch {
 public:
  BlockSearch(const SourceFile& file, std::size_t place) : file_(file), place_(place) {}

  BlockBefore find(const syntax::Node& root) {
    const syntax::Node* node = &root;
    while (node != nullptr && !node->alias && !node->is_scalar()) {
      node = node->is_sequence() ? last_item(*node) : last_value(*node);
    }
    if (node != nullptr) note(*node);
    return found_;
  }

 private:
  bool begins_before(const syntax::Node& node) const { return node.span.begin < place_; }

  const syntax::Node* last_item(const syntax::Node& list) {
    const syntax::Node* last = nullptr;
    for (const syntax::Node& item : list.items) {
      if (!begins_before(item)) break;
      note(item);
      last = &item;
    }
    return last;
  }

  // Null where a key is the last thing.
  const syntax::Node* last_value(const syntax::Node& mapping) const {
    const auto after = std::partition_point(
        mapping.members.begin(), mapping.members.end(),
        [this](const syntax::Member& member) { return begins_before(member.key); });
    if (after == mapping.members.begin()) return nullptr;
    const syntax::Node& last = std::prev(after)->value;
    return begins_before(last) ? &last : nullptr;
  }

  void note(const syntax::Node& node) {
    if (!is_block_scalar(node) || node.alias) return;
    found_ = std::max(found_,
                      has_header_sign(file_, node, '+') ? BlockBefore::open : BlockBefore::closed);
  }

  const SourceFile& file_;
  std::size_t place_;
  BlockBefore found_ = BlockBefore::none;
};

Edit removal(std::size_t begin, std::size_t end) {
  return {span(begin, end), ""};
}

// One item that is to go, and the text around it. Places are bytes of the file.
class Cut {
 public:
  Cut(const SourceFile& file, const syntax::Document& document, const syntax::Node& sequence,
      std::size_t index)
      : text_(file.text), comments_(document.comments), sequence_(sequence), index_(index) {
    if (!sequence.flow) block_ = block_before(file, document, item().begin);
  }

  std::optional<Edit> make() const { return sequence_.flow ? from_flow() : from_block(); }

 private:
  const Span& item() const { return sequence_.items[index_].span; }
  bool is_first() const { return index_ == 0; }
  bool is_last() const { return index_ + 1 == sequence_.items.size(); }

  std::size_t skip_blanks(std::size_t from) const {
    return std::min(text_.find_first_not_of(" \t", from), text_.size());
  }
  std::size_t line_begin(std::size_t at) const { return begin_of_line(text_, at); }
  bool ends_line(std::size_t at) const {
    return at == text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }
  std::size_t next_line(std::size_t line_end) const { return behind_break(text_, line_end); }
  // Looks no further back than the blanks before `at`: a line may be the whole file.
  bool begins_line(std::size_t at) const {
    const std::size_t before = at == 0 ? kNone : text_.find_last_not_of(" \t", at - 1);
    return before == kNone || text_[before] == '\n' || text_[before] == '\r';
  }

  std::size_t comment_in(std::size_t begin, std::size_t end) const {
    return first_comment(comments_, begin, end);
  }
  bool has_comment(std::size_t begin, std::size_t end) const {
    return comment_in(begin, end) != kNone;
  }

  // The whole line, or the last one with the break before it.
  Edit remove_lines(std::size_t begin, std::size_t line_end) const {
    if (line_end < text_.size()) return removal(begin, next_line(line_end));
    // The break before it may belong to the value of a block scalar.
    if (begin == 0 || block_ != BlockBefore::none) return removal(begin, line_end);
    const bool crlf = begin >= 2 && text_.compare(begin - 2, 2, "\r\n") == 0;
    return removal(begin - (crlf ? 2 : 1), line_end);
  }

  // Block sequences.

  // The dash of the item at `index`: the first thing on a line, in the column of all the others.
  std::size_t dash_of(std::size_t index) const {
    if (index == 0) return sequence_.span.begin;
    const std::size_t column = sequence_.span.begin - line_begin(sequence_.span.begin);
    std::size_t at = sequence_.items[index - 1].span.end;
    while (true) {
      at = text_.find_first_of("\r\n", at);
      if (at >= sequence_.items[index].span.begin) return kNone;
      at = next_line(at);
      const std::size_t dash = skip_blanks(at);
      if (dash - at == column && dash < text_.size() && text_[dash] == '-') return dash;
    }
  }

  // True if lines that follow would become a part of a block scalar before the item, were it gone.
  bool would_join_lines(std::size_t rest, std::size_t column) const {
    if (block_ == BlockBefore::none) return false;
    return block_ == BlockBefore::open || !bring_lines_to(text_, next_line(rest), column).empty();
  }

  std::optional<Edit> from_block() const {
    const std::size_t dash = dash_of(index_);
    // An anchor, a tag, or a value that begins on another line.
    if (dash == kNone || skip_blanks(dash + 1) != item().begin) return std::nullopt;
    if (has_comment(dash, item().end)) return std::nullopt;
    const std::size_t rest = skip_blanks(item().end);
    if (comment_in(rest, rest + 1) == rest) return removal(dash, rest);
    if (!ends_line(rest)) return std::nullopt;
    if (begins_line(dash)) {
      if (would_join_lines(rest, dash - line_begin(dash))) return std::nullopt;
      return remove_lines(line_begin(dash), rest);
    }
    // In `- - a` the outer dash stays and takes the next item.
    const std::size_t next = is_last() ? kNone : dash_of(index_ + 1);
    if (next == kNone || has_comment(rest, next)) return std::nullopt;
    return removal(dash, next);
  }

  // Flow sequences.

  std::size_t end_before() const {
    return is_first() ? sequence_.span.begin + 1 : sequence_.items[index_ - 1].span.end;
  }
  // Behind the comma that follows on the same line; kNone without one.
  std::size_t behind_comma() const {
    const std::size_t at = skip_blanks(item().end);
    return at < text_.size() && text_[at] == ',' ? at + 1 : kNone;
  }

  // The number of commas in [begin, end); nothing if there is more than commas, white space and
  // comments.
  std::optional<std::size_t> commas_in(std::size_t begin, std::size_t end) const {
    std::size_t commas = 0;
    for (std::size_t at = begin; at < end;) {
      if (comment_in(at, at + 1) == at) {
        at = std::min(text_.find_first_of("\r\n", at), end);
        continue;
      }
      const char c = text_[at++];
      if (c == ',') {
        ++commas;
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return std::nullopt;
      }
    }
    return commas;
  }

  // True if no anchor and no tag is between the item before this one and this one.
  bool has_bare_lead() const {
    return commas_in(end_before(), item().begin) == (is_first() ? 0U : 1U);
  }
  // True if the bracket follows, without a comma.
  bool ends_list() const {
    return is_last() && commas_in(item().end, sequence_.span.end - 1) == 0U;
  }

  std::optional<Edit> from_flow() const {
    if (!has_bare_lead()) return std::nullopt;
    const std::size_t comma = behind_comma();
    const std::size_t rest = skip_blanks(comma == kNone ? item().end : comma);
    const bool has_own_comment = comment_in(rest, rest + 1) == rest;
    const bool lead_has_comment = has_comment(end_before(), item().begin);
    const bool is_alone = begins_line(item().begin) && (comma != kNone || ends_list()) &&
                          (has_own_comment || ends_line(rest));
    if (is_alone && has_own_comment) return removal(item().begin, rest);
    if (is_alone && (comma != kNone || lead_has_comment)) {
      return remove_lines(line_begin(item().begin), rest);
    }
    if (!is_first() && !lead_has_comment) return removal(end_before(), item().end);
    return without_what_is_before(comma, rest, has_own_comment);
  }

  // Takes the item and what is behind it, because something before it has to stay.
  std::optional<Edit> without_what_is_before(std::size_t comma, std::size_t rest,
                                             bool has_own_comment) const {
    if (comma != kNone) return removal(item().begin, has_own_comment ? comma : rest);
    if (ends_list()) return removal(item().begin, item().end);
    if (is_last()) return std::nullopt;
    const Span next = sequence_.items[index_ + 1].span;
    const Cut following(text_, comments_, sequence_, index_ + 1);
    if (has_comment(item().end, next.begin) || !following.has_bare_lead()) return std::nullopt;
    return removal(item().begin, next.begin);
  }

  Cut(std::string_view text, const std::vector<syntax::Comment>& comments,
      const syntax::Node& sequence, std::size_t index)
      : text_(text), comments_(comments), sequence_(sequence), index_(index) {}

  std::string_view text_;
  const std::vector<syntax::Comment>& comments_;
  const syntax::Node& sequence_;
  std::size_t index_;
  BlockBefore block_ = BlockBefore::none;
};

constexpr std::string_view kBreaks = "\r\n";
constexpr std::string_view kBlanks = " \t";

// The lines that a key and its list take up. Places are bytes of the file.
class KeyLines {
 public:
  KeyLines(const SourceFile& file, const syntax::Document& document, const syntax::Member& member)
      : file_(file),
        document_(document),
        text_(file.text),
        comments_(document.comments),
        member_(member) {
    const std::size_t key = member.key.span.begin;
    begin_ = begin_of_line(text_, key);
    end_ = std::min(text_.find_first_of(kBreaks, member.value.span.end), text_.size());
  }

  // True if nothing but the key, its plain list and comments is on them.
  bool are_bare() const {
    if (text_.find_first_not_of(kBlanks, begin_) != member_.key.span.begin) return false;
    std::size_t at = member_.key.span.end;
    for (const syntax::Node& item : member_.value.items) {
      if (!item.is_scalar() || item.alias || !is_markup(at, item.span.begin)) return false;
      at = item.span.end;
    }
    return is_markup(at, end_);
  }

  // Nothing when what follows would become a part of the text before the key.
  std::optional<std::vector<Edit>> remove() const {
    std::vector<Edit> edits;
    const BlockBefore block = block_before(file_, document_, begin_);
    if (block == BlockBefore::open) return std::nullopt;
    const bool is_behind_block = block != BlockBefore::none;
    const std::size_t column = member_.key.span.begin - begin_;
    for (std::size_t at = begin_; at < end_;) {
      const std::size_t line_end = std::min(text_.find_first_of(kBreaks, at), text_.size());
      const std::size_t next = behind_break(text_, line_end);
      const std::size_t comment = comment_in(at, line_end);
      if (comment != std::string_view::npos && is_behind_block) {
        edits.push_back({span(at, comment), std::string(column, ' ')});
      } else if (comment != std::string_view::npos) {
        add(edits, text_.find_first_not_of(kBlanks, at), comment);
      } else {
        add(edits, at, next);
      }
      at = next;
    }
    if (is_behind_block && comment_in(begin_, end_) == std::string_view::npos) {
      const auto moved = bring_lines_to(text_, behind_break(text_, end_), column);
      edits.insert(edits.end(), moved.begin(), moved.end());
    }
    return edits;
  }

 private:
  std::size_t comment_in(std::size_t begin, std::size_t end) const {
    return first_comment(comments_, begin, end);
  }

  // True if [begin, end) has only list markup, white space and comments.
  bool is_markup(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end;) {
      if (comment_in(at, at + 1) == at) {
        at = std::min(text_.find_first_of(kBreaks, at), text_.size());
      } else if (std::string_view(":-,[] \t\r\n").find(text_[at]) == std::string_view::npos) {
        return false;
      } else {
        ++at;
      }
    }
    return true;
  }

  static void add(std::vector<Edit>& edits, std::size_t begin, std::size_t end) {
    const Span cut = span(begin, end);
    if (cut.empty()) return;
    const bool goes_on = !edits.empty() && edits.back().span.end == cut.begin;
    if (goes_on && edits.back().replacement.empty()) {
      edits.back().span.end = cut.end;
    } else {
      edits.push_back({cut, ""});
    }
  }

  const SourceFile& file_;
  const syntax::Document& document_;
  std::string_view text_;
  const std::vector<syntax::Comment>& comments_;
  const syntax::Member& member_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

bool is_block_scalar(const syntax::Node& node) {
  return node.style == syntax::ScalarStyle::literal || node.style == syntax::ScalarStyle::folded;
}

bool has_header_sign(const SourceFile& file, const syntax::Node& block, char sign) {
  const std::string_view written = file.slice(block.span);
  return written.substr(0, written.find_first_of(" #\r\n")).find(sign) != std::string_view::npos;
}

bool would_gain_line_break(const SourceFile& file, const syntax::Node& value) {
  const syntax::Node* last = &value;
  while (!last->is_scalar() && !last->alias && !last->flow) {
    if (last->items.empty() && last->members.empty()) return false;
    last = last->is_sequence() ? &last->items.back() : &last->members.back().value;
  }
  if (!is_block_scalar(*last) || last->alias || last->span.end != file.text.size()) return false;
  return !has_header_sign(file, *last, '-');
}

std::optional<Edit> append_items(const SourceFile& file, const syntax::Node& sequence,
                                 const std::vector<std::string>& items) {
  std::string text;
  if (sequence.flow) {
    const bool follows = needs_comma(file, sequence);
    for (const std::string& item : items) text += (text.empty() && !follows ? "" : ", ") + item;
    const std::uint32_t end =
        has_last_value(sequence) ? sequence.items.back().span.end : sequence.span.end - 1;
    return Edit{{end, end}, std::move(text)};
  }
  const syntax::Node& last = sequence.items.back();
  if (would_gain_line_break(file, last)) return std::nullopt;
  const std::size_t line_end =
      std::min(file.text.find_first_of("\r\n", last.span.end), file.text.size());
  const bool crlf = file.text.compare(line_end, 2, "\r\n") == 0;
  for (const std::string& item : items) {
    text += (crlf ? "\r\n" : "\n") + block_lead(file, sequence) + item;
  }
  const auto end = static_cast<std::uint32_t>(line_end);
  return Edit{{end, end}, std::move(text)};
}

const syntax::Node* find_path(const syntax::Node& root,
                              std::initializer_list<std::string_view> keys) {
  const syntax::Node* node = &root;
  for (const std::string_view key : keys) {
    const syntax::Member* member = node->find(key);
    if (member == nullptr) return nullptr;
    node = &member->value;
  }
  return node;
}

const syntax::Node* find_own_list(const syntax::Node& root,
                                  std::initializer_list<std::string_view> keys) {
  const syntax::Node* node = &root;
  for (const std::string_view key : keys) {
    const syntax::Member* member = node->alias ? nullptr : node->find(key);
    if (member == nullptr) return nullptr;
    node = &member->value;
  }
  return node->is_sequence() && !node->alias ? node : nullptr;
}

const syntax::Node* find_list_of(const syntax::Node& root, Span item) {
  const syntax::Node* list = nullptr;
  const syntax::Node* node = &root;
  while (node != nullptr && !node->alias) {
    const syntax::Node* child =
        node->is_sequence() ? child_around(node->items, item) : child_around(node->members, item);
    if (child != nullptr && child->span == item && node->is_sequence()) list = node;
    node = child;
  }
  return list;
}

BlockBefore block_before(const SourceFile& file, const syntax::Document& document,
                         std::size_t place) {
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
      edits.push_back({span(line, first), std::string(wanted, ' ')});
    }
    if (!is_blank) break;
    line = behind_break(text, std::min(text.find_first_of("\r\n", first), text.size()));
  }
  return edits;
}

std::optional<Edit> remove_item(const SourceFile& file, const syntax::Document& document,
                                const syntax::Node& sequence, Span item) {
  const std::vector<syntax::Node>& items = sequence.items;
  if (items.size() < 2) return std::nullopt;
  const auto at = std::lower_bound(
      items.begin(), items.end(), item,
      [](const syntax::Node& node, Span place) { return node.span.begin < place.begin; });
  if (at == items.end() || at->span != item || !at->is_scalar()) return std::nullopt;
  return Cut(file, document, sequence, static_cast<std::size_t>(at - items.begin())).make();
}

std::optional<std::vector<Edit>> remove_key(const SourceFile& file,
                                            const syntax::Document& document,
                                            const syntax::Node& mapping, std::string_view key) {
  const syntax::Member* member = mapping.find(key);
  if (member == nullptr || mapping.members.size() < 2 || mapping.flow) return std::nullopt;
  if (!member->value.is_sequence() || member->value.alias) return std::nullopt;
  const KeyLines lines(file, document, *member);
  if (!lines.are_bare()) return std::nullopt;
  return lines.remove();
}

}  // namespace zoomc::edit
