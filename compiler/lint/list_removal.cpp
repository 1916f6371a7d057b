#include <algorithm>
#include <string_view>

#include "lint/lines_behind.h"
#include "lint/list_edit.h"

namespace zoomc {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

Edit removal(std::size_t begin, std::size_t end) {
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, ""};
}

// One item that is to go, and the text around it. Places are bytes of the file.
class Cut {
 public:
  Cut(const SourceFile& file, const Document& document, const Node& sequence, std::size_t index)
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
  std::size_t line_begin(std::size_t at) const {
    const std::size_t before = at == 0 ? kNone : text_.find_last_of("\r\n", at - 1);
    return before == kNone ? 0 : before + 1;
  }
  bool ends_line(std::size_t at) const {
    return at == text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }
  // Behind the line break at `line_end`.
  std::size_t next_line(std::size_t line_end) const {
    return line_end + (text_.compare(line_end, 2, "\r\n") == 0 ? 2 : 1);
  }
  // Looks no further back than the blanks before `at`: a line may be the whole file.
  bool begins_line(std::size_t at) const {
    const std::size_t before = at == 0 ? kNone : text_.find_last_not_of(" \t", at - 1);
    return before == kNone || text_[before] == '\n' || text_[before] == '\r';
  }

  // Where the first comment in [begin, end) starts; kNone without one.
  std::size_t comment_in(std::size_t begin, std::size_t end) const {
    const auto next = std::lower_bound(
        comments_.begin(), comments_.end(), begin,
        [](const Comment& comment, std::size_t place) { return comment.span.begin < place; });
    return next != comments_.end() && next->span.begin < end ? next->span.begin : kNone;
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

  // Whether lines that follow would become a part of a block scalar before the item, were it gone.
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

  // How many commas stand in [begin, end); nothing where there is more than commas, white space and
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

  // Whether no anchor and no tag stands between the item before this one and this one.
  bool has_bare_lead() const {
    return commas_in(end_before(), item().begin) == (is_first() ? 0U : 1U);
  }
  // Whether the bracket follows, without a comma.
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

  Cut(std::string_view text, const std::vector<Comment>& comments, const Node& sequence,
      std::size_t index)
      : text_(text), comments_(comments), sequence_(sequence), index_(index) {}

  std::string_view text_;
  const std::vector<Comment>& comments_;
  const Node& sequence_;
  std::size_t index_;
  BlockBefore block_ = BlockBefore::none;
};

}  // namespace

std::optional<Edit> remove_item(const SourceFile& file, const Document& document,
                                const Node& sequence, Span item) {
  const std::vector<Node>& items = sequence.items;
  if (items.size() < 2) return std::nullopt;
  const auto at =
      std::lower_bound(items.begin(), items.end(), item,
                       [](const Node& node, Span place) { return node.span.begin < place.begin; });
  if (at == items.end() || at->span != item || !at->is_scalar()) return std::nullopt;
  return Cut(file, document, sequence, static_cast<std::size_t>(at - items.begin())).make();
}

}  // namespace zoomc
