#include "outline.h"
#include "support/catch.h"

namespace zoomc::syntax {

TEST_CASE("plain scalars") {
  CHECK("\n" + outline_of("word") == R"(
1:1-1:5 plain <word>
)");
  CHECK("\n" + outline_of("a: b c\n") == R"(
1:1-1:7 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:7 plain <b c>
)");
  CHECK("\n" + outline_of("a: b   # c\n") == R"(
1:1-1:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <b>
# 1:8-1:11 <# c>
)");
  CHECK("\n" + outline_of("a: x#y\n") == R"(
1:1-1:7 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:7 plain <x#y>
)");
  CHECK("\n" + outline_of("a: http://x.example/?q=1\n") == R"(
1:1-1:25 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:25 plain <http://x.example/?q=1>
)");
  CHECK("\n" + outline_of("a: it's \"fine\"\n") == R"(
1:1-1:15 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:15 plain <it's "fine">
)");
  CHECK("\n" + outline_of("- -1\n- -x\n- :y\n- ?z\n") == R"(
1:1-4:5 sequence
  - 1:3-1:5 plain <-1>
  - 2:3-2:5 plain <-x>
  - 3:3-3:5 plain <:y>
  - 4:3-4:5 plain <?z>
)");
  CHECK("\n" + outline_of("a: é日本🙂 z\nb: c\n") == R"(
1:1-2:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:10 plain <é日本🙂 z>
  k 2:1-2:2 plain <b>
  v 2:4-2:5 plain <c>
)");
}

TEST_CASE("plain scalars of several lines fold, and their span runs to the last letter") {
  CHECK("\n" + outline_of("a: b\n  c\n\n  d  \ne: f\n") == R"(
1:1-5:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-4:4 plain <b\n  c\n\n  d> = b c\nd
  k 5:1-5:2 plain <e>
  v 5:4-5:5 plain <f>
)");
  CHECK("\n" + outline_of("- b\n  c\n- d\n") == R"(
1:1-3:4 sequence
  - 1:3-2:4 plain <b\n  c> = b c
  - 3:3-3:4 plain <d>
)");
  CHECK("\n" + outline_of("[a\n b, c]\n") == R"(
1:1-2:7 flow sequence
  - 1:2-2:3 plain <a\n b> = a b
  - 2:5-2:6 plain <c>
)");
}

TEST_CASE("what looks like an indicator inside a plain scalar is text") {
  CHECK("\n" + outline_of("a: b - c ? d & e * f ! g | h > i % j @ k\n") == R"(
1:1-1:41 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:41 plain <b - c ? d & e * f ! g | h > i % j @ k>
)");
  CHECK("\n" + outline_of("a: [b - c & d]\n") == R"(
1:1-1:15 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:15 flow sequence
    - 1:5-1:14 plain <b - c & d>
)");
  CHECK("\n" + outline_of("a: b,c [d] {e}\n") == R"(
1:1-1:15 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:15 plain <b,c [d] {e}>
)");
}

TEST_CASE("single quotes") {
  CHECK("\n" + outline_of("a: 'it''s'\n") == R"(
1:1-1:11 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:11 single <'it''s'> = it's
)");
  CHECK("\n" + outline_of("a: ''\n") == R"(
1:1-1:6 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:6 single <''> = 
)");
  CHECK("\n" + outline_of("a: 'b\n  c\n\n  d'\n") == R"(
1:1-4:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-4:5 single <'b\n  c\n\n  d'> = b c\nd
)");
  CHECK("\n" + outline_of("'a b' : c\n") == R"(
1:1-1:10 mapping
  k 1:1-1:6 single <'a b'> = a b
  v 1:9-1:10 plain <c>
)");
}

TEST_CASE("double quotes") {
  CHECK("\n" + outline_of("a: \"b\\tc\\u00e9\\x41\\U0001F642\\\"\\\\\"\n") == R"(
1:1-1:34 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:34 double <"b\tc\u00e9\x41\U0001F642\"\\"> = b\tcéA🙂"\
)");
  CHECK(outline_of("a: \"é\\_\\N\\L\\P\"\n") ==
        "1:1-1:15 mapping\n"
        "  k 1:1-1:2 plain <a>\n"
        "  v 1:4-1:15 double <\"é\\_\\N\\L\\P\"> = é\xC2\xA0\xC2\x85\xE2\x80\xA8\xE2\x80\xA9\n");
  CHECK("\n" + outline_of("a: \"\"\n") == R"(
1:1-1:6 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:6 double <""> = 
)");
  CHECK("\n" + outline_of("a: \"b\\\n  c\"\n") == R"(
1:1-2:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-2:5 double <"b\\n  c"> = bc
)");
  CHECK("\n" + outline_of("a: \"b\n\n  c\"\nd: e\n") == R"(
1:1-4:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-3:5 double <"b\n\n  c"> = b\nc
  k 4:1-4:2 plain <d>
  v 4:4-4:5 plain <e>
)");
  CHECK("\n" + outline_of("\"a: b\": c\n") == R"(
1:1-1:10 mapping
  k 1:1-1:7 double <"a: b"> = a: b
  v 1:9-1:10 plain <c>
)");
  CHECK("\n" + outline_of("a: \"#b\" # c\n") == R"(
1:1-1:8 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:8 double <"#b"> = #b
# 1:9-1:12 <# c>
)");
}

TEST_CASE("literal block scalars") {
  CHECK("\n" + outline_of("a: |\n  b\n   c\n\n  d\n\ne: f\n") == R"(
1:1-7:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-5:4 literal <|\n  b\n   c\n\n  d> = b\n c\n\nd\n
  k 7:1-7:2 plain <e>
  v 7:4-7:5 plain <f>
)");
  CHECK("\n" + outline_of("a: |-\n  b\n\nc: d\n") == R"(
1:1-4:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-2:4 literal <|-\n  b> = b
  k 4:1-4:2 plain <c>
  v 4:4-4:5 plain <d>
)");
  CHECK("\n" + outline_of("a: |+\n  b\n\nc: d\n") == R"(
1:1-4:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-3:1 literal <|+\n  b\n> = b\n\n
  k 4:1-4:2 plain <c>
  v 4:4-4:5 plain <d>
)");
  CHECK("\n" + outline_of("a: |2\n   b\n  c\n") == R"(
1:1-3:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-3:4 literal <|2\n   b\n  c> =  b\nc\n
)");
  CHECK("\n" + outline_of("a: |1-\n  b\n") == R"(
1:1-2:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-2:4 literal <|1-\n  b> =  b
)");
  CHECK("\n" + outline_of("a: |+1\n  b\n\n") == R"(
1:1-3:1 mapping
  k 1:1-1:2 plain <a>
  v 1:4-3:1 literal <|+1\n  b\n> =  b\n\n
)");
  CHECK("\n" + outline_of("- |\n  b\n- c\n") == R"(
1:1-3:4 sequence
  - 1:3-2:4 literal <|\n  b> = b\n
  - 3:3-3:4 plain <c>
)");
  CHECK("\n" + outline_of("a: |\nb: c\n") == R"(
1:1-2:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 literal <|> = 
  k 2:1-2:2 plain <b>
  v 2:4-2:5 plain <c>
)");
  CHECK("\n" + outline_of("a: |   # note\n  # text\n") == R"(
1:1-2:9 mapping
  k 1:1-1:2 plain <a>
  v 1:4-2:9 literal <|   # note\n  # text> = # text\n
# 1:8-1:14 <# note>
)");
  CHECK("\n" + outline_of("a: |\n  b") == R"(
1:1-2:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-2:4 literal <|\n  b> = b
)");
}

TEST_CASE("folded block scalars") {
  CHECK("\n" + outline_of("a: >\n  b\n  c\n\n  d\n") == R"(
1:1-5:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-5:4 folded <>\n  b\n  c\n\n  d> = b c\nd\n
)");
  CHECK("\n" + outline_of("a: >-\n  b\n  c\n") == R"(
1:1-3:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-3:4 folded <>-\n  b\n  c> = b c
)");
  CHECK("\n" + outline_of("a: >\n  b\n    c\n  d\n") == R"(
1:1-4:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-4:4 folded <>\n  b\n    c\n  d> = b\n  c\nd\n
)");
  CHECK("\n" + outline_of("a: >-\n\n  b\n") == R"(
1:1-3:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-3:4 folded <>-\n\n  b> = \nb
)");
}

TEST_CASE("a value that is not written stands behind what announces it") {
  CHECK("\n" + outline_of("a:\n") == R"(
1:1-1:3 mapping
  k 1:1-1:2 plain <a>
  v 1:3-1:3 missing plain <>
)");
  CHECK("\n" + outline_of("a:\nb: c\n") == R"(
1:1-2:5 mapping
  k 1:1-1:2 plain <a>
  v 1:3-1:3 missing plain <>
  k 2:1-2:2 plain <b>
  v 2:4-2:5 plain <c>
)");
  CHECK("\n" + outline_of("a: # note\nb: c\n") == R"(
1:1-2:5 mapping
  k 1:1-1:2 plain <a>
  v 1:3-1:3 missing plain <>
  k 2:1-2:2 plain <b>
  v 2:4-2:5 plain <c>
# 1:4-1:10 <# note>
)");
  CHECK("\n" + outline_of("-\n- b\n") == R"(
1:1-2:4 sequence
  - 1:2-1:2 missing plain <>
  - 2:3-2:4 plain <b>
)");
  CHECK("\n" + outline_of("{a: , b}\n") == R"(
1:1-1:9 flow mapping
  k 1:2-1:3 plain <a>
  v 1:4-1:4 missing plain <>
  k 1:7-1:8 plain <b>
  v 1:8-1:8 missing plain <>
)");
  CHECK("\n" + outline_of("[{a: }]\n") == R"(
1:1-1:8 flow sequence
  - 1:2-1:7 flow mapping
    k 1:3-1:4 plain <a>
    v 1:5-1:5 missing plain <>
)");
  CHECK("\n" + outline_of("? a\n? b\n: c\n") == R"(
1:1-3:4 mapping
  k 1:3-1:4 plain <a>
  v 1:4-1:4 missing plain <>
  k 2:3-2:4 plain <b>
  v 3:3-3:4 plain <c>
)");
  CHECK("\n" + outline_of("---\n") == R"(
1:4-1:4 missing plain <>
)");
  CHECK("\n" + outline_of("a: &x\nb: !!str\n") == R"(
1:1-2:9 mapping
  k 1:1-1:2 plain <a>
  v 1:3-1:3 missing plain <>
  k 2:1-2:2 plain <b>
  v 2:3-2:3 missing !!str plain <>
)");
}

TEST_CASE("null words are written") {
  CHECK("\n" + outline_of("a: ~\nb: null\nc: Null\nd: NULL\n") == R"(
1:1-4:8 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <~>
  k 2:1-2:2 plain <b>
  v 2:4-2:8 plain <null>
  k 3:1-3:2 plain <c>
  v 3:4-3:8 plain <Null>
  k 4:1-4:2 plain <d>
  v 4:4-4:8 plain <NULL>
)");
  CHECK("\n" + outline_of("[~, null]\n") == R"(
1:1-1:10 flow sequence
  - 1:2-1:3 plain <~>
  - 1:5-1:9 plain <null>
)");
  CHECK("\n" + outline_of("a:\nnull: b\n") == R"(
1:1-2:8 mapping
  k 1:1-1:2 plain <a>
  v 1:3-1:3 missing plain <>
  k 2:1-2:5 plain <null>
  v 2:7-2:8 plain <b>
)");
  CHECK("\n" + outline_of("- \n- ~\n") == R"(
1:1-2:4 sequence
  - 1:2-1:2 missing plain <>
  - 2:3-2:4 plain <~>
)");
  CHECK("\n" + outline_of("{~: null}\n") == R"(
1:1-1:10 flow mapping
  k 1:2-1:3 plain <~>
  v 1:5-1:9 plain <null>
)");
}

TEST_CASE("line breaks of Windows and of old Macs") {
  CHECK("\n" + outline_of("a: b\r\n# c\r\nd: \"e\r\n  f\"\r\ng: |\r\n  h\r\n\r\ni: j\r\n") == R"(
1:1-8:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <b>
  k 3:1-3:2 plain <d>
  v 3:4-4:5 double <"e\r\n  f"> = e f
  k 5:1-5:2 plain <g>
  v 5:4-6:4 literal <|\r\n  h> = h\n
  k 8:1-8:2 plain <i>
  v 8:4-8:5 plain <j>
# 2:1-2:4 <# c>
)");
  CHECK("\n" + outline_of("a: b\rc: d\r\r# e\rf: |\r  g\r  h\r") == R"(
1:1-7:4 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <b>
  k 2:1-2:2 plain <c>
  v 2:4-2:5 plain <d>
  k 5:1-5:2 plain <f>
  v 5:4-7:4 literal <|\r  g\r  h> = g\nh\n
# 4:1-4:4 <# e>
)");
}

TEST_CASE("a byte order mark takes no column but counts in spans") {
  CHECK("\n" + outline_of("\xEF\xBB\xBF"
                          "a: b\n") ==
        R"(
1:1-1:5 mapping
  k 1:1-1:2 plain <a>
  v 1:4-1:5 plain <b>
)");
  CHECK("\n" + outline_of("\xEF\xBB\xBF") == R"(
1:1-1:1 missing plain <>
)");
  CHECK("\n" + outline_of("\xEF\xBB\xBF# c\n") == R"(
1:1-1:1 missing plain <>
# 1:1-1:4 <# c>
)");
}

}  // namespace zoomc::syntax
