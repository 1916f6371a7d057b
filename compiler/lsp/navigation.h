#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "driver/check.h"
#include "source/source_file.h"
#include "source/span.h"
#include "syntax/tree.h"

namespace zoomc::lsp {

// A place that the word at `origin` speaks of.
struct Definition {
  Span origin;
  Span target;
};

// For an alias its anchor; for a key of `justify` or `test_plan` or an entry of `optional` what it
// names, where the app asks for it.
std::vector<Definition> find_definitions(const driver::Checked& checked, std::uint32_t offset);

struct Link {
  Span span;
  std::string target;
};

inline constexpr std::size_t kMaxLinks = 1000;

// The values that are web addresses, where they are written without escapes on one line.
std::vector<Link> find_links(const SourceFile& file, const syntax::Document& document);

// The protocol's numbers.
enum class SymbolKind : std::uint8_t {
  string = 15,
  number = 16,
  boolean = 17,
  array = 18,
  object = 19,
  null = 21
};

// A key or an entry of a list, for an outline.
struct Symbol {
  std::string name;
  // A scalar's value; never that of credentials.
  std::string detail;
  SymbolKind kind = SymbolKind::string;
  // From its key to the end of its value, and the part to jump to.
  Span span;
  Span name_span;
  std::vector<Symbol> children;
};

// The largest number of symbols in an outline.
inline constexpr std::size_t kMaxSymbols = 5000;

std::vector<Symbol> outline(const syntax::Document& document);

}  // namespace zoomc::lsp
