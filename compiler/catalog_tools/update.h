#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "catalog_tools/api_document.h"
#include "source/file_system.h"

// The catalog's tables after documents of Zoom's API: what they say takes the place of what was
// known, and what they leave out is kept and marked.
namespace zoomc::catalog_tools {

// A document and the name by which the rows cite it.
struct CitedDocument {
  std::string name;
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
  RowOrigin origin;
};

struct ScopeRow {
  std::string name;
  catalog::ScopeModel model = catalog::ScopeModel::granular;
  catalog::Level level = catalog::Level::user;
  catalog::Grants grants = catalog::Grants::operation;
  RowOrigin origin;
};

// A call of a document that an earlier document has too; the earlier one counts.
struct RepeatedCall {
  // Indices into the documents.
  std::size_t document = 0;
  std::size_t earlier = 0;
  std::string name;
  Span place;
};

struct [[nodiscard]] UpdatedCatalog {
  // By product, path and method; by name and model.
  std::vector<OperationRow> operations;
  std::vector<ScopeRow> scopes;
  // Scopes whose level had to be stated because nothing documented them, and are documented now.
  std::set<std::pair<std::string, catalog::ScopeModel>> now_documented;
  std::vector<RepeatedCall> repeated;
  // The products of the documents, in their order; how many calls they have, and how many calls of
  // those products they leave out.
  std::vector<std::string> products;
  std::size_t documented_calls = 0;
  std::size_t left_out_calls = 0;
};

// `date` is that of the documents, YYYY-MM or YYYY-MM-DD. The product of a document is that of most
// of its calls in `present`; where none is known, the document's title in lower case with dashes,
// or its name.
[[nodiscard]] UpdatedCatalog update_catalog(const catalog::Catalog& present,
                                            const std::vector<CitedDocument>& documents,
                                            const std::string& date);

// The bytes of the tables that an update changes, by the names of the files. `present` are the
// bytes of those that are there, which load.
[[nodiscard]] std::map<std::string, std::string> update_tables(
    const UpdatedCatalog& updated, const std::map<std::string, std::string>& present,
    const std::string& date);

// Files as they will be once `pending` is written, by path. Writes nothing itself.
class PendingFiles final : public FileSystem {
 public:
  // Both must outlive this.
  PendingFiles(const FileSystem& files, const std::map<std::string, std::string>& pending)
      : files_(files), pending_(pending) {}

  tl::expected<std::string, IoError> read(const std::string& path) const override;
  tl::expected<std::string, IoError> read_found(const std::string& path) const override;
  [[nodiscard]] tl::expected<void, IoError> replace(const std::string& path,
                                                    std::string_view bytes) override;
  [[nodiscard]] tl::expected<void, IoError> replace_found(const std::string& path,
                                                          std::string_view bytes) override;
  bool exists(const std::string& path) const override;
  bool is_directory(const std::string& path) const override { return files_.is_directory(path); }
  std::optional<FileIdentity> identity(const std::string& path) const override {
    return files_.identity(path);
  }

 private:
  const FileSystem& files_;
  const std::map<std::string, std::string>& pending_;
};

}  // namespace zoomc::catalog_tools
