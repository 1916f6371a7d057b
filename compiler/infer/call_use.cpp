#include "infer/call_use.h"

#include <algorithm>
#include <array>

#include "infer/call_url.h"
#include "infer/idioms.h"
#include "infer/names.h"
#include "text/ascii.h"

namespace zoomc::infer {
namespace {

constexpr std::size_t kMaxParts = 48;
constexpr std::uint32_t kMaxTypeArguments = 40;

// The token before the `<...>` that ends at `last`; `last` itself if there is none.
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

constexpr std::uint32_t kMaxArguments = 1500;
constexpr std::uint32_t kMaxLater = 600;

bool opens(const CodeTokens& tokens, std::uint32_t i) {
  return tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{");
}

bool ends_argument(const CodeTokens& tokens, std::uint32_t i) {
  return i >= tokens.size() || tokens.is(i, ",") || tokens.is(i, ")") || tokens.is(i, "}") ||
         tokens.is(i, "]") || tokens.is(i, ";");
}

// The method in a name that ends at `last`: `HttpMethod.Get`, `http.MethodGet`, `Method::POST`.
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

// The method in the value that begins at `first`.
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
  if (!is_key || !is_idiom(Idiom::method_key, key)) {
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

constexpr int kMaxEnclosing = 12;

// Follows a URL outwards to the code that uses it.
class UseResolver {
 public:
  UseResolver(const CodeTokens& tokens, std::uint32_t begin, std::uint32_t last)
      : tokens_(tokens), begin_(begin), last_(last) {}

  CallUse run() {
    for (int step = 0; step < kMaxEnclosing; ++step) {
      skip_prefixes();
      if (const auto use = trailing()) return *use;
      if (const auto use = bare_call()) return *use;
      const std::uint32_t open = tokens_.parent(begin_);
      if (is_bound(open)) return bound();
      const bool is_result = tokens_.is(begin_ - 1, "=>") && !tokens_.is(open, "[");
      if (is_result && !tokens_.is_text(begin_ - 2) && !tokens_.is(open, "(")) return {};
      if (open == CodeTokens::kNone) return {};
      if (tokens_.is(open, "(")) {
        if (const auto use = in_call(open)) return *use;
      } else if (!in_object(open)) {
        return {};
      }
    }
    return {};
  }

 private:
  void skip_prefixes() {
    while (begin_ > 0 && (tokens_.is_name(begin_ - 1, "new") ||
                          tokens_.is_name(begin_ - 1, "await") || tokens_.is(begin_ - 1, "&"))) {
      --begin_;
    }
  }

  // `name = URL`, but not an argument's name or a member of an object.
  bool is_bound(std::uint32_t open) const {
    const bool is_sign = tokens_.is(begin_ - 1, "=") || tokens_.is(begin_ - 1, ":=") ||
                         tokens_.is(begin_ - 1, "||") || tokens_.is(begin_ - 1, "?");
    if (!is_sign || begin_ < 2) return false;
    const bool is_argument = tokens_.is(open, "(") && tokens_.is(begin_ - 1, "=");
    return !is_argument && !is_initializer(open);
  }

  // `{ RequestUri = x, Method = y }`
  bool is_initializer(std::uint32_t open) const {
    return tokens_.is(open, "{") && tokens_.is(begin_ - 1, "=") && begin_ >= 3 &&
           (tokens_.is(begin_ - 3, "{") || tokens_.is(begin_ - 3, ","));
  }

  // A descriptor with its method is a call, whoever makes it.
  CallUse bound() const {
    if (method_) return {UseKind::asked, *method_, {}, CodeTokens::kNone, has_zoom_host_};
    return {UseKind::bound};
  }

  // `URL("…").openConnection()`, `URI("…").read`
  std::optional<CallUse> trailing() const {
    // Calls on a string are part of the expression already.
    if (!tokens_.is_name(last_) && !tokens_.is(last_, ")")) return std::nullopt;
    const std::uint32_t callee =
        tokens_.is_name(last_) ? last_ : callee_of(tokens_, tokens_.match(last_));
    const std::string_view name = tokens_.text(callee);
    if (name == "readText" || name == "openStream" || name == "read") {
      return CallUse{UseKind::asked, "GET"};
    }
    if (name != "openConnection") return std::nullopt;
    const auto method = later_method(tokens_, last_);
    return CallUse{method ? UseKind::asked : UseKind::elsewhere, method ? *method : ""};
  }

  // `conn.get "/users"`
  std::optional<CallUse> bare_call() const {
    if (!tokens_.language().bare_calls || begin_ == 0 || tokens_.token(begin_).first_on_line) {
      return std::nullopt;
    }
    if (!tokens_.is_name(begin_ - 1) || tokens_.is_name(begin_ - 1, "return")) return std::nullopt;
    const CallChain chain = chain_before(tokens_, begin_ - 1);
    std::uint32_t end = begin_;
    while (end + 1 < tokens_.size() && end - begin_ < 80 && !tokens_.token(end + 1).first_on_line) {
      ++end;
    }
    return of_call(chain, CodeTokens::kNone, begin_, end);
  }

  std::optional<CallUse> in_call(std::uint32_t open) {
    const std::uint32_t callee = callee_of(tokens_, open);
    const std::uint32_t close = tokens_.match(open);
    if (close == CodeTokens::kNone) return CallUse{};
    if (callee == CodeTokens::kNone) {
      begin_ = open;
      last_ = close;
      return std::nullopt;
    }
    const CallChain chain = chain_before(tokens_, callee);
    const std::string_view name = plain_name(tokens_.text(callee));
    if (is_idiom(Idiom::url_setter, name)) {
      if (const auto method = builder_method(tokens_, chain, open)) {
        return CallUse{UseKind::asked, *method, chain, open};
      }
    }
    if (name.starts_with("curl_")) {
      const auto method = later_method(tokens_, close);
      const auto inside = keyed_curl(open, close);
      const auto said = inside ? inside : method;
      return CallUse{said ? UseKind::asked : UseKind::elsewhere, said ? *said : ""};
    }
    if (is_idiom(Idiom::url_wrapper, name)) {
      begin_ = chain.begin;
      last_ = close;
      while (is_access(tokens_, last_ + 1) && tokens_.is_name(last_ + 2)) {
        last_ += 2;
        if (tokens_.is(last_ + 1, "(") && tokens_.match(last_ + 1) != CodeTokens::kNone) {
          last_ = tokens_.match(last_ + 1);
        }
      }
      return std::nullopt;
    }
    return of_call(chain, open, open + 1, close - 1);
  }

  // `curl_setopt_array($ch, [CURLOPT_URL => …, CURLOPT_CUSTOMREQUEST => "PATCH"])`
  SaidMethod keyed_curl(std::uint32_t open, std::uint32_t close) const {
    for (std::uint32_t i = open; i < close && i - open < 200; ++i) {
      if (!tokens_.is_name(i, "CURLOPT_CUSTOMREQUEST") || !tokens_.is_text(i + 2)) continue;
      return method_word(tokens_.inner(i + 2));
    }
    return std::nullopt;
  }

  bool in_object(std::uint32_t open) {
    const std::uint32_t sign = begin_ - 1;
    const bool is_keyed = tokens_.is(sign, ":") || tokens_.is(sign, "=>") || is_initializer(open);
    if (is_keyed && begin_ >= 2) {
      const std::uint32_t name = begin_ - 2;
      const std::string_view key = tokens_.is_text(name) ? tokens_.inner(name) : tokens_.text(name);
      const bool is_curl = key == "CURLOPT_URL";
      if (!is_curl && !is_idiom(Idiom::url_key, key) && key != "RequestUri") return false;
      const auto method = keyed_method(tokens_, open);
      if (method) method_ = method;
      has_zoom_host_ = has_zoom_host_ || names_zoom_host(open);
      is_descriptor_ = true;
    } else if (!tokens_.is(open, "[") || tokens_.match(open) == CodeTokens::kNone) {
      return false;
    }
    if (tokens_.match(open) == CodeTokens::kNone) return false;
    begin_ = open;
    last_ = tokens_.match(open);
    // `new HttpRequestMessage { … }`
    if (begin_ > 0 && tokens_.is_name(begin_ - 1) && tokens_.language().name == "C#") {
      begin_ = chain_before(tokens_, begin_ - 1).begin;
      if (method_) return true;
    }
    return true;
  }

  bool names_zoom_host(std::uint32_t open) const {
    const std::uint32_t close = tokens_.match(open);
    for (std::uint32_t i = open + 1; i < close && i - open < 300; ++i) {
      const std::string_view key = tokens_.is_text(i) ? tokens_.inner(i) : tokens_.text(i);
      const bool is_sign =
          tokens_.is(i + 1, ":") || tokens_.is(i + 1, "=>") || tokens_.is(i + 1, "=");
      if (is_sign && is_idiom(Idiom::host_key, key) && is_zoom_api_host(tokens_.inner(i + 2)))
        return true;
    }
    return false;
  }

  CallUse of_call(const CallChain& chain, std::uint32_t open, std::uint32_t first,
                  std::uint32_t last) const {
    CallUse use{UseKind::elsewhere, {}, chain, open, has_zoom_host_};
    if (chain.empty() || is_non_http_receiver(chain)) return {};
    const std::string_view name = plain_name(tokens_.text(chain.parts.back().name));
    if (is_idiom(Idiom::logging_call, lowered(name)) || is_keyword(name)) return {};
    const bool is_request = asks(name);
    SaidMethod said = method_;
    if (!said && is_request && open != CodeTokens::kNone) said = keyed_method(tokens_, open);
    if (!said && is_request) said = argument_method(tokens_, first, last);
    const std::string_view verb = verb_of(tokens_, chain);
    // An argument after another one is rarely the URL of a request: `patch("requests.get", …)`.
    const bool is_named = tokens_.is(begin_ - 1, "=") || tokens_.is(begin_ - 1, ":");
    const bool is_first = begin_ == first || is_named;
    const bool is_zoom = lowered(name).find("zoom") != std::string::npos;
    if (!said && !verb.empty() && (is_first || is_zoom)) said = verb;
    if (!said) said = default_method(name, first, last);
    if (!said && is_descriptor_ && !is_request) return {};
    if (said) {
      use.kind = UseKind::asked;
      use.method = *said;
    }
    return use;
  }

  // True for code that uses no network: a log, a route of a server, a test double.
  bool is_non_http_receiver(const CallChain& chain) const {
    const std::size_t count = chain.parts.size();
    for (std::size_t i = count > 2 ? count - 2 : 0; i < count; ++i) {
      for (const std::string& word : words_of_name(tokens_.text(chain.parts[i].name))) {
        if (is_idiom(Idiom::non_http_word, word)) return true;
      }
    }
    return false;
  }

  static bool is_keyword(std::string_view name) {
    constexpr std::array<std::string_view, 10> kWords{
        "if", "while", "for", "switch", "return", "catch", "elif", "unless", "when", "case"};
    return std::find(kWords.begin(), kWords.end(), name) != kWords.end();
  }

  static bool asks(std::string_view name) {
    if (!method_word(name).empty()) return true;
    for (const std::string& word : words_of_name(name)) {
      if (is_idiom(Idiom::request_word, word) || !method_word(word).empty() || word == "got" ||
          word == "ky") {
        return true;
      }
    }
    return false;
  }

  // The method that a call has by default, unless options that are not written here may set
  // another.
  SaidMethod default_method(std::string_view name, std::uint32_t first, std::uint32_t last) const {
    // After another argument it may be a function that takes the method first.
    if (begin_ != first) return std::nullopt;
    if (is_idiom(Idiom::post_with_data, name)) {
      for (std::uint32_t i = first; i < last; ++i) {
        if (tokens_.is_name(i, "data") && tokens_.is(i + 1, "=")) return "POST";
      }
      return "GET";
    }
    if (is_idiom(Idiom::default_get, name) && !has_hidden_options(first, last)) return "GET";
    return std::nullopt;
  }

  // True for an argument after the URL that is not an object, or is an object with `...more` in it.
  bool has_hidden_options(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = std::max(first, last_); i <= last && i < tokens_.size(); ++i) {
      if (tokens_.is(i, "..")) return true;
      const bool is_object = tokens_.is(i + 1, "{") || tokens_.is_name(i + 1, "function") ||
                             tokens_.is(i + 1, "(") || i + 1 > last;
      if (tokens_.is(i, ",") && tokens_.parent(i) == tokens_.parent(begin_) && !is_object)
        return true;
    }
    return false;
  }

  const CodeTokens& tokens_;
  std::uint32_t begin_;
  std::uint32_t last_;
  SaidMethod method_;
  bool has_zoom_host_ = false;
  bool is_descriptor_ = false;
};

constexpr std::uint32_t kMaxHead = 80;
constexpr std::uint32_t kMaxBody = 1500;

// The next `def` at or after `i`, for languages whose functions begin with it.
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

// The name of the function whose parameters are in the brackets at `open`.
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

SaidMethod keyed_method(const CodeTokens& tokens, std::uint32_t open) {
  const std::uint32_t close = std::min(tokens.match(open), tokens.size());
  std::uint32_t seen = 0;
  for (std::uint32_t i = open + 1; i < close && seen < kMaxArguments; ++i, ++seen) {
    if (const auto method = member_method(tokens, i)) return method;
    if (!opens(tokens, i) || tokens.match(i) == CodeTokens::kNone) continue;
    // Objects directly in an argument list are searched, others are not.
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
    if (is_idiom(Idiom::method_setter, text)) return value_method(tokens, call + 1);
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
  if (const auto method = method_of_name(name); !method.empty()) return method;
  // `Get` of Go and Ruby.
  const std::string_view spelled = method_word(name);
  if (!spelled.empty()) return spelled;
  // `zoomGet`, `http_post`: one verb, and words that show a request.
  std::string_view method;
  for (const std::string& word : words_of_name(name)) {
    const std::string_view here = method_word(word);
    if (!here.empty() && method.empty()) {
      method = here;
    } else if (!is_idiom(Idiom::request_word, word) && word != "zoom" && word != "async") {
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

CallUse find_use(const CodeTokens& tokens, std::uint32_t begin, std::uint32_t last) {
  if (begin == 0) return {};
  return UseResolver(tokens, begin, last).run();
}

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
    // Without indentation it belongs to the file.
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

}  // namespace zoomc::infer
