#include "catalog_source/loading.h"

#include <algorithm>

#include "diagnostics/codes.h"
#include "text/nearest.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::catalog_source {
namespace {

// YYYY-MM or YYYY-MM-DD, so that dates compare as text.
bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != kForm.size() && text.size() != kForm.size() - 3) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == 'd' ? !digit : text[i] != kForm[i]) return false;
  }
  return true;
}

}  // namespace

Loading::Loading(const FileSystem& files, std::string directory,
                 const std::vector<std::string>& names, const Catalog* fallback)
    : files_(files), directory_(std::move(directory)), names_(names), fallback_(fallback) {
  // `--catalog DIR/` is what a shell completes to.
  while (directory_.size() > 1 && directory_.back() == '/') directory_.pop_back();
}

bool Loading::has(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

bool Loading::falls_back(std::string_view name) {
  if (fallback_ == nullptr || has(name)) return false;
  date_ = std::max(date_, fallback_->date);
  return true;
}

CatalogFile& Loading::add_file(SourceFile source) {
  return open_files_.emplace_back(storage_->files.emplace_back(std::move(source)));
}

CatalogFile* Loading::open(std::string_view name) {
  if (!has(name)) {
    report_file(name, catalog_codes::kMissingTable,
                "the table " + in_backticks(name) + " is missing: a catalog needs it");
    return nullptr;
  }
  const std::string path = directory_ + "/" + std::string(name);
  auto bytes = files_.read_found(path);
  if (!bytes) {
    world_.push_back(std::move(bytes.error()));
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

std::optional<Loading::OpenTable> Loading::open_table(std::string_view name,
                                                      std::span<const Column> columns,
                                                      TableState& state) {
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
      if (i > 0)
        state.doubtful.insert(std::string(row[i - 1].text) + " " + std::string(row[i].text));
    }
  }
  return OpenTable{file, std::move(*table)};
}

void Loading::report_file(std::string_view name, const Code& code, std::string message,
                          std::vector<std::string> hints) {
  CatalogFile& file = add_file({directory_ + "/" + std::string(name), {}});
  file.report(code, {0, 0}, std::move(message), std::move(hints));
}

void Loading::require_provenance(CatalogFile& file, bool has_it, std::string_view line,
                                 Span place) {
  if (has_it || fallback_ != nullptr) return;
  file.report(catalog_codes::kProvenance, place,
              in_backticks(line) + " is missing: the file must say where its facts are from");
}

void Loading::read_date(CatalogFile& file, Cell date) {
  if (!is_date(date.text)) {
    file.report(
        catalog_codes::kValue, date.span,
        "the date " + in_backticks(date.text) + " is not of the form 2026-08 or 2026-08-31");
  } else {
    date_ = std::max(date_, date.text);
  }
}

std::vector<std::string> Loading::suggest(
    std::string_view word, const std::function<std::vector<std::string_view>()>& words) {
  if (suggestions_left_ == 0) return {};
  --suggestions_left_;
  const auto near = nearest(word, words());
  if (!near) return {};
  return {"did you mean " + in_backticks(*near) + "?"};
}

void Loading::check_phrase(CatalogFile& file, Cell phrase, std::string_view owner) {
  const auto same = [&](const auto& other) { return other.first == phrase.text; };
  const auto found = std::find_if(phrases_.begin(), phrases_.end(), same);
  if (found == phrases_.end()) {
    phrases_.emplace_back(phrase.text, owner);
    return;
  }
  // A row that is there twice is one mistake.
  if (found->second == owner) return;
  file.report(catalog_codes::kDuplicate, phrase.span,
              in_backticks(found->second) + " has the phrase " + in_backticks(phrase.text) +
                  " too: a reviewer must be able to tell them apart");
}

tl::expected<LoadedCatalog, CatalogProblems> Loading::finish() {
  storage_->view.date = date_;
  CatalogProblems problems{{}, std::move(world_)};
  for (CatalogFile& file : open_files_) {
    if (!file.has_findings()) continue;
    problems.files.push_back({file.source(), file.take_findings()});
  }
  if (problems.files.empty() && problems.world.empty()) {
    return LoadedCatalog(std::move(storage_));
  }
  std::sort(problems.files.begin(), problems.files.end(),
            [](const auto& a, const auto& b) { return a.file.path < b.file.path; });
  return tl::unexpected(std::move(problems));
}

}  // namespace zoomc::catalog_source
