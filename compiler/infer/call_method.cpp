#include "infer/call_method.h"

#include <algorithm>

#include "infer/idioms.h"
#include "infer/name_words.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

constexpr std::uint32_t kMaxArguments = 1500;
constexpr std::uint32_t kMaxLater = 600;

bool opens(const CodeTokens& tokens, std::uint32_t i) {
  return tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{");
}

bool ends_argument(const CodeTokens& tokens, std::uint32_t i) {
  return i >= tokens.size() || tokens.is(i, ",") || tokens.is(i, ")") || tokens.is(i, "}") ||
         tokens.is(i, "]") || tokens.is(i, ";");
}

// `HttpMethod.Get`, `http.MethodGet`, `Method::POST`: what a name that ends at `last` says.
std::string_view constant_method(const CodeTokens& tokens, std::uint32_t first,
                                 std::uint32_t last) {
  const std::string_view name = tokens.text(last);
  constexpr std::string_view kGo = "Method";
  if (name.starts_with(kGo)) return method_word(name.substr(kGo.size()));
  for (std::uint32_t i = first; i < last; ++i) {
    if (lowered(tokens.text(i)).find("method") != std::string::npos) return method_word(name);
  }
  return {};
}

// What the value that begins at `first` says as a method.
std::string_view value_method(const CodeTokens& tokens, std::uint32_t first) {
  if (tokens.is_text(first)) {
    return ends_argument(tokens, first + 1) || tokens.token(first + 1).first_on_line
               ? method_word(tokens.inner(first))
               : std::string_view{};
  }
  if (tokens.is(first, ":")) return method_word(tokens.text(first + 1));
  std::uint32_t last = first;
  while (tokens.is_name(last) && is_access(tokens, last + 1)) last += 2;
  return tokens.is_name(last) ? constant_method(tokens, first, last) : std::string_view{};
}

SaidMethod member_method(const CodeTokens& tokens, std::uint32_t i) {
  const bool is_key = tokens.is_name(i) || tokens.is_text(i);
  const std::string_view key = tokens.is_text(i) ? tokens.inner(i) : tokens.text(i);
  const bool is_sign = tokens.is(i + 1, ":") || tokens.is(i + 1, "=") || tokens.is(i + 1, "=>");
  if (!is_key || !idioms::is_method_key(key)) {
    const bool is_net = is_key && key == "Method" && tokens.is(i + 1, "=");
    if (!is_net) return std::nullopt;
  }
  if (!is_sign) {
    // `{ url, method }`
    const bool is_short = tokens.is_name(i) && ends_argument(tokens, i + 1) && key != "type" &&
                          (tokens.is(i - 1, ",") || tokens.is(i - 1, "{"));
    return is_short && tokens.is(tokens.parent(i), "{") ? SaidMethod("") : std::nullopt;
  }
  const std::string_view method = value_method(tokens, i + 2);
  // A `type` may be anything.
  if (method.empty() && (key == "type" || key == "verb")) return std::nullopt;
  return method;
}

}  // namespace

SaidMethod keyed_method(const CodeTokens& tokens, std::uint32_t open) {
  const std::uint32_t close = std::min(tokens.match(open), tokens.size());
  std::uint32_t seen = 0;
  for (std::uint32_t i = open + 1; i < close && seen < kMaxArguments; ++i, ++seen) {
    if (const auto method = member_method(tokens, i)) return method;
    if (!opens(tokens, i) || tokens.match(i) == CodeTokens::kNone) continue;
    // Objects directly in an argument list are looked into, others are not.
    const bool is_argument = tokens.is(open, "(") && !tokens.is(i, "(") &&
                             (tokens.is(i - 1, ",") || tokens.is(i - 1, "("));
    if (is_argument) {
      if (const auto method = keyed_method(tokens, i)) return method;
    }
    i = tokens.match(i);
  }
  return std::nullopt;
}

SaidMethod argument_method(const CodeTokens& tokens, std::uint32_t first, std::uint32_t last) {
  std::uint32_t seen = 0;
  for (std::uint32_t i = first; i <= last && i < tokens.size() && seen < kMaxArguments;
       ++i, ++seen) {
    const bool begins = i == first || tokens.is(i - 1, ",");
    if (begins) {
      const std::string_view method = value_method(tokens, i);
      if (!method.empty()) return method;
    }
    if (opens(tokens, i) && tokens.match(i) != CodeTokens::kNone) i = tokens.match(i);
  }
  return std::nullopt;
}

SaidMethod builder_method(const CodeTokens& tokens, const CallChain& chain, std::uint32_t open) {
  bool is_request = false;
  const auto said = [&](std::uint32_t name, std::uint32_t call) -> SaidMethod {
    const std::string_view text = tokens.text(name);
    for (const std::string& word : words_of_name(text))
      is_request = is_request || word == "request";
    if (call == CodeTokens::kNone) return std::nullopt;
    if (idioms::is_method_setter(text)) return value_method(tokens, call + 1);
    const std::string_view method = method_word(text);
    return method.empty() ? std::nullopt : SaidMethod(method);
  };
  for (const ChainPart& part : chain.parts) {
    if (const auto method = said(part.name, part.open)) return method;
  }
  std::uint32_t last = tokens.match(open);
  for (int parts = 0; last != CodeTokens::kNone && parts < 40; ++parts) {
    const std::uint32_t name = last + 2;
    if (!is_access(tokens, last + 1) || !tokens.is(name + 1, "(")) break;
    if (const auto method = said(name, name + 1)) return method;
    last = tokens.match(name + 1);
  }
  return is_request ? SaidMethod("GET") : std::nullopt;
}

std::string_view verb_of(const CodeTokens& tokens, const CallChain& chain) {
  if (chain.empty()) return {};
  std::size_t last = chain.parts.size() - 1;
  if (last > 0 && tokens.text(chain.parts[last].name) == "new") --last;
  const std::string_view name = plain_name(tokens.text(chain.parts[last].name));
  for (const idioms::VerbName& verb : idioms::verb_names()) {
    if (verb.name == name) return verb.method;
  }
  // `Get` of Go and Ruby.
  const std::string_view spelled = method_word(name);
  if (!spelled.empty()) return spelled;
  // `zoomGet`, `http_post`: one verb, and words that make it a request.
  std::string_view method;
  for (const std::string& word : words_of_name(name)) {
    const std::string_view here = method_word(word);
    if (!here.empty() && method.empty()) {
      method = here;
    } else if (!idioms::is_request_word(word) && word != "zoom" && word != "async") {
      return {};
    }
  }
  return method;
}

SaidMethod later_method(const CodeTokens& tokens, std::uint32_t place) {
  SaidMethod method;
  for (std::uint32_t i = place; i < tokens.size() && i - place < kMaxLater; ++i) {
    const std::string_view name = tokens.is_name(i) ? tokens.text(i) : "";
    if (name == "curl_exec" || name == "getInputStream" || name == "getResponseCode" ||
        name == "inputStream" || name == "responseCode") {
      return method ? method : "GET";
    }
    if (i > place + 1 && (name == "curl_init" || name == "openConnection")) return method;
    if (name == "CURLOPT_CUSTOMREQUEST") {
      method = value_method(tokens, i + 2);
    } else if ((name == "CURLOPT_POST" || name == "CURLOPT_POSTFIELDS") && !method) {
      method = "POST";
    } else if (name == "CURLOPT_HTTPGET" && !method) {
      method = "GET";
    } else if (name == "setRequestMethod" || (name == "requestMethod" && tokens.is(i + 1, "="))) {
      method = value_method(tokens, i + 2);
    }
  }
  return method;
}

}  // namespace zoomc
