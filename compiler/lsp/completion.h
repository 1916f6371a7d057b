#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "driver/check.h"
#include "lsp/cursor.h"
#include "lsp/hover.h"
#include "lsp/topic.h"
#include "source/span.h"

namespace zoomc::lsp {

// The protocol's numbers.
enum class CompletionItemKind : std::uint8_t {
  function = 3,
  module = 9,
  property = 10,
  value = 12,
  keyword = 14,
  reference = 18,
  enum_member = 20,
  constant = 21,
  event = 23
};

// Something that can be written at a place.
struct CompletionItem {
  std::string label;
  // A few words next to the label.
  std::string detail;
  // The text that replaces the word.
  std::string text;
  CompletionItemKind kind = CompletionItemKind::value;
  // Markdown; empty where `topic` says all.
  std::string documentation;
  Topic topic;
};

struct [[nodiscard]] Completion {
  // The range that is replaced.
  Span word;
  std::vector<CompletionItem> candidates;
  // There are more, or others once more is typed.
  bool incomplete = false;
};

// The number of candidates in one answer.
inline constexpr std::size_t kMaxItems = 200;

struct CompletionRequest {
  std::string_view text;
  std::uint32_t offset = 0;
  const SchemaContext& language;
  std::span<const lint::Rule> rules;
  std::span<const config::Policy> policies;
  // The last state of the text that could be read as an app; null when there was none.
  const driver::Checked* last = nullptr;
};

Completion complete(const CompletionRequest& request);

}  // namespace zoomc::lsp
