#pragma once
#include <cstdint>
#include <string_view>

#include "infer/call_chain.h"
#include "infer/code_tokens.h"

namespace zoomc {

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

}  // namespace zoomc
