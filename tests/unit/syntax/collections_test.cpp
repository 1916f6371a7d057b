#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("block mappings") {
  CHECK("\n" + outline_of("a: b\nc:\n  d: e\n  f:\n    g: h\ni: j\n") == R"(
1:1-6:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <b>
  k 2:1-2:2 plain <c>
  v 3:3-5:9 mapping
    k 3:3-3:4 plain <d>
    v 3:6-3:7 plain <e>
    k 4:3-4:4 plain <f>
    v 5:5-5:9 mapping
      k 5:5-5:6 plain <g>
      v 5:8-5:9 plain <h>
  k 6:1-6:2 plain <i>
  v 6:4-6:5 plain <j>
)");
  CHECK("\n" + outline_of("a :  b\n") == R"(
1:1-1:7 mapping
  k 1:1-1:2 plain <a>
  v 1:6-1:7 plain <b>
)");
  CHECK("\n" + outline_of("? a\n: b\n? \"c\"\n: - d\n") == R"(
1:1-4:6 mapping
  k 1:3-1:4 plain <a>
  v 2:3-2:4 plain <b>
  k 3:3-3:6 double <"c"> = c
  v 4:3-4:6 sequence
    - 4:5-4:6 plain <d>
)");
  CHECK("\n" + outline_of("a:\n    b: c\n\n\n    d: e\n") == R"(
1:1-5:9 mapping
  k 1:1-1:2 plain <a>
  v 2:5-5:9 mapping
    k 2:5-2:6 plain <b>
    v 2:8-2:9 plain <c>
    k 5:5-5:6 plain <d>
    v 5:8-5:9 plain <e>
)");
}

TEST_CASE("block sequences") {
  CHECK("\n" + outline_of("- a\n-   b\n- - c\n  - d\n") == R"(
1:1-4:6 sequence
  - 1:3-1:4 plain <a>
  - 2:5-2:6 plain <b>
  - 3:3-4:6 sequence
    - 3:5-3:6 plain <c>
    - 4:5-4:6 plain <d>
)");
  CHECK("\n" + outline_of("a:\n- b\n- c\nd: e\n") == R"(
1:1-4:5 mapping
  k 1:1-1:2 plain <a>
  v 2:1-3:4 sequence
    - 2:3-2:4 plain <b>
    - 3:3-3:4 plain <c>
  k 4:1-4:2 plain <d>
  v 4:4-4:5 plain <e>
)");
  CHECK("\n" + outline_of("a:\n  - b\n  - c\n") == R"(
1:1-3:6 mapping
  k 1:1-1:2 plain <a>
  v 2:3-3:6 sequence
    - 2:5-2:6 plain <b>
    - 3:5-3:6 plain <c>
)");
  CHECK("\n" + outline_of("- a: b\n  c: d\n-\n  e: f\n") == R"(
1:1-4:7 sequence
  - 1:3-2:7 mapping
    k 1:3-1:4 plain <a>
    v 1:6-1:7 plain <b>
    k 2:3-2:4 plain <c>
    v 2:6-2:7 plain <d>
  - 4:3-4:7 mapping
    k 4:3-4:4 plain <e>
    v 4:6-4:7 plain <f>
)");
  CHECK("\n" + outline_of("-\n  - a\n-\n  b\n") == R"(
1:1-4:4 sequence
  - 2:3-2:6 sequence
    - 2:5-2:6 plain <a>
  - 4:3-4:4 plain <b>
)");
}

TEST_CASE("flow sequences") {
  CHECK("\n" + outline_of("[]\n") == R"(
1:1-1:3 flow sequence
)");
  CHECK("\n" + outline_of("a: [b, c ,d,]\n") == R"(
1:1-1:14 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:14 flow sequence
    - 1:5-1:6 plain <b>
    - 1:8-1:9 plain <c>
    - 1:11-1:12 plain <d>
)");
  CHECK("\n" + outline_of("a: [\n  b, # one\n  c\n]\nd: e\n") == R"(
1:1-5:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-4:2 flow sequence
    - 2:3-2:4 plain <b>
    - 3:3-3:4 plain <c>
  k 5:1-5:2 plain <d>
  v 5:4-5:5 plain <e>
# 2:6-2:11 <# one>
)");
  CHECK("\n" + outline_of("a: [\"b\",'c']\n") == R"(
1:1-1:13 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:13 flow sequence
    - 1:5-1:8 double <"b"> = b
    - 1:9-1:12 single <'c'> = c
)");
  CHECK("\n" + outline_of("[[a], [b, [c]]]\n") == R"(
1:1-1:16 flow sequence
  - 1:2-1:5 flow sequence
    - 1:3-1:4 plain <a>
  - 1:7-1:15 flow sequence
    - 1:8-1:9 plain <b>
    - 1:11-1:14 flow sequence
      - 1:12-1:13 plain <c>
)");
}

TEST_CASE("flow mappings") {
  CHECK("\n" + outline_of("{}\n") == R"(
1:1-1:3 flow mapping
)");
  CHECK("\n" + outline_of("a: {b: c, d : e, \"f\":g,}\n") == R"(
1:1-1:25 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:25 flow mapping
    k 1:5-1:6 plain <b>
    v 1:8-1:9 plain <c>
    k 1:11-1:12 plain <d>
    v 1:15-1:16 plain <e>
    k 1:18-1:21 double <"f"> = f
    v 1:22-1:23 plain <g>
)");
  CHECK("\n" + outline_of("a: {\n  b: c,\n  d: [e]\n}\n") == R"(
1:1-4:2 mapping
  k 1:1-1:2 plain <a>
  v 1:4-4:2 flow mapping
    k 2:3-2:4 plain <b>
    v 2:6-2:7 plain <c>
    k 3:3-3:4 plain <d>
    v 3:6-3:9 flow sequence
      - 3:7-3:8 plain <e>
)");
  CHECK("\n" + outline_of("{a, b: c}\n") == R"(
1:1-1:10 flow mapping
  k 1:2-1:3 plain <a>
  v 1:3-1:3 missing plain <>
  k 1:5-1:6 plain <b>
  v 1:8-1:9 plain <c>
)");
  CHECK("\n" + outline_of("{https://a.example}\n") == R"(
1:1-1:20 flow mapping
  k 1:2-1:19 plain <https://a.example>
  v 1:19-1:19 missing plain <>
)");
  CHECK("\n" + outline_of("{? a : b}\n") == R"(
1:1-1:10 flow mapping
  k 1:4-1:5 plain <a>
  v 1:8-1:9 plain <b>
)");
  CHECK("\n" + outline_of("- {a: b}\n- {c: d}\n") == R"(
1:1-2:9 sequence
  - 1:3-1:9 flow mapping
    k 1:4-1:5 plain <a>
    v 1:7-1:8 plain <b>
  - 2:3-2:9 flow mapping
    k 2:4-2:5 plain <c>
    v 2:7-2:8 plain <d>
)");
}

TEST_CASE("a pair in a flow sequence is a mapping") {
  CHECK("\n" + outline_of("[a: b, c]\n") == R"(
1:1-1:10 flow sequence
  - 1:2-1:6 flow mapping
    k 1:2-1:3 plain <a>
    v 1:5-1:6 plain <b>
  - 1:8-1:9 plain <c>
)");
  CHECK("\n" + outline_of("[? a : b]\n") == R"(
1:1-1:10 flow sequence
  - 1:2-1:9 flow mapping
    k 1:4-1:5 plain <a>
    v 1:8-1:9 plain <b>
)");
  CHECK("\n" + outline_of("[\"a\": b]\n") == R"(
1:1-1:9 flow sequence
  - 1:2-1:8 flow mapping
    k 1:2-1:5 double <"a"> = a
    v 1:7-1:8 plain <b>
)");
}

TEST_CASE("JSON") {
  CHECK("\n" + outline_of("{\"a\": [1, -2.5, true, null], \"b\": {\"c\": \"\"}}\n") == R"(
1:1-1:45 flow mapping
  k 1:2-1:5 double <"a"> = a
  v 1:7-1:28 flow sequence
    - 1:8-1:9 plain <1>
    - 1:11-1:15 plain <-2.5>
    - 1:17-1:21 plain <true>
    - 1:23-1:27 plain <null>
  k 1:30-1:33 double <"b"> = b
  v 1:35-1:44 flow mapping
    k 1:36-1:39 double <"c"> = c
    v 1:41-1:43 double <""> = 
)");
}

TEST_CASE("document markers and directives") {
  CHECK("\n" + outline_of("---\na: b\n...\n") == R"(
2:1-2:5 mapping
  k 2:1-2:2 plain <a>
  v 2:4-2:5 plain <b>
)");
  CHECK("\n" + outline_of("%YAML 1.2\n--- # c\na: b\n") == R"(
3:1-3:5 mapping
  k 3:1-3:2 plain <a>
  v 3:4-3:5 plain <b>
# 2:5-2:8 <# c>
)");
  CHECK("\n" + outline_of("--- |\n  a\n") == R"(
1:5-2:4 literal <|\n  a> = a\n
)");
  CHECK("\n" + outline_of("--- [a]\n") == R"(
1:5-1:8 flow sequence
  - 1:6-1:7 plain <a>
)");
  CHECK("\n" + outline_of("a: b\n...\n# c\n") == R"(
1:1-1:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <b>
# 3:1-3:4 <# c>
)");
  CHECK("\n" + outline_of("") == R"(
1:1-1:1 missing plain <>
)");
}

TEST_CASE("tags are known by their short form") {
  CHECK("\n" + outline_of("a: !!str 1\nb: !<tag:yaml.org,2002:int> \"2\"\nc: ! d\n") == R"(
1:1-3:7 mapping
  k 1:1-1:2 plain <a>
  v 1:10-1:11 !!str plain <1>
  k 2:1-2:2 plain <b>
  v 2:29-2:32 !!int double <"2"> = 2
  k 3:1-3:2 plain <c>
  v 3:6-3:7 ! plain <d>
)");
  CHECK("\n" + outline_of("!!map\na: !!seq [b]\n") == R"(
2:1-2:13 !!map mapping
  k 2:1-2:2 plain <a>
  v 2:10-2:13 flow !!seq sequence
    - 2:11-2:12 plain <b>
)");
  CHECK("\n" + outline_of("%TAG !y! tag:yaml.org,2002:\n---\n!y!str a\n") == R"(
3:8-3:9 !!str plain <a>
)");
  CHECK("\n" + outline_of("- !!null ~\n- !!bool true\n- !!float 1\n") == R"(
1:1-3:12 sequence
  - 1:10-1:11 !!null plain <~>
  - 2:10-2:14 !!bool plain <true>
  - 3:11-3:12 !!float plain <1>
)");
}

}  // namespace zoomc::syntax
