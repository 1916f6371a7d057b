#include "catalog_source/load.h"

#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <system_error>
#include <utility>

#include "catalog/lookup.h"
#include "catalog_source/loader.h"
#include "diagnostics/codes.h"
#include "source/system_reason.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::catalog_source {
bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  constexpr std::size_t kMonthSize = 7;
  if (text.size() != kForm.size() && text.size() != kMonthSize) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kForm[i] == 'd' ? !is_digit(text[i]) : text[i] != kForm[i]) return false;
  }
  const auto month = text.substr(5, 2);
  if (month < "01" || month > "12") return false;
  const auto day = text.substr(kMonthSize);
  return day.empty() || ("-01" <= day && day <= "-31");
}

CatalogLoader::CatalogLoader(const FileSystem& files, std::string directory,
                             const std::vector<std::string>& names,
                             const catalog::Catalog* fallback)
    : files_(files), directory_(std::move(directory)), names_(names), fallback_(fallback) {
  // `--catalog DIR/` is what a shell completes to.
  while (directory_.size() > 1 && directory_.back() == '/') directory_.pop_back();
}

bool CatalogLoader::has(std::string_view name) const {
  return std::ranges::find(names_, name) != names_.end();
}

bool CatalogLoader::falls_back(std::string_view name) {
  if (fallback_ == nullptr || has(name)) return false;
  date_ = std::max(date_, fallback_->date);
  return true;
}

CatalogFile& CatalogLoader::add_file(SourceFile source) {
  return open_files_.emplace_back(storage_->files.emplace_back(std::move(source)));
}

CatalogFile* CatalogLoader::open(std::string_view name) {
  if (!has(name)) {
    report_file(name, catalog_codes::kMissingTable,
                fmt::format("the table {} is missing: a catalog needs it", in_backticks(name)));
    return nullptr;
  }
  const std::string path = directory_ + "/" + std::string(name);
  auto bytes = files_.read_found(path);
  if (!bytes) {
    io_errors_.push_back(std::move(bytes.error()));
    return nullptr;
  }
  CatalogFile& file = add_file({path, std::move(*bytes)});
  if (file.text().size() > kMaxFileBytes) {
    file.report(syntax_codes::kFileTooLarge, {0, 0}, "the file is larger than 8 MiB");
    return nullptr;
  }
  if (const auto bad = find_invalid_utf8(file.text())) {
    const auto at = static_cast<std::uint32_t>(*bad);
    file.report(syntax_codes::kInvalidEncoding, {at, at + 1},
                "the file is not UTF-8 from here on: save it as UTF-8");
    return nullptr;
  }
  return &file;
}

std::optional<Table> CatalogLoader::open_table(std::string_view name,
                                               std::span<const Column> columns, TableState& state) {
  CatalogFile* file = open(name);
  auto table = file != nullptr ? Table::read(*file, columns) : std::nullopt;
  if (!table) {
    state.unusable = true;
    return std::nullopt;
  }
  const Provenance& from = table->provenance();
  require_provenance(*file, from.has_source, "# source: ...", table->header());
  require_provenance(*file, from.date.has_value(), "# date: ...", table->header());
  if (from.date) read_date(*file, *from.date);
  state.file = file;
  state.header = table->header();
  for (const auto& row : table->broken_rows()) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      state.doubtful.emplace(row[i].text);
      if (i > 0) state.doubtful.insert(fmt::format("{} {}", row[i - 1].text, row[i].text));
    }
  }
  return table;
}

std::optional<catalog::ScopeId> CatalogLoader::scope(CatalogFile& file, Cell cell,
                                                     catalog::ScopeModel model) {
  const auto found = catalog::find_scope(rows(), cell.text, model);
  if (found || scopes.may_have(cell.text)) return found;
  report_unknown(file, cell, fmt::format("{} scope", catalog::to_string(model)),
                 "scopes.tsv has no row for it", [&] {
                   std::vector<std::string> names;
                   for (const catalog::Scope& row : rows().scopes) {
                     if (row.model == model) names.emplace_back(row.name);
                   }
                   return names;
                 });
  return std::nullopt;
}

std::optional<catalog::OperationId> CatalogLoader::operation(CatalogFile& file, Cell cell) {
  const auto found = find_exact_operation(rows(), cell.text);
  if (found || operations.may_have(cell.text)) return found;
  report_unknown(file, cell, "operation", "operations.tsv has no row for it", [&] {
    std::vector<std::string> names;
    for (const catalog::Operation& row : rows().operations)
      names.push_back(catalog::display_name(row));
    return names;
  });
  return std::nullopt;
}

std::optional<catalog::FeatureId> CatalogLoader::feature(CatalogFile& file, Cell cell) {
  const auto found = catalog::find_feature(rows(), cell.text);
  if (found || features.may_have(cell.text)) return found;
  report_unknown(file, cell, "feature", "features.tsv has no row for it", [&] {
    std::vector<std::string> names;
    for (const catalog::Feature& row : rows().features) names.emplace_back(row.name);
    return names;
  });
  return std::nullopt;
}

void CatalogLoader::report_unknown(CatalogFile& file, Cell cell, std::string_view what,
                                   std::string_view why,
                                   const std::function<std::vector<std::string>()>& names) {
  std::vector<std::string> hints;
  // Comparing with every name takes its time, and nobody reads more.
  if (suggestions_left_ > 0) {
    --suggestions_left_;
    const std::vector<std::string> known = names();
    hints = did_you_mean(cell.text, std::vector<std::string_view>(known.begin(), known.end()));
  }
  file.report(catalog_codes::kReference, cell.span,
              fmt::format("unknown {} {}: {}", what, in_backticks(cell.text), why),
              std::move(hints));
}

void CatalogLoader::report_file(std::string_view name, const Code& code, std::string message,
                                std::vector<std::string> hints) {
  CatalogFile& file = add_file({directory_ + "/" + std::string(name), {}});
  file.report(code, {0, 0}, std::move(message), std::move(hints));
}

void CatalogLoader::require_provenance(CatalogFile& file, bool has_it, std::string_view line,
                                       Span place) {
  if (has_it || fallback_ != nullptr) return;
  file.report(
      catalog_codes::kProvenance, place,
      fmt::format("{} is missing: the file must say where its facts are from", in_backticks(line)));
}

void CatalogLoader::read_date(CatalogFile& file, Cell date) {
  if (check_date(file, date)) date_ = std::max(date_, date.text);
}

bool CatalogLoader::check_date(CatalogFile& file, Cell date) {
  if (is_date(date.text)) return true;
  file.report(
      catalog_codes::kValue, date.span,
      fmt::format("the date {} is not of the form 2026-08 or 2026-08-31", in_backticks(date.text)));
  return false;
}

void CatalogLoader::check_phrase(CatalogFile& file, Cell phrase, std::string_view owner) {
  const auto found = std::ranges::find(
      phrases_, phrase.text, [](const auto& other) { return std::string_view(other.first); });
  if (found == phrases_.end()) {
    phrases_.emplace_back(phrase.text, owner);
    return;
  }
  // A row that is there twice is one mistake.
  if (found->second == owner) return;
  file.report(catalog_codes::kDuplicate, phrase.span,
              fmt::format("{} has the phrase {} too: a reviewer must be able to tell them apart",
                          in_backticks(found->second), in_backticks(phrase.text)));
}

tl::expected<LoadedCatalog, CatalogProblems> CatalogLoader::finish() {
  storage_->view.date = date_;
  CatalogProblems problems{{}, std::move(io_errors_)};
  for (CatalogFile& file : open_files_) {
    if (!file.has_findings()) continue;
    problems.files.push_back({file.source(), file.take_findings()});
  }
  if (problems.files.empty() && problems.io_errors.empty()) {
    return LoadedCatalog(std::move(storage_));
  }
  std::ranges::sort(problems.files, {}, [](const auto& file) { return file.file.path; });
  return tl::unexpected(std::move(problems));
}

std::optional<catalog::OperationId> find_exact_operation(const catalog::Catalog& catalog,
                                                         std::string_view name) {
  const auto space = name.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  return catalog::find_operation(catalog, name.substr(0, space), name.substr(space + 1));
}

namespace {

namespace fs = std::filesystem;

// Adds `prefix` + name for every file of `folder` that has one of the extensions.
std::error_code add_files(const fs::path& folder, const std::string& prefix,
                          std::initializer_list<std::string_view> extensions,
                          std::vector<std::string>& names) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string extension = it->path().extension().string();
    if (std::ranges::find(extensions, extension) == extensions.end()) continue;
    names.push_back(prefix + it->path().filename().string());
  }
  return error;
}

IoError cannot_read(const std::string& directory, const std::error_code& error) {
  return {fmt::format("cannot read the directory `{}`: {}", escape_controls(directory),
                      system_reason(error.value())),
          directory};
}

}  // namespace

LoadedCatalog::LoadedCatalog(std::unique_ptr<const CatalogStorage> storage)
    : storage_(std::move(storage)) {}
LoadedCatalog::LoadedCatalog(LoadedCatalog&& other) noexcept = default;
LoadedCatalog& LoadedCatalog::operator=(LoadedCatalog&& other) noexcept = default;
LoadedCatalog::~LoadedCatalog() = default;

const catalog::Catalog& LoadedCatalog::catalog() const {
  return storage_->view;
}

tl::expected<std::vector<std::string>, IoError> list_catalog_files(const std::string& directory) {
  std::vector<std::string> names;
  if (const auto error = add_files(directory, "", {".tsv"}, names)) {
    return tl::unexpected(cannot_read(directory, error));
  }
  const fs::path platforms = fs::path(directory) / "platforms";
  const auto error = add_files(platforms, "platforms/", {".yaml", ".yml"}, names);
  if (error && error != std::errc::no_such_file_or_directory) {
    return tl::unexpected(cannot_read(platforms.string(), error));
  }
  std::ranges::sort(names);
  return names;
}

tl::expected<LoadedCatalog, CatalogProblems> load_catalog(const FileSystem& files,
                                                          const std::string& directory,
                                                          const std::vector<std::string>& names,
                                                          const catalog::Catalog* fallback) {
  if (names.empty()) {
    return tl::unexpected(CatalogProblems{
        {},
        {{fmt::format(
            "`{}` is not a catalog: it has neither tables (`scopes.tsv` ...) nor platforms",
            escape_controls(directory))}}});
  }
  catalog_source::CatalogLoader loader(files, directory, names, fallback);
  load_tables(loader);
  load_platforms(loader);
  return loader.finish();
}

}  // namespace zoomc::catalog_source
