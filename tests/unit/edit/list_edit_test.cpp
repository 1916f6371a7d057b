#include "edit/apply.h"
#include "edit/collection.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

// `text` with `items` added to the list under `list`.
std::string appended(const std::string& text, const std::vector<std::string>& items) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Node* list = find_path(document->root, {"list"});
  REQUIRE(list != nullptr);
  const auto edit = append_items(file, *list, items);
  return edit ? apply_edits(text, {*edit}) : "refused";
}

}  // namespace

TEST_CASE("items join a flow list behind its last item") {
  CHECK(appended("list: [a, b]\n", {"c"}) == "list: [a, b, c]\n");
  CHECK(appended("list: [a, b ] # x\n", {"c", "d"}) == "list: [a, b, c, d ] # x\n");
  CHECK(appended("list: []\n", {"c", "d"}) == "list: [c, d]\n");
  CHECK(appended("list: [\n  a,\n]\n", {"c"}) == "list: [\n  a, c,\n]\n");
  CHECK(appended("list: [a, &b]\n", {"c", "d"}) == "list: [a, &b, c, d]\n");
  CHECK(appended("list: [a, !!str ,\n]\n", {"c", "d"}) == "list: [a, !!str ,\nc, d]\n");
}

TEST_CASE("items join a block list on lines of their own") {
  CHECK(appended("list:\n  - a\n  - b # last\nx: 1\n", {"c"}) ==
        "list:\n  - a\n  - b # last\n  - c\nx: 1\n");
  CHECK(appended("list:\n- a", {"c", "d"}) == "list:\n- a\n- c\n- d");
  CHECK(appended("list:\n- |-\n  a", {"c"}) == "list:\n- |-\n  a\n- c");
  CHECK(appended("list:\n- |\n  a", {"c"}) == "refused");
  CHECK(appended("list:\r\n  - a\r\n", {"c"}) == "list:\r\n  - a\r\n  - c\r\n");
  CHECK(appended("list:\n  - \"a-b\"\n", {"c"}) == "list:\n  - \"a-b\"\n  - c\n");
  CHECK(appended("list:\n  - &a-b a\n", {"c"}) == "list:\n  - &a-b a\n  - c\n");
}

TEST_CASE("a path of keys leads to a value or to nothing") {
  const SourceFile file{"a", "x: {y: {z: 1}}\n"};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  REQUIRE(find_path(document->root, {"x", "y", "z"}) != nullptr);
  CHECK(find_path(document->root, {"x", "y", "z"})->text == "1");
  CHECK(find_path(document->root, {"x", "w", "z"}) == nullptr);
  CHECK(find_path(document->root, {"x", "y", "z", "a"}) == nullptr);
}
