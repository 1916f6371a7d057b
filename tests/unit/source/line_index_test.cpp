#include "source/line_index.h"

#include <string>

#include "support/catch.h"
#include "text/utf8.h"

using namespace zoomc;

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

// "line:column" of every byte of `text` and of its end, with blanks between.
std::string all_positions(std::string_view text) {
  const LineIndex index(text);
  std::string out;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    const LineColumn place = index.position(at);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " ";
  }
  return out;
}

// Every line in brackets, as `line_span` cuts it.
std::string all_lines(std::string_view text) {
  const LineIndex index(text);
  std::string out;
  for (std::uint32_t line = 1; line <= index.line_count(); ++line) {
    const Span span = index.line_span(line);
    out += "[" + std::string(text.substr(span.begin, span.size())) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("an empty text is one empty line") {
  const LineIndex index("");
  CHECK(index.line_count() == 1);
  CHECK(index.line_span(1) == Span{0, 0});
  CHECK(index.position(0) == LineColumn{1, 1});
  CHECK(index.position(7) == LineColumn{1, 1});
  CHECK(index.offset({1, 1}) == 0);
  CHECK(index.offset({3, 9}) == 0);
}

TEST_CASE("lines end at LF, CRLF or a lone CR") {
  CHECK(all_lines("a\nb") == "[a][b]");
  CHECK(all_lines("a\r\nb") == "[a][b]");
  CHECK(all_lines("a\rb") == "[a][b]");
  CHECK(all_lines("a\n\rb") == "[a][][b]");
  CHECK(all_lines("a\r\r\nb") == "[a][][b]");
  CHECK(all_lines("a\n") == "[a][]");
  CHECK(all_lines("a\r") == "[a][]");
  CHECK(all_lines("\r\n\r\n") == "[][][]");
  CHECK(all_lines("a\u0085b\u2028c") == "[a\u0085b\u2028c]");
}

TEST_CASE("positions count lines and columns from 1, a line break is at the end of its line") {
  CHECK(all_positions("ab\nc") == "1:1 1:2 1:3 2:1 2:2 ");
  CHECK(all_positions("ab\r\nc") == "1:1 1:2 1:3 1:3 2:1 2:2 ");
  CHECK(all_positions("a\rb\r") == "1:1 1:2 2:1 2:2 3:1 ");
  CHECK(all_positions("a\n\n") == "1:1 1:2 2:1 3:1 ");
}

TEST_CASE("columns count code points, and every byte of one is at it") {
  CHECK(all_positions("é€😀x") == "1:1 1:1 1:2 1:2 1:2 1:3 1:3 1:3 1:3 1:4 1:5 ");
  CHECK(all_positions("e\u0301x") == "1:1 1:2 1:2 1:3 1:4 ");
}

TEST_CASE("an invalid byte counts as one column") {
  CHECK(all_positions("\xFFx\x80") == "1:1 1:2 1:3 1:4 ");
  CHECK(all_positions("\xE2\x82x") == "1:1 1:2 1:3 1:4 ");
  CHECK(all_positions("é\x80x") == "1:1 1:1 1:2 1:3 1:4 ");
  CHECK(all_positions("\x80\x80\x80\x80\x80") == "1:1 1:2 1:3 1:4 1:5 1:6 ");
}

TEST_CASE("a BOM at the start takes no column") {
  CHECK(all_positions(std::string(kBom) + "ab\nc") == "1:1 1:1 1:1 1:1 1:2 1:3 2:1 2:2 ");
  CHECK(all_lines(std::string(kBom) + "ab\nc") == "[ab][c]");
  CHECK(all_lines(kBom) == "[]");
  CHECK(all_positions(kBom) == "1:1 1:1 1:1 1:1 ");
  // Anywhere else it is a character like others.
  CHECK(all_positions("a\uFEFFb") == "1:1 1:2 1:2 1:2 1:3 1:4 ");
}

TEST_CASE("offset is the way back") {
  const std::string text = std::string(kBom) + "é=1\r\n\r\n€uro\xFFz";
  const LineIndex index(text);
  for (std::uint32_t at = 3; at <= text.size(); ++at) {
    const LineColumn place = index.position(at);
    const std::uint32_t back = index.offset(place);
    INFO(at);
    CHECK(index.position(back) == place);
    CHECK(back <= at);
  }
  CHECK(index.offset({1, 1}) == 3);
  CHECK(index.offset({1, 2}) == 5);
  CHECK(index.offset({1, 4}) == 7);
  CHECK(index.offset({3, 2}) == 14);
}

TEST_CASE("offset of places that are not there") {
  const LineIndex index("ab\r\ncd\n");
  CHECK(index.offset({1, 3}) == 2);
  CHECK(index.offset({1, 99}) == 2);
  CHECK(index.offset({2, 4'000'000'000}) == 6);
  CHECK(index.offset({3, 5}) == 7);
  CHECK(index.offset({4, 1}) == 7);
  CHECK(index.offset({0, 0}) == 0);
  CHECK(index.line_span(0) == Span{0, 2});
  CHECK(index.line_span(4) == Span{7, 7});
}

TEST_CASE("a line of many blocks agrees with a count from its start") {
  std::string text = "first\n";
  const std::string_view pieces[] = {"a", "é", "€", "😀", "\xFF", "\xE2\x82", "\x80"};
  for (std::size_t i = 0; i < 6000; ++i) text += pieces[(i * i + i / 7) % std::size(pieces)];
  const LineIndex index(text);
  std::uint32_t column = 1;
  for (std::size_t at = 6; at < text.size(); ++column) {
    const auto offset = static_cast<std::uint32_t>(at);
    const auto point = decode_utf8(text, at);
    at += point ? point->bytes : 1;
    if (index.position(offset) != LineColumn{2, column} || index.offset({2, column}) != offset) {
      FAIL("byte " << offset << " is not at column " << column);
    }
  }
  CHECK(index.position(static_cast<std::uint32_t>(text.size())) == LineColumn{2, column});
  CHECK(column - 1 == count_code_points(text) - 6);
}

TEST_CASE("text that ends exactly with a block") {
  const std::string text(2048, 'x');
  const LineIndex index(text);
  CHECK(index.position(2048) == LineColumn{1, 2049});
  CHECK(index.position(1024) == LineColumn{1, 1025});
  CHECK(index.offset({1, 1025}) == 1024);
  CHECK(index.offset({1, 2049}) == 2048);
  CHECK(index.offset({1, 2050}) == 2048);
}
