#include "edited_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace zoomc::fuzz {
namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Line> line_places(const std::string& text) {
  std::vector<Line> lines{{}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != '\r') continue;
    lines.back().end = i;
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    lines.push_back({i + 1, 0});
  }
  lines.back().end = text.size();
  return lines;
}

std::size_t units_of(CodePoint c, lsp::Encoding encoding) {
  if (encoding == lsp::Encoding::utf8) return c.bytes;
  return c.value > 0xFFFF ? 2 : 1;
}

CodePoint code_point(const std::string& text, std::size_t at) {
  return decode_utf8(text, at).value_or(CodePoint{0, 1});
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const Line& line : line_places(text)) {
    lines.push_back(text.substr(line.begin, line.end - line.begin));
  }
  return lines;
}

std::size_t byte_at(const std::string& text, lsp::Position place, lsp::Encoding encoding) {
  const std::vector<Line> lines = line_places(text);
  if (place.line >= lines.size()) return text.size();
  std::size_t at = lines[place.line].begin;
  for (std::size_t units = 0; at < lines[place.line].end;) {
    const CodePoint c = code_point(text, at);
    units += units_of(c, encoding);
    if (units > place.character) break;
    at += c.bytes;
  }
  return at;
}

bool has_place(const std::string& text, lsp::Position place, lsp::Encoding encoding) {
  const std::vector<Line> lines = line_places(text);
  if (place.line >= lines.size()) return false;
  std::size_t units = 0;
  for (std::size_t at = lines[place.line].begin; at < lines[place.line].end;) {
    const CodePoint c = code_point(text, at);
    units += units_of(c, encoding);
    at += c.bytes;
  }
  return place.character <= units;
}

std::string edited(const std::string& text, lsp::Range range, const std::string& replacement,
                   lsp::Encoding encoding) {
  const std::size_t a = byte_at(text, range.start, encoding);
  const std::size_t b = byte_at(text, range.end, encoding);
  return text.substr(0, std::min(a, b)) + replacement + text.substr(std::max(a, b));
}

}  // namespace zoomc::fuzz
