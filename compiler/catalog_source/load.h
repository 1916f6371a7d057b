#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "source/file_system.h"
#include "source/source_file.h"

// Reading the catalog from a directory laid out like schemas/catalog (its README.md says how).
namespace zoomc::catalog_source {

struct CatalogStorage;

// A catalog that was read from files, and everything its rows point to. `catalog()` keeps its
// address when the object is moved.
class LoadedCatalog {
 public:
  explicit LoadedCatalog(std::unique_ptr<const CatalogStorage> storage);
  LoadedCatalog(LoadedCatalog&& other) noexcept;
  LoadedCatalog& operator=(LoadedCatalog&& other) noexcept;
  ~LoadedCatalog();

  const catalog::Catalog& catalog() const;

 private:
  std::unique_ptr<const CatalogStorage> storage_;
};

// The mistakes in one file of the directory; for a file that is missing the text is empty.
struct CatalogFileProblems {
  SourceFile file;
  std::vector<Diagnostic> findings;
};

// Why a catalog was not loaded. Files are sorted by path; `io_errors` is about those that could not
// be read at all.
struct CatalogProblems {
  std::vector<CatalogFileProblems> files;
  std::vector<IoError> io_errors;
};

// At most this many findings are kept for one file.
inline constexpr std::size_t kMaxCatalogFindings = 1000;

// Whether the text is a date as the tables write it: YYYY-MM or YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view text);

// The names, relative to `directory` and sorted, of the files there that a catalog is made of or
// that look as if they were meant to be: `*.tsv` and `platforms/*.yaml` (or `.yml`).
[[nodiscard]] tl::expected<std::vector<std::string>, IoError> list_catalog_files(
    const std::string& directory);

// Reads the catalog of `directory`, whose files are `names`. Every mistake is found, not only the
// first. Without `fallback` all tables must be there and be complete. With it a table that is
// missing is the fallback's, a platform file adds to or replaces the fallback's platforms, and a
// table may lack what no collection of facts has: source, date, phrases. Rows of the fallback's
// operations and events forget scopes that `directory`'s own scopes.tsv does not have; a feature of
// the fallback that has lost an operation is a mistake. The result points into `fallback`, which
// must outlive it.
[[nodiscard]] tl::expected<LoadedCatalog, CatalogProblems> load_catalog(
    const FileSystem& files, const std::string& directory, const std::vector<std::string>& names,
    const catalog::Catalog* fallback);

}  // namespace zoomc::catalog_source
