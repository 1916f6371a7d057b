#pragma once
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog_source/load.h"
#include "catalog_source/table.h"

namespace zoomc::catalog_source {

// Lists that rows point into; what was kept does not move.
template <class T>
class Lists {
 public:
  std::span<const T> keep(std::vector<T> list) {
    if (list.empty()) return {};
    return lists_.emplace_back(std::move(list));
  }

 private:
  std::deque<std::vector<T>> lists_;
};

// Everything a catalog that was read at run time is made of. `view` is the catalog; the rest owns
// what it points to. Not to be moved once `view` points into it.
struct CatalogStorage {
  CatalogStorage() = default;
  CatalogStorage(const CatalogStorage&) = delete;
  CatalogStorage& operator=(const CatalogStorage&) = delete;

  std::string_view keep(std::string text) { return strings.emplace_back(std::move(text)); }

  std::deque<SourceFile> files;
  std::deque<std::string> strings;
  // Of scopes, operations, events and features.
  catalog_source::Lists<std::uint16_t> id_lists;
  catalog_source::Lists<std::string_view> name_lists;
  catalog_source::Lists<catalog::TestStep> test_step_lists;
  catalog_source::Lists<catalog::Region> regions;
  catalog_source::Lists<catalog::Integration> integrations;
  std::vector<catalog::Scope> scopes;
  std::vector<catalog::Operation> operations;
  std::vector<catalog::Event> events;
  std::vector<catalog::Feature> features;
  std::vector<catalog::Composite> composites;
  std::vector<catalog::Platform> platforms;
  std::vector<catalog::Word> words;
  std::vector<catalog::ErrorText> errors;
  std::vector<catalog::Symptom> symptoms;
  std::vector<catalog::ImpliedScope> implied_scopes;
  std::vector<catalog::CallError> call_errors;
  std::vector<catalog::Deprecation> deprecations;
  std::vector<catalog::Prerequisite> prerequisites;
  std::vector<catalog::Correction> corrections;
  std::vector<catalog::PlatformCall> platform_calls;
  catalog::Catalog view;
};

// A table while it is read. Later ones ask it whether a name they use may be blamed on them.
struct TableState {
  // The table could not be read, so nothing can be said about the names it should have.
  bool unusable = false;
  // The names that rows which were left out may have had.
  std::set<std::string, std::less<>> doubtful;
  // The table's file, unless it is the fallback's.
  CatalogFile* file = nullptr;
  Span header;

  bool may_have(std::string_view name) const { return unusable || doubtful.contains(name); }
  bool is_whole() const { return !unusable && doubtful.empty(); }
};

// One run of the loader: the directory, the rows so far and the mistakes so far. Tables are read in
// the order of their references, so that each finds the rows of the earlier ones in `rows()`.
class CatalogLoader {
 public:
  CatalogLoader(const FileSystem& files, std::string directory,
                const std::vector<std::string>& names, const catalog::Catalog* fallback);

  const catalog::Catalog* fallback() const { return fallback_; }
  CatalogStorage& storage() { return *storage_; }
  const catalog::Catalog& rows() const { return storage_->view; }

  const std::vector<std::string>& names() const { return names_; }
  // Whether the rows of this table are to come from the fallback.
  bool falls_back(std::string_view name);

  // The bytes of a file; nothing when it is missing or no text, which is then reported.
  CatalogFile* open(std::string_view name);
  // The same as a table. `state` learns what became of it.
  std::optional<Table> open_table(std::string_view name, std::span<const Column> columns,
                                  TableState& state);

  // The rows that a cell names. An unknown name is reported, unless a row that was left out may
  // have had it.
  std::optional<catalog::ScopeId> scope(CatalogFile& file, Cell cell, catalog::ScopeModel model);
  std::optional<catalog::OperationId> operation(CatalogFile& file, Cell cell);
  std::optional<catalog::FeatureId> feature(CatalogFile& file, Cell cell);
  // "unknown feature `x`: features.tsv has no row for it", and which of `names` was meant.
  void report_unknown(CatalogFile& file, Cell cell, std::string_view what, std::string_view why,
                      const std::function<std::vector<std::string>()>& names);

  // Reports a file by its name alone.
  void report_file(std::string_view name, const Code& code, std::string message,
                   std::vector<std::string> hints = {});
  // Checks a date, and remembers the newest as the catalog's.
  void read_date(CatalogFile& file, Cell date);
  static bool check_date(CatalogFile& file, Cell date);
  // Reports at `place` that a file does not have `line`, its source or date, where it has to.
  void require_provenance(CatalogFile& file, bool has_it, std::string_view line, Span place);
  // A person reads the phrases side by side: reports one that another row has too.
  void check_phrase(CatalogFile& file, Cell phrase, std::string_view owner);

  // The catalog, dated by its newest part, or everything that is wrong with it.
  tl::expected<LoadedCatalog, CatalogProblems> finish();

  TableState scopes;
  TableState operations;
  TableState features;
  TableState events;
  TableState prerequisites;

 private:
  bool has(std::string_view name) const;
  CatalogFile& add_file(SourceFile source);

  const FileSystem& files_;
  std::string directory_;
  const std::vector<std::string>& names_;
  const catalog::Catalog* fallback_;
  std::unique_ptr<CatalogStorage> storage_ = std::make_unique<CatalogStorage>();
  std::deque<CatalogFile> open_files_;
  std::vector<IoError> io_errors_;
  std::vector<std::pair<std::string, std::string>> phrases_;
  std::string_view date_;
  std::size_t suggestions_left_ = 100;
};

// Reports the files that are no table's and reads all tables: these, in this order.
void load_tables(CatalogLoader& loader);
void load_api_tables(CatalogLoader& loader);
void load_feature_tables(CatalogLoader& loader);
void load_advice_tables(CatalogLoader& loader);

// Reads platforms/*.yaml. Needs the tables.
void load_platforms(CatalogLoader& loader);

// The row of `METHOD /path`, to the letter.
std::optional<catalog::OperationId> find_exact_operation(const catalog::Catalog& catalog,
                                                         std::string_view name);

}  // namespace zoomc::catalog_source
