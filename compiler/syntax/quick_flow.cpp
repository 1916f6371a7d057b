// The half of the quick reader for collections in brackets.
#include "syntax/characters.h"
#include "syntax/limits.h"
#include "syntax/quick_reader.h"

namespace zoomc::syntax {

bool QuickReader::flow_collection(std::uint32_t indent, Node& out) {
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

bool QuickReader::flow_member(std::uint32_t indent, Member& out) {
  if (!key(true, out.key)) return false;
  ++at_;
  return flow_space(indent) && flow_value(indent, out.value);
}

bool QuickReader::flow_value(std::uint32_t indent, Node& out) {
  if (is_name_start(text_[at_])) return named_flow_value(indent, out);
  return bare_flow_value(indent, out);
}

bool QuickReader::bare_flow_value(std::uint32_t indent, Node& out) {
  return is_flow_start(text_[at_]) ? flow_collection(indent, out) : line_scalar(true, out);
}

bool QuickReader::flow_space(std::uint32_t indent) {
  const std::size_t known = comments_.size();
  if (!skip_space()) return true;
  // The library takes a comment at the start of a line for text when a plain scalar is before it.
  for (std::size_t i = known; i < comments_.size(); ++i) {
    if (text_[comments_[i].span.begin - 1] == '\n') return false;
  }
  // A closing bracket may stand as far left as the key of its collection.
  const bool outdented = is_flow_end(text_[at_]) && indent > 0;
  return column() >= indent - (outdented ? 1 : 0);
}

}  // namespace zoomc::syntax
