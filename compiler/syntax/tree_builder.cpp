#include "syntax/tree_builder.h"

#include "diagnostics/codes.h"
#include "syntax/characters.h"
#include "syntax/mistakes.h"
#include "syntax/tags.h"
#include "text/quote.h"

namespace zoomc::syntax {
namespace {

using namespace syntax_codes;

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

// `-`, `?` or `:` alone is no text in brackets, though the library takes it.
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

}  // namespace

TreeBuilder::TreeBuilder(std::string_view text, std::uint32_t begin, const EventLog& log,
                         Sink& sink)
    : log_(log), sink_(sink), cursor_(text, begin), begin_(begin), anchors_(log.alias_counts) {}

std::optional<Document> TreeBuilder::build() {
  Document result;
  if (!document(result)) return std::nullopt;
  result.comments = cursor_.take_comments();
  return result;
}

bool TreeBuilder::document(Document& out) {
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

bool TreeBuilder::directives() {
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

bool TreeBuilder::document_end() {
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

bool TreeBuilder::node(const Place& place, Node& out) {
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

bool TreeBuilder::properties(const ParserEvent& event, const Place& place, Node& out) {
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

bool TreeBuilder::property_end(std::uint32_t end) {
  cursor_.take_to(end);
  const char next = cursor_.peek();
  const bool in_flow = !open_.empty() && open_.back().is_flow();
  if (is_space_or_end(next) || (in_flow && is_flow_indicator(next))) return true;
  return stop(finding(kYamlSyntax, {end, end}, "no space after " + written(last_.span)));
}

bool TreeBuilder::tag(const ParserEvent& event, Node& out) {
  if (event.tag_kind == TagKind::bare) {
    out.tag = "!";
    return true;
  }
  const std::string_view core = core_tag(log_.tags[event.tag]);
  const Span span = last_.span;
  if (core.empty()) {
    return stop(finding(kYamlSyntax, span,
                        "unknown tag " + written(span) +
                            "; remove it, or put text that starts with `!` in quotes"));
  }
  if (!tag_fits(core, event.kind)) {
    return stop(finding(kYamlSyntax, span,
                        written(span) + " is the tag of another kind of value; remove it"));
  }
  out.tag = core;
  return true;
}

bool TreeBuilder::alias(const ParserEvent& event, Node& out) {
  if (cursor_.peek() != '*' || event.place != cursor_.at()) return stop(Expected::value);
  out.span = {cursor_.at(), cursor_.at() + property_size(cursor_)};
  out.alias = true;
  switch (anchors_.copy(event.anchor, open_.size(), out)) {
    case AliasAnswer::copied: break;
    case AliasAnswer::inside_itself:
      return stop(finding(kYamlSyntax, out.span,
                          written(out.span) + " stands inside the value it refers to"));
    case AliasAnswer::too_many:
      return stop(finding(kFileTooLarge, out.span,
                          "aliases add more than 10000 values or 8 MiB to the file; write fewer"));
    case AliasAnswer::too_deep:
      return stop(finding(
          kFileTooLarge, out.span,
          "with what " + written(out.span) + " stands for, values are nested more than 64 deep"));
  }
  token(TokenKind::alias, out.span);
  cursor_.take_to(out.span.end);
  ++next_event_;
  return true;
}

bool TreeBuilder::content(const ParserEvent& event, const Place& place, Node& out) {
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

bool TreeBuilder::scalar(const ParserEvent& event, const Place& place, Node& out) {
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

bool TreeBuilder::block_scalar(const ParserEvent& event, const Place& place, Node& out) {
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

bool TreeBuilder::space(const Place& place) {
  if (place.flow) return flow_space(place);
  cursor_.skip_space();
  return true;
}

bool TreeBuilder::line_indented(const Place& place, bool sequence) {
  if (place.flow || !cursor_.begins_line()) return true;
  const std::uint32_t indent = sequence ? place.sequence_indent : place.indent;
  const auto line = check_indented(cursor_.text(), cursor_.line_start(), indent);
  return line ? true : stop(line.error());
}

bool TreeBuilder::is_missing(const ParserEvent& event, const Place& place) const {
  const bool is_null = event.kind == EventKind::null;
  if (!is_null && !(event.kind == EventKind::scalar && event.value_size == 0)) return false;
  if (!place.flow && cursor_.begins_line() && cursor_.leading_spaces() < place.indent) return true;
  if (is_null) return null_word_size(cursor_) == 0;
  return !is_quote(cursor_.peek()) && (place.flow || !is_block_text_start(cursor_.peek()));
}

bool TreeBuilder::named_key(const Node& key) {
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

std::string TreeBuilder::written(Span span) const {
  return in_backticks(cursor_.text().substr(span.begin, span.size()));
}

const ParserEvent* TreeBuilder::peek() const {
  return next_event_ < log_.events.size() ? &log_.events[next_event_] : nullptr;
}

void TreeBuilder::indicator() {
  cursor_.take(1);
  closed_.clear();
}

void TreeBuilder::token(TokenKind kind, Span span) {
  last_ = {kind, span};
  closed_.clear();
}

void TreeBuilder::open(FrameKind kind) {
  open_.push_back({.kind = kind, .begin = cursor_.at(), .column = cursor_.column()});
  closed_.clear();
}

void TreeBuilder::close() {
  closed_.push_back(open_.back());
  open_.pop_back();
}

bool TreeBuilder::stop(Expected expected) {
  return stop(explain(situation(expected)));
}

bool TreeBuilder::stop(const Slip& slip) {
  return stop(explain(slip, situation(Expected::value)));
}

bool TreeBuilder::stop(Diagnostic finding) {
  sink_.add(std::move(finding));
  return false;
}

Situation TreeBuilder::situation(Expected expected) const {
  return {.cursor = cursor_,
          .log = log_,
          .expected = expected,
          .last = last_,
          .open = open_,
          .closed = closed_};
}

}  // namespace zoomc::syntax
