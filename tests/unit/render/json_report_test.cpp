#include "report_sample.h"

using namespace report_sample;

TEST_CASE("a json report tells all of each finding") {
  CHECK(report(Format::json, sample()) == R"json(
{"version":1,"files":[
{"path":"./apps/crm.zoom.yaml","findings":[{"id":"url-mismatch","severity":"error","message":"redirect ends with a `/`, 100% odd: `{id}`","zoom":{"verdict":"accepts","text":"users then see `Invalid` (4700)"},"span":{"start":{"line":3,"column":20,"offset":43},"end":{"line":3,"column":21,"offset":44}},"labels":[{"span":{"start":{"line":3,"column":20,"offset":43},"end":{"line":3,"column":21,"offset":44}},"text":"remove this"},{"span":{"start":{"line":2,"column":9,"offset":18},"end":{"line":2,"column":11,"offset":20}},"text":"the EU sends `x`"}],"hints":["a hint"],"fixes":[{"safety":"safe","title":"`x`","edits":[{"span":{"start":{"line":3,"column":20,"offset":43},"end":{"line":3,"column":21,"offset":44}},"replacement":""}]}]},{"id":"wide-place","severity":"warning","message":"two lines","zoom":null,"span":{"start":{"line":2,"column":1,"offset":10},"end":{"line":4,"column":1,"offset":45}},"labels":[],"hints":[],"fixes":[]},{"id":"end-of-file","severity":"note","message":"the end","zoom":null,"span":{"start":{"line":5,"column":1,"offset":53},"end":{"line":5,"column":1,"offset":53}},"labels":[],"hints":[],"fixes":[]}]},
{"path":"empty.zoom.yaml","findings":[]}
]}
)json");
}

TEST_CASE("a json report on no file is whole") {
  CHECK(report(Format::json, {}) == R"json(
{"version":1,"files":[
]}
)json");
}

TEST_CASE("nothing breaks out of a json report") {
  CHECK(report(Format::json, hostile()) ==
        "\n"
        "{\"version\":1,\"files\":[\n"
        "{\"path\":\"a\\n:,%\\u001B\\\"<&>'\xEF\xBF\xBD "
        "\xC3\xA9.yaml\",\"findings\":[{\"id\":\"hostile\",\"severity\":\"error\",\"message\":\"]]>"
        "</failure> \\u001B[2J\\r\\n::error::\xEF\xBF\xBD\xEF\xBF\xBE \\\"x\\\" "
        "50%\",\"zoom\":null,\"span\":{\"start\":{\"line\":1,\"column\":1,\"offset\":0},\"end\":{"
        "\"line\":1,\"column\":2,\"offset\":1}},\"labels\":[],\"hints\":[],\"fixes\":[]}]}\n"
        "]}\n");
}

TEST_CASE("a json report does not tell a secret") {
  CHECK(report(Format::json, secret()) == R"json(
{"version":1,"files":[
{"path":"s.zoom.yaml","findings":[{"id":"inline-secret","severity":"error","message":"a secret stands here","zoom":null,"span":{"start":{"line":1,"column":9,"offset":8},"end":{"line":1,"column":27,"offset":26}},"labels":[],"hints":[],"fixes":[{"safety":"unsafe","title":"`${SECRET}`","edits":[{"span":{"start":{"line":1,"column":9,"offset":8},"end":{"line":1,"column":27,"offset":26}},"replacement":"${SECRET}"}]}]},{"id":"odd","severity":"warning","message":"odd","zoom":null,"span":{"start":{"line":1,"column":9,"offset":8},"end":{"line":1,"column":27,"offset":26}},"labels":[],"hints":[],"fixes":[]}]}
]}
)json");
}

TEST_CASE("places of a json report lie in the file and do not count a byte order mark") {
  const SourceFile file{"a",
                        "\xEF\xBB\xBF"
                        "a: b"};
  const Diagnostic past = made("past", Severity::error, {6, 90}, "m");
  CHECK(report(Format::json, {{file, {past}}}) == R"json(
{"version":1,"files":[
{"path":"a","findings":[{"id":"past","severity":"error","message":"m","zoom":null,"span":{"start":{"line":1,"column":4,"offset":6},"end":{"line":1,"column":5,"offset":7}},"labels":[],"hints":[],"fixes":[]}]}
]}
)json");
}

TEST_CASE("a json report keeps what an effect says without a verdict") {
  Diagnostic finding = made("x", Severity::error, {0, 0}, "m");
  finding.zoom.text = "make a new one";
  CHECK(report(Format::json, {{{"a", ""}, {finding}}}) == R"json(
{"version":1,"files":[
{"path":"a","findings":[{"id":"x","severity":"error","message":"m","zoom":{"verdict":"unknown","text":"make a new one"},"span":{"start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":1,"offset":0}},"labels":[],"hints":[],"fixes":[]}]}
]}
)json");
}
