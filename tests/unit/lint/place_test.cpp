#include "lint/place.h"

#include "support/catch.h"

using namespace zoomc;

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

TEST_CASE("where escapes keep value and text apart, the whole value is the place") {
  const SourceFile file{"a", "q: 'it''s'\n"};
  CHECK(at(file, value_at(file, "'it''s'", "it's"), 0, 1) == "'it''s'");
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
