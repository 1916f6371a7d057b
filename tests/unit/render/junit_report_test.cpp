#include "report_sample.h"

using namespace report_sample;

TEST_CASE("a junit report tells all of each finding") {
  CHECK(report(Format::junit, sample()) == R"(
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zoomc">
  <testsuite name="./apps/crm.zoom.yaml" tests="3" failures="2" errors="0">
    <testcase name="url-mismatch" classname="./apps/crm.zoom.yaml">
      <failure type="error" message="redirect ends with a `/`, 100% odd: `{id}`">error[url-mismatch]: redirect ends with a `/`, 100% odd: `{id}`
 --&gt; ./apps/crm.zoom.yaml:3:20
  |
2 | region: eu
  |         -- the EU sends `x`
3 |     name: &quot;日é&quot;, url: x/
  |                        ^ remove this
  |
  = zoom accepts it; users then see `Invalid` (4700)
  = fix (safe): `x`
  = a hint
  = more: zoomc explain url-mismatch
</failure>
    </testcase>
    <testcase name="wide-place" classname="./apps/crm.zoom.yaml">
      <failure type="warning" message="two lines">warning[wide-place]: two lines
 --&gt; ./apps/crm.zoom.yaml:2:1
  |
2 | region: eu
  | ^^^^^^^^^^
3 |     name: &quot;日é&quot;, url: x/
  |     ^^^^^^^^^^^^^^^^^^^^
  |
  = more: zoomc explain wide-place
</failure>
    </testcase>
    <testcase name="end-of-file" classname="./apps/crm.zoom.yaml">
      <system-out>note[end-of-file]: the end
 --&gt; ./apps/crm.zoom.yaml:5:1
  |
5 |
  | ^
  |
  = more: zoomc explain end-of-file
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="empty.zoom.yaml" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="empty.zoom.yaml"/>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("a junit report on no file is whole") {
  CHECK(report(Format::junit, {}) == R"(
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zoomc">
</testsuites>
)");
}

TEST_CASE("nothing breaks out of a junit report") {
  CHECK(report(Format::junit, hostile()) ==
        "\n"
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"zoomc\">\n"
        "  <testsuite name=\"a&#10;:,%\\x1b&quot;&lt;&amp;&gt;'\\xff \xC3\xA9.yaml\" tests=\"1\" "
        "failures=\"1\" errors=\"0\">\n"
        "    <testcase name=\"hostile\" classname=\"a&#10;:,%\\x1b&quot;&lt;&amp;&gt;'\\xff "
        "\xC3\xA9.yaml\">\n"
        "      <failure type=\"error\" message=\"]]&gt;&lt;/failure&gt; "
        "\\x1b[2J\\r\\n::error::\\xff\\ufffe &quot;x&quot; 50%\">error[hostile]: "
        "]]&gt;&lt;/failure&gt; \\x1b[2J\\r\\n::error::\\xff\\ufffe &quot;x&quot; 50%\n"
        " --&gt; a\\n:,%\\x1b&quot;&lt;&amp;&gt;'\\xff \xC3\xA9.yaml:1:1\n"
        "  |\n"
        "1 | \\xff\n"
        "  | ^^^^\n"
        "  |\n"
        "  = more: zoomc explain hostile\n"
        "</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
}

TEST_CASE("a junit report does not tell a secret") {
  CHECK(report(Format::junit, secret()) == R"(
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zoomc">
  <testsuite name="s.zoom.yaml" tests="2" failures="2" errors="0">
    <testcase name="inline-secret" classname="s.zoom.yaml">
      <failure type="error" message="a secret stands here">error[inline-secret]: a secret stands here
 --&gt; s.zoom.yaml:1:9
  |
1 | secret: ******************
  |         ^^^^^^^^^^^^^^^^^^
  |
  = fix (unsafe): `${SECRET}`
  = more: zoomc explain inline-secret
</failure>
    </testcase>
    <testcase name="odd" classname="s.zoom.yaml">
      <failure type="warning" message="odd">warning[odd]: odd
 --&gt; s.zoom.yaml:1:9
  |
1 | secret: ******************
  |         ^^^^^^^^^^^^^^^^^^
  |
  = more: zoomc explain odd
</failure>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("a junit report tells the findings of a rule apart by their order") {
  const std::vector<Diagnostic> findings(3, made("x", Severity::error, {0, 0}, "m"));
  const std::string text = report(Format::junit, {{{"a", ""}, findings}});
  CHECK(text.find("<testcase name=\"x\" classname=\"a\">") != std::string::npos);
  CHECK(text.find("<testcase name=\"x (2)\" classname=\"a\">") != std::string::npos);
  CHECK(text.find("<testcase name=\"x (3)\" classname=\"a\">") != std::string::npos);
  CHECK(text.find("<testsuite name=\"a\" tests=\"3\" failures=\"3\" errors=\"0\">") !=
        std::string::npos);
}
