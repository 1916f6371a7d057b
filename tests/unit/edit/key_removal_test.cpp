#include "edit/apply.h"
#include "edit/collection.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

// `text` without the key `list`; "refused" when it stays.
std::string without_list(const std::string& text) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const auto edits = remove_key(file, *document, document->root, "list");
  return edits ? apply_edits(text, *edits) : "refused";
}

}  // namespace

TEST_CASE("a key goes with the lines of its list") {
  CHECK(without_list("a: 1\nlist: [x]\nb: 2\n") == "a: 1\nb: 2\n");
  CHECK(without_list("a: 1\nlist:\n  - x\n  - \"y\"\nb: 2\n") == "a: 1\nb: 2\n");
  CHECK(without_list("a: 1\nlist:\n- x\nb: 2\n") == "a: 1\nb: 2\n");
  CHECK(without_list("a: 1\nlist: [\n  x,\n\n  y,\n]\nb: 2\n") == "a: 1\nb: 2\n");
  CHECK(without_list("list: [x]\nb: 2\n") == "b: 2\n");
  CHECK(without_list("a: 1\r\nlist:\r\n  - x\r\nb: 2\r\n") == "a: 1\r\nb: 2\r\n");
  CHECK(without_list("a: 1\nlist: [x]") == "a: 1\n");
}

TEST_CASE("the comments of a removed key stay") {
  CHECK(without_list("a: 1\n# before\nlist: # first\n  # second\n  - x # third\nb: 2\n") ==
        "a: 1\n# before\n# first\n  # second\n  # third\nb: 2\n");
  CHECK(without_list("a: 1\nlist: [x, 'y # no comment'] # why\n") == "a: 1\n# why\n");
  CHECK(without_list("a: 1\nlist: [ # why\n  x ]\n") == "a: 1\n# why\n");
}

TEST_CASE("a key stays where its removal would harm something else") {
  CHECK(without_list("list: [x]\n") == "refused");
  CHECK(without_list("{a: 1, list: [x]}\n") == "refused");
  CHECK(without_list("a: 1\nlist: &name [x]\nb: *name\n") == "refused");
  CHECK(without_list("a: 1\nlist: [&name x]\nb: *name\n") == "refused");
  CHECK(without_list("a: &name [x]\nlist: *name\n") == "refused");
  CHECK(without_list("a: &name x\nlist: [*name]\n") == "refused");
  CHECK(without_list("a: 1\nlist: !!seq [x]\n") == "refused");
  CHECK(without_list("a: 1\nlist: [x, [y]]\n") == "refused");
  CHECK(without_list("a: 1\nlist: x\n") == "refused");
  CHECK(without_list("a: 1\nb: 2\n") == "refused");
}

TEST_CASE("comments of a removed key become no part of a block scalar before it") {
  CHECK(without_list("a: >-\n  text\nlist:\n  - x\n  # why\nb: 2\n") ==
        "a: >-\n  text\n# why\nb: 2\n");
  CHECK(without_list("a: |\n  text\nlist: # first\n  - x\n    # second\n") ==
        "a: |\n  text\n# first\n    # second\n");
  CHECK(without_list("a: >-\r\n  text\r\nlist: [x]\r\n  # behind\r\nb: 2\r\n") ==
        "a: >-\r\n  text\r\n# behind\r\nb: 2\r\n");
  CHECK(without_list("a:\n  b: |-\n      text\nlist: [x]\n    \n      # behind\n") ==
        "a:\n  b: |-\n      text\n\n# behind\n");
  CHECK(without_list("a: |+\n  text\nlist: [x]\n\nb: 2\n") == "refused");
}
