// Which texts `quick_parse` reads and which it leaves to the thorough way, form by form. What it
// makes of those that it reads is always compared.
#include "syntax/quick_parse.h"

#include <string>

#include "both_ways.h"
#include "support/catch.h"
#include "syntax/limits.h"

namespace zoomc {
namespace {

bool is_quick(const std::string& text) {
  const BothWays ways = read_both_ways(text);
  INFO(text);
  CHECK(ways.mistake == "");
  return ways.quick;
}

std::string nested_value(std::size_t depth) {
  return "a: " + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "\n";
}

// A text of so many bytes, most of them a comment.
std::string of_size(std::size_t size) {
  const std::string head = "a: b\n#";
  return head + std::string(size - head.size(), 'x');
}

}  // namespace

TEST_CASE("quick: block collections") {
  for (const char* text : {"a: b\n",
                           "a: b",
                           "a: b\nc: d\n",
                           "a:\n  b:\n    c: d\n  e: f\ng: h\n",
                           "  a: b\n  c: d\n",
                           "- a\n- b\n",
                           "a:\n  - b\n  - c\n",
                           "a:\n- b\n- c\nd: e\n",
                           "- a: b\n  c: d\n- e: f\n",
                           "- - a\n  - b\n- - c\n",
                           "-   a:\n    - b\n",
                           "- a:\n  - b\n  c: d\n",
                           "a:\nb:\n",
                           "a:",
                           "-",
                           "-\n- a\n-\n",
                           "-\n  a: b\n",
                           "a:\n  b:\nc:\n",
                           "\"a\": b\n'c' : d\ne  : f\n",
                           "a b: c d\n",
                           "null: ~\n~: null\n",
                           "1: 2\n",
                           "é: …\n",
                           "a:\n\n\n  b\n\n\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("quick: comments, blank lines and a byte order mark") {
  for (const char* text :
       {"# a\nb: c\n", "#\na: b #\n", "a: b # c\n", "a: # b\n  c\n", "a: # b\n  # c\n  d: e # f\n",
        "- # a\n  b\n", "a:\n# b\n  c: d\n      # e\n# f", "a: b#c\n", "a: \"b\" # c\n",
        "a: [b] # c\n", "\n\n  \na: b\n   ",
        "\xEF\xBB\xBF"
        "a: b\nc: d\n",
        "\xEF\xBB\xBF# a\nb: c\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("quick: scalars") {
  for (const char* text : {"a: b c  d   \n",
                           "a: https://x.example/?y=z&w=%20#v\n",
                           "a: b:c\n",
                           "a: -1\n",
                           "a: --b\n",
                           "a: .5\n",
                           "a: b, [c], {d}, \"e\", 'f'\n",
                           "a: b - c ? d ! e\n",
                           "a: it's\n",
                           "a: \"\"\n",
                           "a: ''\n",
                           "a: \"b # c: d\"\n",
                           "a: 'b # c: d'\n",
                           "a: 'it''s'\n",
                           "a: ''''\n",
                           "a: 'b\\n'\n",
                           "a: \"\\\"b\\\\c\\/\\n\\t\\r\"\n",
                           "a: b\n  c\n",
                           "a: b\n\n\n   c  \n d\n",
                           "a:\n  b\n  c # d\n",
                           "a: b\n - c\n [d\n \"e\n",
                           "- a\n  b\n",
                           "a:\n- b\n c\n",
                           "a: b\n  c\n  # d\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("quick: block scalars") {
  for (const char* text :
       {"a: |\n  b\n   c\n\n  d\n", "a: |-\n  b\n\n", "a: >\n  b\n  c\n\n\n  d\n",
        "a: >-\n  b\ne: f\n", "a: |2\n   b\n  c\n", "a: |-1\n  b\n", "a: >2-\n  b\n",
        "a: | # b\n  c\n", "a: |\n  b", "a: |\n  b\n \n  ", "a: |\n  b  \n  c\n",
        "a: |\n  # b\n # c\nd: e\n", "- |\n a\n- >\n b\n", "a:\n- |\n b\n", "a:\n  |\n  b\n",
        "a: |\n  - \"b: [\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("quick: collections in brackets") {
  for (const char* text :
       {"[]\n", "{}\n", "[a, b]\n", "a: [b,c , d,]\n", "a: {b: c, d: e, }\n",
        "a: {b: [c, {d: e}]}\n", "a: [\"b,\", 'c]', d-e, f:g, https://h]\n",
        "a: {\"b\": 'c', 'd' : e}\n", "- [a]\n- {b: c}\n", "a: [\n  b,\n  c\n]\n",
        "a: {\n  b: c, # d\n\n  # e\n  f: g\n  }\n", "a: [b\n , c]\n", "a:\n  [b]\n",
        "a: {b: c d}\n", "a: {b:\n c}\n", "a: [-1, .5]\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("left to the thorough way: what the quick way does not know") {
  for (const char* text : {"",
                           "# a\n",
                           "a\n",
                           "\"a\"\n",
                           "|\n a\n",
                           "a: &b c\n",
                           "a: !!str b\n",
                           "a: &b c\nd: *b\n",
                           "%YAML 1.2\n---\na: b\n",
                           "---\na: b\n",
                           "a: b\n...\n",
                           "? a\n: b\n",
                           ": a\n",
                           "? a\n",
                           "a: ?b\n",
                           "a: :b\n",
                           "a:\tb\n",
                           "a: b\t# c\n",
                           "a: \"b\tc\"\n",
                           "# a\tb\nc: d\n",
                           "a: b\r\nc: d\r\n",
                           "a: b\rc: d\n",
                           "a: \"b\n  c\"\n",
                           "a: 'b\n  c'\n",
                           "a: \"\\x41\"\n",
                           "a: \"\\u0041\"\n",
                           "a: \"\\0\"\n",
                           "a: \"b\\\n  c\"\n",
                           "a: |+\n  b\n",
                           "a: >+\n  b\n",
                           "a: |\n",
                           "a: |\n\n  b\n",
                           "a: |\n  \n  b\n",
                           "a: |2\nb: c\n",
                           "a: |\n  b\n    \n",
                           "a: |\n b\n  ",
                           "a: >\n  b\n   c\n",
                           "a: >\n  b \n  c\n",
                           "a: [b: c]\n",
                           "a: {b, c}\n",
                           "a: {b: , c: d}\n",
                           "a: {b: }\n",
                           "a: {\"b\":c}\n",
                           "a: [b\n  c]\n",
                           "a: {b\n : c}\n",
                           "a: [b?c]\n",
                           "a: [b:]\n",
                           "a: [b:, c]\n",
                           "a: [\n# b\n]\n",
                           "{a: b}: c\n",
                           "[a]: b\n",
                           "a: [? b]\n",
                           "a: {? b : c}\n"}) {
    CHECK_FALSE(is_quick(text));
  }
}

TEST_CASE("left to the thorough way: mistakes") {
  for (const char* text : {"a: b\na: c\n",      "a: {b: c, b: d}\n", "<<: a\n",
                           "a: {<<: b}\n",      "a: b: c\n",         "a: - b\n",
                           "a: b\n  c: d\n",    "a: b\n c: d\n",     "a:\n    b: c\n  d: e\n",
                           "a:\n  - b\n - c\n", "- a\nb: c\n",       "a: b\n- c\n",
                           "a: [b\n",           "a: [b}\n",          "a: b]\nc: [d]]\n",
                           "a: [,]\n",          "a: [b,,c]\n",       "a: {b:c}\n",
                           "a: [\nb]\n",        "a: [b]c\n",         "a: [b,#c\n  d]\n",
                           "a: \"b\n",          "a: 'b\n",           "a: \"b\" c\n",
                           "a: \"b\"#c\n",      "a: \"\\q\"\n",      "a: @b\n",
                           "a: `b\n",           "a: %b\n",           "a: |b\n",
                           "a: |0\n  b\n",      "a: |#b\n  c\n",     "a: |--\n  b\n",
                           "a: |9\n  b\n",      "a: >22\n  b\n",     "a\nb: c\n",
                           "a: b # c\n  d\n",   "a:b\nc: d\n",       "a: |\n    b\n  c\n",
                           "-a\n- b\n",         "a: b\n---\nc: d\n", "--- : a\n",
                           "... : a\n"}) {
    CHECK_FALSE(is_quick(text));
  }
}

TEST_CASE("left to the thorough way: what may be past a limit") {
  CHECK(is_quick(nested_value(kMaxNesting)));
  CHECK_FALSE(is_quick(nested_value(kMaxNesting + 1)));
  CHECK(is_quick(of_size(kMaxReadAhead)));
  CHECK_FALSE(is_quick(of_size(kMaxReadAhead + 1)));
  CHECK(is_quick(std::string(1000, 'a') + ": b\n"));
  CHECK_FALSE(is_quick(std::string(1001, 'a') + ": b\n"));
}

TEST_CASE("left to the thorough way: a duplicate key in a large mapping") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "k" + std::to_string(i) + ": a\n";
  CHECK(is_quick(text));
  CHECK_FALSE(is_quick(text + "k7: b\n"));
}

}  // namespace zoomc
