#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/anchors.h"
#include "syntax/characters.h"
#include "syntax/parse.h"
#include "syntax/tree.h"
#include "text/ascii.h"

namespace zoomc::syntax {
namespace {

// The anchored values that the quick reader has read, kept for aliases further on. How many will
// come it does not know, so it counts every copy, the kept ones too: where they fit the limits,
// those that `Anchors` counts do.
class QuickAnchors {
 public:
  // A value named `name` begins, and until its end no alias may mean that name. False inside
  // another value of the name.
  bool begin(std::string_view name) {
    Kept& kept = kept_[name];
    if (!kept.complete) return false;
    kept.complete = false;
    return true;
  }

  // The value that began as `name` is `node`. False when that is too much to keep.
  bool define(std::string_view name, const Node& node) {
    Kept& kept = kept_[name];
    kept.weight = weigh(node);
    kept.complete = true;
    // First, so that what is nested in many anchors is not copied for each of them.
    if (!copies_.add(kept.weight, 1)) return false;
    kept.node = node;
    return true;
  }

  // Makes `out` a copy of what `name` means, as `copy_named` does; `depth` collections are around
  // it. False when it means nothing, or the copy is too much or too deep.
  bool copy(std::string_view name, std::size_t depth, Node& out) {
    const auto found = kept_.find(name);
    if (found == kept_.end() || !found->second.complete) return false;
    const Kept& kept = found->second;
    if (depth + kept.weight.height > kMaxNesting || !copies_.add(kept.weight, 1)) return false;
    copy_named(kept.node, out);
    return true;
  }

 private:
  struct Kept {
    Node node;
    Weight weight;
    bool complete = true;
  };

  // By their names, which are parts of the text.
  std::unordered_map<std::string_view, Kept> kept_;
  Copies copies_;
};

// A text of so few bytes has fewer values than `kMaxNodes` and cannot make the library read too far
// ahead. Tabs, and line breaks other than line feeds, are left to the thorough way altogether.
bool is_simple(const std::string& text) {
  return text.size() <= kMaxReadAhead && text.find('\t') == std::string::npos &&
         text.find('\r') == std::string::npos;
}

// The value's text for a line break and the blank lines after it.
std::string break_value(bool folded, std::uint32_t blanks) {
  if (folded) return blanks == 0 ? " " : std::string(blanks, '\n');
  return std::string(blanks + 1, '\n');
}

bool is_name_letter(char c) {
  return is_alphanumeric(c) || c == '_' || c == '-';
}

// The library reads keys of up to 1024 bytes.
constexpr std::uint32_t kLongestKey = 1000;
// Among so few members, looking at each pair is quicker than sorting.
constexpr std::size_t kFew = 16;

using Set = std::array<bool, 256>;

constexpr Set set_of(std::string_view characters) {
  Set set{};
  for (const char c : characters) set[static_cast<unsigned char>(c)] = true;
  set[0] = true;
  return set;
}

// The characters to look at closely; each set also has the end of the text.
constexpr Set kPlainStops = set_of("\n:#");
constexpr Set kPlainStopsInFlow = set_of("\n:#,?[]{}");
constexpr Set kQuoteStops = set_of("\n'");
constexpr Set kDoubleQuoteStops = set_of("\n\"\\");
// The characters that no plain scalar begins with. `?` and `:` may, before text, but the library is
// not sure there.
constexpr Set kNoPlainStart = set_of("\n ,[]{}#&*!|>'\"%@`?:");

bool holds(const Set& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

// True if a plain scalar ends at one of its stops.
bool ends_plain(const char* stop, bool in_flow) {
  if (*stop == '#') return stop[-1] == ' ';
  if (*stop != ':') return true;
  return is_space_or_end(stop[1]) || (in_flow && is_flow_indicator(stop[1]));
}

// The end of what is on this line of a plain scalar, white space behind it left out. It may be
// where the scalar's part would begin.
std::uint32_t plain_line_end(const char* text, std::uint32_t begin, bool in_flow) {
  const Set& stops = in_flow ? kPlainStopsInFlow : kPlainStops;
  std::uint32_t i = begin;
  while (!holds(stops, text[i]) || !ends_plain(text + i, in_flow)) ++i;
  while (i > begin && text[i - 1] == ' ') --i;
  return i;
}

// The character that an escape stands for; '\0' for those that are left to the library.
char escaped(char letter) {
  switch (letter) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case '"':
    case '\\':
    case '/': return letter;
    default: return '\0';
  }
}

// Members are large, so that moving them as their vector grows is a good part of the reading: room
// for so many is made at once.
constexpr std::size_t kUsualMembers = 4;

// True if `members` has a key twice.
bool has_duplicate_key(const std::vector<Member>& members) {
  if (members.size() > kFew) {
    std::vector<std::string_view> keys;
    keys.reserve(members.size());
    for (const Member& member : members) keys.push_back(member.key.text);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
  }
  for (std::size_t i = 1; i < members.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (members[i].key.text == members[j].key.text) return true;
    }
  }
  return false;
}

// The one walk of `quick_parse`. It never goes back and never guesses: each step that answers
// `bool` says whether the text keeps to the forms that are read here, and the first `false` ends
// the walk. After a block value the walk is at the token after it, which begins a line, or at the
// end.
class QuickReader {
 public:
  QuickReader(const std::string& text, std::uint32_t begin)
      : text_(text.c_str()),
        size_(static_cast<std::uint32_t>(text.size())),
        begin_(begin),
        at_(begin),
        line_start_(begin) {}

  std::optional<Document> read() {
    Document result;
    skip_space();
    if (!block_node(0, true, result.root) || !at_end()) return std::nullopt;
    // The indentation of a scalar that is the whole document has rules of its own.
    if (result.root.is_scalar()) return std::nullopt;
    result.comments = std::move(comments_);
    return result;
  }

 private:
  // Block collections.

  // A value on a line of its own, or behind an indicator; lines that belong to it are indented by
  // `indent` spaces at least. Only one that `may_open` can be a block collection.
  bool block_node(std::uint32_t indent, bool may_open, Node& out) {
    if (is_flow_start(text_[at_])) return flow_collection(indent, out) && finish_line();
    if (is_block_text_start(text_[at_])) return block_text(indent, out);
    if (at_item()) return may_open && block_sequence(out);
    if (!line_scalar(false, out)) return false;
    const bool plain = out.style == ScalarStyle::plain;
    if (at_colon()) return may_open && block_mapping(out);
    return (!plain || more_lines(indent, out)) && finish_line();
  }

  // `out` is the first key, and its `:` is here.
  bool block_mapping(Node& out) {
    if (++depth_ > kMaxNesting || !is_name(out)) return false;
    const std::uint32_t begin = out.span.begin;
    const std::uint32_t column = begin - line_start_;
    Node first = std::move(out);
    out = Node{.kind = NodeKind::mapping};
    out.members.reserve(kUsualMembers);
    Member* member = &out.members.emplace_back();
    member->key = std::move(first);
    while (true) {
      ++at_;
      if (!block_value(column, true, member->value)) return false;
      if (at_end() || this->column() != column) break;
      member = &out.members.emplace_back();
      if (!key(false, member->key)) return false;
    }
    out.span = {begin, member->value.span.end};
    --depth_;
    return !has_duplicate_key(out.members);
  }

  bool block_sequence(Node& out) {
    if (++depth_ > kMaxNesting) return false;
    const std::uint32_t begin = at_;
    const std::uint32_t column = this->column();
    out.kind = NodeKind::sequence;
    while (!at_end() && this->column() == column && at_item()) {
      ++at_;
      if (!block_value(column, false, out.items.emplace_back())) return false;
    }
    out.span = {begin, out.items.back().span.end};
    --depth_;
    return true;
  }

  // Reads the value after the `:` or `-` of an entry of the collection at `column`.
  bool block_value(std::uint32_t column, bool of_key, Node& out) {
    const std::uint32_t behind = at_;
    const bool new_line = skip_space();
    if (!new_line && !at_end()) {
      if (is_name_start(text_[at_])) return named_block_value(column, of_key, out);
      return block_node(column + 1, !of_key, out);
    }
    if (is_below(column, of_key)) return block_node(column + 1, true, out);
    out.missing = true;
    out.span = {behind, behind};
    return true;
  }

  // True if the text that begins this line belongs to that entry.
  bool is_below(std::uint32_t column, bool of_key) const {
    // Below a key, a sequence may be as far left as the key.
    const std::uint32_t least = column + (of_key && at_item() ? 0 : 1);
    return !at_end() && this->column() >= least;
  }

  // Block scalars, `|` and `>`. Left to the library: `+`, blank lines before the text or with more
  // spaces than it, and in `>` lines that are indented further or end with spaces.

  bool block_text(std::uint32_t indent, Node& out) {
    if (indent == 0) return false;
    out.style = text_[at_] == '|' ? ScalarStyle::literal : ScalarStyle::folded;
    out.span.begin = at_++;
    bool strip = false;
    std::uint32_t indentation = 0;
    if (!block_header(strip, indentation)) return false;
    const std::uint32_t spaces = leading_spaces();
    // The indentation in a header counts from the parent's column.
    indentation = indentation == 0 ? spaces : indent - 1 + indentation;
    if (indentation < indent || spaces < indentation || !block_lines(indentation, out))
      return false;
    if (!strip && text_[out.span.end] == '\n') out.text += '\n';
    skip_space();
    return true;
  }

  // Up to the first line of the text; `indentation` is 0 when the header asks for none.
  bool block_header(bool& strip, std::uint32_t& indentation) {
    for (int i = 0; i < 2; ++i) {
      const char c = text_[at_];
      if (c == '-' && !strip) {
        strip = true;
        ++at_;
      } else if (c >= '1' && c <= '9' && indentation == 0) {
        indentation = static_cast<std::uint32_t>(c - '0');
        ++at_;
      }
    }
    at_ += leading_spaces();
    skip_comment();
    if (text_[at_] != '\n') return false;
    line_start_ = ++at_;
    return true;
  }

  bool block_lines(std::uint32_t indentation, Node& out) {
    const bool folded = out.style == ScalarStyle::folded;
    bool first = true;
    std::uint32_t blanks = 0;
    while (true) {
      const std::uint32_t spaces = leading_spaces();
      const char begins = text_[at_ + spaces];
      const bool blank = is_break_or_end(begins);
      if (blank && (first || spaces > indentation)) return false;
      if (begins == '\0' || (!blank && spaces < indentation)) return true;
      if (blank) {
        ++blanks;
        at_ += spaces;
      } else {
        if (!first) out.text += break_value(folded, blanks);
        const std::uint32_t begin = at_ + indentation;
        at_ = line_end();
        if (folded && (spaces > indentation || text_[at_ - 1] == ' ')) return false;
        out.text += slice(begin, at_);
        out.span.end = at_;
        first = false;
        blanks = 0;
      }
      if (at_end()) return true;
      line_start_ = ++at_;
    }
  }

  // Flow collections: in brackets.

  bool flow_collection(std::uint32_t indent, Node& out) {
    if (++depth_ > kMaxNesting) return false;
    const bool mapping = text_[at_] == '{';
    const char close = mapping ? '}' : ']';
    const std::uint32_t begin = at_++;
    out.kind = mapping ? NodeKind::mapping : NodeKind::sequence;
    out.flow = true;
    if (!flow_space(indent)) return false;
    if (mapping && text_[at_] != close) out.members.reserve(kUsualMembers);
    while (text_[at_] != close) {
      const bool entry = mapping ? flow_member(indent, out.members.emplace_back())
                                 : flow_value(indent, out.items.emplace_back());
      if (!entry || !flow_space(indent)) return false;
      if (text_[at_] == close) break;
      if (text_[at_] != ',') return false;
      ++at_;
      if (!flow_space(indent)) return false;
    }
    out.span = {begin, ++at_};
    --depth_;
    return !has_duplicate_key(out.members);
  }

  bool flow_member(std::uint32_t indent, Member& out) {
    if (!key(true, out.key)) return false;
    ++at_;
    return flow_space(indent) && flow_value(indent, out.value);
  }

  bool flow_value(std::uint32_t indent, Node& out) {
    if (is_name_start(text_[at_])) return named_flow_value(indent, out);
    return bare_flow_value(indent, out);
  }

  // A value without an anchor that is not an alias.
  bool bare_flow_value(std::uint32_t indent, Node& out) {
    return is_flow_start(text_[at_]) ? flow_collection(indent, out) : line_scalar(true, out);
  }

  bool flow_space(std::uint32_t indent) {
    const std::size_t known = comments_.size();
    if (!skip_space()) return true;
    // The library takes a comment at the start of a line for text when a plain scalar is before it.
    for (std::size_t i = known; i < comments_.size(); ++i) {
      if (text_[comments_[i].span.begin - 1] == '\n') return false;
    }
    // A closing bracket may be as far left as the key of its collection.
    const bool outdented = is_flow_end(text_[at_]) && indent > 0;
    return column() >= indent - (outdented ? 1 : 0);
  }

  // Anchors and aliases. Left to the library: names with anything
  // but letters, digits, `_` and `-` in them, those of keys and of the whole document, those on
  // another line than the `:` or `-` before them, anchors beside a tag, of what is not written, and
  // of an item that is a block scalar on the same line.

  // Values whose anchor, or alias, is here.
  bool named_block_value(std::uint32_t column, bool of_key, Node& out) {
    if (text_[at_] == '*') return alias(out) && finish_line();
    const std::uint32_t anchor = this->column();
    const std::string_view name = take_name();
    return !name.empty() && anchors_.begin(name) && behind_anchor(column, of_key, anchor, out) &&
           anchors_.define(name, out);
  }

  bool named_flow_value(std::uint32_t indent, Node& out) {
    if (text_[at_] == '*') return alias(out);
    const std::string_view name = take_name();
    if (name.empty() || !anchors_.begin(name)) return false;
    at_ += leading_spaces();
    return bare_flow_value(indent, out) && anchors_.define(name, out);
  }

  // Reads the value of the anchor at column `anchor`, whose name ends here.
  bool behind_anchor(std::uint32_t column, bool of_key, std::uint32_t anchor, Node& out) {
    if (skip_space()) return is_below(column, of_key) && block_node(column + 1, true, out);
    if (of_key) return block_node(column + 1, false, out);
    // Up to the end of its line, the library takes the anchor of an item for the start of a
    // mapping: it counts indentation from there.
    return !is_block_text_start(text_[at_]) && block_node(anchor + 1, false, out);
  }

  bool alias(Node& out) {
    const std::uint32_t begin = at_;
    const std::string_view name = take_name();
    out.span = {begin, at_};
    return !name.empty() && anchors_.copy(name, depth_, out);
  }

  // The name behind the `&` or `*` here; empty when it is not one of those that are read here.
  std::string_view take_name() {
    const std::uint32_t begin = ++at_;
    while (is_name_letter(text_[at_])) ++at_;
    const char next = text_[at_];
    // Outside of brackets, nothing that is read here begins with one of these.
    const bool ends = is_space_or_end(next) || next == ',' || is_flow_end(next);
    return ends ? slice(begin, at_) : std::string_view();
  }

  // Keys.

  // A key, and to its `:`.
  bool key(bool in_flow, Node& out) {
    return line_scalar(in_flow, out) && at_colon() && is_name(out);
  }

  // True if `key`, with the `:` here, is one that may be read.
  bool is_name(const Node& key) const {
    const bool merge = key.style == ScalarStyle::plain && key.text == "<<";
    return !merge && at_ - key.span.begin <= kLongestKey;
  }

  // Scalars without a header: plain ones, also on several lines, and quoted ones on one line.

  // A plain or quoted scalar as far as it is written on this line.
  bool line_scalar(bool in_flow, Node& out) {
    return is_quote(text_[at_]) ? quoted_scalar(out) : plain(in_flow, out);
  }

  bool quoted_scalar(Node& out) {
    const std::uint32_t begin = at_;
    const char quote = text_[at_++];
    const bool is_double = quote == '"';
    const Set& stops = is_double ? kDoubleQuoteStops : kQuoteStops;
    out.style = is_double ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
    while (true) {
      const std::uint32_t from = at_;
      while (!holds(stops, text_[at_])) ++at_;
      out.text.append(slice(from, at_));
      const char stop = text_[at_++];
      if (stop == quote && (is_double || text_[at_] != '\'')) break;
      if (stop != '\'' && stop != '\\') return false;
      const char c = stop == '\\' ? escaped(text_[at_]) : '\'';
      if (c == '\0') return false;
      out.text += c;
      ++at_;
    }
    out.span = {begin, at_};
    return true;
  }

  bool plain(bool in_flow, Node& out) {
    if (!starts_plain(in_flow)) return false;
    const std::uint32_t end = plain_line_end(text_, at_, in_flow);
    out.text.assign(slice(at_, end));
    out.span = {at_, end};
    at_ = end;
    return true;
  }

  bool starts_plain(bool in_flow) const {
    const char first = text_[at_];
    if (holds(kNoPlainStart, first)) return false;
    if (first != '-' && first != '.') return true;
    const char next = text_[at_ + 1];
    if (first == '-' && (is_space_or_end(next) || (in_flow && is_flow_indicator(next))))
      return false;
    // It may be a document marker.
    return column() > 0 || next != first;
  }

  // Further lines of the plain scalar `out`.
  bool more_lines(std::uint32_t indent, Node& out) {
    while (text_[at_] == '\n') {
      std::uint32_t first = at_;
      std::uint32_t line = at_;
      std::uint32_t breaks = 0;
      for (; text_[first] == '\n'; ++breaks) {
        line = ++first;
        while (text_[first] == ' ') ++first;
      }
      if (first - line < indent || first == size_ || text_[first] == '#') break;
      out.span.end = plain_line_end(text_, first, false);
      out.text.append(breaks == 1 ? 1 : breaks - 1, breaks == 1 ? ' ' : '\n');
      out.text.append(slice(first, out.span.end));
      at_ = out.span.end;
      if (at_colon()) return false;
    }
    return true;
  }

  // Skips white space and comments; tells whether that is on a later line.
  bool skip_space() {
    bool crossed = false;
    while (true) {
      at_ += leading_spaces();
      skip_comment();
      if (text_[at_] != '\n') return crossed;
      line_start_ = ++at_;
      crossed = true;
    }
  }

  void skip_comment() {
    if (text_[at_] != '#' || (at_ > begin_ && !is_space(text_[at_ - 1]))) return;
    const std::uint32_t begin = at_;
    at_ = line_end();
    comments_.push_back({{begin, at_}});
  }

  // Goes to the next token, which must not be on this line.
  bool finish_line() { return skip_space() || at_end(); }
  // Goes to the `:` on this line if that comes next.
  bool at_colon() {
    at_ += leading_spaces();
    return text_[at_] == ':' && is_space_or_end(text_[at_ + 1]);
  }

  bool at_item() const { return text_[at_] == '-' && is_space_or_end(text_[at_ + 1]); }

  bool at_end() const { return at_ == size_; }
  // The number of spaces that come next.
  std::uint32_t leading_spaces() const {
    std::uint32_t i = at_;
    while (text_[i] == ' ') ++i;
    return i - at_;
  }

  // The place of the line break that comes next, or of the end.
  std::uint32_t line_end() const {
    const void* end = std::memchr(text_ + at_, '\n', size_ - at_);
    if (end == nullptr) return size_;
    return static_cast<std::uint32_t>(static_cast<const char*>(end) - text_);
  }

  std::uint32_t column() const { return at_ - line_start_; }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return {text_ + begin, end - begin};
  }

  // Ends with '\0', of which there is no other, so that most steps need not ask for the end.
  const char* text_;
  std::uint32_t size_;
  std::uint32_t begin_;
  std::uint32_t at_;
  std::uint32_t line_start_;
  std::size_t depth_ = 0;
  std::vector<Comment> comments_;
  QuickAnchors anchors_;
};

}  // namespace

std::optional<Document> quick_parse(const std::string& text, std::uint32_t begin) {
  if (!is_simple(text)) return std::nullopt;
  return QuickReader(text, begin).read();
}

}  // namespace zoomc::syntax
