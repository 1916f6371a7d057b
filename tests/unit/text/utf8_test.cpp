#include "text/utf8.h"

#include <string>

#include "support/catch.h"

using namespace zoomc;

namespace {

// The code point at `offset` and its length, as one comparable pair; {0, 0} where there is none.
std::pair<std::uint32_t, std::size_t> decoded(std::string_view text, std::size_t offset = 0) {
  const auto point = decode_utf8(text, offset);
  if (!point) return {0, 0};
  return {static_cast<std::uint32_t>(point->value), point->bytes};
}

using Decoded = std::pair<std::uint32_t, std::size_t>;

}  // namespace

TEST_CASE("decode_utf8 reads the first and last code point of every length") {
  CHECK(decoded(std::string_view("\0", 1)) == Decoded{0, 1});
  CHECK(decoded("\x7F") == Decoded{0x7F, 1});
  CHECK(decoded("\xC2\x80") == Decoded{0x80, 2});
  CHECK(decoded("\xDF\xBF") == Decoded{0x7FF, 2});
  CHECK(decoded("\xE0\xA0\x80") == Decoded{0x800, 3});
  CHECK(decoded("\xED\x9F\xBF") == Decoded{0xD7FF, 3});
  CHECK(decoded("\xEE\x80\x80") == Decoded{0xE000, 3});
  CHECK(decoded("\xEF\xBF\xBF") == Decoded{0xFFFF, 3});
  CHECK(decoded("\xF0\x90\x80\x80") == Decoded{0x10000, 4});
  CHECK(decoded("\xF4\x8F\xBF\xBF") == Decoded{0x10FFFF, 4});
  CHECK(decoded("aé", 1) == Decoded{0xE9, 2});
}

TEST_CASE("a NUL is a code point, the end of the text is none") {
  CHECK(decode_utf8(std::string_view("\0", 1), 0).has_value());
  CHECK_FALSE(decode_utf8("", 0).has_value());
  CHECK_FALSE(decode_utf8("a", 1).has_value());
  CHECK_FALSE(decode_utf8("a", 7).has_value());
}

TEST_CASE("decode_utf8 refuses what is not UTF-8") {
  const char* const refused[] = {
      "\x80",              // a continuation on its own
      "\xBF",              //
      "\xC0\x80",          // overlong NUL
      "\xC1\xBF",          // overlong 0x7F
      "\xE0\x9F\xBF",      // overlong 0x7FF
      "\xF0\x8F\xBF\xBF",  // overlong 0xFFFF
      "\xED\xA0\x80",      // the first surrogate
      "\xED\xBF\xBF",      // the last surrogate
      "\xF4\x90\x80\x80",  // past U+10FFFF
      "\xF5\x80\x80\x80",  // never a first byte
      "\xFE",              //
      "\xFF",              //
      "\xC3",              // cut short
      "\xE2\x82",          //
      "\xF0\x9F\x98",      //
      "\xC3 ",             // the second byte is no continuation
      "\xE2\x82 ",         // nor the third
      "\xF0\x9F\x98 ",     // nor the fourth
  };
  for (const char* text : refused) {
    INFO(text);
    CHECK_FALSE(decode_utf8(text, 0).has_value());
    CHECK(find_invalid_utf8(text) == 0);
  }
}

TEST_CASE("find_invalid_utf8 gives the first bad byte") {
  CHECK_FALSE(find_invalid_utf8("").has_value());
  CHECK_FALSE(find_invalid_utf8("plain, é, €, 😀").has_value());
  CHECK(find_invalid_utf8("abc\xFF") == 3);
  CHECK(find_invalid_utf8("é\xE2\x82") == 2);
  CHECK(find_invalid_utf8("\xED\xA0\x80 \xFF") == 0);
}

TEST_CASE("begins_code_point is false only inside a well-formed sequence") {
  const auto begins = [](std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at <= text.size(); ++at)
      out += begins_code_point(text, at) ? '1' : '0';
    return out;
  };
  CHECK(begins("") == "1");
  CHECK(begins("aé€😀z") ==
        "11010010001"
        "1");
  CHECK(begins("\x80\x80\x80\x80\x80") == "111111");
  CHECK(begins("é\x80z") == "10111");
  CHECK(begins("\xE2\x82z") == "1111");
  CHECK(begins("\xED\xA0\x80") == "1111");
  CHECK(begins("\xF0\x9F\x98\x80\x80") == "100011");
}

TEST_CASE("count_code_points counts an invalid byte as one") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abc") == 3);
  CHECK(count_code_points("é€😀") == 3);
  CHECK(count_code_points("a\xFF\xFE"
                          "b") == 4);
  CHECK(count_code_points("\xE2\x82") == 2);
  CHECK(count_code_points("e\u0301") == 2);
}

TEST_CASE("display_width counts terminal cells") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("日本") == 4);  // ideographs
  CHECK(display_width("한글") == 4);  // precomposed Hangul
  CHECK(display_width("ﾊ") == 1);     // half width
  CHECK(display_width("Ａ") == 2);    // full width
  CHECK(display_width("😀") == 2);     // emoji presentation
  CHECK(display_width("⚡") == 2);     // emoji of the basic plane
  CHECK(display_width("♥") == 1);     // text presentation
  CHECK(display_width("🇩🇪") == 2);    // two letters make a flag
  CHECK(display_width("𠮷") == 2);    // the second ideographic plane
  CHECK(display_width("\t") == 1);
  CHECK(display_width("\xFF\xFE") == 2);
}

TEST_CASE("marks and joiners take no cell") {
  CHECK(display_width("e\u0301") == 1);       // combining acute
  CHECK(display_width("か\u3099") == 2);      // voiced mark, inside a wide block
  CHECK(display_width("❤\uFE0F") == 1);       // variation selector
  CHECK(display_width("a\u200Db") == 2);      // zero width joiner
  CHECK(display_width("a\u200Bb") == 2);      // zero width space
  CHECK(display_width("\u20AC\u20D2") == 1);  // enclosing and overlay marks
  CHECK(display_width("\U000E0101") == 0);    // the last range of the table
  CHECK(display_width("\u00AD") == 1);        // a soft hyphen is drawn
}
