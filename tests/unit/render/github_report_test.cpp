#include "report_sample.h"

using namespace report_sample;

TEST_CASE("a github report tells all of each finding") {
  CHECK(report(Format::github, sample()) == R"(
::error file=apps/crm.zoom.yaml,line=3,endLine=3,col=20,endColumn=21,title=url-mismatch::redirect ends with a `/`, 100%25 odd: `{id}`%0Azoom accepts it; users then see `Invalid` (4700)%0Afix (safe): `x`%0Aa hint%0Amore: zoomc explain url-mismatch
::warning file=apps/crm.zoom.yaml,line=2,endLine=3,title=wide-place::two lines%0Amore: zoomc explain wide-place
::notice file=apps/crm.zoom.yaml,line=5,endLine=5,col=1,endColumn=1,title=end-of-file::the end%0Amore: zoomc explain end-of-file
)");
}

TEST_CASE("a github report on no file is whole") {
  CHECK(report(Format::github, {}) == R"(
)");
}

TEST_CASE("nothing breaks out of a github report") {
  CHECK(report(Format::github, hostile()) ==
        "\n"
        "::error file=a%0A%3A%2C%25\\x1b\"<&>'\\xff "
        "\xC3\xA9.yaml,line=1,endLine=1,col=1,endColumn=2,title=hostile::]]></failure> "
        "\\x1b[2J%0D%0A::error::\\xff\xEF\xBF\xBE \"x\" 50%25%0Amore: zoomc explain hostile\n");
}

TEST_CASE("a github report does not tell a secret") {
  CHECK(report(Format::github, secret()) == R"(
::error file=s.zoom.yaml,line=1,endLine=1,col=9,endColumn=27,title=inline-secret::a secret stands here%0Afix (unsafe): `${SECRET}`%0Amore: zoomc explain inline-secret
::warning file=s.zoom.yaml,line=1,endLine=1,col=9,endColumn=27,title=odd::odd%0Amore: zoomc explain odd
)");
}

TEST_CASE("a github annotation has columns on one line only") {
  const SourceFile file{"a", "one\ntwo\n"};
  const std::vector<Diagnostic> findings = {
      made("inside", Severity::error, {0, 3}, "m"),
      made("with-its-break", Severity::error, {0, 4}, "m"),
      made("into-the-next", Severity::error, {0, 5}, "m"),
      made("both", Severity::error, {0, 8}, "m"),
  };
  CHECK(report(Format::github, {{file, findings}}) == R"(
::error file=a,line=1,endLine=1,col=1,endColumn=4,title=inside::m%0Amore: zoomc explain inside
::error file=a,line=1,endLine=1,col=1,title=with-its-break::m%0Amore: zoomc explain with-its-break
::error file=a,line=1,endLine=2,title=into-the-next::m%0Amore: zoomc explain into-the-next
::error file=a,line=1,endLine=2,title=both::m%0Amore: zoomc explain both
)");
}
