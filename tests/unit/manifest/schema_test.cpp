#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "files.h"
#include "fixture.h"
#include "manifest/write.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

// What the schema says of a manifest: "ok", or the keyword and the place of the first violation.
class ManifestSchema {
 public:
  ManifestSchema() : schema_(json_of_file(project_root() / "schemas/manifest.schema.json")) {}

  std::string judge(const json::Value& manifest) const {
    rapidjson::SchemaValidator validator(schema_);
    if (manifest.Accept(validator)) return "ok";
    rapidjson::StringBuffer place;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
    return validator.GetInvalidSchemaKeyword() + std::string(" ") + place.GetString();
  }
  std::string judge(const std::string& text) const {
    json::Document manifest;
    manifest.Parse(text.data(), text.size());
    REQUIRE_FALSE(manifest.HasParseError());
    return judge(manifest);
  }

 private:
  rapidjson::SchemaDocument schema_;
};

std::string written(const resolve::ResolvedApp& app,
                    const std::vector<resolve::Justification>& sentences = {}) {
  Sink sink;
  return write_manifest(app, sentences, false, sink);
}

TEST_CASE("what zoomc writes is valid under the schema", "[manifest][schema]") {
  const ManifestSchema schema;
  model::App small;
  small.name = text("Acme");
  CHECK(schema.judge(written(resolved(small))) == "ok");
  const model::App full = full_app();
  CHECK(schema.judge(written(full_resolved(full), full_sentences())) == "ok");
}

std::string with_features(const std::string& features) {
  return R"({"display_information": {"display_name": "A"},
             "oauth_information": {"usage": "USER_OPERATION"}, "features": )" +
         features + "}";
}

TEST_CASE("the schema refuses what Zoom does not know", "[manifest][schema]") {
  const ManifestSchema schema;
  CHECK(schema.judge(with_features(R"({"products": null, "connect": {"any": 1}})")) == "ok");
  CHECK(schema.judge("{}") == "required #");
  CHECK(schema.judge(with_features("{}, \"colour\": 1")) == "additionalProperties #/colour");
  CHECK(schema.judge(with_features(R"({"products": ["ZOOM"]})")) == "enum #/features/products/0");
  CHECK(schema.judge(with_features(R"({"product": []})")) ==
        "additionalProperties #/features/product");
  CHECK(schema.judge(with_features(R"({"domain_allow_list": ["a.example"]})")) ==
        "type #/features/domain_allow_list/0");
  CHECK(schema.judge(R"({"display_information": {"display_name": "A"},
                         "oauth_information": {"usage": "account"}})") ==
        "enum #/oauth_information/usage");
  CHECK(schema.judge(R"({"display_information": {"display_name": "A"},
                         "oauth_information": {"usage": "USER_OPERATION", "a_public_key":
                           {"well_known_url": "https://a.example/", "keys": [{}]}}})") ==
        "patternProperties #/oauth_information/a_public_key");
}

// Every field tells an editor what it is for.
void check_described(const json::Value& schema, const std::string& name) {
  INFO(name);
  CHECK(schema.HasMember("title"));
  CHECK(schema.HasMember("description"));
  if (!schema.HasMember("properties")) return;
  for (const auto& property : schema["properties"].GetObject()) {
    check_described(property.value, name + '/' + property.name.GetString());
  }
}

TEST_CASE("every field of the schema has a title and a description", "[manifest][schema]") {
  const json::Document schema = json_of_file(project_root() / "schemas/manifest.schema.json");
  check_described(schema, "");
}

}  // namespace
}  // namespace zoomc::manifest
