#include "render/reports.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::render;

TEST_CASE("sarif_text has no placeholder and no link") {
  CHECK(sarif_text("`GET /users/{userId}`, {0} and }{") ==
        "`GET /users/{{userId}}`, {{0}} and }}{{");
  CHECK(sarif_text("[here](https://evil.example) and [a] (b)") ==
        "[here\\](https://evil.example) and [a] (b)");
}

TEST_CASE("sarif_text of a finding has a line for each thing that is said") {
  Diagnostic finding{.id = "x", .message = "the {message}"};
  CHECK(sarif_text(finding) == "the {{message}}");
  finding.zoom = {ZoomVerdict::rejects, ""};
  finding.hints = {"one", "two\x1b"};
  CHECK(sarif_text(finding) == "the {{message}}\nzoom rejects it\none\ntwo\\x1b");
}

TEST_CASE("opening_paragraph is what stands below the heading") {
  CHECK(opening_paragraph("# id\n\nOne\ntwo.\n\nThree.\n") == "One two.");
  CHECK(opening_paragraph("# id\n\n## Why\n\nOne") == "One");
  CHECK(opening_paragraph("# id\n") == "");
  CHECK(opening_paragraph("") == "");
}
