// The quick way of reading is held to the thorough one: on the texts of the repository, on texts
// made up, on both of them spoilt, and on all short ones. Every text is the same in every run.
#include "both_ways.h"

#include <random>
#include <string_view>

#include "author.h"
#include "pieces.h"
#include "support/catch.h"
#include "support/repository_texts.h"
#include "support/rounds.h"
#include "syntax/parse.h"

namespace zoomc::syntax {
namespace {

// Spoils a text a little.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::string spoil(std::string text) {
    const std::size_t times = 1 + roll(3);
    for (std::size_t i = 0; i < times && !text.empty(); ++i) spoil_once(text);
    return text;
  }

 private:
  std::size_t roll(std::size_t sides) {
    return std::uniform_int_distribution<std::size_t>(0, sides - 1)(random_);
  }

  // The line that holds a byte picked at random: its begin, and its size with the line break.
  std::pair<std::size_t, std::size_t> line(const std::string& text) {
    const std::size_t at = roll(text.size());
    const std::size_t before = text.rfind('\n', at == 0 ? 0 : at - 1);
    const std::size_t begin = at == 0 || before == std::string::npos ? 0 : before + 1;
    const std::size_t end = text.find('\n', begin);
    return {begin, (end == std::string::npos ? text.size() : end + 1) - begin};
  }

  void spoil_once(std::string& text) {
    const std::size_t at = roll(text.size());
    const std::string_view piece = kYamlPieces[roll(std::size(kYamlPieces))];
    const auto [begin, size] = line(text);
    switch (roll(9)) {
      case 0: text[at] = static_cast<char>(roll(256)); break;
      case 1: text[at] = static_cast<char>(32 + roll(95)); break;
      case 2: text.erase(at, 1 + roll(4)); break;
      case 3: text.insert(begin, 1 + roll(3), ' '); break;
      case 4:
        if (text[begin] == ' ') text.erase(begin, 1 + roll(2));
        break;
      case 5: text.insert(begin, text.substr(begin, size)); break;
      case 6: text.erase(begin, size); break;
      default: text.insert(at, piece); break;
    }
  }

  std::mt19937 random_;
};

// Every text of so many pieces behind `begin`; where it is read the quick way, both ways are
// compared.
void check_all(const std::string& begin, int pieces, int& quick) {
  static constexpr std::string_view kPieces[] = {"a",    ":", " ",  "\n", "-", "#",  "[", "]",
                                                 "{",    "}", ",",  "|",  ">", "\"", "'", "?",
                                                 "\n  ", "2", "\\", ".",  "~", "&a", "*a"};
  if (syntax::quick_parse(begin, 0)) {
    const BothWays ways = read_both_ways(begin);
    INFO(begin);
    REQUIRE(ways.mistake == "");
    ++quick;
  }
  if (pieces == 0) return;
  for (const std::string_view piece : kPieces)
    check_all(begin + std::string(piece), pieces - 1, quick);
}

void check_same(const std::string& text, int& quick) {
  const BothWays ways = read_both_ways(text);
  INFO(text);
  REQUIRE(ways.mistake == "");
  if (ways.quick) ++quick;
}

}  // namespace

TEST_CASE("the examples are read the quick way") {
  const auto texts = example_texts();
  REQUIRE(texts.size() >= 4);
  for (const RepositoryText& one : texts) {
    INFO(one.origin);
    CHECK(read_both_ways(one.text).quick);
  }
}

TEST_CASE("both ways read the texts of the repository alike") {
  int quick = 0;
  const auto texts = repository_texts();
  for (const RepositoryText& one : texts) {
    INFO(one.origin);
    check_same(one.text, quick);
  }
  CHECK(texts.size() > 300);
  CHECK(quick > 0.9 * static_cast<double>(texts.size()));
}

TEST_CASE("both ways read all short texts alike") {
  int quick = 0;
  for (const char* begin : {"",           "a:",          "a: ",          "- ",
                            "- - a\n  ",  "- a: b\n  ",  "a:\n- ",       "a:\n  b: c\n",
                            "a: b\n  c",  "a: 'b",       "a: \"b",       "a: [",
                            "a: [b\n",    "a: {",        "a: {b: c\n",   "a: |\n ",
                            "a: |2\n  ",  "a: >\n  b\n", "a: &a ",       "a: &a\n",
                            "- &a ",      "- &a\n",      "a: &a b\nc: ", "- &a b\n- ",
                            "- - &a b\n", "a: [&a ",     "a: [&a b, *",  "a: {b: &a c, d: "}) {
    check_all(begin, 3, quick);
  }
  CHECK(quick > 10000);
}

TEST_CASE("both ways read texts made up of the common forms alike") {
  constexpr unsigned kTexts = test::rounds(600);
  for (unsigned seed = 0; seed < kTexts; ++seed) {
    Author author(seed, Forms::quick);
    author.write();
    int quick = 0;
    check_same(author.text(), quick);
    INFO(author.text());
    CHECK(quick == 1);
  }
}

TEST_CASE("both ways read spoilt texts of the repository alike") {
  constexpr unsigned kTimes = 50;
  int quick = 0;
  unsigned seed = 0;
  for (const RepositoryText& one : repository_texts()) {
    for (unsigned i = 0; i < kTimes; ++i) check_same(Mutator(seed++).spoil(one.text), quick);
  }
  CHECK(quick > 5000);
  CHECK(seed - static_cast<unsigned>(quick) > 5000);
}

TEST_CASE("both ways read spoilt texts that were made up alike") {
  constexpr unsigned kTexts = test::rounds(4000);
  constexpr unsigned kTimes = 4;
  int quick = 0;
  for (unsigned seed = 0; seed < kTexts; ++seed) {
    Author author(seed, Forms::quick);
    author.write();
    for (unsigned i = 0; i < kTimes; ++i) {
      check_same(Mutator(seed * kTimes + i).spoil(author.text()), quick);
    }
  }
  constexpr int kSome = test::rounds(5000);
  CHECK(quick > kSome);
  CHECK(quick < static_cast<int>(kTexts * kTimes) - kSome);
}

}  // namespace zoomc::syntax
