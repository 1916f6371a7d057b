#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "infer/source_scan.h"
#include "support/catch.h"
#include "support/project.h"

// What is found in the files of tests/infer against what their first comments say of them:
// "9 GET /users/{userId}" is a call in line 9; "5 method? /users" and "5 path? GET /users/{}" are
// calls of which a part is only known when the program runs; "5 unknown GET /userz" is none of the
// catalog; "missed: GET /users" is a call that is really made and that nobody can find.
namespace zoomc::infer {
namespace {

namespace fs = std::filesystem;

struct Snippet {
  std::vector<std::string> expected;
  std::size_t missed = 0;
  SourceFile file;
};

// A line of the first comment without its mark; empty for one that is about something else.
std::string remark(const std::string& line) {
  const auto begin = line.find_first_not_of("/#* ");
  const bool is_comment = line.starts_with("//") || line.starts_with("#");
  return is_comment && begin != std::string::npos ? line.substr(begin) : std::string();
}

Snippet read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  Snippet snippet{{}, 0, {path.string(), text.str()}};
  std::istringstream lines(snippet.file.text);
  for (std::string line; std::getline(lines, line);) {
    const std::string said = remark(line);
    if (said.starts_with("missed: ")) ++snippet.missed;
    if (!said.empty() && said.front() >= '0' && said.front() <= '9')
      snippet.expected.push_back(said);
  }
  return snippet;
}

std::string line_of(const FoundCall& call) {
  std::string line = std::to_string(call.position.line) + " ";
  switch (call.doubt) {
    case ResolutionStatus::none:
      return line + catalog::display_name(catalog::builtin_catalog().operations[call.operation]);
    case ResolutionStatus::method_computed: return line + "method? " + call.path;
    case ResolutionStatus::path_computed:
      line += "path?";
      if (!call.method.empty()) line += " " + call.method;
      return call.path.empty() ? line : line + " " + call.path;
    case ResolutionStatus::unknown: return line + "unknown " + call.method + " " + call.path;
    case ResolutionStatus::ambiguous: return line + "ambiguous " + call.method + " " + call.path;
  }
  return line;
}

std::vector<fs::path> snippet_paths() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(project_root() / "tests" / "infer")) {
    if (entry.is_regular_file() && entry.path().filename() != "README.md")
      paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_operation(const std::string& line) {
  const auto blank = line.find(' ');
  const char first = blank + 1 < line.size() ? line[blank + 1] : '\0';
  return first >= 'A' && first <= 'Z';
}

}  // namespace

TEST_CASE("every snippet has the calls that it says it has, and no others") {
  const PathTrie trie(catalog::builtin_catalog());
  std::size_t files = 0;
  std::size_t found = 0;
  std::size_t missed = 0;
  for (const fs::path& path : snippet_paths()) {
    const Snippet snippet = read(path);
    std::vector<std::string> calls;
    for (const FoundCall& call : scan_source(snippet.file, trie)) calls.push_back(line_of(call));
    INFO(path.filename());
    CHECK(calls == snippet.expected);
    ++files;
    found += static_cast<std::size_t>(std::count_if(calls.begin(), calls.end(), is_operation));
    missed += snippet.missed;
  }
  // Nothing is found that is not there (the list above), and of what is there this much: 97 in 100.
  CHECK(files == 77);
  CHECK(found == 92);
  CHECK(missed == 3);
}

}  // namespace zoomc::infer
