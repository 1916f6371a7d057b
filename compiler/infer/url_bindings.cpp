#include <algorithm>

#include "infer/call_path.h"
#include "infer/dotted_name.h"
#include "infer/idioms.h"
#include "infer/name_words.h"
#include "infer/url_reader.h"

// Where a file gives URLs, and clients for them, their names.#include "text/ascii.h"

namespace zoomc {
namespace {

constexpr std::uint32_t kMaxStatement = 240;

bool is_base_like(std::string_view path) {
  return path.empty() || path == "/" || path == "/v2" || path == "/v2/";
}

}  // namespace

const Binding* UrlReader::class_base() const {
  const Binding* answer = nullptr;
  for (const Binding& binding : bindings_) {
    const bool is_base =
        tokens_.text(binding.name) == "base_uri" && !tokens_.is(binding.name + 1, "=");
    if (is_base && binding.value.is_zoom()) answer = &binding;
  }
  return answer;
}

void UrlReader::collect() {
  for (std::uint32_t i = 1; i < tokens_.size(); ++i) {
    const bool is_sign =
        tokens_.is(i, "=") || tokens_.is(i, ":=") || tokens_.is(i, ":") || tokens_.is(i, "=>");
    if (is_sign) {
      if (const auto name = bound_name(i)) bind(*name, i + 1);
    } else if (tokens_.is_name(i, "base_uri") && tokens_.is_text(i + 1)) {
      bind(i, i + 1);
    } else if (tokens_.is_name(i, "define") && tokens_.is(i + 1, "(") && tokens_.is_text(i + 2) &&
               tokens_.is(i + 3, ",")) {
      bind(i + 2, i + 4);
    } else if (tokens_.is_name(i, "as") && tokens_.is(i - 1, ")") && tokens_.is_name(i + 1) &&
               tokens_.match(i - 1) != CodeTokens::kNone) {
      // `with Client(base_url=…) as client:`
      bind_client({i + 1, tokens_.match(i - 1), i - 1, {}, true});
    }
  }
}

// What the mark at `i` gives a value: the name before it, or before its type.
std::optional<std::uint32_t> UrlReader::bound_name(std::uint32_t mark) const {
  std::uint32_t name = mark - 1;
  if (tokens_.is_text(name)) return tokens_.is(mark, "=") ? std::nullopt : std::optional(name);
  if (!tokens_.is_name(name) && !tokens_.is(name, ">") && !tokens_.is(name, "?")) {
    return std::nullopt;
  }
  if (!tokens_.is(mark, "=")) return tokens_.is_name(name) ? std::optional(name) : std::nullopt;
  for (std::uint32_t i = name; i > 0 && name - i < 8; --i) {
    if (tokens_.is(i, ":") && tokens_.is_name(i - 1)) return i - 1;
    const bool is_type = tokens_.is_name(i) || tokens_.is(i, "&") || tokens_.is(i, "'") ||
                         tokens_.is(i, "<") || tokens_.is(i, ">") || tokens_.is(i, "?");
    if (!is_type || tokens_.token(i).first_on_line) break;
  }
  const bool has_type = tokens_.language().name == "Go" && name > 0 && tokens_.is_name(name - 1) &&
                        !tokens_.token(name).first_on_line && tokens_.text(name) == "string";
  if (has_type) --name;
  return tokens_.is_name(name) ? std::optional(name) : std::nullopt;
}

void UrlReader::bind(std::uint32_t name, std::uint32_t begin) {
  const UrlExpression value = expression(begin);
  Binding binding{name, begin, value.last, value.value, false};
  if (value.value.is_zoom()) return add(binding);
  binding.last = statement_last(begin);
  if (tokens_.is_text(begin)) {
    // Something else than a URL of Zoom: what is bound so is no longer one.
    binding.value = {};
    return add(binding);
  }
  bind_client(std::move(binding));
}

// The last token of the statement or argument that begins at `begin`.
std::uint32_t UrlReader::statement_last(std::uint32_t begin) const {
  std::uint32_t last = begin;
  for (std::uint32_t i = begin; i < tokens_.size() && i - begin < kMaxStatement; ++i) {
    if (tokens_.is(i, ";") || tokens_.is(i, ",")) break;
    if (tokens_.is(i, ")") || tokens_.is(i, "]") || tokens_.is(i, "}")) break;
    const CodeToken& token = tokens_.token(i);
    const bool goes_on = token.kind == CodeTokenKind::mark && !tokens_.is(i, "@");
    const bool follows_mark = i > begin && tokens_.token(i - 1).kind == CodeTokenKind::mark &&
                              !tokens_.is(i - 1, ")") && !tokens_.is(i - 1, "]") &&
                              !tokens_.is(i - 1, "}");
    if (i > begin && token.first_on_line && !goes_on && !follows_mark) break;
    last = i;
    const bool opens = tokens_.is(i, "(") || tokens_.is(i, "[") || tokens_.is(i, "{");
    if (opens && tokens_.match(i) != CodeTokens::kNone) {
      i = tokens_.match(i);
      last = i;
    }
  }
  return last;
}

// Something that is made with a base URL of Zoom, and with none of anybody else's.
void UrlReader::bind_client(Binding binding) {
  bool is_zoom = false;
  bool is_foreign = false;
  const std::uint32_t end = std::min(binding.last, binding.begin + kMaxStatement);
  const bool is_plain = tokens_.is_name(binding.begin);
  const bool arrays_have_arrows = tokens_.language().dot_joins || tokens_.language().bare_calls;
  const bool is_block = tokens_.is(binding.begin, "{");
  for (std::uint32_t i = binding.begin; i <= end && !is_block; ++i) {
    const bool is_lambda = tokens_.is(i, "=>") && !arrays_have_arrows;
    if (is_lambda || tokens_.is_name(i, "function")) break;
    CallUrl value;
    if (tokens_.is_text(i)) {
      const auto url = split_http_url(tokens_.inner(i));
      if (!url) continue;
      value = value_of(pieces_of(tokens_.inner(i)), i);
      is_foreign = is_foreign || !value.is_zoom();
    } else if (tokens_.is_name(i) && i > binding.begin && !tokens_.is(i + 1, "(") &&
               !tokens_.is(i + 1, "=") && !tokens_.is(i + 1, ":")) {
      const Binding* known = find(tokens_.text(i), i);
      if (known == nullptr || known->is_client || !known->value.is_zoom()) continue;
      value = known->value;
    }
    if (!value.is_zoom() || !is_base_like(value.path)) continue;
    is_zoom = true;
    binding.value = value;
  }
  binding.is_client = true;
  // `a || "https://…"` and `getenv("A", "https://…")` give a URL, not a client.
  bool is_url = tokens_.is_text(binding.last);
  for (std::uint32_t i = binding.begin; i < end && !is_url; ++i) {
    const bool is_environment = lowered(tokens_.text(i)).find("env") != std::string::npos;
    is_url = tokens_.is(i, "||") || (is_plain && is_environment);
  }
  if (is_url && is_zoom) binding.is_client = false;
  if (is_foreign || !is_zoom) {
    if (!is_foreign) return;
    binding.value = {};
  }
  add(binding);
}

void UrlReader::add(const Binding& binding) {
  std::string_view name =
      tokens_.is_text(binding.name) ? tokens_.inner(binding.name) : tokens_.text(binding.name);
  name = last_name(name);
  if (name.empty()) return;
  const auto index = static_cast<std::uint32_t>(bindings_.size());
  places_[name].push_back(index);
  // `client.BaseAddress = …` makes `client` one of Zoom's.
  const std::uint32_t token = binding.name;
  const bool is_base = idioms::is_base_key(name) && token >= 2 && is_access(tokens_, token - 1);
  bindings_.push_back(binding);
  if (!is_base) return;
  for (const ChainPart& part : chain_before(tokens_, token - 2).parts) {
    const std::string_view owner = plain_name(tokens_.text(part.name));
    if (is_self(owner)) continue;
    Binding client = binding;
    client.is_client = true;
    places_[owner].push_back(static_cast<std::uint32_t>(bindings_.size()));
    bindings_.push_back(std::move(client));
  }
}

}  // namespace zoomc
