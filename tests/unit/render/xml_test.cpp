#include "render/reports.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::render;

TEST_CASE("markup is escaped, between tags and in attributes") {
  CHECK(xml_text("a<b> & \"c\" 'd' ]]>") == "a&lt;b&gt; &amp; &quot;c&quot; 'd' ]]&gt;");
  CHECK(xml_attribute("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;");
}

TEST_CASE("layout survives a parser") {
  CHECK(xml_text("a\n\tb\r\n") == "a\n\tb&#13;\n");
  CHECK(xml_attribute("a\n\tb\r") == "a&#10;&#9;b&#13;");
}

TEST_CASE("what XML cannot say is written as in messages") {
  CHECK(xml_text(std::string_view("\0\x1b\x08", 3)) == R"(\x00\x1b\x08)");
  CHECK(xml_attribute("\xFF\xC3 \xED\xA0\x80") == R"(\xff\xc3 \xed\xa0\x80)");
  CHECK(xml_text("\xEF\xBF\xBE \xEF\xBF\xBF") == R"(\ufffe \uffff)");
}

TEST_CASE("what it can say and nobody can see is a reference") {
  CHECK(xml_text("\x7F\xC2\x85\u202E") == "&#127;&#133;&#8238;");
  CHECK(xml_attribute("\u009B31m\u200B") == "&#155;31m&#8203;");
}

TEST_CASE("every other character stays as it is") {
  CHECK(xml_text("日é 😀 \xEF\xBF\xBD") == "日é 😀 \xEF\xBF\xBD");
}
