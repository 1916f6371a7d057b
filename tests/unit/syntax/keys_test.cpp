#include "outline.h"
#include "support/catch.h"
#include "syntax/parse.h"

namespace zoomc::syntax {

TEST_CASE("a key that stands there twice") {
  check_findings("a: b\na: c\n", R"(
2:1-2:2 duplicate-key: key `a` is already in this mapping; remove one of them
  1:1-1:2 first here
)");
  check_findings("a: 1\n\"a\": 2\n'a': 3\n", R"(
2:1-2:4 duplicate-key: key `a` is already in this mapping; remove one of them
  1:1-1:2 first here
3:1-3:4 duplicate-key: key `a` is already in this mapping; remove one of them
  1:1-1:2 first here
)");
  check_findings("a: {b: 1, b: 2}\n", R"(
1:11-1:12 duplicate-key: key `b` is already in this mapping; remove one of them
  1:5-1:6 first here
)");
  check_findings("a:\n  b: 1\nc:\n  b: 1\n  b: 2\n", R"(
5:3-5:4 duplicate-key: key `b` is already in this mapping; remove one of them
  4:3-4:4 first here
)");
  check_findings("x: &x a\na: 1\n*x : 2\n", R"(
3:1-3:3 duplicate-key: key `a` is already in this mapping; remove one of them
  2:1-2:2 first here
)");
}

TEST_CASE("merge keys") {
  check_findings("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", R"(
3:3-3:5 merge-key: merge keys (`<<`) are not part of the language; write the keys out
)");
  check_findings("a: &x {b: c}\nd: {<<: *x, <<: [*x]}\n", R"(
2:5-2:7 merge-key: merge keys (`<<`) are not part of the language; write the keys out
2:13-2:15 merge-key: merge keys (`<<`) are not part of the language; write the keys out
)");
}

TEST_CASE(
    "a key that stands twice is left out, a merge key stays, and the rest of the tree is there") {
  CHECK("\n" + outline_of("a: 1\na: 2\nb: 3\n") == R"(
1:1-3:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <1>
  k 3:1-3:2 plain <b>
  v 3:4-3:5 plain <3>
)");
  CHECK("\n" + outline_of("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n") == R"(
1:1-4:7 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:13 flow mapping
    k 1:8-1:9 plain <b>
    v 1:11-1:12 plain <c>
  k 2:1-2:2 plain <d>
  v 3:3-4:7 mapping
    k 3:3-3:5 plain <<<>
    v 3:7-3:9 alias flow mapping
      k 1:8-1:9 plain <b>
      v 1:11-1:12 plain <c>
    k 4:3-4:4 plain <e>
    v 4:6-4:7 plain <f>
)");
}

TEST_CASE("an anchor in what is left out still names its value") {
  CHECK("\n" + outline_of("a: 1\na: &x 2\nb: *x\n") == R"(
1:1-3:6 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <1>
  k 3:1-3:2 plain <b>
  v 3:4-3:6 alias plain <*x> = 2
)");
}

TEST_CASE("a quoted `<<` is a key like any other") {
  CHECK(findings_of("\"<<\": a\n'<<': b\n") ==
        "2:1-2:5 duplicate-key: key `<<` is already in this mapping; remove one of them\n"
        "  1:1-1:5 first here\n");
  CHECK(findings_of("a: <<\n").empty());
}

TEST_CASE("keys are compared by their text in large mappings too") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "k" + std::to_string(i) + ": v\n";
  CHECK(findings_of(text).empty());
  CHECK(findings_of(text + "\"k7\": w\nk99: w\n") ==
        "101:1-101:5 duplicate-key: key `k7` is already in this mapping; remove one of them\n"
        "  8:1-8:3 first here\n"
        "102:1-102:4 duplicate-key: key `k99` is already in this mapping; remove one of them\n"
        "  100:1-100:4 first here\n");
}

TEST_CASE("Node::find gives the member of that name") {
  Sink sink;
  const auto document = parse({"test.yaml", "a: 1\n\"b c\": 2\n"}, sink);
  REQUIRE(document);
  REQUIRE(document->root.find("b c") != nullptr);
  CHECK(document->root.find("b c")->value.text == "2");
  CHECK(document->root.find("b") == nullptr);
}

}  // namespace zoomc::syntax
