#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/quick_anchors.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// The one walk of `quick_parse`. It never goes back and never guesses: each step that answers
// `bool` says whether the text keeps to the forms that are read here, and the first `false` ends
// the walk. Who leaves a block value stands at the token behind it, which begins a line, or at the
// end.
class QuickReader {
 public:
  QuickReader(const std::string& text, std::uint32_t begin);

  std::optional<Document> read();

 private:
  // A value on a line of its own, or behind an indicator; lines that belong to it are indented by
  // `indent` spaces at least. Only one that `may_open` can be a block collection.
  bool block_node(std::uint32_t indent, bool may_open, Node& out);
  // `out` is the first key, and its `:` is here.
  bool block_mapping(Node& out);
  bool block_sequence(Node& out);
  // What is behind the `:` or `-` of an entry of the collection at `column`.
  bool block_value(std::uint32_t column, bool of_key, Node& out);
  // Whether what begins this line belongs to that entry.
  bool is_below(std::uint32_t column, bool of_key) const;
  bool block_text(std::uint32_t indent, Node& out);
  // Up to the first line of the text; `indentation` is 0 when the header asks for none.
  bool block_header(bool& strip, std::uint32_t& indentation);
  bool block_lines(std::uint32_t indentation, Node& out);

  bool flow_collection(std::uint32_t indent, Node& out);
  bool flow_member(std::uint32_t indent, Member& out);
  bool flow_value(std::uint32_t indent, Node& out);
  // One without an anchor that is no alias.
  bool bare_flow_value(std::uint32_t indent, Node& out);
  bool flow_space(std::uint32_t indent);

  // Values whose anchor, or alias, is here.
  bool named_block_value(std::uint32_t column, bool of_key, Node& out);
  bool named_flow_value(std::uint32_t indent, Node& out);
  // What belongs to the anchor at column `anchor`, whose name ends here.
  bool behind_anchor(std::uint32_t column, bool of_key, std::uint32_t anchor, Node& out);
  bool alias(Node& out);
  // The name behind the `&` or `*` here; empty when it is not one of those that are read here.
  std::string_view take_name();

  // A key, and to its `:`.
  bool key(bool in_flow, Node& out);
  // Whether `key`, with the `:` here, is one that may be read.
  bool is_name(const Node& key) const;
  // A plain or quoted scalar as far as it stands on this line.
  bool line_scalar(bool in_flow, Node& out);
  bool in_backticks(Node& out);
  bool plain(bool in_flow, Node& out);
  bool starts_plain(bool in_flow) const;
  // Further lines of the plain scalar `out`.
  bool more_lines(std::uint32_t indent, Node& out);

  // Skips white space and comments; tells whether that is on a later line.
  bool skip_space();
  void skip_comment();
  // Goes to the next token, which must not be on this line.
  bool finish_line() { return skip_space() || at_end(); }
  // Goes to the `:` on this line if that comes next.
  bool at_colon();
  bool at_item() const;
  bool at_end() const { return at_ == size_; }
  // How many spaces come next.
  std::uint32_t leading_spaces() const;
  // The place of the line break that comes next, or of the end.
  std::uint32_t line_end() const;
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

// Members are large, so that moving them as their vector grows is a good part of the reading: room
// for so many is made at once.
inline constexpr std::size_t kUsualMembers = 4;

// Whether a key stands twice among `members`.
bool has_duplicate_key(const std::vector<Member>& members);

}  // namespace zoomc::syntax
