#pragma once
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "catalog_tools/api_document.h"

// The catalog's tables after documents of Zoom's API: what they say takes the place of what was
// known, and what they leave out is kept and marked.
namespace zoomc::catalog_tools {

// A document, the name by which the rows cite it, and when it was published: YYYY-MM or
// YYYY-MM-DD.
struct CitedDocument {
  std::string name;
  std::string date;
  ApiDocument document;
};

// The origin of a row. `is_kept`: all of it is from the catalog before.
struct RowOrigin {
  std::string source;
  std::string date;
  bool is_kept = false;
};

struct OperationRow {
  std::string product;
  std::string method;
  std::string path;
  std::string id;
  std::string name;
  std::vector<std::string> granular;
  std::vector<std::string> classic;
  std::vector<std::string> permissions;
  // Words of the catalog's prerequisites.
  std::vector<std::string> prerequisites;
  bool is_master = false;
  RowOrigin origin;
  // Its documented replies when it fails.
  std::vector<ApiError> errors;
};

struct EventRow {
  std::string name;
  std::string product;
  std::vector<std::string> granular;
  std::vector<std::string> classic;
  catalog::EventBasis basis = catalog::EventBasis::unknown;
  RowOrigin origin;
};

struct ScopeRow {
  std::string name;
  catalog::ScopeModel model = catalog::ScopeModel::granular;
  catalog::Level level = catalog::Level::user;
  catalog::Grants grants = catalog::Grants::operation;
  RowOrigin origin;
};

struct DeprecationRow {
  std::string what;
  std::string since;
  std::string successors;
  RowOrigin origin;
};

// A call or event of a document that an earlier document of its date has too; the earlier one
// counts.
struct Repeated {
  // Indices into the documents.
  std::size_t document = 0;
  std::size_t earlier = 0;
  std::string name;
  Span place;
};

struct [[nodiscard]] UpdatedCatalog {
  // By product, path and method; the others by their name.
  std::vector<OperationRow> operations;
  std::vector<EventRow> events;
  std::vector<ScopeRow> scopes;
  std::vector<DeprecationRow> deprecations;
  // Scopes whose level had to be stated because nothing documented them, and are documented now.
  std::set<std::pair<std::string, catalog::ScopeModel>> now_documented;
  std::vector<Repeated> repeated;
  // The products of the documents, in their order; how many calls and events of the tables are from
  // them, and how many calls of those products they leave out.
  std::vector<std::string> products;
  std::size_t documented_calls = 0;
  std::size_t documented_master_calls = 0;
  std::size_t documented_events = 0;
  std::size_t left_out_calls = 0;
};

// Of several documents that have a call or event the one of the latest date counts. What a document
// leaves out of it is that of an earlier one, or what was known. The calls of documents of the
// master-account API are marked as such, except those that other documents, or `present`, have as
// the account's own. The product of a document is that of most of its calls and events in
// `present`; where none is known, the document's title in lower case with dashes, or its name.
[[nodiscard]] UpdatedCatalog update_catalog(const catalog::Catalog& present,
                                            const std::vector<CitedDocument>& documents);

// The bytes of the tables that an update changes, by the names of the files. `present` are the
// bytes of those that are there, which load.
[[nodiscard]] std::map<std::string, std::string> update_tables(
    const UpdatedCatalog& updated, const std::map<std::string, std::string>& present);

// The tables that an update may change.
[[nodiscard]] std::vector<std::string> updated_table_names();

// The words of the prerequisites that the lines name: at each place the one of the longest phrase.
// Sorted, each once.
[[nodiscard]] std::vector<std::string> prerequisite_words(
    const std::vector<std::string>& lines, std::span<const catalog::Prerequisite> known);

}  // namespace zoomc::catalog_tools
