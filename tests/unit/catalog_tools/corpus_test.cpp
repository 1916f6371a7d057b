#include <filesystem>
#include <fstream>
#include <sstream>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "catalog_tools/update.h"
#include "support/catch.h"
#include "support/project.h"

// Zoom's own documents, where they lie beside the checkout: the built-in rows were made of them.
namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;

Names scope_names(std::span<const catalog::ScopeId> scopes) {
  Names names;
  for (const catalog::ScopeId id : scopes)
    names.emplace_back(catalog::builtin_catalog().scopes[id].name);
  return names;
}

std::vector<CitedDocument> real_documents() {
  const auto folder = project_root().parent_path() / "shared" / "corpus" / "openapi";
  std::vector<CitedDocument> documents;
  if (!std::filesystem::is_directory(folder)) return documents;
  for (const char* name :
       {"marketplace.json", "number-management.json", "phone.json", "tasks.json", "users.json"}) {
    std::ifstream in(folder / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    Sink sink;
    auto document = read_api_document({name, text.str()}, sink);
    CHECK(sink.take().empty());
    REQUIRE(document);
    documents.push_back({name, std::move(*document)});
  }
  return documents;
}

TEST_CASE("the real documents reproduce the built-in rows") {
  const auto documents = real_documents();
  if (documents.empty()) {
    WARN("skipped: there are no OpenAPI documents beside the checkout");
    return;
  }
  const UpdatedCatalog updated = update_catalog(catalog::builtin_catalog(), documents, "2026-11");
  CHECK(updated.products == Names{"marketplace", "number-management", "phone", "tasks", "users"});
  CHECK(updated.documented_calls == 531);
  CHECK(updated.left_out_calls == 0);
  CHECK(updated.repeated.empty());
  CHECK(updated.now_documented.empty());

  CHECK(updated.operations.size() == catalog::builtin_catalog().operations.size());
  for (const OperationRow& row : updated.operations) {
    CAPTURE(row.method, row.path);
    const auto id = catalog::find_operation(catalog::builtin_catalog(), row.method, row.path);
    REQUIRE(id);
    const catalog::Operation& known = catalog::builtin_catalog().operations[*id];
    CHECK(row.product == known.product);
    CHECK(row.id == known.id);
    CHECK(row.name == known.name);
    CHECK(row.granular == scope_names(known.granular));
    CHECK(row.classic == scope_names(known.classic));
  }
  CHECK(updated.scopes.size() == catalog::builtin_catalog().scopes.size());
  for (const ScopeRow& row : updated.scopes) {
    CAPTURE(row.name);
    const auto id = catalog::find_scope(catalog::builtin_catalog(), row.name, row.model);
    REQUIRE(id);
    CHECK(row.level == catalog::builtin_catalog().scopes[*id].level);
    CHECK(row.grants == catalog::builtin_catalog().scopes[*id].grants);
  }
}

TEST_CASE("what the real documents leave out is marked") {
  const auto documents = real_documents();
  if (documents.empty()) {
    WARN("skipped: there are no OpenAPI documents beside the checkout");
    return;
  }
  Names marked;
  for (const OperationRow& row :
       update_catalog(catalog::builtin_catalog(), documents, "2026-11").operations) {
    if (row.origin.is_kept || row.origin.source.ends_with(".json")) continue;
    marked.push_back(row.method + " " + row.path + ": " + row.origin.source);
  }
  CHECK(marked ==
        Names{"DELETE /users/{userId}/picture: users.json; granular kept from the catalog "
              "of " +
              std::string(catalog::builtin_catalog().date)});
}

}  // namespace
}  // namespace zoomc::catalog_tools
