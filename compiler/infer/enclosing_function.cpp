#include "infer/enclosing_function.h"

#include "infer/call_chain.h"
#include "infer/name_words.h"

namespace zoomc {
namespace {

constexpr std::uint32_t kMaxHead = 80;
constexpr std::uint32_t kMaxBody = 1500;

// The next `def` from `i` on, for languages whose functions begin with it.
std::uint32_t next_def(const CodeTokens& tokens, std::uint32_t i) {
  while (i < tokens.size() && !tokens.is_name(i, "def")) ++i;
  return i;
}

bool has_parameter(const CodeTokens& tokens, std::uint32_t open, std::string_view name) {
  const std::uint32_t close = tokens.match(open);
  if (close == CodeTokens::kNone) return false;
  for (std::uint32_t i = open + 1; i < close && i - open < kMaxHead; ++i) {
    if (tokens.is_name(i) && plain_name(tokens.text(i)) == name) return true;
  }
  return false;
}

std::string_view default_method(const CodeTokens& tokens, std::uint32_t open) {
  const std::uint32_t close = tokens.match(open);
  for (std::uint32_t i = open + 1; i < close && i - open < kMaxHead; ++i) {
    if (tokens.is_text(i) && tokens.is(i - 1, "=")) {
      const std::string_view method = method_word(tokens.inner(i));
      if (!method.empty()) return method;
    }
  }
  return {};
}

// The name of the function whose parameters stand in the brackets at `open`.
std::optional<std::uint32_t> name_before(const CodeTokens& tokens, std::uint32_t open) {
  std::uint32_t name = callee_of(tokens, open);
  if (name == CodeTokens::kNone || tokens.is_name(name, "async") ||
      tokens.is_name(name, "function")) {
    // `const call = async (path) => {`
    std::uint32_t sign = name == CodeTokens::kNone ? open - 1 : name - 1;
    if (tokens.is_name(sign, "async")) --sign;
    const bool is_bound = tokens.is(sign, "=") || tokens.is(sign, ":");
    return is_bound && tokens.is_name(sign - 1) ? std::optional(sign - 1) : std::nullopt;
  }
  return name;
}

std::optional<EnclosingFunction> def_around(const CodeTokens& tokens, std::uint32_t place,
                                            std::string_view parameter) {
  for (std::uint32_t i = place; i > 0 && place - i < kMaxBody; --i) {
    if (!tokens.is_name(i, "def")) continue;
    std::uint32_t name = i + 1;
    while (is_access(tokens, name + 1)) name += 2;
    if (!tokens.is(name + 1, "(") || !has_parameter(tokens, name + 1, parameter))
      return std::nullopt;
    return EnclosingFunction{name, next_def(tokens, place), default_method(tokens, name + 1)};
  }
  return std::nullopt;
}

// The head of the function whose body opens at `body`, read backwards over result types.
std::optional<EnclosingFunction> head_of(const CodeTokens& tokens, std::uint32_t body,
                                         std::uint32_t end, std::string_view parameter) {
  for (std::uint32_t i = body - 1, steps = 0; i > 0 && steps < kMaxHead; --i, ++steps) {
    if (tokens.is(i, ";") || tokens.is(i, "}") || tokens.is(i, "{")) return std::nullopt;
    if (!tokens.is(i, ")")) continue;
    const std::uint32_t open = tokens.match(i);
    if (open == CodeTokens::kNone || open == 0) return std::nullopt;
    const auto name =
        has_parameter(tokens, open, parameter) ? name_before(tokens, open) : std::nullopt;
    if (name) return EnclosingFunction{*name, end, default_method(tokens, open)};
    i = open;
  }
  return std::nullopt;
}

}  // namespace

std::optional<EnclosingFunction> enclosing_function(const CodeTokens& tokens, std::uint32_t place,
                                                    std::string_view parameter) {
  if (tokens.language().def_blocks) return def_around(tokens, place, parameter);
  // `(path) => fetch(BASE + path)`
  for (std::uint32_t i = place; i > 0 && place - i < kMaxHead; --i) {
    if (tokens.is(i, ";") || tokens.is(i, "}")) break;
    if (tokens.is(i, "=>") && tokens.is(i - 1, ")")) {
      const std::uint32_t open = tokens.match(i - 1);
      if (open == CodeTokens::kNone || !has_parameter(tokens, open, parameter)) break;
      const auto name = name_before(tokens, open);
      if (name) return EnclosingFunction{*name, place + kMaxHead, default_method(tokens, open)};
    }
  }
  std::uint32_t body = tokens.parent(place);
  for (int depth = 0; body != CodeTokens::kNone && depth < 40; ++depth) {
    if (tokens.is(body, "{") && body > 0) {
      if (const auto function = head_of(tokens, body, tokens.match(body), parameter))
        return function;
    }
    body = tokens.parent(body);
  }
  return std::nullopt;
}

std::uint32_t scope_end(const CodeTokens& tokens, std::uint32_t name) {
  if (tokens.language().def_blocks) {
    const std::uint32_t first = tokens.token(name).begin;
    // At the margin it is the file's.
    bool is_global = tokens.token(name).first_on_line;
    const std::string_view before = tokens.source(0, name);
    is_global = is_global && (first == 0 || before.size() < 2 ||
                              before[before.size() - tokens.text(name).size() - 1] == '\n');
    return is_global ? tokens.size() : next_def(tokens, name);
  }
  std::uint32_t open = tokens.parent(name);
  while (open != CodeTokens::kNone && !tokens.is(open, "{")) open = tokens.parent(open);
  const std::uint32_t close = open == CodeTokens::kNone ? CodeTokens::kNone : tokens.match(open);
  return close == CodeTokens::kNone ? tokens.size() : close;
}

std::optional<std::uint32_t> parameter_scope(const CodeTokens& tokens, std::uint32_t i) {
  const std::uint32_t open = tokens.parent(i);
  if (!tokens.is(open, "(") || tokens.match(open) == CodeTokens::kNone) return std::nullopt;
  const std::uint32_t close = tokens.match(open);
  if (tokens.language().def_blocks) {
    const bool is_def = open >= 2 && tokens.is_name(open - 2, "def");
    return is_def ? std::optional(next_def(tokens, close)) : std::nullopt;
  }
  std::uint32_t body = close + 1;
  if (tokens.is(body, "=>")) ++body;
  const std::uint32_t name = callee_of(tokens, open);
  const bool is_function =
      tokens.is(close + 1, "=>") || tokens.is_name(name, "function") ||
      (name > 0 && (tokens.is_name(name - 1, "function") || tokens.is_name(name - 1, "func") ||
                    tokens.is_name(name - 1, "fun") || tokens.is_name(name - 1, "fn")));
  if (!is_function) return std::nullopt;
  while (body < tokens.size() && body - close < 20 && !tokens.is(body, "{")) ++body;
  const std::uint32_t end = tokens.is(body, "{") ? tokens.match(body) : CodeTokens::kNone;
  return end == CodeTokens::kNone ? std::nullopt : std::optional(end);
}

}  // namespace zoomc
