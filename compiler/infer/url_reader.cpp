#include "infer/url_reader.h"

#include <algorithm>

#include "infer/call_url.h"
#include "infer/idioms.h"
#include "infer/names.h"
#include "text/ascii.h"

namespace zoomc::infer {
namespace {

constexpr int kMaxBindingDepth = 6;
constexpr std::uint32_t kMaxOperands = 64;

// The last binding that ends before `place`, else the first. They are in order.
const Binding* nearest_of(const std::vector<Binding>& bindings,
                          const std::vector<std::uint32_t>& places, std::uint32_t place) {
  const auto after = std::partition_point(
      places.begin(), places.end(), [&](std::uint32_t i) { return bindings[i].last < place; });
  return &bindings[after == places.begin() ? places.front() : *std::prev(after)];
}

constexpr std::uint32_t kMaxStatement = 240;

bool is_base_like(std::string_view path) {
  return path.empty() || path == "/" || path == "/v2" || path == "/v2/";
}

}  // namespace

UrlReader::UrlReader(const CodeTokens& tokens) : tokens_(tokens) {
  collect();
  if (bindings_.empty()) return;
  earlier_.swap(bindings_);
  earlier_places_.swap(places_);
  collect();
}

bool UrlReader::joins(std::uint32_t i) const {
  return tokens_.is(i, tokens_.language().dot_joins ? "." : "+");
}

// The token after the calls on a value: `"…".format(id)`.
std::uint32_t UrlReader::after_calls(std::uint32_t last) const {
  while (is_access(tokens_, last + 1) && tokens_.is_name(last + 2)) {
    last += 2;
    if (tokens_.is(last + 1, "(") && tokens_.match(last + 1) != CodeTokens::kNone) {
      last = tokens_.match(last + 1);
    }
  }
  return last;
}

// The source of the value in the first place of a format string: `("{}/x", BASE)`,
// `"{}/x".format(BASE)`, `"%s/x" % BASE`. Empty if it is not a plain name.
std::string_view UrlReader::format_argument(std::uint32_t text) const {
  std::uint32_t first = CodeTokens::kNone;
  if (tokens_.is(text + 1, ",")) first = text + 2;
  if (tokens_.is(text + 1, "%")) first = tokens_.is(text + 2, "(") ? text + 3 : text + 2;
  const bool is_format =
      tokens_.is_name(text + 2, "format") || tokens_.is_name(text + 2, "formatted");
  if (tokens_.is(text + 1, ".") && is_format && tokens_.is(text + 3, "(")) first = text + 4;
  if (!tokens_.is_name(first)) return {};
  std::uint32_t last = first;
  while (is_access(tokens_, last + 1) && tokens_.is_name(last + 2)) last += 2;
  return tokens_.source(first, last);
}

UrlReader::Operand UrlReader::operand(std::uint32_t first, int depth) const {
  while (tokens_.is_name(first, "new") || tokens_.is_name(first, "await") ||
         tokens_.is(first, "&") || tokens_.is(first, "*")) {
    ++first;
  }
  if (tokens_.is_text(first)) {
    TextPieces pieces = pieces_of(tokens_.inner(first));
    const bool has_open_base = !pieces.holes.empty() && pieces.text.front() == kHole;
    if (has_open_base &&
        pieces.holes.front().find_first_not_of("0123456789") == std::string_view::npos) {
      pieces.holes.front() = format_argument(first);
    }
    return {std::move(pieces), after_calls(first), true};
  }
  if (tokens_.is_name(first)) return name_operand(first, depth);
  const std::uint32_t close = tokens_.is(first, "(") ? tokens_.match(first) : CodeTokens::kNone;
  if (close == CodeTokens::kNone || close < first) {
    return {{}, first, false};
  }
  return {{std::string(1, kHole), {tokens_.source(first, close)}}, after_calls(close), true};
}

UrlReader::Operand UrlReader::name_operand(std::uint32_t first, int depth) const {
  std::uint32_t last = first;
  for (std::uint32_t parts = 0; parts < kMaxOperands; ++parts) {
    std::uint32_t open = last + 1;
    if (tokens_.is(open, "!")) ++open;
    const bool is_call = tokens_.is(open, "(") || tokens_.is(open, "[");
    if (is_call && tokens_.match(open) != CodeTokens::kNone) {
      const bool passes = is_idiom(Idiom::url_wrapper, plain_name(tokens_.text(last)));
      if (tokens_.is(open, "(") && passes && depth < kMaxBindingDepth) {
        Operand inside = joined(open + 1, depth + 1);
        if (inside.is_known) {
          inside.last = after_calls(tokens_.match(open));
          return inside;
        }
      }
      last = tokens_.match(open);
    } else if (is_access(tokens_, last + 1) && tokens_.is_name(last + 2)) {
      last += 2;
    } else {
      break;
    }
  }
  return {{std::string(1, kHole), {tokens_.source(first, last)}}, last, true};
}

UrlReader::Operand UrlReader::joined(std::uint32_t begin, int depth) const {
  Operand whole = operand(begin, depth);
  for (std::uint32_t count = 1; whole.is_known && count < kMaxOperands; ++count) {
    const bool is_joined = joins(whole.last + 1);
    const bool is_adjacent = tokens_.is_text(whole.last) && tokens_.is_text(whole.last + 1);
    if (!is_joined && !is_adjacent) break;
    Operand more = operand(whole.last + (is_joined ? 2 : 1), depth);
    if (!more.is_known) break;
    whole.pieces.add(std::move(more.pieces));
    whole.last = more.last;
  }
  return whole;
}

UrlExpression UrlReader::expression(std::uint32_t begin) const {
  Operand whole = joined(begin, 0);
  return {value_of(std::move(whole.pieces), begin), begin, whole.last};
}

// Goes to the left over operands that are joined to the string.
std::uint32_t UrlReader::expression_begin(std::uint32_t text) const {
  std::uint32_t begin = text;
  for (std::uint32_t count = 0; begin >= 2 && count < kMaxOperands; ++count) {
    std::uint32_t before = begin - 1;
    if (tokens_.is_text(before) && tokens_.is_text(begin)) {
      begin = before;
      continue;
    }
    if (!joins(before)) break;
    --before;
    if (tokens_.is_text(before)) {
      begin = before;
    } else if (tokens_.is_name(before)) {
      begin = chain_before(tokens_, before).begin;
    } else if (tokens_.is(before, ")") || tokens_.is(before, "]")) {
      const std::uint32_t open = tokens_.match(before);
      if (open == CodeTokens::kNone) break;
      const std::uint32_t callee = callee_of(tokens_, open);
      begin = callee == CodeTokens::kNone ? open : chain_before(tokens_, callee).begin;
    } else {
      break;
    }
  }
  return begin;
}

UrlExpression UrlReader::read(std::uint32_t part) const {
  if (tokens_.is_name(part)) return expression(chain_before(tokens_, part).begin);
  return expression(expression_begin(part));
}

bool UrlReader::is_joined_name(std::uint32_t name) const {
  if (!tokens_.is_name(name) || !joins(name + 1) || !tokens_.is_name(name + 2)) return false;
  const Binding* binding = find(tokens_.text(name), name);
  return binding != nullptr && !binding->is_client && binding->value.is_zoom();
}

CallUrl UrlReader::value_of(TextPieces pieces, std::uint32_t place) const {
  const std::string& text = pieces.text;
  if (const auto url = split_http_url(text)) {
    if (is_zoom_api_host(url->host)) {
      return {UrlOrigin::zoom, std::string(url->path), std::move(pieces.holes)};
    }
    const bool is_one_hole = url->host.size() == 1 && url->host.front() == kHole;
    if (!is_one_hole || !is_zoom_name(pieces.holes.front())) return {};
    const std::string path(url->path);
    pieces.holes.erase(pieces.holes.begin());
    return {UrlOrigin::named, path, std::move(pieces.holes)};
  }
  if (text.empty() || text.front() != kHole) {
    return {UrlOrigin::relative, text, std::move(pieces.holes)};
  }
  const std::string_view name = pieces.holes.front();
  CallUrl value;
  if (const Binding* binding = is_dotted_name(name) ? find(name, place) : nullptr) {
    if (!binding->is_client) value = binding->value;
  } else if (is_zoom_name(name)) {
    value.origin = UrlOrigin::named;
  }
  if (value.origin == UrlOrigin::relative) value.origin = UrlOrigin::foreign;
  if (value.origin == UrlOrigin::foreign) return {};
  const std::string rest = text.substr(1);
  if (value.path.ends_with('/') && rest.starts_with('/')) value.path.pop_back();
  value.path += rest;
  value.holes.insert(value.holes.end(), pieces.holes.begin() + 1, pieces.holes.end());
  return value;
}

const Binding* UrlReader::find(std::string_view name, std::uint32_t place) const {
  const std::string_view last = last_name(name);
  const auto found = places_.find(last);
  if (found != places_.end()) return nearest_of(bindings_, found->second, place);
  const auto earlier = earlier_places_.find(last);
  return earlier == earlier_places_.end() ? nullptr : nearest_of(earlier_, earlier->second, place);
}

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

// The name to which the mark at `i` gives a value: before the mark, or before its type.
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
    // With another value than a URL of Zoom's, the name is no longer one.
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

// Binds an object that is made with a base URL of Zoom's, and with no other base URL.
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
  // `a || "https://…"` and `getenv("A", "https://…")` return a URL, not a client.
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
  const bool is_base =
      is_idiom(Idiom::base_key, name) && token >= 2 && is_access(tokens_, token - 1);
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

}  // namespace zoomc::infer
