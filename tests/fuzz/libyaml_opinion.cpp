#include "libyaml_opinion.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <string_view>
#include <vector>
#include <yaml.h>

#include "syntax/events.h"
#include "syntax/parse.h"

namespace zoomc::fuzz {
namespace {

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

class Event {
 public:
  Event() = default;
  ~Event() { yaml_event_delete(&event_); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  yaml_event_t* get() { return &event_; }

 private:
  yaml_event_t event_{};
};

// The events of a text, one at a time.
class Events {
 public:
  explicit Events(const std::string& text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Events() { yaml_parser_delete(&parser_); }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;

  // Goes to the next; false when libyaml refuses what comes.
  bool next() {
    event_ = std::make_unique<Event>();
    return yaml_parser_parse(&parser_, event_->get()) != 0;
  }
  const yaml_event_t& event() const { return *event_->get(); }
  const yaml_parser_t& parser() const { return parser_; }

 private:
  yaml_parser_t parser_{};
  std::unique_ptr<Event> event_;
};

struct Difference {
  std::string words;
};

yaml_scalar_style_t style_of(const syntax::Node& node) {
  switch (node.style) {
    case syntax::ScalarStyle::plain: break;
    case syntax::ScalarStyle::single_quoted: return YAML_SINGLE_QUOTED_SCALAR_STYLE;
    case syntax::ScalarStyle::double_quoted: return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    case syntax::ScalarStyle::literal: return YAML_LITERAL_SCALAR_STYLE;
    case syntax::ScalarStyle::folded: return YAML_FOLDED_SCALAR_STYLE;
  }
  return YAML_PLAIN_SCALAR_STYLE;
}

// Walks a tree and the events in step.
class Comparison {
 public:
  Comparison(const std::string& text, const syntax::Document& document)
      : text_(text), document_(document), events_(text) {
    // libyaml counts code points behind the byte order mark.
    for (std::uint32_t i = syntax::byte_order_mark_size(text); i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) places_.push_back(i);
    }
    places_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  std::string run() {
    try {
      expect(YAML_STREAM_START_EVENT, "the stream");
      next();
      // Where nothing stands there is no document, which is a document with nothing in it here.
      if (event().type == YAML_STREAM_END_EVENT && document_.root.missing) return "";
      hold(event().type == YAML_DOCUMENT_START_EVENT, "the document");
      next();
      node(document_.root);
      expect(YAML_DOCUMENT_END_EVENT, "the end of the document");
      expect(YAML_STREAM_END_EVENT, "the end of the stream");
    } catch (const Difference& difference) {
      return difference.words;
    }
    return "";
  }

 private:
  void next() {
    if (events_.next()) return;
    const yaml_parser_t& parser = events_.parser();
    if (is_known_refusal(parser)) throw Difference{""};
    throw Difference{"refused at " + std::to_string(place(parser.problem_mark)) + ": " +
                     parser.problem +
                     (parser.context == nullptr ? "" : std::string(", ") + parser.context)};
  }
  // Where libyaml is the one that is wrong by YAML 1.2, which is what a text is read as here.
  bool is_known_refusal(const yaml_parser_t& parser) const {
    const std::string_view problem = parser.problem;
    const std::uint32_t at = place(parser.problem_mark);
    const std::string_view here = std::string_view(text_).substr(at);
    if (problem == "did not find expected node content") {
      // In brackets `:` is an indicator of its own in YAML 1.1. The end of a document may be marked
      // although nothing stands in it.
      return here.starts_with(":") || (here.starts_with("...") && document_.root.missing);
    }
    // In brackets a `:` before an indicator ends a key without a value; libyaml leaves open whether
    // it is part of the key.
    if (problem == "found unexpected ':'") return is_flow_indicator(here.substr(1));
    // A tag may have nothing but a bracket or a comma behind it.
    if (problem == "did not find expected whitespace or line break") return is_flow_indicator(here);
    // What follows the `:` that a plain scalar begins with is part of it, whatever that would
    // begin.
    const std::uint32_t from = parser.context == nullptr ? at : place(parser.context_mark);
    if (has_node(document_.root, [&](const syntax::Node& node) {
          return is_in_colon_word(node, at) || is_in_colon_word(node, from);
        })) {
      return true;
    }
    // A directive that nobody knows may be called anything.
    if (parser.context != nullptr &&
        parser.context == std::string_view("while scanning a directive")) {
      const auto directive = std::string_view(text_).substr(place(parser.context_mark));
      return !directive.starts_with("%YAML") && !directive.starts_with("%TAG");
    }
    // The text of a block may begin with a tab behind its indentation, and end before a blank line.
    if (problem == "found a tab character where an indentation space is expected") {
      return (at > 0 && text_[at - 1] == ' ') || is_blank_from(at);
    }
    // Tabs are white space that libyaml takes for indentation.
    return here.starts_with("\t") && is_no_indentation(at);
  }

  static bool is_flow_indicator(std::string_view text) {
    return !text.empty() && std::string_view(",[]{}?").find(text.front()) != std::string_view::npos;
  }

  // Whether the white space around a place is before nothing, a comment, what goes on or ends in
  // brackets, or a value that does not go on by indentation.
  bool is_no_indentation(std::uint32_t at) const {
    std::size_t first = token_from(at);
    // A value begins behind its anchor and its tag; one with nothing in it is all of these.
    while (first < text_.size() && (text_[first] == '&' || text_[first] == '!')) {
      first = token_from(text_.find_first_of(" \t\r\n", first));
    }
    return is_blank_from(first) || begins_value(document_.root, first) ||
           (std::string_view(",]}").find(text_[first]) != std::string_view::npos &&
            has_node(document_.root,
                     [&](const syntax::Node& node) { return is_in_brackets(node, first); }));
  }

  static bool is_in_brackets(const syntax::Node& node, std::size_t at) {
    return !node.is_scalar() && node.flow && node.span.begin < at && at < node.span.end;
  }
  static bool is_in_colon_word(const syntax::Node& node, std::size_t at) {
    return is_colon_word(node) && node.span.begin < at && at <= node.span.end;
  }
  // In brackets a plain scalar may begin with `:`, which is an indicator of its own in YAML 1.1.
  static bool is_colon_word(const syntax::Node& node) {
    return node.is_scalar() && node.style == syntax::ScalarStyle::plain &&
           node.text.starts_with(':');
  }

  // Whether `is_it` holds for a node or one below it.
  template <class Condition>
  static bool has_node(const syntax::Node& node, const Condition& is_it) {
    const auto has = [&](const syntax::Node& child) { return has_node(child, is_it); };
    return is_it(node) || std::any_of(node.items.begin(), node.items.end(), has) ||
           std::any_of(node.members.begin(), node.members.end(), [&](const syntax::Member& member) {
             return has(member.key) || has(member.value);
           });
  }

  // Whether nothing or a comment comes on the line.
  bool is_blank_from(std::size_t at) const {
    const std::size_t first = token_from(at);
    return first == text_.size() ||
           std::string_view("\r\n#").find(text_[first]) != std::string_view::npos;
  }

  std::size_t token_from(std::size_t at) const {
    return std::min(text_.find_first_not_of(" \t", at), text_.size());
  }

  bool begins_value(const syntax::Node& node, std::size_t at) const {
    const bool is_block = !node.is_scalar() && !node.flow && !node.alias;
    if (!is_block && node.span.begin == at) return true;
    const auto begins = [&](const syntax::Node& child) { return begins_value(child, at); };
    return std::any_of(node.items.begin(), node.items.end(), begins) ||
           std::any_of(node.members.begin(), node.members.end(), [&](const syntax::Member& member) {
             return begins(member.value) || (is_behind_mark(node, member) && begins(member.key));
           });
  }

  // Whether a `?` says that a key comes. A mapping that is the key begins with a key of its own.
  bool is_behind_mark(const syntax::Node& mapping, const syntax::Member& member) const {
    if (mapping.span.begin == member.key.span.begin) return false;
    // All other keys have their `:` on the same line.
    const std::size_t behind = text_.find_first_not_of(" \t", member.key.span.end);
    if (behind == std::string::npos || text_[behind] != ':') return true;
    std::string_view before = std::string_view(text_).substr(0, member.key.span.begin);
    while (true) {
      before = before.substr(0, before.find_last_not_of(" \t") + 1);
      const std::string_view word = before.substr(before.find_last_of(" \t\r\n") + 1);
      // The key's anchor or tag.
      if (!word.starts_with('&') && !word.starts_with('!')) return word.ends_with('?');
      before.remove_suffix(word.size());
    }
  }

  const yaml_event_t& event() const { return events_.event(); }

  void hold(bool truth, const std::string& what) const {
    if (!truth) throw Difference{what + " at " + std::to_string(place(event().start_mark))};
  }
  void expect(yaml_event_type_t type, const std::string& what) {
    next();
    hold(event().type == type, what);
  }
  std::uint32_t place(const yaml_mark_t& mark) const {
    return places_[std::min(mark.index, places_.size() - 1)];
  }

  // The event is the node's first; afterwards it is its last.
  void node(const syntax::Node& node) {
    if (node.alias) return hold(event().type == YAML_ALIAS_EVENT, "alias");
    switch (node.kind) {
      case syntax::NodeKind::scalar: return scalar(node);
      case syntax::NodeKind::sequence: return sequence(node);
      case syntax::NodeKind::mapping: return mapping(node);
    }
  }

  void tag(const syntax::Node& node, const yaml_char_t* full) const {
    const std::string_view name = view(full);
    hold(node.tag == (name == "!" ? "!" : syntax::core_tag(name)), "tag");
  }

  void scalar(const syntax::Node& node) {
    const bool is_scalar = event().type == YAML_SCALAR_EVENT;
    // Behind an anchor in brackets, such a `:` ends a key with nothing in it in YAML 1.1.
    if (is_colon_word(node) && (!is_scalar || event().data.scalar.length == 0))
      throw Difference{""};
    hold(is_scalar, "scalar");
    const auto& scalar = event().data.scalar;
    tag(node, scalar.tag);
    hold(scalar.style == style_of(node), "style");
    const std::string value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    hold(is_same(value, node), "text <" + value + "> is not <" + node.text + ">");
    const bool is_bare = scalar.anchor == nullptr && scalar.tag == nullptr;
    const bool is_block =
        node.style == syntax::ScalarStyle::literal || node.style == syntax::ScalarStyle::folded;
    if (!is_bare || node.missing) return;
    hold(place(event().start_mark) == node.span.begin, "begin");
    // Where a block scalar ends is a matter of taste.
    if (!is_block) hold(place(event().end_mark) == node.span.end, "end");
  }

  // Where yaml-cpp, and so zoomc, is the one that is wrong, only line breaks and blanks may differ.
  bool is_same(const std::string& value, const syntax::Node& node) const {
    if (value == node.text) return true;
    // Of blank lines before the closing quote it keeps one.
    const bool is_quoted = node.style == syntax::ScalarStyle::single_quoted ||
                           node.style == syntax::ScalarStyle::double_quoted;
    if (is_quoted) return without_last_breaks(value) == without_last_breaks(node.text);
    const bool is_folded = node.style == syntax::ScalarStyle::folded;
    if (!is_folded && node.style != syntax::ScalarStyle::literal) return false;
    // It counts the blank lines of `>+` anew for each line, and those with tabs in them.
    const std::string_view header = std::string_view(text_).substr(node.span.begin, 3);
    const bool keeps =
        header.substr(0, header.find_first_of("\r\n")).find('+') != std::string_view::npos;
    if (is_folded && keeps) return without_breaks(value) == without_breaks(node.text);
    // It drops a last line of blanks that no line break ends.
    const bool ends_blank = text_.ends_with(' ') || text_.ends_with('\t');
    return ends_blank && trimmed(value) == trimmed(node.text);
  }

  static std::string without_breaks(std::string text) {
    std::erase_if(text, [](char c) { return c == '\n' || c == ' ' || c == '\t'; });
    return text;
  }
  static std::string_view without_last_breaks(std::string_view text) {
    return text.substr(0, text.find_last_not_of('\n') + 1);
  }
  static std::string_view trimmed(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t\n") + 1);
  }

  void sequence(const syntax::Node& sequence) {
    hold(event().type == YAML_SEQUENCE_START_EVENT, "sequence");
    tag(sequence, event().data.sequence_start.tag);
    hold((event().data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE) == sequence.flow, "flow");
    for (const syntax::Node& item : sequence.items) {
      next();
      node(item);
    }
    expect(YAML_SEQUENCE_END_EVENT, "the end of a sequence");
  }

  void mapping(const syntax::Node& mapping) {
    hold(event().type == YAML_MAPPING_START_EVENT, "mapping");
    tag(mapping, event().data.mapping_start.tag);
    hold((event().data.mapping_start.style == YAML_FLOW_MAPPING_STYLE) == mapping.flow, "flow");
    for (const syntax::Member& member : mapping.members) {
      next();
      node(member.key);
      next();
      node(member.value);
    }
    expect(YAML_MAPPING_END_EVENT, "the end of a mapping");
  }

  const std::string& text_;
  const syntax::Document& document_;
  Events events_;
  // The byte of each code point.
  std::vector<std::uint32_t> places_;
};

// YAML 1.1 breaks lines at these, YAML 1.2 does not.
bool has_other_breaks(std::string_view text) {
  for (const std::string_view other : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    if (text.find(other) != std::string_view::npos) return true;
  }
  return false;
}

// YAML 1.1 has letters, digits, `_` and `-` in the names of anchors, YAML 1.2 nearly everything.
bool has_odd_anchor(std::string_view text) {
  for (std::size_t i = text.find_first_of("&*"); i != std::string_view::npos;
       i = text.find_first_of("&*", i + 1)) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,[]{}", i), text.size());
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const bool is_odd = std::any_of(name.begin(), name.end(), [](char c) {
      return !std::isalnum(static_cast<unsigned char>(c)) && c != '_' && c != '-';
    });
    if (is_odd) return true;
  }
  return false;
}

}  // namespace

std::string libyaml_difference(const std::string& text, const syntax::Document& document) {
  if (has_other_breaks(text) || has_odd_anchor(text)) return "";
  return Comparison(text, document).run();
}

}  // namespace zoomc::fuzz
