#include "infer/url_reader.h"

#include <algorithm>

#include "infer/call_path.h"
#include "infer/dotted_name.h"
#include "infer/idioms.h"

namespace zoomc {
namespace {

constexpr int kMaxBindingDepth = 6;
constexpr std::uint32_t kMaxOperands = 64;

// The last binding that ends before `place`, else the first. They stand in their order.
const Binding* nearest_of(const std::vector<Binding>& bindings,
                          const std::vector<std::uint32_t>& places, std::uint32_t place) {
  const auto after = std::partition_point(
      places.begin(), places.end(), [&](std::uint32_t i) { return bindings[i].last < place; });
  return &bindings[after == places.begin() ? places.front() : *std::prev(after)];
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

// Past the calls that a value is sent through: `"…".format(id)`.
std::uint32_t UrlReader::after_calls(std::uint32_t last) const {
  while (is_access(tokens_, last + 1) && tokens_.is_name(last + 2)) {
    last += 2;
    if (tokens_.is(last + 1, "(") && tokens_.match(last + 1) != CodeTokens::kNone) {
      last = tokens_.match(last + 1);
    }
  }
  return last;
}

// The source of what takes the first place in a string: `("{}/x", BASE)`, `"{}/x".format(BASE)`,
// `"%s/x" % BASE`. Empty when that is no plain name.
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
      const bool passes = idioms::is_transparent(plain_name(tokens_.text(last)));
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

// To the left over operands that are joined to the string.
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

}  // namespace zoomc
