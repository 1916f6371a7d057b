#include <string>

#include "outline.h"
#include "source/file_system.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

using namespace std::string_literals;

}  // namespace

TEST_CASE("a byte that is not UTF-8 is pointed at") {
  CHECK(findings_of("a: b\nc: \xFF d\n") ==
        "2:4-2:5 invalid-encoding: byte 0xff is not UTF-8; save the file as UTF-8\n");
  CHECK(findings_of("a: caf\xE9\n") ==
        "1:7-1:8 invalid-encoding: byte 0xe9 is not UTF-8; save the file as UTF-8\n");
  CHECK(findings_of("# \xC0\x80\n") ==
        "1:3-1:4 invalid-encoding: byte 0xc0 is not UTF-8; save the file as UTF-8\n");
  CHECK(findings_of("a: \xED\xA0\x80\n") ==
        "1:4-1:5 invalid-encoding: byte 0xed is not UTF-8; save the file as UTF-8\n");
  CHECK(outline_of("a: \xFF\n") == "refused");
}

TEST_CASE("only the first reason is given") {
  CHECK(findings_of("a: \xFF\nb\x01: \xFE\n") ==
        "1:4-1:5 invalid-encoding: byte 0xff is not UTF-8; save the file as UTF-8\n");
}

TEST_CASE("UTF-16 and UTF-32 are named") {
  const std::string utf16 =
      "1:1-1:1 invalid-encoding: the file is UTF-16, not UTF-8; save it as UTF-8\n";
  const std::string utf32 =
      "1:1-1:1 invalid-encoding: the file is UTF-32, not UTF-8; save it as UTF-8\n";
  CHECK(findings_of("\xFF\xFE"
                    "a\0:\0"s) == utf16);
  CHECK(findings_of("\xFE\xFF\0a\0:"s) == utf16);
  CHECK(findings_of("a\0:\0 \0b\0"s) == utf16);
  CHECK(findings_of("\0a\0:"s) == utf16);
  CHECK(findings_of("\xFF\xFE\0\0a\0\0\0"s) == utf32);
  CHECK(findings_of("\0\0\xFE\xFF\0\0\0a"s) == utf32);
  CHECK(findings_of("a\0\0\0:\0\0\0"s) == utf32);
  CHECK(findings_of("\0\0\0a"s) == utf32);
}

TEST_CASE("control characters that YAML forbids are pointed at") {
  const auto refusal = [](const std::string& place, const std::string& name) {
    return place + " invalid-encoding: YAML does not allow the control character " + name +
           "; remove it\n";
  };
  CHECK(findings_of("a: b\0c\n"s) == refusal("1:5-1:6", "U+0000"));
  CHECK(findings_of("a\0"s) == refusal("1:2-1:3", "U+0000"));
  CHECK(findings_of("a: \x1B[31mred\n") == refusal("1:4-1:5", "U+001B"));
  CHECK(findings_of("# \x08\n") == refusal("1:3-1:4", "U+0008"));
  CHECK(findings_of("a: \x7F\n") == refusal("1:4-1:5", "U+007F"));
  CHECK(findings_of("a: \xC2\x84\n") == refusal("1:4-1:5", "U+0084"));
  CHECK(findings_of("a: \xEF\xBF\xBF\n") == refusal("1:4-1:5", "U+FFFF"));
}

TEST_CASE("where a character stands does not matter") {
  constexpr std::size_t kSize = 21;
  for (std::size_t at = 0; at < kSize; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text(kSize, '~');
      text[at] = static_cast<char>(byte);
      const bool fine =
          byte == '\t' || byte == '\n' || byte == '\r' || (byte >= 0x20 && byte < 0x7F);
      const auto problem = syntax::check_encoding(text);
      INFO("byte " << byte << " at " << at);
      REQUIRE(problem.has_value() == !fine);
      if (problem)
        CHECK(problem->primary ==
              Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)});
    }
    for (const std::string character :
         {"\xC2\x85", "\xC3\xA9", "\xE2\x80\xA6", "\xF0\x9F\x99\x82"}) {
      const std::string text = std::string(at, ' ') + character + std::string(kSize, ' ');
      INFO("character of " << character.size() << " bytes at " << at);
      CHECK_FALSE(syntax::check_encoding(text));
      CHECK(syntax::check_encoding(text.substr(0, at + character.size() - 1)));
    }
  }
}

TEST_CASE("a byte order mark may only begin the text") {
  const std::string message =
      " invalid-encoding: byte order mark (U+FEFF) inside the text; remove it\n";
  CHECK(findings_of("\xEF\xBB\xBF\xEF\xBB\xBF"
                    "a: b\n") == "1:1-1:2" + message);
  CHECK(findings_of("a: \xEF\xBB\xBF"
                    "b\n") == "1:4-1:5" + message);
}

TEST_CASE("other characters pass") {
  CHECK(findings_of("a: \t\xC2\x85\xC2\xA0\xE2\x80\xA8\xF0\x9F\x99\x82\n").empty());
}

TEST_CASE("a file over the limit is refused, one at the limit is read") {
  const std::string head = "a: b\n#";
  CHECK(findings_of(head + std::string(kMaxFileBytes - head.size(), 'x')).empty());
  CHECK(findings_of(head + std::string(kMaxFileBytes - head.size() + 1, 'x')) ==
        "1:1-1:1 file-too-large: the file is larger than 8 MiB, the most that is read\n");
}

}  // namespace zoomc::syntax
