#include "lsp/navigation.h"

#include <algorithm>
#include <string_view>

#include "catalog/builtin.h"
#include "lsp/protocol.h"
#include "lsp/topic.h"
#include "secrets/field_names.h"
#include "secrets/hiding.h"
#include "syntax/core_schema.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::lsp {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// The properties before a value: its anchor's name with `&`, if it has one.
Span anchor_before(std::string_view text, std::uint32_t value) {
  std::size_t end = value;
  for (int property = 0; property < 2; ++property) {
    const std::size_t last = text.substr(0, end).find_last_not_of(kBlanks);
    if (last == std::string_view::npos) break;
    const std::size_t begin = text.substr(0, last + 1).find_last_of(kBlanks) + 1;
    if (text[begin] == '&') {
      return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
    }
    if (text[begin] != '!') break;
    end = begin;
  }
  return {};
}

// Goes through a file in its order.
class AnchorSearch {
 public:
  AnchorSearch(std::string_view text, std::uint32_t offset) : text_(text), offset_(offset) {}

  // The alias that holds `offset`; null when there is none.
  const syntax::Node* find_alias(const syntax::Node& node) const {
    if (node.alias) {
      const bool here = node.span.begin <= offset_ && offset_ <= node.span.end;
      return here ? &node : nullptr;
    }
    for (const syntax::Node& item : node.items) {
      if (const syntax::Node* found = find_alias(item)) return found;
    }
    for (const syntax::Member& member : node.members) {
      if (const syntax::Node* found = find_alias(member.key)) return found;
      if (const syntax::Node* found = find_alias(member.value)) return found;
    }
    return nullptr;
  }

  // The last anchor of that name before the alias: an anchor may be given again.
  void find_anchor(const syntax::Node& node, std::string_view name, std::uint32_t before,
                   Span& anchor) {
    if (node.alias || node.span.begin >= before) return;
    if (!node.missing) {
      const Span span = anchor_before(text_, node.span.begin);
      const bool is_it = !span.empty() && text_.substr(span.begin + 1, span.size() - 1) == name;
      if (is_it && span.begin >= anchor.begin) anchor = span;
    }
    for (const syntax::Node& item : node.items) find_anchor(item, name, before, anchor);
    for (const syntax::Member& member : node.members) {
      find_anchor(member.key, name, before, anchor);
      find_anchor(member.value, name, before, anchor);
    }
  }

 private:
  std::string_view text_;
  std::uint32_t offset_;
};

class LinkSearch {
 public:
  explicit LinkSearch(const SourceFile& file) : file_(file) {}

  void look_in(const syntax::Node& node) {
    if (node.alias || links_.size() >= kMaxLinks) return;
    if (node.is_scalar()) add(node);
    for (const syntax::Node& item : node.items) look_in(item);
    for (const syntax::Member& member : node.members) look_in(member.value);
  }

  std::vector<Link> take() { return std::move(links_); }

 private:
  void add(const syntax::Node& scalar) {
    if (!is_web_link(scalar.text)) return;
    const bool is_quoted = scalar.style == syntax::ScalarStyle::single_quoted ||
                           scalar.style == syntax::ScalarStyle::double_quoted;
    Span span = scalar.span;
    if (is_quoted) span = {span.begin + 1, span.end - 1};
    if (file_.slice(span) == scalar.text) links_.push_back({span, scalar.text});
  }

  const SourceFile& file_;
  std::vector<Link> links_;
};

constexpr std::size_t kMaxDetail = 60;

SymbolKind kind_of(const syntax::Node& node) {
  if (node.is_mapping()) return SymbolKind::object;
  if (node.is_sequence()) return SymbolKind::array;
  switch (syntax::scalar_type(node)) {
    case syntax::ScalarType::null: return SymbolKind::null;
    case syntax::ScalarType::boolean: return SymbolKind::boolean;
    case syntax::ScalarType::integer:
    case syntax::ScalarType::floating: return SymbolKind::number;
    case syntax::ScalarType::string: break;
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
  std::vector<Symbol> children_of(const syntax::Node& node) {
    std::vector<Symbol> out;
    // A value below an alias has its place elsewhere.
    if (node.alias) return out;
    for (const syntax::Member& member : node.members) {
      if (count_++ >= kMaxSymbols) return out;
      out.push_back(of_member(member));
    }
    for (const syntax::Node& item : node.items) {
      if (count_++ >= kMaxSymbols) return out;
      out.push_back(of_item(item));
    }
    return out;
  }

 private:
  // `name`: the name of the key of the value.
  bool may_show(const syntax::Node& value, std::string_view name) const {
    return value.is_scalar() && !is_secret_ && !secrets::is_secret_at(name, value.text);
  }

  // A value below such a name may be a secret with any key.
  bool begins_secrets(std::string_view name) const {
    const secrets::FieldKind kind = names_.kind_of(name);
    return kind == secrets::FieldKind::secret || kind == secrets::FieldKind::header ||
           name == "credentials";
  }

  Symbol of_member(const syntax::Member& member) {
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

  Symbol of_item(const syntax::Node& item) {
    const syntax::Member* name = item.is_mapping() ? item.find("name") : nullptr;
    const syntax::Node& shown = name == nullptr || item.alias ? item : name->value;
    const bool is_word = may_show(shown, {});
    return {.name = is_word ? shortened(shown.text, "-") : "-",
            .kind = kind_of(item),
            .span = item.span,
            .name_span = is_word && item.span.contains(shown.span) ? shown.span : item.span,
            .children = children_of(item)};
  }

  secrets::FieldNames names_{catalog::builtin_catalog()};
  std::size_t count_ = 0;
  bool is_secret_ = false;
};

}  // namespace

std::vector<Definition> find_definitions(const driver::Checked& checked, std::uint32_t offset) {
  const resolve::CompiledApp& made = *checked.analysis;
  const std::string_view text = made.file.text;
  AnchorSearch search(text, offset);
  if (const syntax::Node* alias = search.find_alias(made.document.root)) {
    const std::string_view name = text.substr(alias->span.begin + 1, alias->span.size() - 1);
    Span anchor;
    search.find_anchor(made.document.root, name, alias->span.begin, anchor);
    if (anchor.empty()) return {};
    return {{alias->span, anchor}};
  }
  const Token spot = token_at(made.document.root, offset);
  const bool is_name = topic_kind(spot.path, spot.role == Role::key) == TopicKind::any;
  if (spot.role == Role::none || !is_name || !checked.is_app) return {};
  std::vector<Definition> found;
  for (const Span target : places_of_key(made.resolved, spot.text)) {
    found.push_back({spot.span, target});
  }
  return found;
}

std::vector<Link> find_links(const SourceFile& file, const syntax::Document& document) {
  LinkSearch search(file);
  search.look_in(document.root);
  return search.take();
}

std::vector<Symbol> outline(const syntax::Document& document) {
  return Outline().children_of(document.root);
}

}  // namespace zoomc::lsp
