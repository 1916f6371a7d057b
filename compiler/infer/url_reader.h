#pragma once
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "infer/call_url.h"
#include "infer/call_use.h"
#include "infer/code_tokens.h"

namespace zoomc::infer {

// A variable, field or key of a file with a URL as its value, or a client for one.
struct Binding {
  // The token of its name, and those of its value, both included.
  std::uint32_t name = 0;
  std::uint32_t begin = 0;
  std::uint32_t last = 0;
  CallUrl value;
  // Its value is not a URL but an object made with a base URL: a client.
  bool is_client = false;
};

// Tokens, the last included, that together are a URL or path.
struct UrlExpression {
  CallUrl value;
  std::uint32_t begin = 0;
  std::uint32_t last = 0;
};

// Reads URLs from expressions: literals joined with each other and with variables, whose values are
// known if the same file sets them.
class UrlReader {
 public:
  explicit UrlReader(const CodeTokens& tokens);

  // The expression around the string or name at `part`.
  UrlExpression read(std::uint32_t part) const;
  // Whether an expression continues at `name`, a variable with a URL of Zoom's, without a string:
  // `BASE + path`.
  bool is_joined_name(std::uint32_t name) const;
  // The value of the variable with the dotted name `name`, as used at `place`: that of the nearest
  // binding above, else the first below.
  const Binding* find(std::string_view name, std::uint32_t place) const;
  // The places where URLs of Zoom are given a name, in order.
  const std::vector<Binding>& bindings() const { return bindings_; }
  // A base URL that the file sets for all calls of a class: `base_uri 'https://…'`.
  const Binding* class_base() const;

 private:
  struct Operand {
    TextPieces pieces;
    std::uint32_t last = 0;
    bool is_known = false;
  };

  Operand operand(std::uint32_t first, int depth) const;
  Operand name_operand(std::uint32_t first, int depth) const;
  // All operands that are joined, from `begin` on.
  Operand joined(std::uint32_t begin, int depth) const;
  std::uint32_t after_calls(std::uint32_t last) const;
  std::string_view format_argument(std::uint32_t text) const;
  std::uint32_t expression_begin(std::uint32_t text) const;
  UrlExpression expression(std::uint32_t begin) const;
  CallUrl value_of(TextPieces pieces, std::uint32_t place) const;
  bool joins(std::uint32_t i) const;
  void collect();
  std::optional<std::uint32_t> bound_name(std::uint32_t mark) const;
  void bind(std::uint32_t name, std::uint32_t begin);
  std::uint32_t statement_last(std::uint32_t begin) const;
  void bind_client(Binding binding);
  void add(const Binding& binding);

  const CodeTokens& tokens_;
  std::vector<Binding> bindings_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> places_;
  // Those of the first reading, for names that are bound below their use.
  std::vector<Binding> earlier_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> earlier_places_;
};

}  // namespace zoomc::infer
