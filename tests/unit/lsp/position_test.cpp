#include <random>

#include "lsp/text_document.h"
#include "support/catch.h"

namespace zoomc::lsp {

// NOLINTNEXTLINE: Catch2 finds it by this name.
std::ostream& operator<<(std::ostream& out, const Position& place) {
  return out << place.line << ":" << place.character;
}

}  // namespace zoomc::lsp

using namespace zoomc::lsp;

namespace {

// Code points of one to four bytes, one or two UTF-16 units; combining and joining ones too.
const std::vector<std::string> kPieces{
    "a",  "b", "\n", "\r\n", "\r", "é", "e\u0301", "€", "\U0001F600", "\U0001F468\u200D\U0001F469",
    "日", " "};

std::string random_text(std::mt19937& random, std::size_t pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % kPieces.size()];
  return text;
}

// The plainest way to say where a byte is.
Position plain_place(const std::string& text, std::size_t offset, Encoding encoding) {
  while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
    --offset;
  Position place;
  for (std::size_t i = 0; i < offset; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool two = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (two) {
      // Between the two bytes of a line break it is still the end of the line.
      if (i + 1 < offset) place = {place.line + 1, 0};
      ++i;
    } else if (text[i] == '\n' || text[i] == '\r') {
      place = {place.line + 1, 0};
    } else if (encoding == Encoding::utf8) {
      ++place.character;
    } else if ((byte & 0xC0U) != 0x80U) {
      place.character += byte >= 0xF0 ? 2 : 1;
    }
  }
  return place;
}

}  // namespace

TEST_CASE("columns count UTF-16 units, or bytes") {
  const std::string text = "a\U0001F600b\ne\u0301x\r\n€\ry";
  const PositionMap utf16(text, Encoding::utf16);
  const PositionMap utf8(text, Encoding::utf8);
  CHECK(utf16.place(5) == Position{0, 3});
  CHECK(utf8.place(5) == Position{0, 5});
  CHECK(utf16.place(10) == Position{1, 2});
  CHECK(utf16.place(12) == Position{1, 3});
  CHECK(utf16.place(13) == Position{2, 0});
  CHECK(utf16.place(16) == Position{2, 1});
  CHECK(utf16.place(17) == Position{3, 0});
  CHECK(utf16.place(99) == Position{3, 1});
  CHECK(utf16.offset({0, 3}) == 5);
  CHECK(utf16.offset({0, 2}) == 1);  // in the midst of a surrogate pair
  CHECK(utf8.offset({0, 3}) == 1);   // in the midst of a character
  CHECK(utf16.offset({0, 99}) == 6);
  CHECK(utf16.offset({1, 3}) == 11);
  CHECK(utf16.offset({1, 4}) == 11);
  CHECK(utf16.offset({99, 0}) == text.size());
  CHECK(utf16.span({{2, 1}, {0, 1}}) == zoomc::Span{1, 16});
}

TEST_CASE("places of an empty text") {
  const PositionMap map("", Encoding::utf16);
  CHECK(map.place(0) == Position{0, 0});
  CHECK(map.offset({0, 0}) == 0);
  CHECK(map.offset({0, 5}) == 0);
  CHECK(map.offset({5, 0}) == 0);
}

TEST_CASE("every byte of random texts has the place that counting gives") {
  std::mt19937 random(20261123);  // NOLINT: the same texts each time
  for (const Encoding encoding : {Encoding::utf16, Encoding::utf8}) {
    for (int round = 0; round < 20; ++round) {
      const std::string text = random_text(random, round < 10 ? 30 : 900);
      const PositionMap map(text, encoding);
      for (std::uint32_t at = 0; at <= text.size(); ++at) {
        const Position place = map.place(at);
        REQUIRE(place == plain_place(text, at, encoding));
        const std::uint32_t back = map.offset(place);
        REQUIRE(back <= at);
        REQUIRE(map.place(back) == place);
      }
    }
  }
}

TEST_CASE("an edited document is the text that editing gives") {
  std::mt19937 random(7);  // NOLINT: the same edits each time
  for (const Encoding encoding : {Encoding::utf16, Encoding::utf8}) {
    for (int round = 0; round < 40; ++round) {
      std::string text = random_text(random, 40);
      TextDocument document(text, encoding);
      for (int edit = 0; edit < 60; ++edit) {
        const PositionMap map(text, encoding);
        const Range range{
            {static_cast<std::uint32_t>(random() % 12), static_cast<std::uint32_t>(random() % 12)},
            {static_cast<std::uint32_t>(random() % 12), static_cast<std::uint32_t>(random() % 12)}};
        const std::string replacement = random_text(random, random() % 5);
        const zoomc::Span span = map.span(range);
        text.replace(span.begin, span.size(), replacement);
        REQUIRE(document.replace(range, replacement));
        REQUIRE(document.text() == text);
        const PositionMap now(text, encoding);
        for (std::uint32_t line = 0; line < 12; ++line) {
          REQUIRE(document.offset({line, 3}) == now.offset({line, 3}));
        }
      }
    }
  }
}

TEST_CASE("a document does not grow without bound") {
  TextDocument document("abc", Encoding::utf16);
  const std::string large(kMaxDocumentBytes - 3, 'x');
  CHECK(document.replace({{0, 0}, {0, 0}}, large));
  CHECK_FALSE(document.replace({{0, 0}, {0, 0}}, "y"));
  CHECK(document.text().size() == kMaxDocumentBytes);
  CHECK_FALSE(document.replace_all(large + "1234"));
  CHECK(document.replace_all("new"));
  CHECK(document.text() == "new");
}
