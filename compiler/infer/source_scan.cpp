#include "infer/source_scan.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "infer/call_url.h"
#include "infer/call_use.h"
#include "infer/code_tokens.h"
#include "infer/idioms.h"
#include "infer/names.h"
#include "infer/path_trie.h"
#include "infer/url_reader.h"
#include "text/ascii.h"

namespace zoomc::infer {
namespace {

constexpr std::size_t kLongestUrl = 600;
constexpr std::uint32_t kMaxBaseArgument = 60;

// Cuts off a query that is joined to a path as a whole: `"/users" + query`.
std::string without_query_hole(const CallUrl& value) {
  constexpr std::string_view kWords[] = {"query",  "params", "qs",    "search",
                                         "suffix", "args",   "filter"};
  const std::size_t size = value.path.size();
  const bool at_end = size > 1 && value.path.back() == kHole && value.path[size - 2] != '/';
  if (!at_end || value.path.find('?') != std::string::npos || value.holes.empty())
    return value.path;
  const std::string name = lowered(value.holes.back());
  const bool is_query =
      std::any_of(std::begin(kWords), std::end(kWords),
                  [&](std::string_view word) { return name.find(word) != std::string::npos; });
  return is_query ? value.path.substr(0, size - 1) : value.path;
}

// True for a base and one hole: the path can be anything.
bool is_passthrough_path(std::string_view path) {
  if (path.starts_with("/v2")) path.remove_prefix(3);
  if (path.starts_with('/')) path.remove_prefix(1);
  return path.size() == 1 && path.front() == kHole;
}

bool has_segment(std::string_view path) {
  return !path_segments(path).empty();
}

// Finds the calls to Zoom's API in a file of source code.
class CallFinder {
 public:
  CallFinder(const CodeTokens& tokens, const PathTrie& trie)
      : tokens_(tokens), trie_(trie), urls_(tokens) {}

  std::vector<CodeCall> run() {
    if (is_test()) return {};
    find_direct();
    follow_bindings();
    find_relative();
    for (const auto& [name, wrapper] : wrappers_) {
      if (!wrapper.used) calls_.push_back(wrapper.inside);
    }
    std::sort(calls_.begin(), calls_.end(),
              [](const CodeCall& a, const CodeCall& b) { return a.place < b.place; });
    return std::move(calls_);
  }

 private:
  // A function of the file that calls Zoom with the path that it is given.
  struct Wrapper {
    // Empty: its caller sets it.
    std::string method;
    std::string fallback;
    bool used = false;
    CodeCall inside;
  };

  // True if the file includes a library that answers in Zoom's place.
  bool is_test() const {
    for (std::uint32_t i = 1; i < tokens_.size(); ++i) {
      const bool is_brought =
          tokens_.is_name(i - 1, "from") || tokens_.is_name(i - 1, "import") ||
          tokens_.is_name(i - 1, "require") || tokens_.is_name(i - 1, "use") ||
          tokens_.is_name(i - 1, "using") ||
          (tokens_.is(i - 1, "(") && i >= 2 && tokens_.is_name(i - 2, "require"));
      if (!is_brought) continue;
      const std::string_view name = tokens_.is_text(i) ? tokens_.inner(i) : tokens_.text(i);
      if (is_idiom(Idiom::test_library, name)) return true;
    }
    return false;
  }

  bool may_be_url(std::uint32_t text) const {
    const std::string_view inner = tokens_.inner(text);
    if (inner.empty() || inner.size() > kLongestUrl) return false;
    if (inner.find_first_of("\n\t") != std::string_view::npos) return false;
    if (inner.find('/') != std::string_view::npos) return true;
    if (inner.front() == '$' || inner.front() == '{' || inner.front() == '#' ||
        inner.front() == '?') {
      return true;
    }
    return trie_.begins_with(inner);
  }

  void find_direct() {
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (i < next) continue;
      const bool is_name = urls_.is_joined_name(i);
      if (!is_name && (!tokens_.is_text(i) || !may_be_url(i))) continue;
      const UrlExpression found = urls_.read(i);
      // A chain that is longer than the limit has been read before.
      if (found.last < i || (is_name && has_text(found))) continue;
      next = std::max(next, found.last + 1);
      // A sentence with a URL in it is not a URL.
      if (found.value.path.find(' ') != std::string::npos) continue;
      if (found.value.origin == UrlOrigin::relative) relative_.push_back(found);
      if (found.value.is_zoom()) take(found);
    }
  }

  void take(const UrlExpression& found) {
    if (is_passthrough_path(found.value.path) && take_wrapper(found)) return;
    if (!has_segment(found.value.path)) return;
    add(found.value, find_use(tokens_, found.begin, found.last), found.begin, found.last);
  }

  bool has_text(const UrlExpression& found) const {
    for (std::uint32_t i = found.begin; i <= found.last; ++i) {
      if (tokens_.is_text(i)) return true;
    }
    return false;
  }

  // Notes a function whose parameter is the path.
  bool take_wrapper(const UrlExpression& found) {
    if (found.value.holes.empty()) return false;
    const auto function =
        enclosing_function(tokens_, found.begin, plain_name(found.value.holes.back()));
    if (!function) return false;
    CallUse use = find_use(tokens_, found.begin, found.last);
    Wrapper wrapper;
    wrapper.fallback = std::string(function->default_method);
    for (std::uint32_t i = found.last; use.kind == UseKind::bound && i < function->end; ++i) {
      // The URL may get a name first.
      const std::string_view name = found.begin >= 2 ? tokens_.text(found.begin - 2) : "";
      if (name.empty() || !tokens_.is_name(i, name)) continue;
      const CallUse later = find_use(tokens_, i, i);
      if (later.kind == UseKind::asked) use = later;
    }
    wrapper.method = std::string(use.method);
    wrapper.inside = {std::string(use.method), {}, {}, false, true};
    wrapper.inside.place = {tokens_.token(found.begin).begin, tokens_.token(found.last).end};
    const std::string_view name = tokens_.text(function->name);
    if (use.kind == UseKind::nothing) return false;
    wrapped_.push_back(found.begin);
    wrappers_.try_emplace(name, std::move(wrapper));
    return true;
  }

  void find_relative() {
    for (const UrlExpression& found : relative_) take_relative(found);
  }

  void take_relative(const UrlExpression& found) {
    if (!has_segment(found.value.path)) return;
    CallUse use = find_use(tokens_, found.begin, found.last);
    if (use.kind == UseKind::nothing || use.kind == UseKind::bound) return;
    CallUrl value = found.value;
    if (use.has_zoom_host) {
      value.origin = UrlOrigin::zoom;
      return add(value, use, found.begin, found.last);
    }
    if (use.chain.empty()) return;
    const std::string_view callee = plain_name(tokens_.text(use.chain.parts.back().name));
    if (const auto wrapper = wrappers_.find(callee); wrapper != wrappers_.end()) {
      wrapper->second.used = true;
      value.origin = UrlOrigin::zoom;
      const std::uint32_t open = use.open;
      SaidMethod said;
      if (!wrapper->second.method.empty()) said = wrapper->second.method;
      if (!said && open != CodeTokens::kNone) said = keyed_method(tokens_, open);
      if (!said && open != CodeTokens::kNone) {
        said = argument_method(tokens_, open + 1, tokens_.match(open) - 1);
      }
      if (!said && !wrapper->second.fallback.empty()) said = wrapper->second.fallback;
      if (!said) said = use.method;
      use.kind = UseKind::asked;
      use.method = *said;
      return add(value, use, found.begin, found.last);
    }
    const auto origin = receiver(use);
    if (!origin) return;
    // `zoomClient.on("/users", …)` makes no request.
    const auto words = words_of_name(callee);
    const bool asks = std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return is_idiom(Idiom::request_word, word);
    });
    if (*origin == UrlOrigin::named && use.kind == UseKind::elsewhere && !asks) return;
    // `zoomClient.get("users")` may ask for anything.
    const bool is_word = value.path.find('/') == std::string::npos;
    if (*origin == UrlOrigin::named && is_word &&
        !is_service_interface(use.chain.parts.back().name)) {
      return;
    }
    value.origin = *origin;
    add(value, use, found.begin, found.last);
  }

  void follow_bindings() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> places;
    const auto follows = [&](const Binding& binding) {
      const bool is_wrapped = std::binary_search(wrapped_.begin(), wrapped_.end(), binding.begin);
      return !is_wrapped && !binding.is_client && binding.value.is_zoom() &&
             has_segment(binding.value.path);
    };
    for (const Binding& binding : urls_.bindings()) {
      if (follows(binding)) places[tokens_.text(binding.name)];
    }
    if (places.empty()) return;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_.is_name(i)) continue;
      const auto found = places.find(tokens_.text(i));
      if (found != places.end()) found->second.push_back(i);
    }
    for (const Binding& binding : urls_.bindings()) {
      if (follows(binding)) follow(binding, places[tokens_.text(binding.name)]);
    }
  }

  // Follows the uses of a variable, until it is bound again or its block ends.
  void follow(const Binding& binding, const std::vector<std::uint32_t>& places) {
    const std::uint32_t end = scope_end(tokens_, binding.name);
    auto place = std::upper_bound(places.begin(), places.end(), binding.last);
    std::uint32_t skip_to = 0;
    for (; place != places.end() && *place < end; ++place) {
      const std::uint32_t i = *place;
      if (calls_.size() >= kMaxCalls) return;
      if (i < skip_to) continue;
      const bool is_bound = tokens_.is(i + 1, "=") || tokens_.is(i + 1, ":=");
      if (is_bound && !tokens_.is(tokens_.parent(i), "(")) return;
      if (is_bound || tokens_.is(i + 1, ":") || tokens_.is(i + 1, "=>")) continue;
      if (const auto shadow = parameter_scope(tokens_, i)) {
        skip_to = *shadow;
        continue;
      }
      // It continues in another expression, and is read there.
      const bool is_joined = tokens_.is(i + 1, tokens_.language().dot_joins ? "." : "+");
      if (is_joined) continue;
      const CallChain chain = chain_before(tokens_, i);
      std::uint32_t last = i;
      while (is_access(tokens_, last + 1) && tokens_.is_name(last + 2)) {
        last += 2;
        if (tokens_.is(last + 1, "(") && tokens_.match(last + 1) != CodeTokens::kNone) {
          last = tokens_.match(last + 1);
        }
      }
      const CallUse use = find_use(tokens_, chain.begin, last);
      // A name of an object's own may be of any service.
      const bool is_given = use.kind == UseKind::elsewhere && !use.chain.empty();
      if (use.kind == UseKind::asked || is_given) add(binding.value, use, chain.begin, last);
    }
  }

  void add(const CallUrl& value, const CallUse& use, std::uint32_t first, std::uint32_t last) {
    if (use.kind == UseKind::nothing || use.kind == UseKind::bound || calls_.size() >= kMaxCalls)
      return;
    CodeCall call{std::string(use.method), without_query_hole(value), {}, false, false};
    call.is_by_name = value.origin == UrlOrigin::named;
    call.place = {tokens_.token(first).begin, tokens_.token(last).end};
    if (is_passthrough_path(call.path)) call.has_no_path = true;
    // The host has other pages than its API.
    if (split_http_url(tokens_.inner(first)) && !call.path.starts_with("/v2/")) return;
    if (use.kind == UseKind::elsewhere) call.method.clear();
    calls_.push_back(std::move(call));
  }

  // The receiver of the call, if the file or a name shows that it is Zoom.
  std::optional<UrlOrigin> receiver(const CallUse& use) const {
    const auto& parts = use.chain.parts;
    const std::uint32_t callee = parts.back().name;
    const bool is_decorator =
        tokens_.text(use.chain.begin).starts_with('@') && tokens_.language().name != "Ruby";
    if (is_decorator || tokens_.is(callee - 1, "[")) {
      return is_service_interface(callee) ? std::optional(UrlOrigin::named) : std::nullopt;
    }
    if (has_base_argument(use.chain)) return UrlOrigin::zoom;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      const std::string_view name = plain_name(tokens_.text(parts[i].name));
      const Binding* binding = is_self(name) ? nullptr : urls_.find(name, callee);
      if (binding == nullptr || !binding->is_client) continue;
      return binding->value.is_zoom() ? std::optional(UrlOrigin::zoom) : std::nullopt;
    }
    if (parts.size() > 1) {
      const std::uint32_t last = parts[parts.size() - 2].name;
      if (is_zoom_name(tokens_.source(use.chain.begin, last))) return UrlOrigin::named;
    }
    const bool is_own = parts.size() == 1 || is_self(tokens_.text(parts[parts.size() - 2].name));
    if (is_own && urls_.class_base() != nullptr) return UrlOrigin::zoom;
    bool has_zoom = false;
    const auto words = words_of_name(tokens_.text(callee));
    if (words.size() < 2) return std::nullopt;
    for (const std::string& word : words) {
      has_zoom = has_zoom || word == "zoom";
      if (!is_idiom(Idiom::client_word, word) && !is_idiom(Idiom::request_word, word) &&
          method_word(word).empty()) {
        return std::nullopt;
      }
    }
    return has_zoom ? std::optional(UrlOrigin::named) : std::nullopt;
  }

  // `axios.create({baseURL: "https://api.zoom.us/v2"}).get("/users")`
  bool has_base_argument(const CallChain& chain) const {
    for (std::size_t part = 0; part + 1 < chain.parts.size(); ++part) {
      const std::uint32_t open = chain.parts[part].open;
      if (open == CodeTokens::kNone) continue;
      const std::uint32_t close = std::min(tokens_.match(open), open + kMaxBaseArgument);
      for (std::uint32_t i = open; i < close; ++i) {
        const auto url = tokens_.is_text(i) ? split_http_url(tokens_.inner(i)) : std::nullopt;
        if (url && is_zoom_api_host(url->host)) return true;
      }
    }
    return false;
  }

  // For Retrofit and Refit: the methods of an interface that has Zoom in its name.
  bool is_service_interface(std::uint32_t callee) const {
    const std::string_view verb = plain_name(tokens_.text(callee));
    if (method_word(verb).empty()) return false;
    const std::string& language = std::string(tokens_.language().name);
    if (language != "Java" && language != "Kotlin" && language != "C#") return false;
    if (language != "C#" && method_word(verb) != verb) return false;
    for (std::uint32_t i = callee; i > 0; --i) {
      if (tokens_.is_name(i, "class") || tokens_.is_name(i, "object")) return false;
      if (!tokens_.is_name(i, "interface")) continue;
      const auto words = words_of_name(tokens_.text(i + 1));
      return std::find(words.begin(), words.end(), "zoom") != words.end();
    }
    return false;
  }

  const CodeTokens& tokens_;
  const PathTrie& trie_;
  UrlReader urls_;
  std::vector<UrlExpression> relative_;
  // The places where URLs inside of wrappers begin.
  std::vector<std::uint32_t> wrapped_;
  std::unordered_map<std::string_view, Wrapper> wrappers_;
  std::vector<CodeCall> calls_;
};

bool is_letter_z(char c) {
  return c == 'z' || c == 'Z';
}

// Every sign that a call goes to Zoom contains that word.
bool mentions_zoom(std::string_view text) {
  constexpr std::string_view kLower = "oom";
  constexpr std::string_view kUpper = "OOM";
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (!is_letter_z(text[i])) continue;
    const std::string_view rest = text.substr(i + 1, 3);
    if (rest == kLower || rest == kUpper) return true;
  }
  return false;
}

bool is_binary(std::string_view text) {
  return text.substr(0, 8192).find('\0') != std::string_view::npos;
}

// The operation of a call; nothing if it is not a call after all.
std::optional<FoundCall> judge(const CodeCall& call, const PathTrie& trie) {
  FoundCall found;
  found.method = call.method;
  found.place = call.place;
  if (call.has_no_path) {
    found.doubt = ResolutionStatus::path_computed;
    return found;
  }
  found.path = masked_path(call.path);
  // A name alone is weak evidence: only calls in the catalog count.
  const PathMatch match = trie.match(call.method, call.path, PathOrigin::code);
  if (call.method.empty()) {
    if (!match.is_path_known) return std::nullopt;
    found.doubt = ResolutionStatus::method_computed;
  } else if (match.operations.size() == 1) {
    found.operation = match.operations.front();
  } else if (match.operations.size() > 1) {
    found.doubt = ResolutionStatus::ambiguous;
  } else if (match.is_computed) {
    if (call.is_by_name) return std::nullopt;
    found.doubt = ResolutionStatus::path_computed;
  } else {
    if (call.is_by_name) return std::nullopt;
    found.doubt = ResolutionStatus::unknown;
  }
  return found;
}

}  // namespace

std::vector<FoundCall> scan_source(const SourceFile& file, const PathTrie& trie) {
  const Language* language = language_of(file.path);
  const std::string_view text = file.text;
  if (language == nullptr || text.size() > kMaxSourceBytes) return {};
  if (!mentions_zoom(text) || is_binary(text)) return {};
  std::vector<CodeCall> calls;
  if (language->is_shell) {
    calls = find_shell_calls(text);
  } else {
    const CodeTokens tokens(text, *language);
    calls = CallFinder(tokens, trie).run();
  }
  std::vector<FoundCall> found;
  const LineIndex lines(text);
  for (const CodeCall& call : calls) {
    auto judged = judge(call, trie);
    if (!judged) continue;
    judged->position = lines.position(judged->place.begin);
    found.push_back(std::move(*judged));
  }
  return found;
}

}  // namespace zoomc::infer
