#include "source/source_file.h"

#include "support/catch.h"

using namespace zoomc;

TEST_CASE("slice gives the bytes of a span, cut to the file") {
  const SourceFile file{"a.zoom.yaml", "zoomc: 1\n"};
  CHECK(file.slice({0, 5}) == "zoomc");
  CHECK(file.slice({7, 8}) == "1");
  CHECK(file.slice({0, 9}) == "zoomc: 1\n");
  CHECK(file.slice({3, 3}).empty());
  CHECK(file.slice({7, 99}) == "1\n");
  CHECK(file.slice({9, 9}).empty());
  CHECK(file.slice({50, 60}).empty());
  CHECK(file.slice({5, 2}).empty());
  CHECK(SourceFile{"empty", ""}.slice({0, 1}).empty());
}

TEST_CASE("a span knows what it holds") {
  constexpr Span span{2, 6};
  CHECK(span.size() == 4);
  CHECK_FALSE(span.empty());
  CHECK(Span{3, 3}.empty());
  CHECK(span.contains({2, 6}));
  CHECK(span.contains({6, 6}));
  CHECK_FALSE(span.contains({1, 3}));
  CHECK_FALSE(span.contains({5, 7}));
  CHECK(Span::cover({2, 3}, {7, 9}) == Span{2, 9});
  CHECK(Span::cover({7, 9}, {2, 3}) == Span{2, 9});
  CHECK(Span::cover({2, 9}, {3, 4}) == Span{2, 9});
}
