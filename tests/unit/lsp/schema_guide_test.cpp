#include "lsp/schema_guide.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "schema/schemas.h"
#include "support/catch.h"
#include "support/project.h"
#include "unit/lsp/support.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;

namespace {

using Words = std::vector<std::string>;

const SchemaGuide& guide() {
  return test::app_language().guide;
}

Words names(const Path& path) {
  Words names;
  for (const KeyDoc& doc : guide().keys(path)) names.emplace_back(doc.name);
  return names;
}

std::string shape(const Path& path) {
  const Shape found = guide().shape(path);
  return std::string(found.scalar ? "s" : "") + (found.list ? "l" : "") +
         (found.mapping ? "m" : "");
}

}  // namespace

TEST_CASE("the keys of nested mappings and entries") {
  CHECK(names({"app", "contact"}) == Words{"name", "email"});
  CHECK(names({"surface", "domains", "[]"}) == Words{"domain", "reason"});
  CHECK(names({"events", "[]", "url"}) == Words{"development", "production"});
  CHECK(names({"justify"}).empty());
  CHECK(names({"nonsense", "below"}).empty());
}

TEST_CASE("words and shapes of values") {
  CHECK(guide().words({"stage"}) == Words{"testing", "published"});
  const Words regions = guide().words({"region"});
  CHECK(std::find(regions.begin(), regions.end(), "eu") != regions.end());
  CHECK(guide().words({"region", "[]"}) == regions);
  CHECK(guide().words({"oauth", "strict_mode"}) == Words{"true", "false"});
  CHECK(guide().words({"zoomc"}) == Words{"1"});
  CHECK(guide().words({"app", "name"}).empty());
  CHECK(shape({}) == "m");
  CHECK(shape({"region"}) == "sl");
  CHECK(shape({"operations"}) == "l");
  CHECK(shape({"oauth", "redirect_url"}) == "sm");
  CHECK(shape({"justify", "anything"}) == "s");
  CHECK(shape({"manifest_extra", "anything"}).empty());
}

TEST_CASE("what is said of a key") {
  const KeyDoc purpose = guide().key({"app", "purpose"});
  CHECK(purpose.title == "Purpose");
  CHECK(purpose.example == "CRM logging");
  CHECK(guide().key({"features"}).example == "{meetings: [read], phone: [call_history]}");
  CHECK(guide().key({"credentials", "client_id"}).example == "\"${ZOOM_CLIENT_ID}\"");
  CHECK(guide().key({"app", "company"}).example == "\"Acme, Inc.\"");
  CHECK(guide().key({"oauth", "redirect_url"}).example == "https://api-eu.unified.to/oauth/code");
  CHECK(guide().key({"nonsense"}).title.empty());
  CHECK(guide().key({"justify", "meetings.read"}).title.empty());
}

TEST_CASE("the schemas are compiled in as they are") {
  for (const char* name : {"app", "config", "findings", "manifest"}) {
    INFO(name);
    std::ifstream stream(project_root() / "schemas" / (std::string(name) + ".schema.json"),
                         std::ios::binary);
    CHECK(schema::schema_text(name) == std::string(std::istreambuf_iterator<char>(stream), {}));
  }
  CHECK(schema::schema_text("no-such").empty());
}
