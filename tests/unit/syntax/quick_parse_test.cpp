// Which texts `quick_parse` reads and which it leaves to the thorough way, form by form. What it
// makes of those that it reads is always compared.

#include <string>

#include "both_ways.h"
#include "source/file_system.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

bool is_quick(const std::string& text) {
  const BothWays ways = read_both_ways(text);
  INFO(text);
  CHECK(ways.mistake == "");
  return ways.quick;
}

std::string in_brackets(std::size_t depth, const std::string& inside = "") {
  return std::string(depth, '[') + inside + std::string(depth, ']');
}

std::string nested_value(std::size_t depth) {
  return "a: " + in_brackets(depth - 1) + "\n";
}

std::string many(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

// An anchored value that holds so many, itself among them, and so many aliases of it.
std::string named_again(std::size_t values, std::size_t times) {
  return "a: &x [" + many("b,", values - 1) + "]\nc:\n" + many("- *x\n", times);
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

TEST_CASE("quick: anchors and aliases of block values") {
  for (const char* text : {"a: &x b\nc: *x\n",
                           "a: &x b\nc: *x",
                           "a: &x b",
                           "a:   &x   b  \nc:   *x   # d\n",
                           "a: &A-z_09 b\nc: *A-z_09\n",
                           "a: &1 b\nc: *1\n",
                           "a: &- b\nc: *-\n",
                           "a: &x \"b\"\nc: *x\nd: &y 'e'\nf: *y\n",
                           "a: &x \"\"\nb: *x\n",
                           "a: &x ~\nb: *x\n",
                           "a: &x b\n c\nd: *x\n",
                           "a: &x |\n b\nc: *x\n",
                           "a: &x >1-\n b\nc: *x\n",
                           "a: &x [b]\nc: *x\n",
                           "a: &x {b: c}\nd: *x\n",
                           "a: &x [\n b\n]\nc: *x\n",
                           "a: &x\n  b: c\nd: *x\n",
                           "a: &x\n b: c\n d:\ne: *x\n",
                           "a: &x\n  - b\nc: *x\n",
                           "a: &x\n- b\n-\nc: *x\n",
                           "a: &x\n  [b]\nc: *x\n",
                           "a: &x\n  b\n  c\nd: *x\n",
                           "a: &x\n  |\n  b\nc: *x\n",
                           "a: &x # b\n\n# c\n  d: e # f\ng: *x # h\n",
                           "- &x b\n- *x\n",
                           "- &x b\n   c\n- *x\n",
                           "- &x [b]\n- *x\n",
                           "- &x [\n   b\n  ]\n- *x\n",
                           "- &x {b: c}\n- *x\n",
                           "- &x\n  a: b\n- *x\n",
                           "- &x\n a: b\n- *x\n",
                           "- &x\n   - a\n- *x\n",
                           "- &x\n  |\n  b\n- *x\n",
                           "- &x\n b\n c\n- *x\n",
                           "-\n  - &x a\n- b: *x\n",
                           "- - &x a\n  - *x\n",
                           "- a: &x b\n  c: *x\n- *x\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("quick: anchors and aliases in brackets") {
  for (const char* text :
       {"a: [&x b, *x]\n", "a: [&x b , *x ]\n", "a: [&x   b,*x]\n", "a: {b: &x c, d: *x}\n",
        "a: {b: &x c, d: *x }\n", "a: {b: &x \"c\", d: *x,}\n", "a: [&x [b], *x, &y {c: d}, *y]\n",
        "a: [&x [\n b\n ], *x]\n", "a: [\n &x b,\n *x\n , *x # c\n]\n",
        "a: {b:\n &x c, d:\n *x\n}\n", "[&x a, *x]\n", "{a: &x b, c: *x}\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("quick: what a name means") {
  for (const char* text :
       {"a: &x b\nc: &x d\ne: *x\n", "- &x a\n- *x\n- &x b\n- *x\n", "a: [&x b, *x, &x c, *x]\n",
        "a: &x [&y b, *y]\nc: [*x, *y]\n", "a: &x {b: &y {c: d}}\ne: &z [*x, *y]\nf: *z\n",
        "a: &x\n  b: &y\n  - c\n  d: *y\ne: *x\nf: *y\n"}) {
    CHECK(is_quick(text));
  }
}

TEST_CASE("left to the thorough way: what the quick way does not know") {
  for (const char* text : {"",
                           "# a\n",
                           "a\n",
                           "\"a\"\n",
                           "|\n a\n",
                           "a: !!str b\n",
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

TEST_CASE("left to the thorough way: other anchors and aliases") {
  for (const char* text : {"&x a: b\n",
                           "- &x a: b\n",
                           "a: &x b\n*x : c\n",
                           "&x\na: b\n",
                           "&x [a]\n",
                           "a:\n  &x b\n",
                           "a:\n  &x\n  b: c\n",
                           "-\n  &x a\n",
                           "a: &x b\nc:\n  *x\n",
                           "a: &x\n",
                           "a: &x",
                           "a: &x # b\n",
                           "a: &x\nb: *x\n",
                           "- &x\n- *x\n",
                           "a: [&x , b]\n",
                           "a: [&x]\n",
                           "a: {b: &x }\n",
                           "a: [&x\n b]\n",
                           "a: [&x b\n c]\n",
                           "a: [&x # b\n c]\n",
                           "a: &x !!str b\n",
                           "a: !!str &x b\n",
                           "a: &x.y b\n",
                           "a: &\xC3\xA9 b\n",
                           "a: &x? b\n",
                           "a: &x b\n!!str c: *x\n",
                           "- &x |\n   a\n",
                           "- &x >-\n    a\n",
                           "- &x |1\n    a\n",
                           "- &x [\n  a]\n",
                           "- &x [\n   a\n ]\n",
                           "a: [&x b: c]\n",
                           "a: [&x b, *x : c]\n",
                           "a: {&x b: c}\n",
                           "a: [&x b, {*x : c}]\n",
                           "a: &x [&x b, *x]\n"}) {
    CHECK_FALSE(is_quick(text));
  }
}

TEST_CASE("left to the thorough way: mistakes with anchors and aliases") {
  for (const char* text : {"a: *x\n",
                           "a: *x\nb: &x c\n",
                           "a: [*x]\n",
                           "a: &x *x\n",
                           "a: &x [*x]\n",
                           "a: &x\n  b: *x\n",
                           "a: &x b\nc: &x [*x]\n",
                           "a: &x b\nc: &x\n  - d: *x\n",
                           "a: &x b\nc: &y *x\n",
                           "a: &x &y b\n",
                           "a: &x\n  &y b\n",
                           "a: &x\n  *x\n",
                           "a: & b\n",
                           "a: *\n",
                           "a: &x b\nc: *\n",
                           "a: &x b\nc: *x d\n",
                           "a: &x b\nc: *x\n  d\n",
                           "a: &x b\nc: *x: d\n",
                           "a: &x b\nc: *x\n  d: e\n",
                           "a: &x b\nc: *X\n",
                           "a: &x b\nc: *x, d\n",
                           "a: &x b\nc: *x]\n",
                           "a: &x, b\n",
                           "a: &x} b\n",
                           "a: [&x[b]]\n",
                           "a: &x - b\n",
                           "a: &x b: c\n",
                           "a: &x\nb\n",
                           "a: &x\n b\nc\n",
                           "a: [&x b, *x c]\n",
                           "a: [&x b, &y *x]\n",
                           "a: [&x &y b]\n",
                           "a: &x b\nc: *x#d\n",
                           "a: &x\n  - b\n- c\n",
                           "- &x a\n  b\n",
                           "- &x a\n b\n",
                           "- &x - a\n",
                           "a: &x b\nc: !!str *x\n"}) {
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

TEST_CASE("left to the thorough way: anchors and aliases that may be past a limit") {
  constexpr std::size_t kHundreds = kMaxAliasNodes / 100;
  CHECK(is_quick(named_again(100, kHundreds - 1)));
  CHECK_FALSE(is_quick(named_again(100, kHundreds)));
  CHECK_FALSE(is_quick(named_again(100, kHundreds + 1)));
  CHECK(is_quick(many("- &x a\n", kMaxAliasNodes)));
  CHECK_FALSE(is_quick(many("- &x a\n", kMaxAliasNodes + 1)));
  const std::string long_text = "a: &x " + std::string(100'000, 'b') + "\nc:\n";
  CHECK(is_quick(long_text + many("- *x\n", kMaxFileBytes / 100'000 - 1)));
  CHECK_FALSE(is_quick(long_text + many("- *x\n", kMaxFileBytes / 100'000)));
  const std::string deep = "a: &x " + in_brackets(40) + "\nb: ";
  const std::size_t rest = kMaxNesting - 41;
  CHECK(is_quick(deep + in_brackets(rest, "*x") + "\n"));
  CHECK_FALSE(is_quick(deep + in_brackets(rest + 1, "*x") + "\n"));
}

TEST_CASE("left to the thorough way: aliases that multiply") {
  std::string text = "a0: &a0 x\n";
  for (int i = 1; i < 30; ++i) {
    const std::string name = "a" + std::to_string(i);
    const std::string before = "*a" + std::to_string(i - 1);
    text += name + ": &" + name + " [" + before + ", " + before + "]\n";
    CHECK(is_quick(text) == (i < 11));
  }
}

TEST_CASE("left to the thorough way: much that is nested in many anchors") {
  std::string text = "a: ";
  for (std::size_t i = 1; i < kMaxNesting; ++i) text += "&x" + std::to_string(i) + " [";
  for (const unsigned values : {10U, 10'000U}) {
    const std::string whole = text + many("b,", values) + std::string(kMaxNesting - 1, ']') + "\n";
    CHECK(is_quick(whole) == (values == 10));
  }
}

TEST_CASE("left to the thorough way: a duplicate key in a large mapping") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "k" + std::to_string(i) + ": a\n";
  CHECK(is_quick(text));
  CHECK_FALSE(is_quick(text + "k7: b\n"));
}

}  // namespace zoomc::syntax
