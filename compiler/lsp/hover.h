#pragma once
#include <optional>
#include <string>

#include "driver/check.h"
#include "explain/explain.h"
#include "lsp/schema_guide.h"
#include "source/span.h"

namespace zoomc::lsp {

// What a text is read as: an app, or the settings.
struct SchemaContext {
  const SchemaGuide& guide;
  const explain::Knowledge& knowledge;
};

struct Hover {
  std::string markdown;
  Span span;
};

// What there is to say about the word at byte `offset`: what it means, what it does in this app,
// which rule has found something there. `checked` is of the text as it is now.
std::optional<Hover> hover(const SchemaContext& language, const driver::Checked& checked,
                           std::uint32_t offset);

}  // namespace zoomc::lsp
