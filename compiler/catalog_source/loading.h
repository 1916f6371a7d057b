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

#include "catalog_source/catalog_file.h"
#include "catalog_source/load.h"
#include "catalog_source/storage.h"
#include "catalog_source/table.h"

namespace zoomc::catalog_source {

inline constexpr std::string_view kScopesTable = "scopes.tsv";
inline constexpr std::string_view kKnownLevelsTable = "known_levels.tsv";
inline constexpr std::string_view kOperationsTable = "operations.tsv";
inline constexpr std::string_view kOperationPhrasesTable = "operation_phrases.tsv";
inline constexpr std::string_view kEventsTable = "events.tsv";
inline constexpr std::string_view kFeaturesTable = "features.tsv";
inline constexpr std::string_view kTestStepsTable = "test_steps.tsv";
inline constexpr std::string_view kCompositesTable = "composites.tsv";
inline constexpr std::string_view kWordsTable = "words.tsv";
inline constexpr std::string_view kSecretFieldsTable = "secret_fields.tsv";
inline constexpr std::string_view kErrorsTable = "errors.tsv";
inline constexpr std::string_view kSymptomsTable = "symptoms.tsv";
inline constexpr std::string_view kImpliedScopesTable = "implied_scopes.tsv";

// A table that later ones refer to: whether a name they use may be blamed on them.
struct TableState {
  // The table could not be read, so nothing can be said about the names it should have.
  bool unusable = false;
  // What the rows that were left out may be about.
  std::set<std::string, std::less<>> doubtful;
  // The table's file, unless it is the fallback's.
  CatalogFile* file = nullptr;
  Span header;

  bool may_have(std::string_view name) const { return unusable || doubtful.contains(name); }
  bool is_whole() const { return !unusable && doubtful.empty(); }
};

// One run of the loader: the directory, the rows so far and the mistakes so far. Tables are read in
// the order of their references, so that each finds the rows of the earlier ones in `rows()`.
class Loading {
 public:
  Loading(const FileSystem& files, std::string directory, const std::vector<std::string>& names,
          const Catalog* fallback);

  const Catalog* fallback() const { return fallback_; }
  CatalogStorage& storage() { return *storage_; }
  const Catalog& rows() const { return storage_->view; }

  const std::vector<std::string>& names() const { return names_; }
  // Whether the directory has the file.
  bool has(std::string_view name) const;
  // Whether the rows of this table are to come from the fallback.
  bool falls_back(std::string_view name);

  // The bytes of a file; nothing when it is missing or no text, which is then reported.
  CatalogFile* open(std::string_view name);
  // The same, and its table. `state` learns what became of it.
  struct OpenTable {
    CatalogFile* file;
    Table table;
  };
  std::optional<OpenTable> open_table(std::string_view name, std::span<const Column> columns,
                                      TableState& state);

  // Reports a file by its name alone.
  void report_file(std::string_view name, const Code& code, std::string message,
                   std::vector<std::string> hints = {});
  // Checks a date and remembers the newest.
  void read_date(CatalogFile& file, Cell date);
  // Reports at `place` that a file does not have `line`, its source or date, where it has to.
  void require_provenance(CatalogFile& file, bool has_it, std::string_view line, Span place);
  // "did you mean ...?", as a list of hints. Not asked any more after a hundred times.
  std::vector<std::string> suggest(std::string_view word,
                                   const std::function<std::vector<std::string_view>()>& words);
  // A person reads the phrases side by side: reports one that another row has too.
  void check_phrase(CatalogFile& file, Cell phrase, std::string_view owner);

  // The catalog, dated by its newest part, or everything that is wrong with it.
  tl::expected<LoadedCatalog, CatalogProblems> finish();

  TableState scopes;
  TableState operations;
  TableState features;

 private:
  CatalogFile& add_file(SourceFile source);

  const FileSystem& files_;
  std::string directory_;
  const std::vector<std::string>& names_;
  const Catalog* fallback_;
  std::unique_ptr<CatalogStorage> storage_ = std::make_unique<CatalogStorage>();
  std::deque<CatalogFile> open_files_;
  std::vector<IoError> world_;
  std::vector<std::pair<std::string, std::string>> phrases_;
  std::string_view date_;
  std::size_t suggestions_left_ = 100;
};

}  // namespace zoomc::catalog_source
