#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <set>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "manifest/merge_extra.h"
#include "manifest/validator.h"
#include "model/build.h"
#include "schema/schemas.h"
#include "support/catch.h"
#include "support/project.h"
#include "syntax/parse.h"

// The schema that editors use against the model and the catalog that decide.
namespace zoomc::test {
using namespace lsp;
namespace {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

syntax::Document read(const std::string& text) {
  Sink sink;
  auto document = syntax::parse({"app.zoom.yaml", text}, sink);
  REQUIRE(document);
  return *std::move(document);
}

const json::Document& schema_json() {
  static const json::Document schema = [] {
    const std::string_view text = schema::schema_text("app");
    json::Document parsed;
    parsed.Parse(text.data(), text.size());
    REQUIRE_FALSE(parsed.HasParseError());
    return parsed;
  }();
  return schema;
}

// Empty, or the keyword and the place of the first violation.
std::string schema_verdict(const syntax::Document& document) {
  static const rapidjson::SchemaDocument schema(schema_json());
  Sink sink;
  json::Document values;
  const json::Value value = manifest::to_json(document.root, values.GetAllocator(), sink);
  rapidjson::SchemaValidator validator(schema);
  if (value.Accept(validator)) return {};
  rapidjson::StringBuffer place;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
  return validator.GetInvalidSchemaKeyword() + std::string(" ") + place.GetString();
}

bool is_region(const std::string& name) {
  const auto& platforms = catalog::builtin_catalog().platforms;
  return std::any_of(platforms.begin(), platforms.end(), [&](const catalog::Platform& platform) {
    return platform.find_region(name) != nullptr;
  });
}

bool is_feature(const model::FeatureWord& word) {
  return catalog::find_feature(catalog::builtin_catalog(), word.name()) ||
         catalog::find_composite(catalog::builtin_catalog(), word.name()) != nullptr;
}

bool is_integration(const std::string& word) {
  const auto& all = catalog::find_platform(catalog::builtin_catalog(), "unified")->integrations;
  return std::any_of(all.begin(), all.end(), [&](const catalog::Integration& one) {
    return one.id == word || one.type == word;
  });
}

// Empty, or what the model or the catalog's names refuse first. What depends on another key, and
// names of operations, events and scopes, the schema leaves to zoomc (schemas/README.md).
std::string model_verdict(const syntax::Document& document) {
  Sink sink;
  const model::App app = model::build_app(document, sink);
  for (const Diagnostic& found : sink.take()) {
    if (found.severity == Severity::error) return found.message;
  }
  const auto& features = app.features;
  if (!std::all_of(features.begin(), features.end(), is_feature)) return "unknown feature";
  for (const Text& region : app.regions) {
    if (!is_region(region.value)) return "unknown region";
  }
  if (catalog::find_platform(catalog::builtin_catalog(), app.platform_or_default()) == nullptr) {
    return "unknown platform";
  }
  for (const Text& word : app.integrations.value_or(std::vector<Text>())) {
    if (!is_integration(word.value)) return "unknown integration";
  }
  if (!app.surface) return {};
  for (const Text& product : app.surface->products) {
    if (std::find(manifest::kProducts.begin(), manifest::kProducts.end(), product.value) ==
        manifest::kProducts.end()) {
      return "unknown product";
    }
  }
  return {};
}

// Changes a tree here and there, each time as somebody might who does not know the language.
class Mutation {
 public:
  explicit Mutation(unsigned seed) : random_(seed) {}

  syntax::Document mutate(syntax::Document document) {
    for (std::size_t count = 1 + below(3); count > 0; --count) {
      std::vector<syntax::Node*> nodes;
      collect(document.root, nodes);
      change(*nodes[below(nodes.size())], *nodes[below(nodes.size())]);
    }
    return document;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  static void collect(syntax::Node& node, std::vector<syntax::Node*>& nodes) {
    nodes.push_back(&node);
    for (syntax::Node& item : node.items) collect(item, nodes);
    for (syntax::Member& member : node.members) collect(member.value, nodes);
  }

  static syntax::Node scalar(std::string text,
                             syntax::ScalarStyle style = syntax::ScalarStyle::plain) {
    syntax::Node node;
    node.text = std::move(text);
    node.style = style;
    return node;
  }

  syntax::Node odd_value() {
    switch (below(12)) {
      case 0: return scalar("null");
      case 1: return scalar("true");
      case 2: return scalar("12");
      case 3: return scalar("1.5");
      case 4: return scalar("", syntax::ScalarStyle::double_quoted);
      case 5: return scalar("  \n", syntax::ScalarStyle::double_quoted);
      case 6: return scalar("1", syntax::ScalarStyle::single_quoted);
      case 7: return scalar(word());
      case 8: {
        syntax::Node list;
        list.kind = syntax::NodeKind::sequence;
        return list;
      }
      case 9: {
        syntax::Node mapping;
        mapping.kind = syntax::NodeKind::mapping;
        return mapping;
      }
      case 10: {
        syntax::Node missing = scalar("");
        missing.missing = true;
        return missing;
      }
      default: return scalar(word(), syntax::ScalarStyle::literal);
    }
  }

  // Words that stand somewhere in the language, and some that stand nowhere.
  std::string word() {
    static const std::vector<std::string> words{
        "name",   "region",    "eu",       "read",       "users",         "admin",  "production",
        "stage",  "published", "zoom",     "ZOOM_PHONE", "anything",      "url",    "development",
        "domain", "reason",    "granular", "1",          "meetings.read", "tester", "purpose"};
    return words[below(words.size())];
  }

  void change(syntax::Node& node, const syntax::Node& other) {
    switch (below(6)) {
      case 0: node = odd_value(); break;
      case 1: {
        // Another part of the file; a copy, as it may be part of this one.
        const syntax::Node copy = other;
        node = copy;
        break;
      }
      case 2: wrap(node); break;
      case 3: drop_or_double(node); break;
      case 4: rename(node); break;
      default: add_member(node); break;
    }
  }

  static void wrap(syntax::Node& node) {
    syntax::Node list;
    list.kind = syntax::NodeKind::sequence;
    list.items.push_back(node);
    node = list;
  }

  void drop_or_double(syntax::Node& node) {
    if (!node.members.empty()) {
      node.members.erase(node.members.begin() +
                         static_cast<std::ptrdiff_t>(below(node.members.size())));
    } else if (!node.items.empty()) {
      const syntax::Node copy = node.items[below(node.items.size())];
      node.items.push_back(copy);
    }
  }

  void rename(syntax::Node& node) {
    const std::string name = word();
    if (node.members.empty() || node.find(name) != nullptr) return;
    node.members[below(node.members.size())].key = scalar(name);
  }

  void add_member(syntax::Node& node) {
    const std::string name = word();
    if (!node.is_mapping() || node.find(name) != nullptr) return;
    node.members.push_back({scalar(name), odd_value()});
  }

  std::mt19937 random_;
};

// Every key of the language.
constexpr const char* kWhole = R"(zoomc: 1
app:
  name: Acme
  summary: s
  description: >-
    d
  company: c
  purpose: p
  contact: {name: D, email: e}
  links: {website: w, privacy: p, terms: t, support: s, documentation: d}
managed_by: admin
platform: unified
region: [eu, us]
stage: testing
scope_names: granular
features: {users: [read, write], groups: read, meetings: [read], webinars: [manage], phone: [users]}
optional: [users.read]
operations: [GET /users]
events:
  - {name: R, id: i, types: [recording.completed], url: u}
  - {name: S, types: [x], url: {development: d, production: p}}
extra_scopes: [a]
justify: {users.read: why}
test_plan: {users.read: how}
oauth: {redirect_url: {production: r}, allow_list: [r], strict_mode: true, subdomain_strict_mode: false}
surface: {products: [ZOOM_PHONE], home_url: h, domains: [{domain: d, reason: r}]}
credentials: {environment: development, client_id: i, client_secret: s}
unified: {integrations: [zoom, zoom_phone]}
accounts:
  - {name: A, email: e, same_account: true, tester: false, zoom_phone: true, authorizer: owner, authorized_with: production}
manifest_extra: {features: {plugin_sdk: {enable: true}}}
)";

std::vector<syntax::Document> valid_documents() {
  std::vector<syntax::Document> documents{
      read(kWhole), read("zoomc: 1\napp: {name: A}\n"),
      read("zoomc: 0x1\napp: {name: A, contact: {}, links: {}}\noauth: {}\n"
           "features: {}\njustify: {}\ncredentials: {}\nunified: {}\nmanifest_extra: {}\n")};
  for (const auto& entry : std::filesystem::directory_iterator(project_root() / "examples")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".zoom.yaml")) documents.push_back(read(read_text(entry.path())));
  }
  REQUIRE(documents.size() >= 6);
  return documents;
}

TEST_CASE("what the model takes the schema takes") {
  for (const syntax::Document& document : valid_documents()) {
    CHECK(model_verdict(document).empty());
    CHECK(schema_verdict(document).empty());
  }
}

TEST_CASE("the schema and the model judge a thousand mistaken apps alike") {
  const std::vector<syntax::Document> documents = valid_documents();
  std::size_t taken = 0;
  for (unsigned seed = 0; seed < 4000; ++seed) {
    const syntax::Document document = Mutation(seed).mutate(documents[seed % documents.size()]);
    const std::string model = model_verdict(document);
    const std::string schema = schema_verdict(document);
    INFO("seed " << seed << "\nmodel: " << model << "\nschema: " << schema);
    REQUIRE(model.empty() == schema.empty());
    taken += model.empty() ? 1 : 0;
  }
  // Both kinds are many.
  CHECK(taken > 500);
  CHECK(taken < 3500);
}

TEST_CASE("the schema refuses at the place of the mistake") {
  struct Row {
    std::string rest;
    std::string verdict;
  };
  for (const Row& row : std::vector<Row>{
           {"region: mars\n", "oneOf #/region"},
           {"features: {meetings: [raed]}\n", "oneOf #/features/meetings"},
           {"features: {meeting: [read]}\n", "additionalProperties #/features/meeting"},
           {"stage: live\n", "enum #/stage"},
           {"events: [{name: R, types: [x]}]\n", "required #/events/0"},
           {"extra_scopes: []\n", "allOf #/extra_scopes"},
           {"justify: {users.read: 3}\n", "allOf #/justify"},
           {"scopes: [a]\n", "additionalProperties #/scopes"},
           {"oauth: {strict_mode: 'yes'}\n", "type #/oauth/strict_mode"},
       }) {
    CHECK(schema_verdict(read("zoomc: 1\napp: {name: A}\n" + row.rest)) == row.verdict);
  }
  CHECK(schema_verdict(read("zoomc: 2\napp: {name: A}\n")) == "enum #/zoomc");
  CHECK(schema_verdict(read("zoomc: 1\napp: {}\n")) == "required #/app");
  CHECK(schema_verdict(read("[]")) == "type #");
}

std::set<std::string> enum_of(const json::Value& schema) {
  std::set<std::string> words;
  for (const json::Value& word : schema["enum"].GetArray()) words.insert(word.GetString());
  return words;
}

std::set<std::string> enum_of(const char* definition) {
  return enum_of(schema_json()["definitions"][definition]);
}

TEST_CASE("the schema has the catalog's names, all of them") {
  std::map<std::string, std::set<std::string>> actions;
  const auto add = [&](std::string_view name) {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return;
    actions[std::string(name.substr(0, dot))].insert(std::string(name.substr(dot + 1)));
  };
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) add(feature.name);
  for (const catalog::Composite& composite : catalog::builtin_catalog().composites)
    add(composite.name);
  std::set<std::string> groups;
  for (const auto& group : schema_json()["properties"]["features"]["properties"].GetObject()) {
    groups.insert(group.name.GetString());
    const std::string reference = group.value["oneOf"][0]["$ref"].GetString();
    const std::string definition = reference.substr(reference.rfind('/') + 1);
    CHECK(enum_of(definition.c_str()) == actions[group.name.GetString()]);
    CHECK(std::string(group.value["oneOf"][1]["items"]["$ref"].GetString()) == reference);
  }
  for (const auto& entry : actions) CHECK(groups.count(entry.first) == 1);
  std::set<std::string> platforms;
  std::set<std::string> regions;
  std::set<std::string> integrations;
  std::string types;
  for (const catalog::Platform& platform : catalog::builtin_catalog().platforms) {
    platforms.insert(std::string(platform.id));
    for (const catalog::Region& region : platform.regions) regions.insert(std::string(region.id));
    for (const catalog::Integration& one : platform.integrations) {
      integrations.insert(std::string(one.id));
      types += (types.empty() ? "" : "|") + std::string(one.type);
    }
  }
  CHECK(enum_of(schema_json()["properties"]["platform"]) == platforms);
  CHECK(enum_of("region") == regions);
  CHECK(enum_of("integration_id") == integrations);
  CHECK(schema_json()["definitions"]["integration_type"]["pattern"].GetString() ==
        "^(" + types + ")$");
  CHECK(enum_of("product") ==
        std::set<std::string>(manifest::kProducts.begin(), manifest::kProducts.end()));
}

// Every field tells an editor what it is for, and shows a value that the field takes. What fields
// refer to has no words of its own: yaml-language-server would show those instead.
void check_described(const json::Value& mapping, const std::string& name) {
  for (const auto& member : mapping["properties"].GetObject()) {
    const std::string key = name + '/' + member.name.GetString();
    INFO(key);
    CHECK(member.value.HasMember("title"));
    CHECK(member.value.HasMember("description"));
    CHECK(member.value.HasMember("examples"));
    if (member.value.HasMember("properties")) check_described(member.value, key);
  }
}

TEST_CASE("every field of the app's schema has a title, a description and an example") {
  CHECK(schema_json().HasMember("title"));
  CHECK(schema_json().HasMember("description"));
  check_described(schema_json(), "");
  for (const auto& definition : schema_json()["definitions"].GetObject()) {
    const std::string name = definition.name.GetString();
    INFO(name);
    const bool is_mapping = definition.value.HasMember("properties");
    CHECK(definition.value.HasMember("title") == is_mapping);
    if (is_mapping) check_described(definition.value, name);
  }
}

TEST_CASE("the examples in the schema are taken") {
  for (const auto& property : schema_json()["properties"].GetObject()) {
    for (const json::Value& example : property.value["examples"].GetArray()) {
      const std::string key = property.name.GetString();
      std::string text = "zoomc: 1\napp: {name: A}\n";
      if (key == "zoomc") text = "app: {name: A}\n";
      if (key == "app") text = "zoomc: 1\n";
      // JSON is YAML.
      std::string value = json::to_pretty_text(example);
      std::replace(value.begin(), value.end(), '\n', ' ');
      const syntax::Document document = read(text + key + ": " + value + "\n");
      INFO(key);
      CHECK(schema_verdict(document).empty());
      CHECK(model_verdict(document).empty());
    }
  }
}

}  // namespace
}  // namespace zoomc::test
