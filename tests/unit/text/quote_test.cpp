#include "text/quote.h"

#include <vector>

#include "support/catch.h"
#include "text/utf8.h"

using namespace zoomc;
using std::string_literals::operator""s;

TEST_CASE("escape_controls leaves what can be seen") {
  CHECK(escape_controls("") == "");
  CHECK(escape_controls("Zoom für 日本 😀 `code` \\n") == "Zoom für 日本 😀 `code` \\n");
  CHECK(escape_controls("👩\u200D💻 e\u0301") == "👩\u200D💻 e\u0301");
}

TEST_CASE("escape_controls writes controls as escapes") {
  CHECK(escape_controls("a\nb\rc\td") == R"(a\nb\rc\td)");
  CHECK(escape_controls("\x1b[31mred\x07") == R"(\x1b[31mred\x07)");
  CHECK(escape_controls("\0"s) == R"(\x00)");
  CHECK(escape_controls("\x1f\x7f") == R"(\x1f\x7f)");
  CHECK(escape_controls("\u0080\u009b\u00a0") == "\\u0080\\u009b\u00a0");
}

TEST_CASE("escape_controls shows what turns or hides text") {
  CHECK(escape_controls("\u202e\u202a\u2066\u2069\u200e\u200f\u061c") ==
        R"(\u202e\u202a\u2066\u2069\u200e\u200f\u061c)");
  CHECK(escape_controls("na\u200bme\ufeff\u2060") == R"(na\u200bme\ufeff\u2060)");
  CHECK(escape_controls("\u2028\u2029") == R"(\u2028\u2029)");
}

TEST_CASE("escape_controls writes bytes that are not UTF-8 one by one") {
  CHECK(escape_controls("\xFF") == R"(\xff)");
  CHECK(escape_controls("a\xE2\x82z") == R"(a\xe2\x82z)");
  CHECK(escape_controls("\xED\xA0\x80") == R"(\xed\xa0\x80)");
}

TEST_CASE("in_backticks puts the escaped text in backticks") {
  CHECK(in_backticks("") == "``");
  CHECK(in_backticks("region") == "`region`");
  CHECK(in_backticks("two\nlines") == R"(`two\nlines`)");
}

TEST_CASE("in_backticks cuts after 80 code points") {
  CHECK(in_backticks(std::string(80, 'x')) == "`" + std::string(80, 'x') + "`");
  CHECK(in_backticks(std::string(81, 'x')) == "`" + std::string(80, 'x') + "…`");
  std::string wide;
  for (int i = 0; i < 81; ++i) wide += "é";
  CHECK(in_backticks(wide) == "`" + wide.substr(0, 160) + "…`");
}

TEST_CASE("in_backticks never cuts an escape in two") {
  CHECK(in_backticks(std::string(76, 'x') + "\x1b") == "`" + std::string(76, 'x') + "\\x1b`");
  CHECK(in_backticks(std::string(77, 'x') + "\x1b") == "`" + std::string(77, 'x') + "…`");
}

TEST_CASE("join_words makes a list a person would write") {
  CHECK(join_words({}) == "");
  const std::vector<std::string> words = {"us", "eu", "au"};
  const std::span<const std::string> all(words);
  CHECK(join_words(all.first(1)) == "us");
  CHECK(join_words(all.first(2)) == "us and eu");
  CHECK(join_words(all) == "us, eu and au");
  CHECK(join_words(all, "or") == "us, eu or au");
}

TEST_CASE("escape_json hides no value and shows no control") {
  CHECK(escape_json("{\n  \"a\": \"für 日本 \\u001B\"\n}\n") ==
        "{\n  \"a\": \"für 日本 \\u001B\"\n}\n");
  CHECK(escape_json("[\"\u009b\u202e\u200b\u2028\ufeff\x7f\"]") ==
        R"(["\u009b\u202e\u200b\u2028\ufeff\u007f"])");
}
