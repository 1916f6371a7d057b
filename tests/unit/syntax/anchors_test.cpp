#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("an anchor is no part of its value") {
  CHECK("\n" + outline_of("a: &x b\n") == R"(
1:1-1:8 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:8 plain <b>
)");
  CHECK("\n" + outline_of("a: &x\n  b: c\n") == R"(
1:1-2:7 mapping
  k 1:1-1:2 plain <a>
  v 2:3-2:7 mapping
    k 2:3-2:4 plain <b>
    v 2:6-2:7 plain <c>
)");
  CHECK("\n" + outline_of("&x a: b\n") == R"(
1:1-1:8 mapping
  k 1:4-1:5 plain <a>
  v 1:7-1:8 plain <b>
)");
  CHECK("\n" + outline_of("- &x [a]\n- &y !!str b\n- !!str &z c\n") == R"(
1:1-3:13 sequence
  - 1:6-1:9 flow sequence
    - 1:7-1:8 plain <a>
  - 2:12-2:13 !!str plain <b>
  - 3:12-3:13 !!str plain <c>
)");
  CHECK("\n" + outline_of("a: &x\n- b\n") == R"(
1:1-2:4 mapping
  k 1:1-1:2 plain <a>
  v 2:1-2:4 sequence
    - 2:3-2:4 plain <b>
)");
  CHECK("\n" + outline_of("&x\na: b\n") == R"(
2:1-2:5 mapping
  k 2:1-2:2 plain <a>
  v 2:4-2:5 plain <b>
)");
  CHECK("\n" + outline_of("a: &x |\n  b\n") == R"(
1:1-2:4 mapping
  k 1:1-1:2 plain <a>
  v 1:7-2:4 literal <|\n  b> = b\n
)");
}

TEST_CASE("an alias is a copy with its own span") {
  CHECK("\n" + outline_of("a: &x b\nc: *x\n") == R"(
1:1-2:6 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:8 plain <b>
  k 2:1-2:2 plain <c>
  v 2:4-2:6 alias plain <*x> = b
)");
  CHECK("\n" + outline_of("a: &x {b: c}\nd: [*x, *x]\n") == R"(
1:1-2:12 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:13 flow mapping
    k 1:8-1:9 plain <b>
    v 1:11-1:12 plain <c>
  k 2:1-2:2 plain <d>
  v 2:4-2:12 flow sequence
    - 2:5-2:7 alias flow mapping
      k 1:8-1:9 plain <b>
      v 1:11-1:12 plain <c>
    - 2:9-2:11 alias flow mapping
      k 1:8-1:9 plain <b>
      v 1:11-1:12 plain <c>
)");
  CHECK("\n" + outline_of("a: &x b\n*x : c\n") == R"(
1:1-2:7 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:8 plain <b>
  k 2:1-2:3 alias plain <*x> = b
  v 2:6-2:7 plain <c>
)");
  CHECK("\n" + outline_of("a: &x\nb: *x\n") == R"(
1:1-2:6 mapping
  k 1:1-1:2 plain <a>
  v 1:3-1:3 missing plain <>
  k 2:1-2:2 plain <b>
  v 2:4-2:6 alias plain <*x> = 
)");
  CHECK("\n" + outline_of("a: &x 1\nb: &x 2\nc: *x\n") == R"(
1:1-3:6 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:8 plain <1>
  k 2:1-2:2 plain <b>
  v 2:7-2:8 plain <2>
  k 3:1-3:2 plain <c>
  v 3:4-3:6 alias plain <*x> = 2
)");
  CHECK("\n" + outline_of("a: &x {b: &y c}\nd: *x\ne: *y\n") == R"(
1:1-3:6 mapping
  k 1:1-1:2 plain <a>
  v 1:7-1:16 flow mapping
    k 1:8-1:9 plain <b>
    v 1:14-1:15 plain <c>
  k 2:1-2:2 plain <d>
  v 2:4-2:6 alias flow mapping
    k 1:8-1:9 plain <b>
    v 1:14-1:15 plain <c>
  k 3:1-3:2 plain <e>
  v 3:4-3:6 alias plain <*y> = c
)");
}

TEST_CASE("an anchor may be defined anew, and only the last definition counts from there on") {
  CHECK("\n" + outline_of("- &x a\n- *x\n- &x b\n- *x\n") == R"(
1:1-4:5 sequence
  - 1:6-1:7 plain <a>
  - 2:3-2:5 alias plain <*x> = a
  - 3:6-3:7 plain <b>
  - 4:3-4:5 alias plain <*x> = b
)");
}

}  // namespace zoomc::syntax
