#pragma once
#include <optional>
#include <string>

#include "driver/check.h"
#include "explain/explain.h"
#include "lsp/schema_guide.h"
#include "source/span.h"

namespace zoomc::lsp {

// How a text is read: as an app, or as settings.
struct SchemaContext {
  const SchemaGuide& guide;
  const explain::ExplainContext& context;
};

struct Hover {
  std::string markdown;
  Span span;
};

// Describes the word at byte `offset`: what it means, what it does in this app,
// which rule has found something there. `checked` is of the text as it is now.
std::optional<Hover> hover(const SchemaContext& language, const driver::Checked& checked,
                           std::uint32_t offset);

}  // namespace zoomc::lsp
