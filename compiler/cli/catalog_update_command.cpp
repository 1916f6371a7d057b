#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <set>

#include "catalog/builtin.h"
#include "catalog_tools/document_place.h"
#include "catalog_tools/pending_files.h"
#include "catalog_tools/update.h"
#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "diagnostics/codes.h"
#include "source/system_reason.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

namespace fs = std::filesystem;

struct UpdateOptions {
  std::vector<std::string> paths;
  std::string output;
  std::string date;
};

std::string in_directory(const std::string& directory, const std::string& name) {
  return (fs::path(directory) / name).string();
}

// A file to be read, and below which directory.
struct FoundDocument {
  std::string path;
  std::string directory;
};

// The documents that a path means: itself, or the JSON files below a directory.
tl::expected<std::vector<FoundDocument>, ExitCode> documents_at(Session& session,
                                                                const std::string& path) {
  if (!session.files.is_directory(path)) {
    return std::vector<FoundDocument>{{path, fs::path(path).parent_path().string()}};
  }
  std::vector<FoundDocument> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    const bool is_document = it->path().extension() == ".json" && it->is_regular_file(ignored);
    if (is_document) found.push_back({it->path().string(), path});
  }
  if (error) {
    return tl::unexpected(session.refuse_io(fmt::format(
        "cannot read the directory {}: {}", in_backticks(path), system_reason(error.value()))));
  }
  if (found.empty()) {
    return tl::unexpected(session.refuse_io(
        fmt::format("there is no OpenAPI document (`*.json`) in {}", in_backticks(path))));
  }
  std::ranges::sort(found, {}, &FoundDocument::path);
  return found;
}

struct ReadDocuments {
  std::vector<SourceFile> files;
  std::vector<catalog_tools::CitedDocument> cited;
};

std::string absolute(const std::string& path) {
  std::error_code ignored;
  return fs::absolute(path, ignored).lexically_normal().string();
}

// How rows cite the document, and its date: that of its folders, or else that of the options.
catalog_tools::DocumentPlace place_of(const FoundDocument& found, const SourceFile& file,
                                      const UpdateOptions& options) {
  catalog_tools::DocumentPlace place{file.path, {}};
  if (found.path != "-") {
    // Without the slash that a shell completes to.
    const std::string directory = (fs::path(absolute(found.directory)) / "").parent_path().string();
    place = catalog_tools::place_of_document(absolute(found.path), directory);
  }
  place.name = escape_controls(place.name);
  if (place.date.empty()) place.date = options.date;
  return place;
}

// Reads one document; nothing where something is wrong with it, which is then said.
ExitCode read_document(Session& session, const UpdateOptions& options, const FoundDocument& found,
                       ReadDocuments& documents) {
  auto file = session.read(found.path);
  if (!file) return file.error();
  Sink sink;
  auto document = catalog_tools::read_api_document(*file, sink);
  session.show_findings(*file, sink.take());
  if (!document) return ExitCode::findings;
  auto place = place_of(found, *file, options);
  documents.cited.push_back({std::move(place.name), std::move(place.date), std::move(*document)});
  documents.files.push_back(std::move(*file));
  return ExitCode::fine;
}

// The first document of which nothing says when it was published.
ExitCode check_dates(Session& session, const ReadDocuments& documents) {
  const auto undated =
      std::ranges::find_if(documents.cited, [](const auto& cited) { return cited.date.empty(); });
  if (undated == documents.cited.end()) return ExitCode::fine;
  const auto& file = documents.files[static_cast<std::size_t>(undated - documents.cited.begin())];
  return session.refuse_usage(
      fmt::format("no date is known for {}: give --date, or put it in a folder whose name has the "
                  "date, as `zoom-api-2026-08`",
                  in_backticks(file.path)));
}

tl::expected<ReadDocuments, ExitCode> read_documents(Session& session,
                                                     const UpdateOptions& options) {
  ReadDocuments documents;
  ExitCode code = ExitCode::fine;
  // A document that is below two of the paths is read once.
  std::set<std::string> paths;
  for (const std::string& path : options.paths) {
    const auto found = documents_at(session, path);
    if (!found) code = worst(code, found.error());
    for (const FoundDocument& document : found.value_or(std::vector<FoundDocument>{})) {
      if (!paths.insert(absolute(document.path)).second) continue;
      code = worst(code, read_document(session, options, document, documents));
    }
  }
  if (code == ExitCode::fine) code = check_dates(session, documents);
  if (code != ExitCode::fine) return tl::unexpected(code);
  return documents;
}

void show_repeated(Session& session, const ReadDocuments& documents,
                   const catalog_tools::UpdatedCatalog& updated) {
  for (std::size_t i = 0; i < documents.files.size(); ++i) {
    std::vector<Diagnostic> findings;
    for (const catalog_tools::Repeated& call : updated.repeated) {
      if (call.document != i) continue;
      const std::string name = in_backticks(call.name);
      const std::string earlier = in_backticks(documents.files[call.earlier].path);
      Diagnostic found = finding(
          catalog_codes::kDuplicate, call.place,
          call.earlier == i ? fmt::format("{} is twice in {}: the first one counts", name, earlier)
                            : fmt::format("{} is also in {}: the one there counts", name, earlier));
      found.severity = Severity::warning;
      findings.push_back(std::move(found));
    }
    session.show_findings(documents.files[i], findings);
  }
}

// Every file of the directory that is to be, by path, with its bytes.
using Pending = std::map<std::string, std::string>;

// The tables that are there already, or the error.
tl::expected<std::map<std::string, std::string>, ExitCode> present_tables(
    Session& session, const std::string& directory) {
  std::map<std::string, std::string> tables;
  for (const std::string& name : catalog_tools::updated_table_names()) {
    const std::string path = in_directory(directory, name);
    if (!session.files.exists(path)) continue;
    auto bytes = session.files.read_found(path);
    if (!bytes) return tl::unexpected(session.refuse_io(bytes.error().message));
    tables.emplace(name, std::move(*bytes));
  }
  return tables;
}

bool is_same(const std::string& directory, const std::string& other) {
  std::error_code error;
  return directory == other || fs::equivalent(directory, other, error);
}

// A directory is updated in place; other files that were read stay unchanged.
std::string mistake_in_tables(const Session& session, const UpdateOptions& options,
                              const ReadDocuments& documents, const Pending& pending) {
  std::vector<std::string> inputs;
  if (!is_same(session.catalog_directory, options.output)) inputs = session.other_inputs();
  // As a document it has no file name.
  const bool has_stdin =
      std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end();
  if (has_stdin) inputs.emplace_back("-");
  for (const SourceFile& file : documents.files) inputs.push_back(file.path);
  std::vector<std::string> outputs;
  for (const auto& entry : pending) outputs.push_back(entry.first);
  return mistake_in_outputs(session.files, inputs, outputs);
}

// The other files of `--catalog` belong in the new directory too.
ExitCode add_other_files(Session& session, const std::string& output, Pending& pending) {
  if (session.catalog_directory.empty() || is_same(session.catalog_directory, output)) {
    return ExitCode::fine;
  }
  const auto names = catalog_source::list_catalog_files(session.catalog_directory);
  if (!names) return session.refuse_io(names.error().message);
  for (const std::string& name : *names) {
    const std::string path = in_directory(output, name);
    if (pending.contains(path) || session.files.exists(path)) continue;
    auto bytes = session.files.read_found(in_directory(session.catalog_directory, name));
    if (!bytes) return session.refuse_io(bytes.error().message);
    pending.emplace(path, std::move(*bytes));
  }
  return ExitCode::fine;
}

// Checks that the new directory will be valid for `--catalog`, and reports what is wrong.
ExitCode check_result(Session& session, const std::string& output, const Pending& pending) {
  std::set<std::string> names;
  if (session.files.is_directory(output)) {
    const auto there = catalog_source::list_catalog_files(output);
    if (!there) return session.refuse_io(there.error().message);
    names.insert(there->begin(), there->end());
  }
  for (const auto& entry : pending) {
    names.insert(fs::path(entry.first).lexically_relative(output).string());
  }
  const catalog_tools::PendingFiles files(session.files, pending);
  const auto loaded = catalog_source::load_catalog(files, output, {names.begin(), names.end()},
                                                   &catalog::builtin_catalog());
  return loaded ? ExitCode::fine : session.refuse_catalog(loaded.error());
}

ExitCode write(Session& session, const Pending& pending) {
  for (const auto& [path, bytes] : pending) {
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error) {
      return session.refuse_io(fmt::format("cannot make the directory of {}: {}",
                                           in_backticks(path), system_reason(error.value())));
    }
    const auto written = session.files.replace_found(path, bytes);
    if (!written) return session.refuse_io(written.error().message);
  }
  return ExitCode::fine;
}

std::string count(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

// "2026-03 and 2026-08".
std::string dates_of(const std::vector<catalog_tools::CitedDocument>& documents) {
  std::set<std::string> dates;
  for (const auto& cited : documents) dates.insert(cited.date);
  return join_words(std::vector(dates.begin(), dates.end()));
}

// What the documents have that the tables have from them.
std::string found_in(const catalog_tools::UpdatedCatalog& updated) {
  std::vector<std::string> parts;
  if (updated.documented_calls > 0) parts.push_back(count(updated.documented_calls, "operation"));
  if (updated.documented_master_calls > 0) {
    parts.push_back(count(updated.documented_master_calls, "operation") +
                    " of the master-account API");
  }
  if (updated.documented_events > 0) parts.push_back(count(updated.documented_events, "event"));
  return join_words(parts);
}

std::string kept_in(const catalog_tools::UpdatedCatalog& updated) {
  const std::size_t operations =
      updated.operations.size() - updated.documented_calls - updated.documented_master_calls;
  std::string text = count(operations, "operation");
  if (updated.left_out_calls > 0) {
    text += " (" + std::to_string(updated.left_out_calls) + " of the documents' products)";
  }
  return text + " and " + count(updated.events.size() - updated.documented_events, "event");
}

std::string summary(const catalog_tools::UpdatedCatalog& updated, const ReadDocuments& documents,
                    const Pending& pending, const std::string& output) {
  std::vector<std::string> paths;
  for (const auto& entry : pending) paths.push_back(escape_controls(entry.first));
  return fmt::format(
      "{} of {}: {}\nkept: {} that no document has\nwrote: {}\n"
      "what changed: zoomc catalog diff built-in {}\n",
      count(documents.cited.size(), "document"), dates_of(documents.cited), found_in(updated),
      kept_in(updated), join_words(paths), file_argument(output));
}

ExitCode update(Session& session, const UpdateOptions& options) {
  if (!options.date.empty() && !catalog_source::is_date(options.date)) {
    return session.refuse_usage(fmt::format("--date: {} is not of the form 2026-08 or 2026-08-31",
                                            in_backticks(options.date)));
  }
  auto present = present_tables(session, options.output);
  if (!present) return present.error();
  // A directory is updated; a new one begins with the tables in use.
  if (session.catalog_directory.empty() && !present->empty()) {
    session.catalog_directory = options.output;
  }
  const auto catalog = session.catalog();
  if (!catalog) return catalog.error();
  const auto documents = read_documents(session, options);
  if (!documents) return documents.error();
  const catalog_tools::UpdatedCatalog updated =
      catalog_tools::update_catalog(**catalog, documents->cited);
  show_repeated(session, *documents, updated);
  Pending pending;
  for (auto& [name, bytes] : catalog_tools::update_tables(updated, *present)) {
    pending.emplace(in_directory(options.output, name), std::move(bytes));
  }
  ExitCode code = add_other_files(session, options.output, pending);
  const std::string mistake = mistake_in_tables(session, options, *documents, pending);
  if (code == ExitCode::fine && !mistake.empty()) code = session.refuse_usage(mistake);
  if (code == ExitCode::fine) code = check_result(session, options.output, pending);
  if (code == ExitCode::fine) code = write(session, pending);
  if (code != ExitCode::fine) return code;
  return session.console.out(summary(updated, *documents, pending, options.output));
}

constexpr shell::CommandOption kUpdateOptions[] = {
    required(argument<&UpdateOptions::paths>(
        "DIRECTORY",
        "Directories with OpenAPI documents of Zoom's (*.json) in them or below them, or single "
        "documents; - for standard input. A folder with a date in its name, as zoom-api-2026-08, "
        "dates the documents in it; the latest document counts")),
    required(option<&UpdateOptions::output>(
        "-o", "DIR", "The directory of the tables, for --catalog; existing tables are updated")),
    option<&UpdateOptions::date>(
        "--date", "DATE",
        "When the documents were published that no folder dates: 2026-08 or 2026-08-31")};
constexpr shell::CommandExample kUpdateExamples[] = {
    {"zoomc catalog update zoom-api-2026-03 zoom-api-2026-08 -o tables",
     "Tables from the documents of two dates, for --catalog tables"},
    {"zoomc catalog update openapi -o tables --date 2026-08",
     "The same from documents in a folder without a date"}};

}  // namespace

constexpr CommandEntry kCatalogUpdate =
    entry<UpdateOptions, update>({.name = "catalog update",
                                  .group = groups::kUnderstand,
                                  .summary = "Update the tables from Zoom's OpenAPI documents",
                                  .options = kUpdateOptions,
                                  .examples = kUpdateExamples});

}  // namespace zoomc::cli
