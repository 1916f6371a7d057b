#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "syntax/cursor.h"
#include "syntax/events.h"
#include "syntax/scalar_extent.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// The input that is allowed where the tree builder stopped. `value`: any value; `key`, `item`: an
// entry of a block collection or something of an outer one; `colon`: the `:` behind a key;
// `flow_item`, `flow_separator`: an entry, or `,` or the closing bracket; `end`: nothing more.
enum class Expected : std::uint8_t { value, key, item, colon, flow_item, flow_separator, end };

enum class FrameKind : std::uint8_t { block_mapping, block_sequence, flow_mapping, flow_sequence };

// A collection. `begin` is its bracket, or its first key or `-`, which are at `column`. `key` is
// the last key met in it.
struct Frame {
  FrameKind kind = FrameKind::block_mapping;
  std::uint32_t begin = 0;
  std::uint32_t column = 0;
  Span key;

  bool is_flow() const {
    return kind == FrameKind::flow_mapping || kind == FrameKind::flow_sequence;
  }
};

// The last value, key, anchor or tag before the stop; `flow` is a whole collection in brackets.
enum class TokenKind : std::uint8_t { none, plain, quoted, block_text, alias, property, flow };
struct Token {
  TokenKind kind = TokenKind::none;
  Span span;
};

// Everything that is known where the tree builder could not go on: the place (behind white space
// and comments), the collections still open and those closed since the last token, and why the
// library stopped, if it did.
struct ParserState {
  const Cursor& cursor;
  const EventLog& log;
  Expected expected = Expected::value;
  Token last;
  const std::vector<Frame>& open;
  const std::vector<Frame>& closed;

  std::string_view text() const { return cursor.text(); }
  std::uint32_t at() const { return cursor.at(); }
  bool refused() const { return log.stop == StopReason::syntax; }
  bool in_flow() const { return !open.empty() && open.back().is_flow(); }
};

// Explains the error of the author where a text stops being YAML.
Diagnostic explain(const ParserState& state);
Diagnostic explain(const ScalarError& error, const ParserState& state);

}  // namespace zoomc::syntax
