#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "infer/code_tokens.h"

// Where the method of a call may be written. An empty method is one that is computed; nothing means
// that none is said there.
namespace zoomc::infer {

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

using SaidMethod = std::optional<std::string_view>;

// `method: 'POST'` among the members of the brackets at `open`, or of the objects directly in them.
SaidMethod keyed_method(const CodeTokens& tokens, std::uint32_t open);
// `"GET"`, `HttpMethod.GET`, `http.MethodGet`, `:get` as an argument of its own.
SaidMethod argument_method(const CodeTokens& tokens, std::uint32_t first, std::uint32_t last);
// `.get()`, `.method("POST", …)` before or behind the call at `open` in the same chain.
SaidMethod builder_method(const CodeTokens& tokens, const CallChain& chain, std::uint32_t open);
// The method that the name of a call says: `client.get`, `Net::HTTP::Get.new`, `zoomPost`.
std::string_view verb_of(const CodeTokens& tokens, const CallChain& chain);
// Of PHP's curl and Java's connections, which are told in statements of their own behind `place`.
SaidMethod later_method(const CodeTokens& tokens, std::uint32_t place);

// What is done with a URL where it stands.
enum class UseKind : std::uint8_t {
  // Nothing that asks for it.
  nothing,
  // It is asked for; an empty method is only known when the program runs.
  asked,
  // It gets a name.
  bound,
  // It is given to a function of the program: who asks for it stands elsewhere.
  elsewhere,
};

struct CallUse {
  UseKind kind = UseKind::nothing;
  std::string_view method;
  // What is called with it; empty where none is.
  CallChain chain;
  std::uint32_t open = CodeTokens::kNone;
  // The host is told beside the path, and is Zoom's.
  bool has_zoom_host = false;
};

// What is done with the URL that tokens `begin` to `last` are.
CallUse find_use(const CodeTokens& tokens, std::uint32_t begin, std::uint32_t last);

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

}  // namespace zoomc::infer
