#include "edit/yaml_value.h"

#include <random>
#include <string>
#include <vector>

#include "edit/scalar.h"
#include "support/catch.h"
#include "support/rounds.h"
#include "syntax/core_schema.h"
#include "syntax/parse.h"

namespace zoomc::edit {
namespace {

// Pieces that mean something to YAML, to a terminal, or to a careless writer.
const std::vector<std::string> kPieces = {"a",
                                          "word",
                                          "Acme",
                                          " ",
                                          "  ",
                                          ":",
                                          ": ",
                                          "#",
                                          " #",
                                          "'",
                                          "\"",
                                          "\\",
                                          "\n",
                                          "\n\n",
                                          "\r",
                                          "\t",
                                          "-",
                                          "- x",
                                          "?",
                                          "? x",
                                          "!",
                                          "!!str",
                                          "&",
                                          "*",
                                          "[",
                                          "]",
                                          "{",
                                          "}",
                                          ",",
                                          ", ",
                                          "|",
                                          ">",
                                          "%",
                                          "@",
                                          "`",
                                          "~",
                                          "null",
                                          "true",
                                          "False",
                                          "yes",
                                          "no",
                                          "1",
                                          "1e3",
                                          "0x1f",
                                          ".5",
                                          "-1.0",
                                          ".inf",
                                          "${X}",
                                          "---",
                                          "...",
                                          "<<",
                                          "=",
                                          "\xC3\xA9",
                                          "\xF0\x9F\x8E\x89",
                                          "\x01",
                                          "\x1b[31m",
                                          "\x7f",
                                          "\xC2\x85",
                                          "\xE2\x80\xA8",
                                          "\xE2\x80\xAE",
                                          "\xEF\xBB\xBF",
                                          "\xEF\xBF\xBE",
                                          "https://a.example/?q=1&r=[2]#x",
                                          "# zoomc: allow unknown-scope -- no"};

class Texts {
 public:
  explicit Texts(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::string next() {
    std::string text;
    const std::size_t pieces = below(5) == 0 ? 40 + below(40) : below(8);
    for (std::size_t i = 0; i < pieces; ++i) text += kPieces[below(kPieces.size())];
    if (below(9) == 0) text += '\0';
    return text;
  }

 private:
  std::mt19937 random_;
};

syntax::Node parse_back(const std::string& text) {
  Sink sink;
  const auto document = syntax::parse({"made.yaml", text}, sink);
  INFO(text);
  for (const Diagnostic& found : sink.take()) {
    INFO(found.message);
    FAIL_CHECK("a finding");
  }
  REQUIRE(document);
  return document->root;
}

void check_same(const syntax::Node& node, const YamlValue& value) {
  if (value.kind == YamlValue::Kind::text) {
    REQUIRE(node.is_scalar());
    CHECK(syntax::scalar_type(node) == syntax::ScalarType::string);
    CHECK(node.text == value.text);
  } else if (value.kind == YamlValue::Kind::literal) {
    CHECK(node.style == syntax::ScalarStyle::plain);
    CHECK(node.text == value.text);
  } else if (value.kind == YamlValue::Kind::list) {
    REQUIRE(node.items.size() == value.entries.size());
    for (std::size_t i = 0; i < node.items.size(); ++i)
      check_same(node.items[i], value.entries[i].value);
  } else {
    REQUIRE(node.members.size() == value.entries.size());
    for (std::size_t i = 0; i < node.members.size(); ++i) {
      CHECK(node.members[i].key.text == value.entries[i].key);
      check_same(node.members[i].value, value.entries[i].value);
    }
  }
}

std::string scalar(const std::string& text) {
  return yaml_scalar(text, ScalarPlace::block, 2);
}

TEST_CASE("A text is plain where that is sure, else quoted", "[author][yaml]") {
  CHECK(scalar("Acme CRM Sync") == "Acme CRM Sync");
  CHECK(scalar("https://a.example/x?y=1#z") == "https://a.example/x?y=1#z");
  CHECK(scalar("GET /users/{userId}") == "GET /users/{userId}");
  CHECK(yaml_scalar("GET /users/{userId}", ScalarPlace::flow) == "'GET /users/{userId}'");
  CHECK(yaml_scalar("Acme, Inc.", ScalarPlace::flow) == "'Acme, Inc.'");
  CHECK(scalar("${ZOOM_CLIENT_ID}") == "${ZOOM_CLIENT_ID}");
  CHECK(scalar("Caf\xC3\xA9 \xF0\x9F\x8E\x89") == "Caf\xC3\xA9 \xF0\x9F\x8E\x89");
  for (const std::string word :
       {"true", "No",   "null", "~",   "1",   "1e3", "0x1F", ".5", "- x", "#x",
        "a: b", "a #b", "a:",   " a",  "a ",  "---", "...",  "*a", "&a",  "!a",
        "%a",   "@a",   "`a`",  "[a]", "{a}", "|",   ">",    "?",  "<<"}) {
    CHECK(scalar(word) == "'" + word + "'");
  }
  CHECK(scalar("") == "''");
  CHECK(scalar("it's: so") == "\"it's: so\"");
  CHECK(scalar("'\"") == "'''\"'");
  CHECK(scalar("tab\there") == "\"tab\\there\"");
  CHECK(scalar(std::string("\0\x1b\xC2\x85\xE2\x80\xAE", 7)) == "\"\\0\\x1b\\x85\\u202e\"");
  CHECK(scalar("\xEF\xBF\xBF") == "\"\\uffff\"");
}

TEST_CASE("Several lines are kept as a block, a long one is folded", "[author][yaml]") {
  CHECK(scalar("one\n\n  two: # no\nthree") == "|-\n  one\n\n    two: # no\n  three");
  CHECK(scalar("one\ntwo\n") == "|\n  one\n  two");
  // What a block might change is quoted.
  CHECK(scalar("one\ntwo\n\n") == "\"one\\ntwo\\n\\n\"");
  CHECK(scalar(" one\ntwo") == "\" one\\ntwo\"");
  CHECK(scalar("one \ntwo") == "\"one \\ntwo\"");
  CHECK(yaml_scalar("one\ntwo", ScalarPlace::key) == "\"one\\ntwo\"");
  const std::string words =
      "wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy "
      "wordy wordy wordy wordy wordy";
  CHECK(scalar(words) ==
        ">-\n  wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy wordy "
        "wordy "
        "wordy\n  wordy wordy");
  CHECK(scalar(words + "  twice") == words + "  twice");
}

TEST_CASE("A file is written as a person would", "[author][yaml]") {
  YamlValue root;
  root.add("zoomc", YamlValue::make_literal("1")).behind = "the version";
  YamlValue contact;
  contact.flow = true;
  contact.add("name", YamlValue::make_text("Dana: Reyes"));
  contact.add("email", YamlValue::make_text("dev@acme.example"));
  root.add("contact", contact).above = {"Who answers.", ""};
  root.add("words", YamlValue::make_words({"read", "a, b"}));
  YamlValue operations = YamlValue::make_words({"GET /users/{userId}", "x"});
  operations.entries[0].behind = "one \xE2\x80\xAE scope";
  operations.entries[1].above = {"two"};
  root.add("operations", operations);
  YamlValue entry;
  entry.add("name", YamlValue::make_text("A"));
  entry.add("types", YamlValue::make_words({"a"}));
  YamlValue events = YamlValue::make_list();
  events.add(entry);
  YamlValue inner = YamlValue::make_list();
  inner.add(entry);
  events.add(inner);
  root.add("events", events);
  root.add("empty", YamlValue{});
  root.add("none", YamlValue::make_list());
  const std::string expected = R"(# Made by hand.
zoomc: 1  # the version
# Who answers.
#
contact: {name: 'Dana: Reyes', email: dev@acme.example}
words: [read, 'a, b']
operations:
  - GET /users/{userId}  # one \u202e scope
  # two
  - x
events:
  - name: A
    types: [a]
  -
    - name: A
      types: [a]
empty: {}
none: []
)";
  CHECK(write_yaml(root, {"Made by hand."}) == expected);
  check_same(parse_back(expected), root);
}

TEST_CASE("Whatever a text is, it reads back as it was", "[author][yaml]") {
  for (unsigned seed = 0; seed < test::rounds(1500); ++seed) {
    Texts texts(seed);
    YamlValue flow;
    flow.flow = true;
    flow.add("a", YamlValue::make_text(texts.next()));
    flow.add(texts.next() + "b", YamlValue::make_text(texts.next()));
    YamlValue item;
    item.add(texts.next() + "k", YamlValue::make_text(texts.next()));
    item.add("list", YamlValue::make_words({texts.next(), texts.next()}));
    YamlValue list = YamlValue::make_list();
    list.add(YamlValue::make_text(texts.next())).above = {texts.next()};
    list.add(item);
    list.add(flow);
    YamlValue root;
    root.add("first", YamlValue::make_text(texts.next())).behind = texts.next();
    root.add("flow", flow);
    root.add("list", list).above = {"a " + texts.next(), texts.next()};
    root.add(texts.next() + "k", YamlValue::make_text(texts.next()));
    INFO("seed " << seed);
    check_same(parse_back(write_yaml(root, {texts.next()})), root);
  }
}

TEST_CASE("Every character reads back", "[author][yaml]") {
  YamlValue root;
  for (std::uint32_t c = 0; c < 0x11000; c += 1) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c > 0x500 && c % 61 != 0 && (c < 0x2000 || c > 0x2100) && c < 0xFE00) continue;
    std::string text = "x";
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | (c >> 6));
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      text += static_cast<char>(0xE0 | (c >> 12));
      text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      text += static_cast<char>(0xF0 | (c >> 18));
      text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
      text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
    root.add("k" + std::to_string(c), YamlValue::make_text(text + "y"));
  }
  check_same(parse_back(write_yaml(root)), root);
}

TEST_CASE("A key of any length reads back", "[author][yaml]") {
  YamlValue inner;
  inner.add(std::string(5000, 'k'), YamlValue::make_text("v"));
  inner.add(std::string(5000, 'l'), YamlValue::make_words({"v"}));
  YamlValue list = YamlValue::make_list();
  list.add(inner);
  YamlValue root;
  root.add("outer", inner);
  root.add("list", list);
  check_same(parse_back(write_yaml(root)), root);
}

}  // namespace
}  // namespace zoomc::edit
