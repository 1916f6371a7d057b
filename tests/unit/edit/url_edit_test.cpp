#include "edit/apply.h"
#include "edit/scalar.h"
#include "support/catch.h"
#include "syntax/parse.h"

using namespace zoomc;
using namespace zoomc::edit;

namespace {

// `text` with `url` in place of the value of its first key.
std::string replaced(const std::string& text, std::string_view url) {
  const SourceFile file{"a", text};
  Sink sink;
  const auto document = syntax::parse(file, sink);
  REQUIRE(document);
  const syntax::Member& member = document->root.members.at(0);
  const Text value{member.value.text, member.value.span, member.key.span};
  const std::string edited = apply_edits(text, {replace_url(file, value, url)});
  const SourceFile edited_file{"a", edited};
  const auto again = syntax::parse(edited_file, sink);
  REQUIRE(again);
  REQUIRE(sink.empty());
  CHECK(again->root.members.at(0).value.text == url);
  return edited;
}

}  // namespace

TEST_CASE("a URL is plain where that means the same everywhere") {
  CHECK(as_yaml_word("https://a.b-c:80/d_e~f=g&h=%20+@") == "https://a.b-c:80/d_e~f=g&h=%20+@");
  CHECK(as_yaml_word("https://a.b/c?d=e") == "\"https://a.b/c?d=e\"");
  CHECK(as_yaml_word("https://a.b/c,d") == "\"https://a.b/c,d\"");
  CHECK(as_yaml_word("https://a.b/{c}") == "\"https://a.b/{c}\"");
  CHECK(as_yaml_word("https://a.b/#c") == "\"https://a.b/#c\"");
  CHECK(as_yaml_word("https://a.b/:") == "\"https://a.b/:\"");
  CHECK(as_yaml_word("https://a.b/\"c\\d\t") == "\"https://a.b/\\\"c\\\\d\\t\"");
  CHECK(as_yaml_word("true") == "\"true\"");
  CHECK(as_yaml_word("") == "\"\"");
}

TEST_CASE("a value is replaced within its quotes, or gets some that hold it") {
  CHECK(replaced("a: http://b # c\n", "https://b") == "a: https://b # c\n");
  CHECK(replaced("a: 'http://b'\n", "https://b") == "a: 'https://b'\n");
  CHECK(replaced("{a: \"http://b\"}\n", "https://b,c") == "{a: \"https://b,c\"}\n");
  CHECK(replaced("{a: http://b}\n", "https://b,c") == "{a: \"https://b,c\"}\n");
  CHECK(replaced("a: 'http://b'\n", "https://b'c") == "a: \"https://b'c\"\n");
  CHECK(replaced("a: >-\n  http://b\nc: d\n", "https://b") == "a: https://b\nc: d\n");
}

TEST_CASE("what stands behind an alias has no fix") {
  const SourceFile file{"a", "a: http://b\n"};
  const Text value{"http://b", {3, 11}, {0, 1}};
  const auto fixes = offer_url(file, value, FixSafety::unsafe, "https://b");
  REQUIRE(fixes.size() == 1);
  CHECK(fixes[0].safety == FixSafety::unsafe);
  CHECK(fixes[0].title == "`https://b`");
  CHECK(apply_edits(file.text, fixes[0].edits) == "a: https://b\n");
  const Text aliased{"http://b", {3, 11}, {20, 21}};
  CHECK(offer_url(file, aliased, FixSafety::safe, "https://b").empty());
}
