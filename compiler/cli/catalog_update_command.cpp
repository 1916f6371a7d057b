#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/core.h>

#include "catalog/builtin.h"
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

std::string today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date(now);
  const auto two = [](unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()));
}

bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != kForm.size() && text.size() != kForm.size() - 3) return false;
  const bool has_form = std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
    return form == 'd' ? c >= '0' && c <= '9' : c == form;
  });
  const std::string_view month = has_form ? text.substr(5, 2) : std::string_view();
  return month >= "01" && month <= "12";
}

std::string in_directory(const std::string& directory, const std::string& name) {
  return (fs::path(directory) / name).string();
}

// The documents that a path means: itself, or the JSON files in a directory.
tl::expected<std::vector<std::string>, ExitCode> documents_at(Session& session,
                                                              const std::string& path) {
  if (!session.files.is_directory(path)) return std::vector<std::string>{path};
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const bool is_document = it->path().extension() == ".json" && it->is_regular_file(ignored);
    if (is_document) found.push_back(it->path().string());
  }
  if (error) {
    return tl::unexpected(session.refuse_io(fmt::format(
        "cannot read the directory {}: {}", in_backticks(path), system_reason(error.value()))));
  }
  if (found.empty()) {
    return tl::unexpected(session.refuse_io(
        fmt::format("there is no OpenAPI document (`*.json`) in {}", in_backticks(path))));
  }
  std::sort(found.begin(), found.end());
  return found;
}

struct ReadDocuments {
  std::vector<SourceFile> files;
  std::vector<catalog_tools::CitedDocument> cited;
};

tl::expected<ReadDocuments, ExitCode> read_documents(Session& session,
                                                     const UpdateOptions& options) {
  ReadDocuments documents;
  ExitCode code = ExitCode::fine;
  for (const std::string& path : options.paths) {
    const auto found = documents_at(session, path);
    if (!found) code = worst(code, found.error());
    for (const std::string& name : found.value_or(std::vector<std::string>{})) {
      auto file = session.read(name);
      if (!file) {
        code = worst(code, file.error());
        continue;
      }
      Sink sink;
      auto document = catalog_tools::read_api_document(*file, sink);
      session.show_findings(*file, sink.take());
      if (!document) {
        code = worst(code, ExitCode::findings);
        continue;
      }
      documents.cited.push_back(
          {escape_controls(fs::path(file->path).filename().string()), std::move(*document)});
      documents.files.push_back(std::move(*file));
    }
  }
  if (code != ExitCode::fine) return tl::unexpected(code);
  return documents;
}

void show_repeated(Session& session, const ReadDocuments& documents,
                   const catalog_tools::UpdatedCatalog& updated) {
  for (std::size_t i = 0; i < documents.files.size(); ++i) {
    std::vector<Diagnostic> findings;
    for (const catalog_tools::RepeatedCall& call : updated.repeated) {
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
  for (const char* name : {"operations.tsv", "scopes.tsv", "known_levels.tsv"}) {
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

std::string summary(const catalog_tools::UpdatedCatalog& updated, std::size_t documents,
                    const Pending& pending, const std::string& output) {
  const std::set<std::string> products(updated.products.begin(), updated.products.end());
  std::vector<std::string> paths;
  for (const auto& entry : pending) paths.push_back(escape_controls(entry.first));
  const std::size_t kept = updated.operations.size() - updated.documented_calls;
  std::string text =
      fmt::format("{}: {} of {}\nkept: {} that no document has", count(documents, "document"),
                  count(updated.documented_calls, "operation"),
                  escape_controls(join_words({std::vector(products.begin(), products.end())})),
                  count(kept, "operation"));
  if (updated.left_out_calls > 0) {
    text += fmt::format(", {} of these products", updated.left_out_calls);
  }
  return fmt::format("{}\nwrote: {}\nwhat changed: zoomc catalog diff built-in {}\n", text,
                     join_words(paths), file_argument(output));
}

ExitCode update(Session& session, const UpdateOptions& options) {
  const std::string date = options.date.empty() ? today() : options.date;
  if (!is_date(date)) {
    return session.refuse_usage(
        fmt::format("--date: {} is not of the form 2026-08 or 2026-08-31", in_backticks(date)));
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
      catalog_tools::update_catalog(**catalog, documents->cited, date);
  show_repeated(session, *documents, updated);
  Pending pending;
  for (auto& [name, bytes] : catalog_tools::update_tables(updated, *present, date)) {
    pending.emplace(in_directory(options.output, name), std::move(bytes));
  }
  ExitCode code = add_other_files(session, options.output, pending);
  const std::string mistake = mistake_in_tables(session, options, *documents, pending);
  if (code == ExitCode::fine && !mistake.empty()) code = session.refuse_usage(mistake);
  if (code == ExitCode::fine) code = check_result(session, options.output, pending);
  if (code == ExitCode::fine) code = write(session, pending);
  if (code != ExitCode::fine) return code;
  return session.console.out(summary(updated, documents->files.size(), pending, options.output));
}

constexpr shell::CommandOption kUpdateOptions[] = {
    required(argument<&UpdateOptions::paths>(
        "DOCUMENT",
        "OpenAPI documents of Zoom's (JSON), or directories that have some; - for standard input")),
    required(option<&UpdateOptions::output>(
        "-o", "DIR", "The directory of the tables, for --catalog; existing tables are updated")),
    option<&UpdateOptions::date>(
        "--date", "DATE",
        "When the documents were published: 2026-08 or 2026-08-31; today if not given")};
constexpr shell::CommandExample kUpdateExamples[] = {
    {"zoomc catalog update openapi -o tables",
     "Tables from the documents in openapi, for --catalog tables"}};

}  // namespace

constexpr CommandEntry kCatalogUpdate =
    entry<UpdateOptions, update>({.name = "catalog update",
                                  .group = groups::kUnderstand,
                                  .summary = "Update the tables from Zoom's OpenAPI documents",
                                  .options = kUpdateOptions,
                                  .examples = kUpdateExamples});

}  // namespace zoomc::cli
