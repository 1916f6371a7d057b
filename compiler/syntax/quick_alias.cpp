// The part of the quick reader for anchors and aliases. Left to the library: names with anything
// but letters, digits, `_` and `-` in them, those of keys and of the whole document, those on
// another line than the `:` or `-` before them, anchors beside a tag, of what is not written, and
// of an item that is a block scalar on the same line.
#include "syntax/characters.h"
#include "syntax/quick_reader.h"
#include "text/ascii.h"

namespace zoomc::syntax {
namespace {

bool is_name_letter(char c) {
  return is_alphanumeric(c) || c == '_' || c == '-';
}

}  // namespace

bool QuickReader::named_block_value(std::uint32_t column, bool of_key, Node& out) {
  if (text_[at_] == '*') return alias(out) && finish_line();
  const std::uint32_t anchor = this->column();
  const std::string_view name = take_name();
  return !name.empty() && anchors_.begin(name) && behind_anchor(column, of_key, anchor, out) &&
         anchors_.define(name, out);
}

bool QuickReader::behind_anchor(std::uint32_t column, bool of_key, std::uint32_t anchor,
                                Node& out) {
  if (skip_space()) return is_below(column, of_key) && block_node(column + 1, true, out);
  if (of_key) return block_node(column + 1, false, out);
  // Up to the end of its line, the library takes the anchor of an item for the start of a mapping:
  // it counts indentation from there.
  return !is_block_text_start(text_[at_]) && block_node(anchor + 1, false, out);
}

bool QuickReader::named_flow_value(std::uint32_t indent, Node& out) {
  if (text_[at_] == '*') return alias(out);
  const std::string_view name = take_name();
  if (name.empty() || !anchors_.begin(name)) return false;
  at_ += leading_spaces();
  return bare_flow_value(indent, out) && anchors_.define(name, out);
}

bool QuickReader::alias(Node& out) {
  const std::uint32_t begin = at_;
  const std::string_view name = take_name();
  out.span = {begin, at_};
  return !name.empty() && anchors_.copy(name, depth_, out);
}

std::string_view QuickReader::take_name() {
  const std::uint32_t begin = ++at_;
  while (is_name_letter(text_[at_])) ++at_;
  const char next = text_[at_];
  // Outside of brackets, nothing that is read here begins with one of these.
  const bool ends = is_space_or_end(next) || next == ',' || is_flow_end(next);
  return ends ? slice(begin, at_) : std::string_view();
}

}  // namespace zoomc::syntax
