#include "both_ways.h"

#include <cstdint>

#include "support/inside.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

std::string words(Span span) {
  return std::to_string(span.begin) + "-" + std::to_string(span.end);
}

// What `a` and `b` themselves differ in, what they hold left out.
std::string own_difference(const Node& a, const Node& b) {
  if (a.span != b.span) return "span " + words(a.span) + " is not " + words(b.span);
  if (a.kind != b.kind) return "kind";
  if (a.style != b.style) return "style";
  if (a.missing != b.missing) return "missing";
  if (a.alias != b.alias) return "alias";
  if (a.flow != b.flow) return "flow";
  if (a.tag != b.tag) return "tag";
  if (a.text != b.text) return "text <" + a.text + "> is not <" + b.text + ">";
  if (a.items.size() != b.items.size()) return "number of items";
  if (a.members.size() != b.members.size()) return "number of members";
  return "";
}

std::string difference(const Node& a, const Node& b) {
  std::string found = own_difference(a, b);
  if (!found.empty()) return found + " at " + words(b.span);
  for (std::size_t i = 0; i < a.items.size() && found.empty(); ++i) {
    found = difference(a.items[i], b.items[i]);
  }
  for (std::size_t i = 0; i < a.members.size() && found.empty(); ++i) {
    found = difference(a.members[i].key, b.members[i].key);
    if (found.empty()) found = difference(a.members[i].value, b.members[i].value);
  }
  return found;
}

}  // namespace

std::string difference(const Document& a, const Document& b) {
  if (std::string found = difference(a.root, b.root); !found.empty()) return found;
  if (a.comments.size() != b.comments.size()) return "number of comments";
  for (std::size_t i = 0; i < a.comments.size(); ++i) {
    if (a.comments[i].span != b.comments[i].span) return "comment " + words(b.comments[i].span);
  }
  return "";
}

BothWays read_both_ways(const std::string& text) {
  if (syntax::check_encoding(text)) return {};
  const std::uint32_t begin = syntax::byte_order_mark_size(text);
  const auto quick = syntax::quick_parse(text, begin);
  Sink sink;
  const auto thorough = syntax::thorough_parse(text, begin, sink);
  BothWays result{.quick = quick.has_value()};
  const Span file = whole(text);
  const auto findings = sink.take();
  for (const Diagnostic& finding : findings) {
    if (!lies_in(finding, file)) result.mistake = "a finding outside: " + finding.message;
    if (quick) result.mistake = "read quickly in spite of: " + finding.message;
  }
  if (thorough && !lies_in(thorough->root, file)) result.mistake = "a span outside of the text";
  if (quick && thorough) result.mistake = difference(*quick, *thorough);
  return result;
}

}  // namespace zoomc::syntax
