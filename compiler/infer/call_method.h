#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "infer/call_chain.h"
#include "infer/code_tokens.h"

// Where the method of a call may be written. An empty method is one that is computed; nothing means
// that none is said there.
namespace zoomc {

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

}  // namespace zoomc
