#include "report_sample.h"

using namespace report_sample;

TEST_CASE("a gitlab report tells all of each finding") {
  CHECK(report(Format::gitlab, sample()) == R"(
[
{"type":"issue","check_name":"url-mismatch","description":"redirect ends with a `/`, 100% odd: `{id}`","categories":["Bug Risk"],"fingerprint":"4617e2a6acef911d","severity":"major","location":{"path":"apps/crm.zoom.yaml","lines":{"begin":3,"end":3}}},
{"type":"issue","check_name":"wide-place","description":"two lines","categories":["Bug Risk"],"fingerprint":"6d177b898c5b4d93","severity":"minor","location":{"path":"apps/crm.zoom.yaml","lines":{"begin":2,"end":3}}},
{"type":"issue","check_name":"end-of-file","description":"the end","categories":["Bug Risk"],"fingerprint":"747ea1c378854e6c","severity":"info","location":{"path":"apps/crm.zoom.yaml","lines":{"begin":5,"end":5}}}
]
)");
}

TEST_CASE("a gitlab report on no file is whole") {
  CHECK(report(Format::gitlab, {}) == R"(
[
]
)");
}

TEST_CASE("nothing breaks out of a gitlab report") {
  CHECK(
      report(Format::gitlab, hostile()) ==
      "\n"
      "[\n"
      "{\"type\":\"issue\",\"check_name\":\"hostile\",\"description\":\"]]></failure> "
      "\\\\x1b[2J\\\\r\\\\n::error::\\\\xff\xEF\xBF\xBE \\\"x\\\" 50%\",\"categories\":[\"Bug "
      "Risk\"],\"fingerprint\":\"2260daa4c807a2a6\",\"severity\":\"major\",\"location\":{\"path\":"
      "\"a\\n:,%\\u001B\\\"<&>'\xEF\xBF\xBD \xC3\xA9.yaml\",\"lines\":{\"begin\":1,\"end\":1}}}\n"
      "]\n");
}

TEST_CASE("a gitlab report does not tell a secret") {
  CHECK(report(Format::gitlab, secret()) == R"(
[
{"type":"issue","check_name":"inline-secret","description":"a secret stands here","categories":["Security"],"fingerprint":"096be56e2bf4a316","severity":"major","location":{"path":"s.zoom.yaml","lines":{"begin":1,"end":1}}},
{"type":"issue","check_name":"odd","description":"odd","categories":["Bug Risk"],"fingerprint":"f5b1aa11a52dc801","severity":"minor","location":{"path":"s.zoom.yaml","lines":{"begin":1,"end":1}}}
]
)");
}
