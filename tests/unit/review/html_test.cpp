#include "review/html.h"

#include "support/catch.h"

namespace zoomc::review {
namespace {

TEST_CASE("text is no markup, between tags and in attributes") {
  CHECK(escape_html("<a href=\"x\" id='y'>&amp;</a>") ==
        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  CHECK(escape_html("会議 & Ärger") == "会議 &amp; Ärger");
  CHECK(escape_html("a\x1b[1m\n\xe2\x80\xae") == "a\\x1b[1m\\n\\u202e");
}

TEST_CASE("pieces follow each other") {
  HtmlWriter inner;
  inner.markup("<b>").number(7).markup("</b>");
  CHECK(HtmlWriter().markup("<p>").text("<1").html(inner).code("a<b").markup("</p>").take() ==
        "<p>&lt;1<b>7</b><code>a&lt;b</code></p>");
}

TEST_CASE("names in a message are code") {
  const auto shown = [](std::string_view message) { return HtmlWriter().message(message).take(); };
  CHECK(shown("use `a<b` & `c`") == "use <code>a&lt;b</code> &amp; <code>c</code>");
  CHECK(shown("no name") == "no name");
  CHECK(shown("") == "");
  // A name that has a backtick.
  CHECK(shown("unknown `a`b`") == "unknown `a`b`");
}

}  // namespace
}  // namespace zoomc::review
