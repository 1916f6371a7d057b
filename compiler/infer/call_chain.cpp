#include "infer/call_chain.h"

#include <algorithm>

namespace zoomc {
namespace {

constexpr std::size_t kMaxParts = 48;
constexpr std::uint32_t kMaxTypeArguments = 40;

// Past `<...>` that ends at `last`; `last` itself when it is none.
std::uint32_t before_type_arguments(const CodeTokens& tokens, std::uint32_t last) {
  if (!tokens.is(last, ">")) return last;
  int depth = 0;
  for (std::uint32_t i = last; i > 0 && last - i < kMaxTypeArguments; --i) {
    if (tokens.is(i, ">")) ++depth;
    if (tokens.is(i, "<") && --depth == 0) {
      return tokens.is(i - 1, "::") ? i - 2 : i - 1;
    }
  }
  return last;
}

}  // namespace

bool is_access(const CodeTokens& tokens, std::uint32_t i) {
  if (tokens.is(i, ".")) return !tokens.language().dot_joins;
  return tokens.is(i, "->") || tokens.is(i, "::") || tokens.is(i, "?.") || tokens.is(i, "&.");
}

std::uint32_t callee_of(const CodeTokens& tokens, std::uint32_t open) {
  if (open == CodeTokens::kNone || open == 0) return CodeTokens::kNone;
  std::uint32_t last = open - 1;
  if (tokens.is(last, "!") || tokens.is(last, "?.")) --last;
  last = before_type_arguments(tokens, last);
  return tokens.is_name(last) ? last : CodeTokens::kNone;
}

CallChain chain_before(const CodeTokens& tokens, std::uint32_t last) {
  CallChain chain;
  if (!tokens.is_name(last)) return chain;
  chain.parts.push_back({last, CodeTokens::kNone});
  chain.begin = last;
  while (chain.begin >= 2 && chain.parts.size() < kMaxParts && is_access(tokens, chain.begin - 1)) {
    std::uint32_t before = chain.begin - 2;
    while (tokens.is(before, "!") && before > 0) --before;
    std::uint32_t open = CodeTokens::kNone;
    if (tokens.is(before, ")") || tokens.is(before, "]")) {
      const bool is_call = tokens.is(before, ")");
      const std::uint32_t bracket = tokens.match(before);
      if (bracket == CodeTokens::kNone) break;
      if (is_call) open = bracket;
      before = callee_of(tokens, bracket);
      if (before == CodeTokens::kNone) {
        chain.begin = bracket;
        break;
      }
    }
    if (!tokens.is_name(before)) break;
    chain.parts.push_back({before, open});
    chain.begin = before;
  }
  std::reverse(chain.parts.begin(), chain.parts.end());
  return chain;
}

std::string_view plain_name(std::string_view name) {
  return name.substr(std::min(name.find_first_not_of("$@#"), name.size()));
}

bool is_self(std::string_view name) {
  const std::string_view plain = plain_name(name);
  return plain == "this" || plain == "self" || plain == "class" || plain == "cls" ||
         plain == "static" || plain == "super";
}

}  // namespace zoomc
