#include "inputs.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <stdexcept>

#include "catalog/builtin.h"
#include "rules/registry.h"
#include "source/disk.h"
#include "support/repository_texts.h"

namespace zoomc::bench {
namespace {

Input check_all(std::string name, std::vector<SourceFile> files) {
  Input input{.name = std::move(name), .files = std::move(files)};
  for (const SourceFile& file : input.files) {
    input.checked.push_back(driver::check(file, check_options()));
  }
  return input;
}

// The files that the corpus generator wrote into the build, in their order.
std::vector<SourceFile> corpus_files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(ZOOMC_BENCH_CORPUS)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  if (paths.empty()) throw std::runtime_error("no files in " ZOOMC_BENCH_CORPUS);
  std::sort(paths.begin(), paths.end());
  std::vector<SourceFile> files;
  for (const auto& path : paths) files.push_back({path.filename(), Disk().read(path).value()});
  return files;
}

// The first of the files in its transcript.
SourceFile sample_file() {
  for (const RepositoryText& one : repository_texts()) {
    if (std::filesystem::path(one.origin).filename() == "sample.test") return {"sample", one.text};
  }
  throw std::runtime_error("the repository has no sample.test");
}

std::vector<SourceFile> with_findings(const Input& input) {
  std::vector<SourceFile> files;
  for (std::size_t i = 0; i < input.files.size(); ++i) {
    const auto& findings = input.checked[i].findings;
    const bool has = std::any_of(findings.begin(), findings.end(), [](const Diagnostic& found) {
      return found.severity != Severity::note;
    });
    if (has) files.push_back(input.files[i]);
  }
  return files;
}

}  // namespace

std::size_t Input::bytes() const {
  return std::accumulate(
      files.begin(), files.end(), std::size_t{0},
      [](std::size_t sum, const SourceFile& file) { return sum + file.text.size(); });
}

driver::CheckOptions check_options() {
  return {
      .catalog = &catalog::builtin_catalog(), .rules = rules::all_rules(), .findings_only = true};
}

std::vector<Input> inputs() {
  std::vector<Input> all;
  const std::vector<SourceFile> files = corpus_files();
  all.push_back(check_all("app", {files.front()}));
  all.push_back(check_all("corpus", files));
  all.push_back(check_all("mistakes", with_findings(all.back())));
  all.push_back(check_all("sample", {sample_file()}));
  for (const RepositoryText& one : example_texts()) {
    const std::filesystem::path stem = std::filesystem::path(one.origin).stem().stem();
    all.push_back(check_all(stem, {{stem, one.text}}));
  }
  return all;
}

const Input& find_input(const std::vector<Input>& inputs, std::string_view name) {
  return *std::find_if(inputs.begin(), inputs.end(),
                       [name](const Input& input) { return input.name == name; });
}

Input input_of(const std::string& name, const std::string& text) {
  Input input = check_all(name, {{name, text}});
  for (const Diagnostic& found : input.checked.front().findings) {
    if (found.severity == Severity::error) throw std::runtime_error(name + ": " + found.message);
  }
  return input;
}

}  // namespace zoomc::bench
