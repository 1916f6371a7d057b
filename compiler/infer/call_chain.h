#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "infer/code_tokens.h"

namespace zoomc {

// One name of `a.b(x).c`: its token, and the `(` of its call where it has one.
struct ChainPart {
  std::uint32_t name = CodeTokens::kNone;
  std::uint32_t open = CodeTokens::kNone;
};

// What is called, or named, from its first name to its last. Empty when it has no name.
struct CallChain {
  std::vector<ChainPart> parts;
  // The first token.
  std::uint32_t begin = CodeTokens::kNone;
  bool empty() const { return parts.empty(); }
};

// The chain whose last name is at token `last`.
CallChain chain_before(const CodeTokens& tokens, std::uint32_t last);

// The token of the last name of what is called with the `(` at `open`, past type arguments and `!`;
// `kNone` when no name stands there.
std::uint32_t callee_of(const CodeTokens& tokens, std::uint32_t open);

// Whether a member is reached with the mark at `i`.
bool is_access(const CodeTokens& tokens, std::uint32_t i);

// A name without the `$`, `@`, `#` in front that languages mark variables with.
std::string_view plain_name(std::string_view name);

// The names that stand behind `this` and its kind.
bool is_self(std::string_view name);

}  // namespace zoomc
