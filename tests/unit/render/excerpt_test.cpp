#include "render/finding_text.h"
#include "render/format.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::render;

namespace {

// The span of `part` in `text`: its first place, or the one behind `after`.
Span span_of(const std::string& text, std::string_view part, std::string_view after = "") {
  const std::size_t begin = text.find(part, text.find(after) + after.size());
  REQUIRE(begin != std::string::npos);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

std::string excerpt(const std::string& text, const Diagnostic& finding) {
  const SourceFile file{"a.yaml", text};
  StyledText styled(false);
  print_finding(styled, FileView(file), finding);
  // The message, the place and a bare margin are above it; a bare margin and the notes below.
  std::string printed = styled.text();
  for (int line = 0; line < 3; ++line) printed.erase(0, printed.find('\n') + 1);
  for (int line = 0; line < 2; ++line) printed.erase(printed.rfind('\n', printed.size() - 2) + 1);
  return "\n" + printed;  // raw string literals read better with a line break at the start
}

std::string excerpt(const std::string& text, Span place, std::string label = "",
                    std::vector<Label> labels = {}) {
  Diagnostic finding{.id = "odd", .primary = place, .message = "it is odd"};
  finding.primary_label = std::move(label);
  finding.labels = std::move(labels);
  return excerpt(text, finding);
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("an empty file has a first line") {
  CHECK(excerpt("", {0, 0}, "nothing is here") == R"(
1 |
  | ^ nothing is here
)");
  CHECK(excerpt("\xEF\xBB\xBF", {0, 0}) == R"(
1 |
  | ^
)");
}

TEST_CASE("the end of the file can be pointed at") {
  CHECK(excerpt("a: b", {4, 4}, "more is missing") == R"(
1 | a: b
  |     ^ more is missing
)");
  CHECK(excerpt("a: b\n", {5, 5}) == R"(
2 |
  | ^
)");
  CHECK(excerpt("a: b\n", {90, 95}) == R"(
2 |
  | ^
)");
  CHECK(excerpt("a: b", {3, 90}) == R"(
1 | a: b
  |    ^
)");
}

TEST_CASE("an empty span has one caret") {
  CHECK(excerpt("a: b\n", {3, 3}) == R"(
1 | a: b
  |    ^
)");
}

TEST_CASE("a line break is at the end of its line") {
  CHECK(excerpt("a: b\r\nc: d\r\n", {4, 6}, "ends here") == R"(
1 | a: b
  |     ^ ends here
)");
}

TEST_CASE("a BOM is not shown and takes no column") {
  CHECK(excerpt("\xEF\xBB\xBFzoomc: 2\n", {10, 11}) == R"(
1 | zoomc: 2
  |        ^
)");
}

TEST_CASE("tabs go to the next multiple of four") {
  CHECK(excerpt("\tab\tc\td", span_of("\tab\tc\td", "c"), "c") == R"(
1 |     ab  c   d
  |         ^ c
)");
  CHECK(excerpt("a\tb\n", {1, 2}, "a tab") == R"(
1 | a   b
  |  ^^^ a tab
)");
}

TEST_CASE("wide characters and marks keep the carets in line") {
  const std::string text = "name: 日本語 e\u0301é 😀 end\n";
  CHECK(excerpt(text, span_of(text, "end"), "here", {{span_of(text, "本"), ""}}) ==
        "\n"
        "1 | name: 日本語 e\u0301é 😀 end\n"
        "  |         --         ^^^ here\n");
}

TEST_CASE("control characters and bad bytes are escaped and the carets stay in line") {
  const std::string text = "a: \x1b[31m\xFF\u202Eb\n";
  CHECK(excerpt(text, span_of(text, "b"), "here", {{span_of(text, "\xFF"), ""}}) == R"(
1 | a: \x1b[31m\xff\u202eb
  |            ----      ^ here
)");
}

TEST_CASE("labels above and below stand in file order") {
  const std::string text = "one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\nsix: 6\n";
  CHECK(excerpt(text, span_of(text, "two"), "the place",
                {{span_of(text, "six"), "the last"}, {span_of(text, "one"), "the first"}}) == R"(
1 | one: 1
  | --- the first
2 | two: 2
  | ^^^ the place
...
6 | six: 6
  | --- the last
)");
}

TEST_CASE("a single line between is shown rather than dots") {
  const std::string text = "one: 1\n\ttwo: 2\nthree: 3\n";
  CHECK(excerpt(text, span_of(text, "one"), "", {{span_of(text, "three"), "see"}}) == R"(
1 | one: 1
  | ^^^
2 |     two: 2
3 | three: 3
  | ----- see
)");
}

TEST_CASE("the gutter is as wide as the largest number shown") {
  const std::string text = repeat("x\n", 99) + "hundred\n";
  CHECK(excerpt(text, {0, 1}, "", {{span_of(text, "hundred"), ""}}) == R"(
  1 | x
    | ^
...
100 | hundred
    | -------
)");
  CHECK(excerpt(text, {0, 1}) == R"(
1 | x
  | ^
)");
}

TEST_CASE("the text of the last mark of a line is beside it, others hang below") {
  const std::string text = "meetings: [read, create, read]\n";
  CHECK(excerpt(text, span_of(text, "read", "create"), "again",
                {{span_of(text, "read"), "first here"}}) ==
        R"(
1 | meetings: [read, create, read]
  |            ----          ^^^^ again
  |            |
  |            first here
)");
  CHECK(excerpt(text, span_of(text, "read"), "primary",
                {{span_of(text, "create"), "second"},
                 {span_of(text, "read", "create"), "third"},
                 {span_of(text, "meetings"), "the feature"}}) == R"(
1 | meetings: [read, create, read]
  | --------   ^^^^  ------  ---- third
  | |          |     |
  | |          |     second
  | |          primary
  | the feature
)");
}

TEST_CASE("a text that would follow another mark's carets hangs") {
  const std::string text = "redirect: value\n";
  CHECK(excerpt(text, span_of(text, "value"), "", {{span_of(text, "redirect"), "the key"}}) == R"(
1 | redirect: value
  | --------  ^^^^^
  | |
  | the key
)");
}

TEST_CASE("a mark inside another is drawn over it") {
  const std::string text = "url: http://host/path\n";
  CHECK(excerpt(text, span_of(text, "http://host/path"), "whole",
                {{span_of(text, "host"), "part"}}) == R"(
1 | url: http://host/path
  |      ^^^^^^^----^^^^^ whole
  |             |
  |             part
)");
  CHECK(excerpt(text, span_of(text, "host"), "part",
                {{span_of(text, "http://host/path"), "whole"}}) == R"(
1 | url: http://host/path
  |      -------^^^^----- whole
  |             |
  |             part
)");
}

TEST_CASE("marks on the same place share their carets") {
  const std::string text = "a: value\n";
  const Span value = span_of(text, "value");
  CHECK(excerpt(text, value, "primary", {{value, "one"}, {value, "two"}, {value, ""}}) == R"(
1 | a: value
  |    ^^^^^ primary
  |    |
  |    one
  |    two
)");
}

TEST_CASE("a place of several lines is shown by its first and its last") {
  const std::string text = "top:\n  key: [one,\n    two,\n    three,\n    four]\nend: 1\n";
  const Span list = Span::cover(span_of(text, "[one"), span_of(text, "four]"));
  CHECK(excerpt(text, list, "this list") == R"(
2 |   key: [one,
  |        ^^^^^ this list
...
5 |     four]
  |     ^^^^^
)");
  CHECK(excerpt(text, span_of(text, "three,\n    four"), "",
                {{span_of(text, "top:\n  key"), "label"}}) == R"(
1 | top:
  | ---- label
2 |   key: [one,
  |   ---
3 |     two,
4 |     three,
  |     ^^^^^^
5 |     four]
  |     ^^^^
)");
}

TEST_CASE("a place that ends with a line break ends on that line") {
  const std::string text = "a: |\n  text\nb: 1\n";
  CHECK(excerpt(text, span_of(text, "b: 1\n"), "all of it") == R"(
3 | b: 1
  | ^^^^ all of it
)");
  CHECK(excerpt(text, span_of(text, "|\n  text\n")) == R"(
1 | a: |
  |    ^
2 |   text
  |   ^^^^
)");
}

TEST_CASE("a blank last line of a place is not shown") {
  const std::string text = "a: b\n\n   \nc: d\n";
  CHECK(excerpt(text, {3, 9}) == R"(
1 | a: b
  |    ^
)");
}

TEST_CASE("a line of 160 columns is whole, a longer one is cut around its place") {
  const std::string fits = "k: " + repeat("0123456789", 15) + "1234567";
  CHECK(excerpt(fits, {0, 1}) == "\n1 | " + fits + "\n  | ^\n");

  const std::string text = repeat("0123456789", 30) + "HERE" + repeat("abcdefghij", 30);
  const Span here = span_of(text, "HERE");
  // 158 columns beside the two signs of a cut: 77 before, 4 of the place, 77 behind.
  CHECK(excerpt(text, here, "here") ==
        "\n1 | …" + text.substr(300 - 77, 158) + "…\n  | " + repeat(" ", 78) + "^^^^ here\n");
  CHECK(excerpt(text, {0, 2}) == "\n1 | " + text.substr(0, 158) + "…\n  | ^^\n");
  CHECK(excerpt(text, {603, 604}) ==
        "\n1 | …" + text.substr(604 - 158) + "\n  | " + repeat(" ", 158) + "^\n");
  CHECK(excerpt(text, {604, 604}) ==
        "\n1 | …" + text.substr(604 - 158) + "\n  | " + repeat(" ", 159) + "^\n");
}

TEST_CASE("a place longer than the excerpt is shown from its begin, with what is before it") {
  const std::string text = repeat("0123456789", 5) + repeat("ABCDEFGHIJ", 40);
  CHECK(excerpt(text, {50, 450}, "long") == "\n1 | …" + text.substr(40, 158) + "…\n  | " +
                                                repeat(" ", 11) + repeat("^", 148) + " long\n");
}

TEST_CASE("the columns of a cut line are cells") {
  const std::string text = repeat("日", 100) + "X" + repeat("本", 100);
  CHECK(excerpt(text, {300, 301}, "x") == "\n1 | …" + repeat("日", 39) + "X" + repeat("本", 39) +
                                              "…\n  | " + repeat(" ", 79) + "^ x\n");
  const std::string bytes(100, '\xFF');
  CHECK(excerpt(bytes, {50, 51}) ==
        "\n1 | …" + repeat("\\xff", 39) + "…\n  | " + repeat(" ", 1 + 4 * 19) + "^^^^\n");
}

TEST_CASE("places of a long line that are far apart have a view each") {
  const std::string text = repeat("0123456789", 30) + "LEFT" + repeat("abcdefghij", 30) + "RIGHT" +
                           repeat("0123456789", 30);
  CHECK(excerpt(text, span_of(text, "LEFT"), "left", {{span_of(text, "RIGHT"), "right"}}) ==
        "\n1 | …" + text.substr(300 - 77, 158) + "…\n  | " + repeat(" ", 78) + "^^^^ left\n1 | …" +
            text.substr(604 - 76, 158) + "…\n  | " + repeat(" ", 77) + "----- right\n");
}

TEST_CASE("places of a long line that are near share a view") {
  const std::string text = repeat("0123456789", 30) + "LEFT" + repeat("abcdefghij", 5) + "RIGHT" +
                           repeat("0123456789", 30);
  CHECK(excerpt(text, span_of(text, "RIGHT"), "right", {{span_of(text, "LEFT"), "left"}}) ==
        "\n1 | …" + text.substr(300 - 49, 158) + "…\n  | " + repeat(" ", 50) + "----" +
            repeat(" ", 50) + "^^^^^ right\n  | " + repeat(" ", 50) + "|\n  | " + repeat(" ", 50) +
            "left\n");
}

TEST_CASE("a flood of combining marks is cut too") {
  std::string text = "a";
  for (int i = 0; i < 100'000; ++i) text += "\u0301";
  const std::string output = excerpt(text, {0, 1});
  CHECK(output == "\n1 | a" + repeat("\u0301", 157) + "…\n  | ^\n");
}
