#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "infer/code_tokens.h"

namespace zoomc {

struct EnclosingFunction {
  // The token of its name, and the first one behind its body.
  std::uint32_t name = 0;
  std::uint32_t end = 0;
  // A method that a parameter has when the caller gives none: `method = 'GET'`.
  std::string_view default_method;
};

// The innermost function around `place` that has a parameter called `parameter`.
std::optional<EnclosingFunction> enclosing_function(const CodeTokens& tokens, std::uint32_t place,
                                                    std::string_view parameter);

// The first token behind the block in which the variable at `name` lives.
std::uint32_t scope_end(const CodeTokens& tokens, std::uint32_t name);

// When the name at `i` is a parameter of a function: the first token behind that function's body.
std::optional<std::uint32_t> parameter_scope(const CodeTokens& tokens, std::uint32_t i);

}  // namespace zoomc
