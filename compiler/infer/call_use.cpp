#include "infer/call_use.h"

#include <algorithm>
#include <array>

#include "infer/call_method.h"
#include "infer/call_path.h"
#include "infer/idioms.h"
#include "infer/name_words.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

constexpr int kMaxClimb = 12;

// Climbs from a URL to what is done with it.
class Climb {
 public:
  Climb(const CodeTokens& tokens, std::uint32_t begin, std::uint32_t last)
      : tokens_(tokens), begin_(begin), last_(last) {}

  CallUse run() {
    for (int step = 0; step < kMaxClimb; ++step) {
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
    // What a string is sent through is part of the expression already.
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
    if (idioms::is_url_setter(name)) {
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
    if (idioms::is_transparent(name)) {
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
      if (!is_curl && !idioms::is_url_key(key) && key != "RequestUri") return false;
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
      if (is_sign && idioms::is_host_key(key) && is_zoom_api_host(tokens_.inner(i + 2)))
        return true;
    }
    return false;
  }

  CallUse of_call(const CallChain& chain, std::uint32_t open, std::uint32_t first,
                  std::uint32_t last) const {
    CallUse use{UseKind::elsewhere, {}, chain, open, has_zoom_host_};
    if (chain.empty() || is_other(chain)) return {};
    const std::string_view name = plain_name(tokens_.text(chain.parts.back().name));
    if (idioms::is_speech(name) || is_keyword(name)) return {};
    const bool is_request = asks(name);
    SaidMethod said = method_;
    if (!said && is_request && open != CodeTokens::kNone) said = keyed_method(tokens_, open);
    if (!said && is_request) said = argument_method(tokens_, first, last);
    const std::string_view verb = verb_of(tokens_, chain);
    // What comes behind another argument is rarely what is asked for: `patch("requests.get", …)`.
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

  // Nothing that goes over the network: a log, a route of a server, a double for tests.
  bool is_other(const CallChain& chain) const {
    const std::size_t count = chain.parts.size();
    for (std::size_t i = count > 2 ? count - 2 : 0; i < count; ++i) {
      for (const std::string& word : words_of_name(tokens_.text(chain.parts[i].name))) {
        if (idioms::is_other_word(word)) return true;
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
      if (idioms::is_request_word(word) || !method_word(word).empty() || word == "got" ||
          word == "ky") {
        return true;
      }
    }
    return false;
  }

  // The method that a call has by itself, unless options that are not here may tell another.
  SaidMethod default_method(std::string_view name, std::uint32_t first, std::uint32_t last) const {
    for (const idioms::DefaultCall& call : idioms::default_calls()) {
      // Behind another argument it may be a function that takes the method first.
      if (call.name != name || begin_ != first) continue;
      if (!call.body_key.empty()) {
        for (std::uint32_t i = first; i < last; ++i) {
          if (tokens_.is_name(i, call.body_key) && tokens_.is(i + 1, "=")) return "POST";
        }
        return call.method;
      }
      return has_hidden_options(first, last) ? SaidMethod() : SaidMethod(call.method);
    }
    return std::nullopt;
  }

  // An argument behind the URL that is no object, or an object with `...more` in it.
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

}  // namespace

CallUse find_use(const CodeTokens& tokens, std::uint32_t begin, std::uint32_t last) {
  if (begin == 0) return {};
  return Climb(tokens, begin, last).run();
}

}  // namespace zoomc
