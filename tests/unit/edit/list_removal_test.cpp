#include "edit/apply.h"
#include "edit/collection.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

// The items of the list under `list`, and what the parser says where the text is no YAML.
std::vector<std::string> items_of(const std::string& text) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  REQUIRE(sink.empty());
  const syntax::Node* list = find_path(document->root, {"list"});
  REQUIRE(list != nullptr);
  std::vector<std::string> items;
  for (const syntax::Node& item : list->items) items.push_back(item.text);
  return items;
}

std::vector<std::string> comments_of(const std::string& text) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  std::vector<std::string> comments;
  for (const syntax::Comment& comment : document->comments)
    comments.emplace_back(file.slice(comment.span));
  return comments;
}

// `text` without the item at `index` of the list under `list`; "refused" where that is not done.
// What comes out has all other items and all comments.
std::string removed(const std::string& text, std::size_t index) {
  INFO(text);
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Node* list = find_path(document->root, {"list"});
  REQUIRE(list != nullptr);
  const auto edit = remove_item(file, *document, *list, list->items.at(index).span);
  if (!edit) return "refused";
  const std::string shorter = apply_edits(text, {*edit});
  std::vector<std::string> left = items_of(text);
  left.erase(left.begin() + static_cast<std::ptrdiff_t>(index));
  CHECK(items_of(shorter) == left);
  CHECK(comments_of(shorter) == comments_of(text));
  return shorter;
}

// The same for a list within the first item of `list`.
std::string removed_inside(const std::string& text, std::size_t index) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Node& list = find_path(document->root, {"list"})->items.at(0);
  const auto edit = remove_item(file, *document, list, list.items.at(index).span);
  if (!edit) return "refused";
  const std::string shorter = apply_edits(text, {*edit});
  const SourceFile shorter_file{"a", shorter};
  const auto again = syntax::parse(shorter_file, sink);
  REQUIRE(again);
  REQUIRE(sink.empty());
  CHECK(find_path(again->root, {"list"})->items.at(0).items.size() == list.items.size() - 1);
  CHECK(comments_of(shorter) == comments_of(text));
  return shorter;
}

}  // namespace

TEST_CASE("an item leaves a flow list on one line with its comma") {
  CHECK(removed("list: [a, b, c]\n", 0) == "list: [b, c]\n");
  CHECK(removed("list: [a, b, c]\n", 1) == "list: [a, c]\n");
  CHECK(removed("list: [a, b, c]\n", 2) == "list: [a, b]\n");
  CHECK(removed("list: [a,b,c,]\n", 2) == "list: [a,b,]\n");
  CHECK(removed("list: [a,b,c,]\n", 0) == "list: [b,c,]\n");
  CHECK(removed("list: [ a , b , c ] # x\n", 1) == "list: [ a , c ] # x\n");
  CHECK(removed("list: [\"a, b\", 'c']\n", 0) == "list: ['c']\n");
  CHECK(removed("list: [a, b]", 1) == "list: [a]");
  CHECK(removed("{list: [a, b], x: [a]}\n", 0) == "{list: [b], x: [a]}\n");
}

TEST_CASE("an item leaves a flow list of several lines with its line") {
  const std::string text = "list: [\n  a,\n  b,\n  c\n]\n";
  CHECK(removed(text, 0) == "list: [\n  b,\n  c\n]\n");
  CHECK(removed(text, 1) == "list: [\n  a,\n  c\n]\n");
  CHECK(removed(text, 2) == "list: [\n  a,\n  b\n]\n");
  CHECK(removed("list: [\n  a,\n  b,\n]\n", 1) == "list: [\n  a,\n]\n");
  CHECK(removed("list: [a,\n  b]\n", 0) == "list: [\n  b]\n");
  CHECK(removed("list: [a,\n  b]\n", 1) == "list: [a]\n");
  CHECK(removed("list: [a,\n  b, c]\n", 1) == "list: [a, c]\n");
  CHECK(removed("list:\n  [\n    a\n    , b\n    , c\n  ]\n", 1) ==
        "list:\n  [\n    a\n    , c\n  ]\n");
  CHECK(removed("list:\n  [\n    a\n    , b\n  ]\n", 0) == "list:\n  [\n    b\n  ]\n");
}

TEST_CASE("the comments of a flow list stay, each with its item") {
  const std::string text =
      "list: [ # all\n  a, # one\n  # before b\n  b, # two\n  c # three\n  # end\n]\n";
  CHECK(removed(text, 0) ==
        "list: [ # all\n  # one\n  # before b\n  b, # two\n  c # three\n  # end\n]\n");
  CHECK(removed(text, 1) ==
        "list: [ # all\n  a, # one\n  # before b\n  # two\n  c # three\n  # end\n]\n");
  CHECK(removed(text, 2) ==
        "list: [ # all\n  a, # one\n  # before b\n  b, # two\n  # three\n  # end\n]\n");
  CHECK(removed("list: [\n  a, # one\n  b\n]\n", 1) == "list: [\n  a, # one\n]\n");
  CHECK(removed("list: [a, # one\n  b]\n", 0) == "list: [ # one\n  b]\n");
  CHECK(removed("list: [a, # one\n  b]\n", 1) == "list: [a, # one\n  ]\n");
  CHECK(removed("list: [a, # one\n  b, c]\n", 1) == "list: [a, # one\n  c]\n");
  CHECK(removed("list: [a # one\n  , b]\n", 0) == "refused");
  CHECK(removed("list: [a # one\n  , b\n  , c]\n", 1) == "list: [a # one\n  , c]\n");
  CHECK(removed("list: [a # one\n  , b # two\n  , c]\n", 1) == "refused");
  CHECK(removed("list: [a, # one\n  b # two\n  ,]\n", 1) == "refused");
  CHECK(removed("list: [a,\n  b\n  ,]\n", 1) == "list: [a\n  ,]\n");
}

TEST_CASE("an item leaves a block list with its line") {
  const std::string text = "list:\n  - a\n  - b\n  - c\nx: 1\n";
  CHECK(removed(text, 0) == "list:\n  - b\n  - c\nx: 1\n");
  CHECK(removed(text, 1) == "list:\n  - a\n  - c\nx: 1\n");
  CHECK(removed(text, 2) == "list:\n  - a\n  - b\nx: 1\n");
  CHECK(removed("list:\n- a\n- b", 1) == "list:\n- a");
  CHECK(removed("list:\n- a\n- b", 0) == "list:\n- b");
  CHECK(removed("list:\n  -   a\n\n  -   b   \n", 1) == "list:\n  -   a\n\n");
  CHECK(removed("list:\n  - \"a\n    b\"\n  - >-\n    c\n    d\n  - e\n", 0) ==
        "list:\n  - >-\n    c\n    d\n  - e\n");
  CHECK(removed("list:\n  - \"a\n    b\"\n  - >-\n    c\n    d\n  - e\n", 1) ==
        "list:\n  - \"a\n    b\"\n  - e\n");
  CHECK(removed("list:\n  - a\n  - # nothing\n  - c\n", 0) == "list:\n  - # nothing\n  - c\n");
}

TEST_CASE("the comments of a block list stay where they are") {
  const std::string text =
      "list: # all\n  # first\n  - a # one\n  # second\n  - b\n  - c # three\n";
  CHECK(removed(text, 0) == "list: # all\n  # first\n  # one\n  # second\n  - b\n  - c # three\n");
  CHECK(removed(text, 1) == "list: # all\n  # first\n  - a # one\n  # second\n  - c # three\n");
  CHECK(removed(text, 2) == "list: # all\n  # first\n  - a # one\n  # second\n  - b\n  # three\n");
  CHECK(removed("list:\n  - a # not - b\n  - b", 1) == "list:\n  - a # not - b");
  CHECK(removed("list:\n  - a\n  - | # kept\n    b\n", 1) == "refused");
}

TEST_CASE("line breaks of both kinds stay what they are") {
  CHECK(removed("list:\r\n  - a\r\n  - b # x\r\n  - c\r\n", 0) ==
        "list:\r\n  - b # x\r\n  - c\r\n");
  CHECK(removed("list:\r\n  - a\r\n  - b # x\r\n  - c\r\n", 1) ==
        "list:\r\n  - a\r\n  # x\r\n  - c\r\n");
  CHECK(removed("list:\r\n  - a\r\n  - c", 1) == "list:\r\n  - a");
  CHECK(removed("list: [\r\n  a,\r\n  b\r\n]\r\n", 0) == "list: [\r\n  b\r\n]\r\n");
  CHECK(removed("list: [\r\n  a, # x\r\n  b\r\n]\r\n", 1) == "list: [\r\n  a, # x\r\n]\r\n");
}

TEST_CASE("an item leaves a list within a list") {
  CHECK(removed_inside("list:\n  - [a, b]\n  - [c]\n", 0) == "list:\n  - [b]\n  - [c]\n");
  CHECK(removed_inside("list:\n  - - a\n    - b\n  - - c\n", 0) == "list:\n  - - b\n  - - c\n");
  CHECK(removed_inside("list:\n  - - a\n    - b\n  - - c\n", 1) == "list:\n  - - a\n  - - c\n");
  CHECK(removed_inside("list:\n  - - a # x\n    - b\n", 0) == "list:\n  - # x\n    - b\n");
  CHECK(removed_inside("list:\n  - - a\n    # x\n    - b\n", 0) == "refused");
  CHECK(removed_inside("list: [[a, b], [c]]\n", 1) == "list: [[a], [c]]\n");
}

TEST_CASE("what cannot go without harm stays") {
  CHECK(removed("list: [a]\n", 0) == "refused");
  CHECK(removed("list:\n  - a\n", 0) == "refused");
  CHECK(removed("list:\n  - &x a\n  - *x\n", 0) == "refused");
  CHECK(removed("list:\n  - &x-y a\n  - *x-y\n", 1) == "list:\n  - &x-y a\n");
  CHECK(removed("list: [&x a, b, *x ]\n", 0) == "refused");
  CHECK(removed("list: [b, &x a, *x ]\n", 1) == "refused");
  CHECK(removed("list: [b, &x a, *x ]\n", 0) == "list: [&x a, *x ]\n");
  CHECK(removed("list: [b, &x a, *x ]\n", 2) == "list: [b, &x a ]\n");
  CHECK(removed("list:\n  - !!str a\n  - b\n", 0) == "refused");
  CHECK(removed("list:\n  -\n    a\n  - b\n", 0) == "refused");
  CHECK(removed("list:\n  - {a: b}\n  - b\n", 0) == "refused");
  // Comments behind it would become a part of the text.
  CHECK(removed("list:\n  - |\n    a\n  - b\n     # c\n", 1) == "refused");
}

TEST_CASE("a place that is no item of the list is refused") {
  const SourceFile file{"a", "list: [a, b]\n"};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Node* list = find_path(document->root, {"list"});
  CHECK_FALSE(remove_item(file, *document, *list, {0, 4}));
  CHECK_FALSE(remove_item(file, *document, *list, {12, 13}));
}

TEST_CASE("a list is found by its path only where it is written there itself") {
  const SourceFile file{"a", "a: &x {b: &y [c]}\nd: *x\ne: {b: *y}\nf: {b: c}\n"};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Node& root = document->root;
  REQUIRE(find_own_list(root, {"a", "b"}) != nullptr);
  CHECK(file.slice(find_own_list(root, {"a", "b"})->span) == "[c]");
  CHECK(find_own_list(root, {"d", "b"}) == nullptr);
  CHECK(find_own_list(root, {"e", "b"}) == nullptr);
  CHECK(find_own_list(root, {"f", "b"}) == nullptr);
  CHECK(find_own_list(root, {"g", "b"}) == nullptr);
}

TEST_CASE("a list is found by the place of an item") {
  const SourceFile file{"a", "a: [b, {c: [d, [e]]}]\nf:\n  - g: [h]\n    i: [j, k]\nl: m\n"};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const auto list_of = [&](std::string_view item) {
    const auto begin = static_cast<std::uint32_t>(file.text.find(item));
    const auto end = begin + static_cast<std::uint32_t>(item.size());
    const syntax::Node* list = find_list_of(document->root, {begin, end});
    return list == nullptr ? "none" : std::string(file.slice(list->span));
  };
  CHECK(list_of("b") == "[b, {c: [d, [e]]}]");
  CHECK(list_of("d") == "[d, [e]]");
  CHECK(list_of("[e]") == "[d, [e]]");
  CHECK(list_of("e") == "[e]");
  CHECK(list_of("k") == "[j, k]");
  CHECK(list_of("g: [h]\n    i: [j, k]") == "- g: [h]\n    i: [j, k]");
  CHECK(list_of("m") == "none");
  CHECK(list_of("b,") == "none");
}

TEST_CASE("an item behind a block scalar goes unless a comment would become a part of the text") {
  CHECK(removed("list:\n  - |-\n    a\n  - b\n  - c\n", 1) == "list:\n  - |-\n    a\n  - c\n");
  CHECK(removed("list:\n  - |-\n    a\n  - b # why\n", 1) == "list:\n  - |-\n    a\n  # why\n");
  CHECK(removed("list:\n  - |-\n    a\n  - b\n  # why\n", 1) == "list:\n  - |-\n    a\n  # why\n");
  CHECK(removed("list:\n  - |-\n    a\n  - b\n    # why\n", 1) == "refused");
  CHECK(removed("list:\n  - |+\n    a\n  - b\n\n", 1) == "refused");
  // The item between may be taken out at the same time.
  CHECK(removed("list:\n  - |-\n    a\n  - b\n  - c\n    # why\n", 2) == "refused");
  CHECK(removed("list:\n  - |\n    a\n  - b", 1) == "list:\n  - |\n    a\n");
}
