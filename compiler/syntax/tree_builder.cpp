#include <array>
#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/codes.h"
#include "diagnostics/sink.h"
#include "syntax/anchors.h"
#include "syntax/characters.h"
#include "syntax/cursor.h"
#include "syntax/events.h"
#include "syntax/parse.h"
#include "syntax/parser_state.h"
#include "syntax/scalar_extent.h"
#include "syntax/tree.h"
#include "text/quote.h"

namespace zoomc::syntax {
namespace {

using namespace syntax_codes;

bool tag_fits(std::string_view core, EventKind kind) {
  if (core == "!!map") return kind == EventKind::mapping_start;
  if (core == "!!seq") return kind == EventKind::sequence_start;
  return kind == EventKind::null || kind == EventKind::scalar;
}

constexpr std::size_t kSmall = 16;

bool is_merge_key(const Node& key) {
  return key.style == ScalarStyle::plain && key.tag.empty() && !key.alias && key.text == "<<";
}

// Collects the members of one mapping. Duplicate keys are reported and left out; a
// merge key is reported and stays, so that the keys it would add are not reported as missing. A
// file gets at most `kMaxReportedKeys` such findings: it is refused anyway.
class Members {
 public:
  // `reported` counts over all mappings of a file.
  Members(std::vector<Member>& out, Sink& sink, std::size_t& reported)
      : out_(out), sink_(sink), reported_(reported) {}

  void add(Member member) {
    if (is_merge_key(member.key)) {
      report(finding(syntax_codes::kMergeKey, member.key.span,
                     "merge keys (`<<`) are not part of the language; write the keys out"));
      // One stays, so that the keys it would add are not reported as missing.
      if (find(member.key.text) == nullptr) keep(std::move(member));
      return;
    }
    if (const Member* first = find(member.key.text)) {
      Diagnostic twice =
          finding(syntax_codes::kDuplicateKey, member.key.span,
                  fmt::format("key {} is already in this mapping; remove one of them",
                              in_backticks(member.key.text)));
      twice.labels.push_back({first->key.span, "first here"});
      report(std::move(twice));
      return;
    }
    keep(std::move(member));
  }

 private:
  void keep(Member member) {
    if (!index_.empty()) index_.emplace(member.key.text, out_.size());
    out_.push_back(std::move(member));
  }

  const Member* find(const std::string& key) {
    if (index_.empty() && out_.size() >= kSmall) {
      for (std::size_t i = 0; i < out_.size(); ++i) index_.emplace(out_[i].key.text, i);
    }
    if (!index_.empty()) {
      const auto found = index_.find(key);
      return found == index_.end() ? nullptr : &out_[found->second];
    }
    for (const Member& member : out_) {
      if (member.key.text == key) return &member;
    }
    return nullptr;
  }

  void report(Diagnostic finding) {
    if (++reported_ <= kMaxReportedKeys) sink_.add(std::move(finding));
  }

  std::vector<Member>& out_;
  Sink& sink_;
  std::size_t& reported_;
  // The index of each key in `out_`; made only for large mappings.
  std::unordered_map<std::string, std::size_t> index_;
};

// The library reports these words as null even where they are written.
std::uint32_t null_word_size(const Cursor& cursor) {
  constexpr std::string_view kWords[] = {"~", "null", "Null", "NULL"};
  for (const std::string_view word : kWords) {
    if (!cursor.text().substr(cursor.at()).starts_with(word)) continue;
    const auto size = static_cast<std::uint32_t>(word.size());
    const char next = cursor.peek(size);
    if (is_space_or_end(next) || is_flow_indicator(next) || next == ':') return size;
  }
  return 0;
}

// `-`, `?` or `:` alone is not text in brackets, although the library accepts it.
bool is_lone_indicator(const Cursor& cursor) {
  const char next = cursor.peek(1);
  return (cursor.peek() == '-' || cursor.peek() == '?' || cursor.peek() == ':') &&
         (is_space_or_end(next) || is_flow_indicator(next));
}

// Verbatim tags end with `>`, others where text or a quote begins that has no place in a tag.
std::uint32_t tag_size(const Cursor& cursor) {
  std::uint32_t size = 1;
  const bool verbatim = cursor.peek(1) == '<';
  const std::string_view ends = verbatim ? ">" : "<>|\"`\\^";
  while (!is_space_or_end(cursor.peek(size)) && ends.find(cursor.peek(size)) == ends.npos &&
         (verbatim || !is_flow_indicator(cursor.peek(size)))) {
    ++size;
  }
  return verbatim ? size + 1 : size;
}

// An anchor, an alias or a tag.
std::uint32_t property_size(const Cursor& cursor) {
  if (cursor.peek() == '!') return tag_size(cursor);
  std::uint32_t size = 1;
  while (!is_space_or_end(cursor.peek(size)) && !is_flow_indicator(cursor.peek(size))) ++size;
  return size;
}

// `{key:value}` is one long key to YAML, and never meant that way; `{https://x.example}` may be.
bool is_pair_without_space(const Node& key) {
  const std::size_t colon = key.text.find(':');
  return key.is_scalar() && key.style == ScalarStyle::plain && !key.alias &&
         colon != std::string::npos && colon > 0 && key.text.compare(colon, 2, ":/") != 0;
}

// Builds the located tree by walking the events and the source in step. The events say what the
// text means; the walk finds where each value ends and accounts for every byte: what is not part of
// a value must be white space, a comment, or the one indicator that the tree needs at that place.
// So what the library reads generously (a quote that is never closed, a key without a colon, tabs
// as indentation ...) shows here.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, std::uint32_t begin, const EventLog& log, Sink& sink)
      : log_(log), sink_(sink), cursor_(text, begin), begin_(begin), anchors_(log.alias_counts) {}

  // The document, or nothing after the one error that stopped the walk went to the sink.
  std::optional<Document> build() {
    Document result;
    if (!document(result)) return std::nullopt;
    result.comments = cursor_.take_comments();
    return result;
  }

 private:
  // The place of a value. On a line of its own it needs `indent` spaces, a block sequence
  // `sequence_indent`, which is one less below a key. A value that is not written is at
  // `behind`. `expected` is for the message if there is something else.
  struct Place {
    std::uint32_t indent = 0;
    std::uint32_t sequence_indent = 0;
    bool flow = false;
    std::uint32_t behind = 0;
    Expected expected = Expected::value;
  };

  // All of these answer whether the walk goes on.
  bool document(Document& out) {
    cursor_.skip_space();
    if (!directives()) return false;
    if (cursor_.at_marker("---")) cursor_.take(3);
    if (log_.events.empty() && log_.stop == StopReason::complete) {
      out.root.missing = true;
      out.root.span = {begin_, begin_};
    } else if (!node({.behind = cursor_.last_end()}, out.root)) {
      return false;
    }
    return document_end();
  }

  bool directives() {
    const std::uint32_t first = cursor_.at();
    while (cursor_.peek() == '%' && cursor_.column() == 0) {
      cursor_.take_to(line_end(cursor_.text(), cursor_.at()));
      cursor_.skip_space();
    }
    if (cursor_.at() == first || cursor_.at_marker("---")) return true;
    return stop(
        finding(kYamlSyntax, {first, first + 1},
                "a line that starts with `%` is a directive, and no `---` comes after it; put "
                "text that starts with `%` in quotes"));
  }

  bool document_end() {
    cursor_.skip_space();
    bool ended = false;
    while (cursor_.at_marker("...")) {
      cursor_.take(3);
      cursor_.skip_space();
      ended = true;
    }
    if (cursor_.at_end() && log_.stop == StopReason::complete) return true;
    const bool marker = cursor_.at_marker("---");
    if (cursor_.at_end() || (!ended && !marker)) return stop(Expected::end);
    const std::uint32_t size = marker ? 3 : 1;
    return stop(finding(kSecondDocument, {cursor_.at(), cursor_.at() + size},
                        "a second document begins here; a file holds one, so remove it or move it "
                        "to a file of its own"));
  }

  bool node(const Place& place, Node& out) {
    if (!space(place)) return false;
    const ParserEvent* event = peek();
    if (event == nullptr) return stop(place.expected);
    const std::uint32_t begin = cursor_.at();
    if (event->kind == EventKind::alias) return line_indented(place, false) && alias(*event, out);
    if (!properties(*event, place, out)) return false;
    if (is_missing(*event, place)) {
      out.missing = true;
      out.span = {place.behind, place.behind};
      ++next_event_;
    } else {
      if (event->place != begin) return stop(place.expected);
      if (!content(*event, place, out)) return false;
    }
    if (event->anchor != 0) anchors_.define(event->anchor, out);
    return true;
  }

  bool properties(const ParserEvent& event, const Place& place, Node& out) {
    bool anchor_due = event.anchor != 0;
    bool tag_due = event.tag_kind != TagKind::none;
    while ((anchor_due && cursor_.peek() == '&') || (tag_due && cursor_.peek() == '!')) {
      const bool is_tag = cursor_.peek() == '!';
      if (!line_indented(place, false)) return false;
      const std::uint32_t end = cursor_.at() + property_size(cursor_);
      token(TokenKind::property, {cursor_.at(), end});
      if (is_tag && !tag(event, out)) return false;
      (is_tag ? tag_due : anchor_due) = false;
      if (!property_end(end) || !space(place)) return false;
    }
    const bool named_tag_due = tag_due && event.tag_kind == TagKind::named;
    return !anchor_due && !named_tag_due ? true : stop(place.expected);
  }

  bool tag(const ParserEvent& event, Node& out) {
    if (event.tag_kind == TagKind::bare) {
      out.tag = "!";
      return true;
    }
    const std::string_view core = core_tag(log_.tags[event.tag]);
    const Span span = last_.span;
    if (core.empty()) {
      return stop(finding(
          kYamlSyntax, span,
          fmt::format("unknown tag {}; remove it, or put text that starts with `!` in quotes",
                      written(span))));
    }
    if (!tag_fits(core, event.kind)) {
      return stop(
          finding(kYamlSyntax, span,
                  fmt::format("{} is the tag of another kind of value; remove it", written(span))));
    }
    out.tag = core;
    return true;
  }

  bool property_end(std::uint32_t end) {
    cursor_.take_to(end);
    const char next = cursor_.peek();
    const bool in_flow = !open_.empty() && open_.back().is_flow();
    if (is_space_or_end(next) || (in_flow && is_flow_indicator(next))) return true;
    return stop(
        finding(kYamlSyntax, {end, end}, fmt::format("no space after {}", written(last_.span))));
  }

  bool alias(const ParserEvent& event, Node& out) {
    if (cursor_.peek() != '*' || event.place != cursor_.at()) return stop(Expected::value);
    out.span = {cursor_.at(), cursor_.at() + property_size(cursor_)};
    out.alias = true;
    switch (anchors_.copy(event.anchor, open_.size(), out)) {
      case AliasAnswer::copied: break;
      case AliasAnswer::inside_itself:
        return stop(finding(kYamlSyntax, out.span,
                            fmt::format("{} is inside the value it refers to", written(out.span))));
      case AliasAnswer::too_many:
        return stop(
            finding(kFileTooLarge, out.span,
                    "aliases add more than 10000 values or 8 MiB to the file; write fewer"));
      case AliasAnswer::too_deep:
        return stop(finding(kFileTooLarge, out.span,
                            fmt::format("with the value of {}, values are nested more than 64 deep",
                                        written(out.span))));
    }
    token(TokenKind::alias, out.span);
    cursor_.take_to(out.span.end);
    ++next_event_;
    return true;
  }

  bool content(const ParserEvent& event, const Place& place, Node& out) {
    const bool sequence = event.kind == EventKind::sequence_start && cursor_.peek() != '[';
    if (!line_indented(place, sequence)) return false;
    switch (event.kind) {
      case EventKind::null:
      case EventKind::scalar: return scalar(event, place, out);
      case EventKind::sequence_start:
        if (cursor_.peek() == '[') return flow_collection(FrameKind::flow_sequence, place, out);
        return block_collection(FrameKind::block_sequence, place, out);
      case EventKind::mapping_start:
        if (cursor_.peek() == '{' && !is_flow_pair(event)) {
          return flow_collection(FrameKind::flow_mapping, place, out);
        }
        if (place.flow) return flow_pair(place, out);
        return block_collection(FrameKind::block_mapping, place, out);
      default: return stop(place.expected);
    }
  }

  bool scalar(const ParserEvent& event, const Place& place, Node& out) {
    const char first = cursor_.peek();
    if (is_block_text_start(first) && !place.flow) return block_scalar(event, place, out);
    if (place.flow && is_lone_indicator(cursor_)) return stop(place.expected);
    const std::uint32_t begin = cursor_.at();
    const ScalarSite site{.text = cursor_.text(), .begin = begin, .indent = place.indent};
    out.text = log_.value(event);
    if (event.kind == EventKind::null) {
      out.text = cursor_.text().substr(begin, null_word_size(cursor_));
    }
    const auto end = is_quote(first) ? quoted_end(site) : plain_end(site, out.text);
    if (!end) return stop(end.error());
    out.span = {begin, *end};
    if (is_quote(first)) {
      out.style = first == '"' ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
    }
    token(is_quote(first) ? TokenKind::quoted : TokenKind::plain, out.span);
    cursor_.take_to(out.span.end);
    ++next_event_;
    return true;
  }

  bool block_scalar(const ParserEvent& event, const Place& place, Node& out) {
    const ScalarSite site{.text = cursor_.text(), .begin = cursor_.at(), .indent = place.indent};
    out.text = log_.value(event);
    const auto block = block_text(site, out.text);
    if (!block) return stop(block.error());
    if (!block->comment.empty()) cursor_.add_comment(block->comment);
    out.style = cursor_.peek() == '|' ? ScalarStyle::literal : ScalarStyle::folded;
    out.span = {site.begin, block->end};
    token(TokenKind::block_text, out.span);
    cursor_.take_to(out.span.end);
    if (block->end == block->header_end) cursor_.take_to(line_end(site.text, block->end));
    ++next_event_;
    return true;
  }

  // Block collections.

  bool block_collection(FrameKind kind, const Place& place, Node& out) {
    if (place.flow) return stop(place.expected);
    if (const auto tab = cursor_.tab_before())
      return stop(ScalarError{ScalarErrorKind::tab_in_indentation, *tab});
    ++next_event_;
    const std::uint32_t begin = cursor_.at();
    open(kind);
    const bool mapping = kind == FrameKind::block_mapping;
    out.kind = mapping ? NodeKind::mapping : NodeKind::sequence;
    if (!(mapping ? block_members(out) : block_items(out))) return false;
    out.span = {begin, cursor_.last_end()};
    close();
    ++next_event_;
    return true;
  }

  bool block_items(Node& out) {
    const std::uint32_t column = open_.back().column;
    while (!at_event(EventKind::sequence_end)) {
      cursor_.skip_space();
      if (cursor_.column() != column || !cursor_.at_indicator('-')) return stop(Expected::item);
      indicator();
      const Place place{
          .indent = column + 1, .sequence_indent = column + 1, .behind = cursor_.last_end()};
      if (!node(place, out.items.emplace_back())) return false;
    }
    return true;
  }

  bool block_members(Node& out) {
    const std::uint32_t column = open_.back().column;
    Members members(out.members, sink_, reported_keys_);
    while (!at_event(EventKind::mapping_end)) {
      cursor_.skip_space();
      const bool entry = cursor_.column() == column && !cursor_.at_end() &&
                         !cursor_.at_indicator('-') && !cursor_.at_marker("...");
      if (!entry) return stop(Expected::key);
      Member member;
      if (!block_member(member)) return false;
      members.add(std::move(member));
    }
    return true;
  }

  bool block_member(Member& out) {
    const std::uint32_t column = open_.back().column;
    if (cursor_.at_indicator('?')) return explicit_key(column, out);
    if (cursor_.at_indicator(':') && at_event(EventKind::null)) {
      return stop(finding(syntax_codes::kYamlSyntax, {cursor_.at(), cursor_.at() + 1},
                          "no key before this `:`; write the key, or put text that starts with `:` "
                          "in quotes"));
    }
    return implicit_key(column, out) && block_value(column, out.value);
  }

  bool explicit_key(std::uint32_t column, Member& out) {
    indicator();
    out.is_key_explicit = true;
    const Place place{
        .indent = column + 1, .sequence_indent = column, .behind = cursor_.last_end()};
    if (!node(place, out.key) || !named_key(out.key)) return false;
    open_.back().key = out.key.span;
    const std::uint32_t key_end = cursor_.last_end();
    cursor_.skip_space();
    if (cursor_.column() == column && cursor_.at_indicator(':')) {
      indicator();
      return block_value(column, out.value);
    }
    if (!at_event(EventKind::null)) return stop(Expected::key);
    ++next_event_;
    out.value.missing = true;
    out.value.span = {key_end, key_end};
    return true;
  }

  bool implicit_key(std::uint32_t column, Member& out) {
    const Place place{.indent = column,
                      .sequence_indent = column,
                      .behind = cursor_.at(),
                      .expected = Expected::key};
    const std::uint32_t line = cursor_.line_start();
    if (!node(place, out.key)) return false;
    open_.back().key = out.key.span;
    cursor_.skip_blanks();
    if (cursor_.line_start() != line || !cursor_.at_indicator(':')) return stop(Expected::colon);
    if (!named_key(out.key)) return false;
    indicator();
    return true;
  }

  bool block_value(std::uint32_t column, Node& out) {
    const Place place{
        .indent = column + 1, .sequence_indent = column, .behind = cursor_.last_end()};
    return node(place, out);
  }

  bool flow_collection(FrameKind kind, const Place& place, Node& out) {
    const std::uint32_t begin = cursor_.at();
    open(kind);
    const bool mapping = kind == FrameKind::flow_mapping;
    out.kind = mapping ? NodeKind::mapping : NodeKind::sequence;
    out.flow = true;
    cursor_.take(1);
    ++next_event_;
    const Place inside{.indent = place.indent, .flow = true, .expected = Expected::flow_item};
    if (!flow_space(inside) || !flow_entries(inside, out)) return false;
    if (cursor_.peek() != (mapping ? '}' : ']')) return stop(Expected::flow_separator);
    cursor_.take(1);
    ++next_event_;
    out.span = {begin, cursor_.at()};
    close();
    token(TokenKind::flow, out.span);
    return true;
  }

  bool flow_entries(const Place& place, Node& out) {
    Members members(out.members, sink_, reported_keys_);
    const EventKind end = out.is_mapping() ? EventKind::mapping_end : EventKind::sequence_end;
    while (!at_event(end)) {
      if (cursor_.peek() == ',' || is_flow_end(cursor_.peek())) return stop(Expected::flow_item);
      if (out.is_mapping()) {
        Member member;
        if (!flow_member(place, member)) return false;
        members.add(std::move(member));
      } else {
        Place item = place;
        item.behind = cursor_.last_end();
        if (!node(item, out.items.emplace_back())) return false;
      }
      if (!flow_space(place)) return false;
      if (is_flow_end(cursor_.peek()) && at_event(end)) return true;
      if (cursor_.peek() != ',') return stop(Expected::flow_separator);
      indicator();
      if (!flow_space(place)) return false;
    }
    return true;
  }

  bool flow_pair(const Place& place, Node& out) {
    // An anchor or tag before a `?` would belong to the pair, which cannot have one.
    if (peek()->anchor != 0 || peek()->tag_kind != TagKind::none) return stop(place.expected);
    const std::uint32_t begin = cursor_.at();
    open(FrameKind::flow_mapping);
    open_.back().begin = open_.size() > 1 ? open_[open_.size() - 2].begin : begin;
    ++next_event_;
    out.kind = NodeKind::mapping;
    out.flow = true;
    if (!flow_member(place, out.members.emplace_back())) return false;
    if (!at_event(EventKind::mapping_end)) return stop(Expected::flow_separator);
    ++next_event_;
    out.span = {begin, cursor_.last_end()};
    close();
    return true;
  }

  bool flow_member(const Place& place, Member& out) {
    if (cursor_.at_indicator('?')) {
      indicator();
      out.is_key_explicit = true;
      if (!flow_space(place)) return false;
    }
    if (cursor_.peek() == ':' && at_event(EventKind::null)) {
      return stop(finding(syntax_codes::kYamlSyntax, {cursor_.at(), cursor_.at() + 1},
                          "no key before this `:`; write the key, or put text that starts with `:` "
                          "in quotes"));
    }
    // Text that the library does not read as a key: it does so only before a `:` on the same line.
    if (at_event(EventKind::null) && peek()->anchor == 0 && is_missing(*peek(), place) &&
        !is_flow_end(cursor_.peek())) {
      return stop(Expected::flow_item);
    }
    Place key = place;
    key.behind = cursor_.last_end();
    if (!node(key, out.key)) return false;
    open_.back().key = out.key.span;
    if (!flow_space(place) || !flow_value(place, out)) return false;
    return named_key(out.key);
  }

  bool flow_value(const Place& place, Member& out) {
    if (cursor_.peek() == ':') {
      indicator();
      Place value = place;
      value.behind = cursor_.last_end();
      value.expected = Expected::value;
      return node(value, out.value);
    }
    if (!at_event(EventKind::null)) return stop(Expected::flow_separator);
    if (is_pair_without_space(out.key)) return stop(Expected::colon);
    ++next_event_;
    out.value.missing = true;
    out.value.span = {out.key.span.end, out.key.span.end};
    return true;
  }

  bool flow_space(const Place& place) {
    if (!cursor_.skip_space() || cursor_.at_end()) return true;
    // A closing bracket may be as far left as the key of its collection.
    const bool closing = is_flow_end(cursor_.peek());
    const std::uint32_t indent = place.indent - (closing && place.indent > 0 ? 1 : 0);
    if (auto line = check_indented(cursor_.text(), cursor_.line_start(), indent); !line) {
      return stop(line.error());
    }
    return true;
  }

  bool space(const Place& place) {
    if (place.flow) return flow_space(place);
    cursor_.skip_space();
    return true;
  }

  bool line_indented(const Place& place, bool sequence) {
    if (place.flow || !cursor_.begins_line()) return true;
    const std::uint32_t indent = sequence ? place.sequence_indent : place.indent;
    const auto line = check_indented(cursor_.text(), cursor_.line_start(), indent);
    return line ? true : stop(line.error());
  }

  bool is_missing(const ParserEvent& event, const Place& place) const {
    const bool is_null = event.kind == EventKind::null;
    if (!is_null && !(event.kind == EventKind::scalar && event.value_size == 0)) return false;
    if (!place.flow && cursor_.begins_line() && cursor_.leading_spaces() < place.indent)
      return true;
    if (is_null) return null_word_size(cursor_) == 0;
    return !is_quote(cursor_.peek()) && (place.flow || !is_block_text_start(cursor_.peek()));
  }

  // Flow collections: in brackets.

  // A mapping that begins with `{` is a single pair of a flow sequence, or a block mapping, if its
  // first key is what begins with the `{`.
  bool is_flow_pair(const ParserEvent& event) const {
    if (next_event_ + 1 >= log_.events.size()) return false;
    const ParserEvent& key = log_.events[next_event_ + 1];
    return key.kind == EventKind::mapping_start && key.place == event.place;
  }

  bool named_key(const Node& key) {
    if (key.missing) {
      return stop(finding(kYamlSyntax, key.span, "no key here; write it"));
    }
    if (key.is_scalar()) return true;
    const bool is_template = key.flow && key.span.begin > 0 && key.is_mapping() &&
                             cursor_.text()[key.span.begin - 1] == '{';
    if (is_template) {
      return stop(finding(kYamlSyntax, {key.span.begin - 1, key.span.begin + 1},
                          "unquoted text cannot start with `{{`; put it in quotes"));
    }
    return stop(finding(kYamlSyntax, key.span, "a key must be a word, not a list or a mapping"));
  }

  // The source of `span` for a message.
  std::string written(Span span) const {
    return in_backticks(cursor_.text().substr(span.begin, span.size()));
  }

  // The next event; null if the library or a limit stopped.
  const ParserEvent* peek() const {
    return next_event_ < log_.events.size() ? &log_.events[next_event_] : nullptr;
  }

  bool at_event(EventKind kind) const { return peek() != nullptr && peek()->kind == kind; }
  void indicator() {
    cursor_.take(1);
    closed_.clear();
  }

  void token(TokenKind kind, Span span) {
    last_ = {kind, span};
    closed_.clear();
  }

  void open(FrameKind kind) {
    open_.push_back({.kind = kind, .begin = cursor_.at(), .column = cursor_.column()});
    closed_.clear();
  }

  void close() {
    closed_.push_back(open_.back());
    open_.pop_back();
  }

  // Stops: the text here is not allowed here.
  bool stop(Expected expected) { return stop(explain(parser_state(expected))); }

  bool stop(const ScalarError& error) {
    return stop(explain(error, parser_state(Expected::value)));
  }

  bool stop(Diagnostic finding) {
    sink_.add(std::move(finding));
    return false;
  }

  ParserState parser_state(Expected expected) const {
    return {.cursor = cursor_,
            .log = log_,
            .expected = expected,
            .last = last_,
            .open = open_,
            .closed = closed_};
  }

  const EventLog& log_;
  Sink& sink_;
  Cursor cursor_;
  std::uint32_t begin_;
  Anchors anchors_;
  std::size_t next_event_ = 0;
  std::size_t reported_keys_ = 0;
  Token last_;
  std::vector<Frame> open_;
  std::vector<Frame> closed_;
};

// A limit that stopped the library before the text was read; nothing when none did.
std::optional<Diagnostic> limit_reached(const EventLog& log) {
  const Span place{log.place, log.place + 1};
  switch (log.stop) {
    case StopReason::nesting:
      return finding(kFileTooLarge, place, "values are nested more than 64 deep");
    case StopReason::nodes:
      return finding(kFileTooLarge, place, "the file has more than 1000000 values");
    case StopReason::read_ahead:
      return finding(kFileTooLarge, place,
                     "the value that begins here is too long to be read in one piece; write it "
                     "without brackets, one entry a line");
    case StopReason::complete:
    case StopReason::syntax: break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Document> thorough_parse(std::string_view text, std::uint32_t begin, Sink& sink) {
  const EventLog log = read_events(text, begin);
  if (auto limit = limit_reached(log)) {
    sink.add(std::move(*limit));
    return std::nullopt;
  }
  return TreeBuilder(text, begin, log, sink).build();
}

}  // namespace zoomc::syntax
