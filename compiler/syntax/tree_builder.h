#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/sink.h"
#include "syntax/anchors.h"
#include "syntax/cursor.h"
#include "syntax/events.h"
#include "syntax/scalar_extent.h"
#include "syntax/situation.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// Builds the located tree by walking the events and the source in step. The events say what the
// text means; the walk finds where each value ends and accounts for every byte: what is not part of
// a value must be white space, a comment, or the one indicator that the tree needs at that place.
// So what the library reads generously (a quote that is never closed, a key without a colon, tabs
// as indentation ...) comes to light here.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, std::uint32_t begin, const EventLog& log, Sink& sink);

  // The document, or nothing after the one mistake that stopped the walk went to the sink.
  std::optional<Document> build();

 private:
  // Where a value stands. On a line of its own it needs `indent` spaces, a block sequence
  // `sequence_indent`, which is one less below a key. A value that is not written stands at
  // `behind`. `expected` is what to say when something else stands here.
  struct Place {
    std::uint32_t indent = 0;
    std::uint32_t sequence_indent = 0;
    bool flow = false;
    std::uint32_t behind = 0;
    Expected expected = Expected::value;
  };

  // All of these answer whether the walk goes on.
  bool document(Document& out);
  bool directives();
  bool document_end();

  bool node(const Place& place, Node& out);
  bool properties(const ParserEvent& event, const Place& place, Node& out);
  bool tag(const ParserEvent& event, Node& out);
  bool property_end(std::uint32_t end);
  bool alias(const ParserEvent& event, Node& out);
  bool content(const ParserEvent& event, const Place& place, Node& out);
  bool scalar(const ParserEvent& event, const Place& place, Node& out);
  bool block_scalar(const ParserEvent& event, const Place& place, Node& out);

  bool block_collection(FrameKind kind, const Place& place, Node& out);
  bool block_items(Node& out);
  bool block_members(Node& out);
  bool block_member(Member& out);
  bool explicit_key(std::uint32_t column, Member& out);
  bool implicit_key(std::uint32_t column, Member& out);
  bool block_value(std::uint32_t column, Node& out);

  bool flow_collection(FrameKind kind, const Place& place, Node& out);
  bool flow_entries(const Place& place, Node& out);
  bool flow_pair(const Place& place, Node& out);
  bool flow_member(const Place& place, Member& out);
  bool flow_value(const Place& place, Member& out);
  bool flow_space(const Place& place);

  bool space(const Place& place);
  bool line_indented(const Place& place, bool sequence);
  bool is_missing(const ParserEvent& event, const Place& place) const;
  bool is_flow_pair(const ParserEvent& event) const;
  bool named_key(const Node& key);

  // The source of `span` for a message.
  std::string written(Span span) const;

  // The next event; null when there is none because the library or a limit stopped.
  const ParserEvent* peek() const;
  bool at_event(EventKind kind) const { return peek() != nullptr && peek()->kind == kind; }
  void indicator();
  void token(TokenKind kind, Span span);
  void open(FrameKind kind);
  void close();

  // Stop: what stands here is not what may come here.
  bool stop(Expected expected);
  bool stop(const Slip& slip);
  bool stop(Diagnostic finding);
  Situation situation(Expected expected) const;

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

}  // namespace zoomc::syntax
