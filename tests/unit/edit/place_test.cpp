#include "edit/scalar.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

// The text that stands at a place of the value `part` of `file`.
std::string at(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end) {
  return std::string(file.slice(place_in(file, value, begin, end)));
}

Text value_at(const SourceFile& file, std::string_view written, std::string value) {
  const auto begin = static_cast<std::uint32_t>(file.text.find(written));
  return {std::move(value), {begin, begin + static_cast<std::uint32_t>(written.size())}, {}};
}

}  // namespace

TEST_CASE("a place in a plain or quoted value is found to the byte") {
  const SourceFile file{"a", "k: abcdef\nq: 'abcdef'\nd: \"abcdef\"\n"};
  CHECK(at(file, value_at(file, "abcdef", "abcdef"), 2, 4) == "cd");
  CHECK(at(file, value_at(file, "'abcdef'", "abcdef"), 2, 4) == "cd");
  CHECK(at(file, value_at(file, "\"abcdef\"", "abcdef"), 5, 6) == "f");
}

TEST_CASE("a place behind what YAML writes differently") {
  const SourceFile file{"a", "q: 'it''s so'\nd: \"ab \\x41 cd\"\n"};
  CHECK(at(file, value_at(file, "'it''s so'", "it's so"), 0, 2) == "it");
  CHECK(at(file, value_at(file, "'it''s so'", "it's so"), 2, 4) == "''s");
  CHECK(at(file, value_at(file, "'it''s so'", "it's so"), 5, 7) == "so");
  CHECK(at(file, value_at(file, "\"ab \\x41 cd\"", "ab A cd"), 0, 2) == "ab");
}

TEST_CASE("where an escape stands in the way, the whole value is the place") {
  const SourceFile file{"a", "d: \"ab \\x41 cd\"\nn: *x\n"};
  CHECK(at(file, value_at(file, "\"ab \\x41 cd\"", "ab A cd"), 3, 4) == "\"ab \\x41 cd\"");
  CHECK(at(file, value_at(file, "\"ab \\x41 cd\"", "ab A cd"), 5, 7) == "\"ab \\x41 cd\"");
  // An alias stands for what is written elsewhere; a value of the command line is not written.
  CHECK(at(file, value_at(file, "*x", "abc"), 0, 1) == "*x");
  CHECK(place_in(file, {"abc", {}, {}}, 0, 1) == Span{});
}

// Places in what the parser makes of `text`, the value of the key `k`.
std::string found(const std::string& text, std::string_view part) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Node& node = document->root.find("k")->value;
  const std::size_t begin = node.text.find(part);
  REQUIRE(begin != std::string::npos);
  return at(file, {node.text, node.span, {}}, begin, begin + part.size());
}

TEST_CASE("a place in a value of several lines is found to the byte") {
  CHECK(found("k: >- # long\n  one two\n  three\n\n  four\n", "three") == "three");
  CHECK(found("k: >- # long\n  one two\n  three\n\n  four\n", "four") == "four");
  CHECK(found("k: >- # long\n  one two\n  three\n", "one") == "one");
  CHECK(found("k: >- # long\n  one two\n  three\n", "two three") == "two\n  three");
  CHECK(found("k: |2\n    one\n   two\n", "one") == "one");
  CHECK(found("k: |\r\n  one\r\n  two\r\n", "two") == "two");
  CHECK(found("k: one\n  two\n\n  three\n", "three") == "three");
  CHECK(found("k: 'one\n  two'\n", "two") == "two");
  CHECK(found("k: \"one\n\n  two\"\n", "two") == "two");
  CHECK(found("k: \"a  b\"\n", " b") == " b");
}

TEST_CASE("replacing a value keeps its quotes") {
  const SourceFile file{"a", "k: abc\nd: \"abc\"\n"};
  const Edit plain = replace_value(file, value_at(file, "abc", "abc"), "x");
  CHECK(file.slice(plain.span) == "abc");
  const Edit quoted_edit = replace_value(file, value_at(file, "\"abc\"", "abc"), "x");
  CHECK(file.slice(quoted_edit.span) == "abc");
  CHECK(quoted_edit.span.begin == 11);
  CHECK(quoted_edit.replacement == "x");
}

TEST_CASE("replacing a value writes what its quotes ask for") {
  const SourceFile file{"a", "k: 'abc'\nd: \"abc\"\n"};
  CHECK(replace_value(file, value_at(file, "'abc'", "abc"), "it's").replacement == "it''s");
  CHECK(replace_value(file, value_at(file, "\"abc\"", "abc"), "a\"b\\\t").replacement ==
        "a\\\"b\\\\\\t");
}

TEST_CASE("the comment behind the header of a block scalar stays when the value is replaced") {
  const SourceFile file{"a", "k: >-  # why\n  abc\nl: d\n"};
  const Edit edit = replace_value(file, value_at(file, ">-  # why\n  abc", "abc"), "x");
  CHECK(edit.replacement == "x # why");
  CHECK(with_header_comment("|2-\r\n  abc", "x") == "x");
  CHECK(with_header_comment("| # why\r\n  abc", "x") == "x # why");
  CHECK(with_header_comment("abc", "x") == "x");
}
