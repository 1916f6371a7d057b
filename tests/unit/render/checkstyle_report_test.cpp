#include "report_sample.h"

using namespace report_sample;

TEST_CASE("a checkstyle report tells all of each finding") {
  CHECK(report(Format::checkstyle, sample()) == R"(
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="./apps/crm.zoom.yaml">
    <error line="3" column="20" severity="error" message="redirect ends with a `/`, 100% odd: `{id}`" source="zoomc.url-mismatch"/>
    <error line="2" column="1" severity="warning" message="two lines" source="zoomc.wide-place"/>
    <error line="5" column="1" severity="info" message="the end" source="zoomc.end-of-file"/>
  </file>
  <file name="empty.zoom.yaml">
  </file>
</checkstyle>
)");
}

TEST_CASE("a checkstyle report on no file is whole") {
  CHECK(report(Format::checkstyle, {}) == R"(
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
</checkstyle>
)");
}

TEST_CASE("nothing breaks out of a checkstyle report") {
  CHECK(report(Format::checkstyle, hostile()) ==
        "\n"
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<checkstyle version=\"4.3\">\n"
        "  <file name=\"a&#10;:,%\\x1b&quot;&lt;&amp;&gt;'\\xff \xC3\xA9.yaml\">\n"
        "    <error line=\"1\" column=\"1\" severity=\"error\" message=\"]]&gt;&lt;/failure&gt; "
        "\\x1b[2J\\r\\n::error::\\xff\\ufffe &quot;x&quot; 50%\" source=\"zoomc.hostile\"/>\n"
        "  </file>\n"
        "</checkstyle>\n");
}

TEST_CASE("a checkstyle report does not tell a secret") {
  CHECK(report(Format::checkstyle, secret()) == R"(
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="s.zoom.yaml">
    <error line="1" column="9" severity="error" message="a secret stands here" source="zoomc.inline-secret"/>
    <error line="1" column="9" severity="warning" message="odd" source="zoomc.odd"/>
  </file>
</checkstyle>
)");
}
