#include "review/report_text.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

TEST_CASE("plain text stays as it is") {
  CHECK(escape_markdown("List meetings, calls (all) for CRM logging; 24/7 - v1.2 + more!") ==
        "List meetings, calls (all) for CRM logging; 24/7 - v1.2 + more!");
  CHECK(escape_markdown("") == "");
}

TEST_CASE("markup is shown and not meant") {
  CHECK(escape_markdown("a|b `c` *d* _e_ ~f~ #1 \\n") ==
        "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ \\#1 \\\\n");
  CHECK(escape_markdown("[x](javascript:y) <img src=x> &amp;") ==
        "\\[x\\](javascript:y) \\<img src=x\\> \\&amp;");
}

TEST_CASE("a text does not begin a block") {
  CHECK(escape_markdown("- a") == "\\- a");
  CHECK(escape_markdown("+ a") == "\\+ a");
  CHECK(escape_markdown("===") == "\\===");
  CHECK(escape_markdown("12. a") == "12\\. a");
  CHECK(escape_markdown("1) a") == "1\\) a");
  CHECK(escape_markdown("12 a") == "12 a");
  CHECK(escape_markdown("12") == "12");
}

TEST_CASE("control characters are seen") {
  CHECK(escape_markdown("a\nb\x1b[1m") == "a\\\\nb\\\\x1b\\[1m");
}

TEST_CASE("the names in a message are code") {
  CHECK(markdown_message("unknown scope `a:b*c`: use `a_b`") == "unknown scope `a:b*c`: use `a_b`");
  CHECK(markdown_message("a*b `` c") == "a\\*b  c");
  CHECK(markdown_message("`a`b` <i>") == "\\`a\\`b\\` \\<i\\>");
  CHECK(markdown_message("`<b>` <i>") == "`<b>` \\<i\\>");
}

TEST_CASE("code with backticks") {
  CHECK(markdown_code("a:b") == "`a:b`");
  CHECK(markdown_code("a`b") == "``a`b``");
  CHECK(markdown_code("`") == "`` ` ``");
  CHECK(markdown_code("a``b`") == "``` a``b` ```");
  CHECK(markdown_code("a\nb") == "`a\\nb`");
}

}  // namespace
}  // namespace zoomc::review
