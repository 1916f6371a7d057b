#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "infer/code_tokens.h"

// The places where the method of a call may be written. An empty method is computed; nothing means
// that the place has none.
namespace zoomc::infer {

// One name of `a.b(x).c`: its token, and the `(` of its call if it has one.
struct ChainPart {
  std::uint32_t name = CodeTokens::kNone;
  std::uint32_t open = CodeTokens::kNone;
};

// The name of a call, from its first part to its last. Empty if it has no name.
struct CallChain {
  std::vector<ChainPart> parts;
  // The first token.
  std::uint32_t begin = CodeTokens::kNone;
  bool empty() const { return parts.empty(); }
};

// The chain whose last name is at token `last`.
CallChain chain_before(const CodeTokens& tokens, std::uint32_t last);

// The token of the last name of the function that is called with the `(` at `open`, before type
// arguments and `!`; `kNone` if there is no name.
std::uint32_t callee_of(const CodeTokens& tokens, std::uint32_t open);

// Whether the mark at `i` accesses a member.
bool is_access(const CodeTokens& tokens, std::uint32_t i);

// A name without the `$`, `@`, `#` with which languages mark variables.
std::string_view plain_name(std::string_view name);

// Whether a name is `this` or a similar word.
bool is_self(std::string_view name);

using SaidMethod = std::optional<std::string_view>;

// `method: 'POST'` among the members of the brackets at `open`, or of the objects directly in them.
SaidMethod keyed_method(const CodeTokens& tokens, std::uint32_t open);
// `"GET"`, `HttpMethod.GET`, `http.MethodGet`, `:get` as an argument of its own.
SaidMethod argument_method(const CodeTokens& tokens, std::uint32_t first, std::uint32_t last);
// `.get()`, `.method("POST", …)` before or after the call at `open` in the same chain.
SaidMethod builder_method(const CodeTokens& tokens, const CallChain& chain, std::uint32_t open);
// The method in the name of a call: `client.get`, `Net::HTTP::Get.new`, `zoomPost`.
std::string_view verb_of(const CodeTokens& tokens, const CallChain& chain);
// For PHP's curl and Java's connections, which set it in statements of their own after `place`.
SaidMethod later_method(const CodeTokens& tokens, std::uint32_t place);

// The use of a URL at its place.
enum class UseKind : std::uint8_t {
  // No request.
  nothing,
  // It is requested; an empty method is only known when the program runs.
  asked,
  // It is given a name.
  bound,
  // It is passed to a function of the program: the request is made elsewhere.
  elsewhere,
};

struct CallUse {
  UseKind kind = UseKind::nothing;
  std::string_view method;
  // The function that is called with it; empty if there is none.
  CallChain chain;
  std::uint32_t open = CodeTokens::kNone;
  // The host is written next to the path, and is Zoom's.
  bool has_zoom_host = false;
};

// The use of the URL in tokens `begin` to `last`.
CallUse find_use(const CodeTokens& tokens, std::uint32_t begin, std::uint32_t last);

struct EnclosingFunction {
  // The token of its name, and the first one after its body.
  std::uint32_t name = 0;
  std::uint32_t end = 0;
  // The method that a parameter has if the caller gives none: `method = 'GET'`.
  std::string_view default_method;
};

// The innermost function around `place` that has a parameter called `parameter`.
std::optional<EnclosingFunction> enclosing_function(const CodeTokens& tokens, std::uint32_t place,
                                                    std::string_view parameter);

// The first token after the block in which the variable at `name` lives.
std::uint32_t scope_end(const CodeTokens& tokens, std::uint32_t name);

// If the name at `i` is a parameter of a function: the first token after that function's body.
std::optional<std::uint32_t> parameter_scope(const CodeTokens& tokens, std::uint32_t i);

}  // namespace zoomc::infer
