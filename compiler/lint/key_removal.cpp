#include "lint/key_removal.h"

#include <algorithm>
#include <string>

#include "lint/lines_behind.h"

namespace zoomc {
namespace {

constexpr std::string_view kBreaks = "\r\n";
constexpr std::string_view kBlanks = " \t";

// The lines that a key and its list take up. Places are bytes of the file.
class Lines {
 public:
  Lines(const SourceFile& file, const Document& document, const Member& member)
      : file_(file),
        document_(document),
        text_(file.text),
        comments_(document.comments),
        member_(member) {
    const std::size_t key = member.key.span.begin;
    const std::size_t before =
        key == 0 ? std::string_view::npos : text_.find_last_of(kBreaks, key - 1);
    begin_ = before == std::string_view::npos ? 0 : before + 1;
    end_ = std::min(text_.find_first_of(kBreaks, member.value.span.end), text_.size());
  }

  // Whether nothing but the key, its plain list and comments is on them.
  bool are_bare() const {
    if (text_.find_first_not_of(kBlanks, begin_) != member_.key.span.begin) return false;
    std::size_t at = member_.key.span.end;
    for (const Node& item : member_.value.items) {
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
      const std::size_t next = behind_break(line_end);
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
      const auto moved = bring_lines_to(text_, behind_break(end_), column);
      edits.insert(edits.end(), moved.begin(), moved.end());
    }
    return edits;
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::size_t behind_break(std::size_t line_end) const {
    if (line_end == text_.size()) return line_end;
    return line_end + (text_.compare(line_end, 2, "\r\n") == 0 ? 2 : 1);
  }

  // Where the first comment in [begin, end) starts.
  std::size_t comment_in(std::size_t begin, std::size_t end) const {
    const auto next = std::lower_bound(
        comments_.begin(), comments_.end(), begin,
        [](const Comment& comment, std::size_t place) { return comment.span.begin < place; });
    const bool is_inside = next != comments_.end() && next->span.begin < end;
    return is_inside ? next->span.begin : std::string_view::npos;
  }

  // Whether only what makes a list, white space and comments stands in [begin, end).
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
  const Document& document_;
  std::string_view text_;
  const std::vector<Comment>& comments_;
  const Member& member_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::optional<std::vector<Edit>> remove_key(const SourceFile& file, const Document& document,
                                            const Node& mapping, std::string_view key) {
  const Member* member = mapping.find(key);
  if (member == nullptr || mapping.members.size() < 2 || mapping.flow) return std::nullopt;
  if (!member->value.is_sequence() || member->value.alias) return std::nullopt;
  const Lines lines(file, document, *member);
  if (!lines.are_bare()) return std::nullopt;
  return lines.remove();
}

}  // namespace zoomc
