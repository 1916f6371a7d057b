#include <filesystem>
#include <fstream>
#include <iterator>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "manifest/merge_extra.h"
#include "support/catch.h"
#include "support/project.h"
#include "syntax/parse.h"
#include "unit/config/support.h"

// The schema that editors use against the reader that decides.
namespace zoomc::test {
using namespace config;
namespace {

json::Document read_schema() {
  std::ifstream stream(project_root() / "schemas/config.schema.json", std::ios::binary);
  REQUIRE(stream.good());
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  json::Document schema;
  schema.Parse(text.data(), text.size());
  REQUIRE_FALSE(schema.HasParseError());
  return schema;
}

// "ok", or the keyword and the place of the first violation.
std::string judge(const std::string& yaml) {
  const rapidjson::SchemaDocument schema(read_schema());
  Sink sink;
  const auto document = syntax::parse({".zoomc.yaml", yaml}, sink);
  REQUIRE(document);
  json::Document values;
  const json::Value value = manifest::to_json(document->root, values.GetAllocator(), sink);
  rapidjson::SchemaValidator validator(schema);
  if (value.Accept(validator)) return "ok";
  rapidjson::StringBuffer place;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
  return validator.GetInvalidSchemaKeyword() + std::string(" ") + place.GetString();
}

TEST_CASE("what the reader takes the schema takes") {
  for (const char* text :
       {"{}", "lint: {}", "lint: {rules: {unknown-scope: off, guide-names: error}}",
        "lint: {exclude: vendor/}", "lint: {exclude: [vendor/, '*.yaml']}",
        "policy: [{id: a, deny: {scopes: '*:delete:*'}}]",
        "policy: [{id: A_1.x, allow: {regions: [eu], products: [ZOOM_PHONE]}, severity: note}]",
        "policy: [{id: a, require: [app.links.privacy], when: {stage: published, managed_by: "
        "admin, "
        "scope_names: classic}, message: legal}]",
        "policy: [{id: a, require: region}, {id: b, deny: {events: [x], operations: [y], features: "
        "[z]}}]"}) {
    INFO(text);
    CHECK(read_settings(text).shown().empty());
    CHECK(judge(text) == "ok");
  }
}

TEST_CASE("what the schema refuses the reader refuses") {
  struct Row {
    std::string text;
    std::string verdict;
  };
  for (const Row& row : std::vector<Row>{
           {"lnt: {}", "additionalProperties #/lnt"},
           {"lint: {rules: {unknown-scope: warn}}", "enum #/lint/rules/unknown-scope"},
           {"lint: {exclude: []}", "oneOf #/lint/exclude"},
           {"lint: {exclude: [' ']}", "oneOf #/lint/exclude"},
           {"policy: []", "minItems #/policy"},
           {"policy: [{require: region}]", "required #/policy/0"},
           {"policy: [{id: a}]", "anyOf #/policy/0"},
           {"policy: [{id: a b, require: region}]", "pattern #/policy/0/id"},
           {"policy: [{id: a, deny: {}}]", "allOf #/policy/0/deny"},
           {"policy: [{id: a, deny: {scope: x}}]", "allOf #/policy/0/deny"},
           {"policy: [{id: a, require: region, severity: off}]", "enum #/policy/0/severity"},
           {"policy: [{id: a, require: App}]", "oneOf #/policy/0/require"},
           {"policy: [{id: a, require: region, when: {}}]", "minProperties #/policy/0/when"},
           {"policy: [{id: a, require: region, when: {stage: live}}]",
            "enum #/policy/0/when/stage"},
           {"policy: [{id: a, require: region, message: ''}]", "allOf #/policy/0/message"},
       }) {
    INFO(row.text);
    CHECK_FALSE(read_settings(row.text).shown().empty());
    CHECK(judge(row.text) == row.verdict);
  }
}

// Every field tells an editor what it is for, by itself or through what it refers to.
void check_described(const json::Value& schema, const std::string& name) {
  INFO(name);
  if (schema.HasMember("$ref")) return;
  CHECK(schema.HasMember("title"));
  CHECK(schema.HasMember("description"));
  for (const char* group : {"properties", "definitions"}) {
    if (!schema.HasMember(group)) continue;
    for (const auto& member : schema[group].GetObject()) {
      check_described(member.value, name + '/' + member.name.GetString());
    }
  }
}

TEST_CASE("every field of the schema has a title and a description") {
  check_described(read_schema(), "");
}

}  // namespace
}  // namespace zoomc::test
