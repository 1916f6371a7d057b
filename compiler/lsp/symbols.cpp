#include "lsp/symbols.h"

#include <algorithm>

#include "catalog/builtin.h"
#include "secrets/field_names.h"
#include "secrets/hiding.h"
#include "syntax/core_schema.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::lsp {
namespace {

constexpr std::size_t kMaxDetail = 60;

SymbolKind kind_of(const Node& node) {
  if (node.is_mapping()) return SymbolKind::object;
  if (node.is_sequence()) return SymbolKind::array;
  switch (scalar_type(node)) {
    case ScalarType::null: return SymbolKind::null;
    case ScalarType::boolean: return SymbolKind::boolean;
    case ScalarType::integer:
    case ScalarType::floating: return SymbolKind::number;
    case ScalarType::string: break;
  }
  return SymbolKind::string;
}

// The first characters, on one line. Never empty: editors refuse a symbol without a name.
std::string shortened(std::string_view text, std::string_view if_empty) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < kMaxDetail; ++count) {
    const auto point = decode_utf8(text, end);
    end += point ? point->bytes : 1;
  }
  if (text.empty()) return std::string(if_empty);
  return escape_controls(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

class Outline {
 public:
  std::vector<Symbol> children_of(const Node& node) {
    std::vector<Symbol> out;
    // What stands below an alias has its place elsewhere.
    if (node.alias) return out;
    for (const Member& member : node.members) {
      if (count_++ >= kMaxSymbols) return out;
      out.push_back(of_member(member));
    }
    for (const Node& item : node.items) {
      if (count_++ >= kMaxSymbols) return out;
      out.push_back(of_item(item));
    }
    return out;
  }

 private:
  // `name`: of the key that the value stands under.
  bool may_show(const Node& value, std::string_view name) const {
    return value.is_scalar() && !is_secret_ && !is_secret_at(name, value.text);
  }

  // What stands below such a name may be a secret under any other.
  bool begins_secrets(std::string_view name) const {
    const FieldKind kind = names_.kind_of(name);
    return kind == FieldKind::secret || kind == FieldKind::header || name == "credentials";
  }

  Symbol of_member(const Member& member) {
    const bool was_secret = is_secret_;
    is_secret_ = is_secret_ || begins_secrets(member.key.text);
    const bool shows = may_show(member.value, member.key.text);
    Symbol symbol{.name = shortened(member.key.text, "\"\""),
                  .detail = shows ? shortened(member.value.text, "") : "",
                  .kind = kind_of(member.value),
                  .span = Span::cover(member.key.span, member.value.span),
                  .name_span = member.key.span,
                  .children = children_of(member.value)};
    is_secret_ = was_secret;
    return symbol;
  }

  Symbol of_item(const Node& item) {
    const Member* name = item.is_mapping() ? item.find("name") : nullptr;
    const Node& shown = name == nullptr || item.alias ? item : name->value;
    const bool is_word = may_show(shown, {});
    return {.name = is_word ? shortened(shown.text, "-") : "-",
            .kind = kind_of(item),
            .span = item.span,
            .name_span = is_word && item.span.contains(shown.span) ? shown.span : item.span,
            .children = children_of(item)};
  }

  FieldNames names_{builtin_catalog()};
  std::size_t count_ = 0;
  bool is_secret_ = false;
};

}  // namespace

std::vector<Symbol> outline(const Document& document) {
  return Outline().children_of(document.root);
}

}  // namespace zoomc::lsp
