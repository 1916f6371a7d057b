#include "report_sample.h"

using namespace report_sample;

TEST_CASE("a sarif report tells all of each finding") {
  CHECK(report(Format::sarif, sample(), settings()) == R"(
{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[
{"ruleId":"url-mismatch","ruleIndex":0,"level":"error","message":{"text":"redirect ends with a `/`, 100% odd: `{{id}}`\nzoom accepts it; users then see `Invalid` (4700)\na hint"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"apps/crm.zoom.yaml"},"region":{"startLine":3,"startColumn":20,"endLine":3,"endColumn":21,"byteOffset":43,"byteLength":1}},"message":{"text":"remove this"}}],"relatedLocations":[{"id":0,"physicalLocation":{"artifactLocation":{"uri":"apps/crm.zoom.yaml"},"region":{"startLine":2,"startColumn":9,"endLine":2,"endColumn":11,"byteOffset":18,"byteLength":2}},"message":{"text":"the EU sends `x`"}}],"fixes":[{"description":{"text":"`x`"},"artifactChanges":[{"artifactLocation":{"uri":"apps/crm.zoom.yaml"},"replacements":[{"deletedRegion":{"startLine":3,"startColumn":20,"endLine":3,"endColumn":21,"byteOffset":43,"byteLength":1},"insertedContent":{"text":""}}]}],"properties":{"safety":"safe"}}],"partialFingerprints":{"zoomcFinding/v1":"4617e2a6acef911d"},"properties":{"zoom":"accepts"}},
{"ruleId":"wide-place","ruleIndex":1,"level":"warning","message":{"text":"two lines"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"apps/crm.zoom.yaml"},"region":{"startLine":2,"startColumn":1,"endLine":4,"endColumn":1,"byteOffset":10,"byteLength":35}}}],"partialFingerprints":{"zoomcFinding/v1":"6d177b898c5b4d93"}},
{"ruleId":"end-of-file","ruleIndex":2,"level":"note","message":{"text":"the end"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"apps/crm.zoom.yaml"},"region":{"startLine":5,"startColumn":1,"endLine":5,"endColumn":1,"byteOffset":53,"byteLength":0}}}],"partialFingerprints":{"zoomcFinding/v1":"747ea1c378854e6c"}}
],"tool":{"driver":{"name":"zoomc","semanticVersion":"1.2.3","rules":[
{"id":"url-mismatch","shortDescription":{"text":"the URL is odd"},"fullDescription":{"text":"The URL is odd."},"help":{"text":"# url-mismatch\n\nThe URL is\nodd.\n\n## Why\n\nBecause.\n","markdown":"# url-mismatch\n\nThe URL is\nodd.\n\n## Why\n\nBecause.\n"},"defaultConfiguration":{"level":"error"}},
{"id":"wide-place","shortDescription":{"text":"the place is wide"},"fullDescription":{"text":"the place is wide"},"help":{"text":"zoomc explain wide-place"},"defaultConfiguration":{"level":"warning"}},
{"id":"end-of-file"}
]}}}]}
)");
}

TEST_CASE("a sarif report on no file is whole") {
  CHECK(report(Format::sarif, {}) == R"(
{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[
],"tool":{"driver":{"name":"zoomc","rules":[
]}}}]}
)");
}

TEST_CASE("nothing breaks out of a sarif report") {
  CHECK(report(Format::sarif, hostile()) ==
        "\n"
        "{\"$schema\":\"https://json.schemastore.org/"
        "sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\","
        "\"results\":[\n"
        "{\"ruleId\":\"hostile\",\"ruleIndex\":0,\"level\":\"error\",\"message\":{\"text\":\"]]></"
        "failure> \\\\x1b[2J\\\\r\\\\n::error::\\\\xff\xEF\xBF\xBE \\\"x\\\" "
        "50%\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a%0A%3A%2C%"
        "25%1B%22%3C%26%3E%27%FF%20%C3%A9.yaml\"},\"region\":{\"startLine\":1,\"startColumn\":1,"
        "\"endLine\":1,\"endColumn\":2,\"byteOffset\":0,\"byteLength\":1}}}],"
        "\"partialFingerprints\":{\"zoomcFinding/v1\":\"2260daa4c807a2a6\"}}\n"
        "],\"tool\":{\"driver\":{\"name\":\"zoomc\",\"rules\":[\n"
        "{\"id\":\"hostile\"}\n"
        "]}}}]}\n");
}

TEST_CASE("a sarif report does not tell a secret") {
  CHECK(report(Format::sarif, secret()) == R"(
{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[
{"ruleId":"inline-secret","ruleIndex":0,"level":"error","message":{"text":"a secret stands here"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"s.zoom.yaml"},"region":{"startLine":1,"startColumn":9,"endLine":1,"endColumn":27,"byteOffset":8,"byteLength":18}}}],"fixes":[{"description":{"text":"`${{SECRET}}`"},"artifactChanges":[{"artifactLocation":{"uri":"s.zoom.yaml"},"replacements":[{"deletedRegion":{"startLine":1,"startColumn":9,"endLine":1,"endColumn":27,"byteOffset":8,"byteLength":18},"insertedContent":{"text":"${SECRET}"}}]}],"properties":{"safety":"unsafe"}}],"partialFingerprints":{"zoomcFinding/v1":"096be56e2bf4a316"}},
{"ruleId":"odd","ruleIndex":1,"level":"warning","message":{"text":"odd"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"s.zoom.yaml"},"region":{"startLine":1,"startColumn":9,"endLine":1,"endColumn":27,"byteOffset":8,"byteLength":18}}}],"partialFingerprints":{"zoomcFinding/v1":"f5b1aa11a52dc801"}}
],"tool":{"driver":{"name":"zoomc","rules":[
{"id":"inline-secret"},
{"id":"odd"}
]}}}]}
)");
}

TEST_CASE("a sarif report lists a rule once, over all files") {
  const Diagnostic one = made("one", Severity::error, {0, 0}, "m");
  Diagnostic two = made("two", Severity::note, {0, 0}, "m");
  two.policy = "eu-only";
  CHECK(report(Format::sarif, {{{"a", ""}, {one, two}}, {{"/b c", ""}, {two}}}) == R"json(
{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[
{"ruleId":"one","ruleIndex":0,"level":"error","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a"},"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1,"byteOffset":0,"byteLength":0}}}],"partialFingerprints":{"zoomcFinding/v1":"0062ba05c691222a"}},
{"ruleId":"two","ruleIndex":1,"level":"note","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a"},"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1,"byteOffset":0,"byteLength":0}}}],"partialFingerprints":{"zoomcFinding/v1":"7f666363240c3157"},"properties":{"policy":"eu-only"}},
{"ruleId":"two","ruleIndex":1,"level":"note","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///b%20c"},"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1,"byteOffset":0,"byteLength":0}}}],"partialFingerprints":{"zoomcFinding/v1":"9eb890b522659cc0"},"properties":{"policy":"eu-only"}}
],"tool":{"driver":{"name":"zoomc","rules":[
{"id":"one"},
{"id":"two"}
]}}}]}
)json");
}

TEST_CASE("a sarif report inserts with an empty region") {
  Diagnostic finding = made("x", Severity::error, {1, 1}, "m");
  finding.fixes = {{FixSafety::unsafe, "two edits", {{{0, 1}, "{é}\n"}, {{1, 1}, "\t"}}}};
  const std::string text = report(Format::sarif, {{{"a", "x"}, {finding}}});
  CHECK(
      text.find(
          R"json("fixes":[{"description":{"text":"two edits"},"artifactChanges":[{"artifactLocation":{"uri":"a"},"replacements":[{"deletedRegion":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":2,"byteOffset":0,"byteLength":1},"insertedContent":{"text":"{é}\n"}},{"deletedRegion":{"startLine":1,"startColumn":2,"endLine":1,"endColumn":2,"byteOffset":1,"byteLength":0},"insertedContent":{"text":"\t"}}]}],"properties":{"safety":"unsafe"}}])json") !=
      std::string::npos);
}
