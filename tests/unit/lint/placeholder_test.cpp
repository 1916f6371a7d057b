#include "lint/placeholder.h"

#include <array>

#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::lint;

namespace {

constexpr std::array<catalog::Word, 6> kPlaceholderWords{{
    {catalog::WordList::placeholder, "TODO"},
    {catalog::WordList::placeholder, "change me"},
    {catalog::WordList::placeholder, "lorem ipsum"},
    {catalog::WordList::placeholder, "tbd"},
    {catalog::WordList::example_host, "example.com"},
    {catalog::WordList::reserved_host, "example"},
}};

using Lines = std::vector<std::string>;

// What was found, with `~` before hosts for examples and `^` before hosts to come.
Lines found(std::string_view text, catalog::CatalogTable<catalog::Word> words = kPlaceholderWords) {
  catalog::Catalog catalog;
  catalog.words = words;
  Lines lines;
  for (const Placeholder& one : find_placeholders(catalog, text)) {
    const bool host = one.kind == PlaceholderKind::example_host;
    const bool reserved = one.kind == PlaceholderKind::reserved_host;
    lines.push_back((host ? "~" : reserved ? "^" : "") + std::string(one.part.of(text)));
  }
  return lines;
}

}  // namespace

TEST_CASE("a placeholder is a word of its own") {
  CHECK(found("tbd, or (TBD)") == Lines{"tbd", "TBD"});
  CHECK(found("tbdx xtbd 2tbd étbd") == Lines{});
  CHECK(found("tbd") == Lines{"tbd"});
  CHECK(found("") == Lines{});
}

TEST_CASE("white space in a placeholder is any white space") {
  CHECK(found("Lorem  Ipsum") == Lines{"Lorem  Ipsum"});
  CHECK(found("please change\n me now") == Lines{"change\n me"});
  CHECK(found("change meetings, exchange me") == Lines{});
  CHECK(found("lorem ipsu") == Lines{});
  CHECK(found("lorem") == Lines{});
}

TEST_CASE("a placeholder may be short, begin with a sign or have a blank early") {
  constexpr std::array<catalog::Word, 2> kShort{
      {{catalog::WordList::placeholder, "x"}, {catalog::WordList::placeholder, "yy"}}};
  CHECK(found("x, yy; xx yyy Yy", kShort) == Lines{"x", "yy", "Yy"});
  CHECK(found("say X", kShort) == Lines{"X"});
  constexpr std::array<catalog::Word, 2> kOdd{
      {{catalog::WordList::placeholder, "<name>"}, {catalog::WordList::placeholder, "a b"}}};
  CHECK(found("for<NAME> or a\tb", kOdd) == Lines{"<NAME>", "a\tb"});
  CHECK(found("a<name", kOdd) == Lines{});
}

TEST_CASE("a placeholder with capital letters is meant to the letter, or stands alone") {
  CHECK(found("TODO: write") == Lines{"TODO"});
  CHECK(found("a todo list") == Lines{});
  CHECK(found("Todo Lists") == Lines{});
  CHECK(found("todo") == Lines{"todo"});
  CHECK(found("(Todo...)") == Lines{"Todo"});
  CHECK(found("todo\u0301x") == Lines{});
}

TEST_CASE("a host for examples, with all that is below it") {
  CHECK(found("https://example.com") == Lines{"~example.com"});
  CHECK(found("https://www.EXAMPLE.com/a?b") == Lines{"~www.EXAMPLE.com"});
  CHECK(found("mail dev@a-b.example.com.") == Lines{"~a-b.example.com"});
  CHECK(found("https://example.com:8443/example.com") == Lines{"~example.com", "~example.com"});
  CHECK(found("myexample.com my-example.com example.community example.com.au example.com-x") ==
        Lines{});
  CHECK(found(".example.com") == Lines{});
}

TEST_CASE("a top-level domain counts with something below it") {
  CHECK(found("https://acme.example/") == Lines{"^acme.example"});
  CHECK(found("dev@acme.example.") == Lines{"^acme.example"});
  CHECK(found("for example, an .example") == Lines{});
  CHECK(found("acme.example.org acme.examples") == Lines{});
}

TEST_CASE("placeholders are in order and do not overlap") {
  CHECK(found("tbd.example.com then TODO then x.example") ==
        Lines{"~tbd.example.com", "TODO", "^x.example"});
}

TEST_CASE("what no file mentions none of its values has") {
  catalog::Catalog catalog;
  catalog.words = kPlaceholderWords;
  const auto kinds = [&catalog](std::string_view yaml) {
    const PlaceholderKinds possible = possible_placeholders(catalog, yaml);
    return std::string(possible.word ? "word " : "") + (possible.example_host ? "example " : "") +
           (possible.reserved_host ? "reserved " : "");
  };
  for (const char* yaml : {"a: TODO\n", "a: todo\n", "a: 'tbd'\n", "a: [x, Tbd]\n",
                           "a: change\n  me\n", "a: >\n  Lorem\n  ipsum\n", "# a todo list\n"}) {
    INFO(yaml);
    CHECK(kinds(yaml) == "word ");
  }
  CHECK(kinds("- https://api.example.com/x\n") == "example ");
  CHECK(kinds("a: crm.example\nb: x.Example.com\n") == "example reserved ");
  // What an escape stands for is not looked at.
  CHECK(kinds("a: \"\\x54ODO\"\n") == "word example reserved ");
  for (const char* yaml :
       {"a: mastodon\n", "a: https://crm.acme.com/todos\n", "change: men\n", "a: example\n"}) {
    INFO(yaml);
    CHECK(kinds(yaml) == "");
  }
}
