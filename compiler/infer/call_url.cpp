#include "infer/call_url.h"

#include <algorithm>
#include <utility>

#include "infer/names.h"
#include "text/ascii.h"

namespace zoomc::infer {
namespace {

constexpr std::size_t kLongWord = 28;

char at(std::string_view text, std::size_t i) {
  return i < text.size() ? text[i] : '\0';
}

// The place after the bracket that closes the one before `begin`; `begin` if none does.
std::size_t behind(std::string_view text, std::size_t begin, char open, char close) {
  int depth = 1;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == open) ++depth;
    if (text[i] == close && --depth == 0) return i + 1;
  }
  return begin;
}

struct Hole {
  // Empty: none.
  std::size_t end = 0;
  std::string_view name;
};

Hole bracketed(std::string_view text, std::size_t open, char closing) {
  const std::size_t end = behind(text, open + 1, text[open], closing);
  if (end == open + 1) return {};
  return {end, text.substr(open + 1, end - open - 2)};
}

// `%s`, `%d`, `%1$s`, `%(name)s`, `%@`; not an escaped byte such as `%2F`.
Hole percent(std::string_view text, std::size_t i) {
  std::size_t end = i + 1;
  if (at(text, end) == '(') {
    end = behind(text, end + 1, '(', ')');
    return {std::min(end + 1, text.size()), text.substr(i + 2, end - i - 3)};
  }
  if (is_hex(at(text, end)) && is_hex(at(text, end + 1))) return {};
  while (at(text, end) >= '0' && at(text, end) <= '9') ++end;
  if (at(text, end) == '$') ++end;
  constexpr std::string_view kKinds = "sdviqux@";
  return kKinds.find(at(text, end)) == std::string_view::npos || end >= text.size()
             ? Hole{}
             : Hole{end + 1, {}};
}

Hole word_hole(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (is_name_character(at(text, end))) ++end;
  return end == begin || (at(text, begin) >= '0' && at(text, begin) <= '9')
             ? Hole{}
             : Hole{end, text.substr(begin, end - begin)};
}

Hole hole_at(std::string_view text, std::size_t i) {
  const char next = at(text, i + 1);
  switch (text[i]) {
    case '$':
    case '#':
      if (next == '{') return bracketed(text, i + 1, '}');
      if (text[i] == '$' && next == '(') return bracketed(text, i + 1, ')');
      return text[i] == '$' ? word_hole(text, i + 1) : Hole{};
    case '{': return bracketed(text, i, '}');
    case '\\': return next == '(' ? bracketed(text, i + 1, ')') : Hole{};
    case '<': return bracketed(text, i, '>');
    case ':': return i > 0 && text[i - 1] == '/' ? word_hole(text, i + 1) : Hole{};
    case '%': return percent(text, i);
    default: return {};
  }
}

// `{$id}` of PHP and `{{id}}` mean the same as `{id}`.
std::string_view bare(std::string_view name) {
  while (!name.empty() && (name.front() == '{' || name.front() == '$' || name.front() == ' ')) {
    name.remove_prefix(1);
  }
  while (!name.empty() && (name.back() == '}' || name.back() == ' ')) name.remove_suffix(1);
  return name;
}

}  // namespace

bool is_zoom_api_host(std::string_view host) {
  if (host == "api.zoom.us" || host == "api.zoomgov.com") return true;
  constexpr std::string_view kPrefix = "api-";
  constexpr std::string_view kSuffix = ".zoom.us";
  if (!host.starts_with(kPrefix) || !host.ends_with(kSuffix)) return false;
  const auto region = host.substr(kPrefix.size(), host.size() - kPrefix.size() - kSuffix.size());
  return region.size() == 2 && std::all_of(region.begin(), region.end(), is_letter);
}

std::optional<UrlParts> split_http_url(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    const auto slash = std::min(url.find_first_of("/?#"), url.size());
    std::string_view host = url.substr(0, slash);
    if (host.ends_with(":443")) host.remove_suffix(4);
    return UrlParts{host, url.substr(slash)};
  }
  return std::nullopt;
}

std::vector<std::string_view> path_segments(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const auto slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    // A doubled slash comes from a base that ends with one.
    if (!segment.empty()) segments.push_back(segment);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  if (!segments.empty() && segments.front() == "v2") segments.erase(segments.begin());
  return segments;
}

bool looks_like_id(std::string_view segment) {
  return segment == "me" || segment.size() >= kLongWord ||
         segment.find_first_of("0123456789@%=+") != std::string_view::npos;
}

std::string masked_path(std::string_view path) {
  std::string shown;
  for (const std::string_view segment : path_segments(path)) {
    const bool is_word = std::all_of(segment.begin(), segment.end(), [](char c) {
      return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    const bool is_me = segment == "me";
    const bool hidden = !is_word || (looks_like_id(segment) && !is_me);
    const auto known = segment.find(kHole);
    if (hidden && known != std::string_view::npos && known > 0) {
      const std::string_view word = segment.substr(0, known);
      const bool shows = std::all_of(word.begin(), word.end(), is_letter);
      shown += "/" + (shows ? std::string(word) : std::string()) + "{}";
    } else {
      shown += hidden ? "/{}" : "/" + std::string(segment);
    }
  }
  return shown.empty() ? "/" : shown;
}

void TextPieces::add(TextPieces more) {
  text += more.text;
  holes.insert(holes.end(), more.holes.begin(), more.holes.end());
}

TextPieces pieces_of(std::string_view inner) {
  constexpr std::size_t kLongest = 2000;
  TextPieces pieces;
  inner = inner.substr(0, kLongest);
  for (std::size_t i = 0; i < inner.size();) {
    const Hole hole = hole_at(inner, i);
    if (hole.end > i) {
      pieces.text += kHole;
      pieces.holes.push_back(bare(hole.name));
      i = hole.end;
    } else {
      // A character that is escaped in the source cannot be in a path.
      pieces.text += inner[i] == kHole ? ' ' : inner[i];
      ++i;
    }
  }
  return pieces;
}

}  // namespace zoomc::infer
