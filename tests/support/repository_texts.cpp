#include "support/repository_texts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "support/project.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;
const fs::path kRoot = project_root();

bool is_yaml(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml");
}

bool is_json(std::string_view name) {
  return name.ends_with(".json");
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kRoot / folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1);
    lines.push_back(text.substr(begin, end + 1 - begin));
    begin = end + 1;
  }
  return lines;
}

// The blocks of `path` that `begins` opens and `ends` closes; neither line is part of them.
template <typename Begins, typename Ends>
void add_blocks(const fs::path& path, Begins begins, Ends ends, std::vector<RepositoryText>& out) {
  bool inside = false;
  for (const std::string& line : lines_of(read(path))) {
    if (inside && ends(line)) inside = false;
    if (inside) out.back().text += line;
    if (inside || !begins(line)) continue;
    inside = true;
    out.push_back({path.string(), ""});
  }
}

void add_page(const fs::path& page, std::vector<RepositoryText>& out) {
  const auto begins = [](const std::string& line) { return line == "```yaml\n"; };
  const auto ends = [](const std::string& line) { return line == "```\n"; };
  add_blocks(page, begins, ends, out);
}

// The files of a transcript whose name `is_wanted` takes.
template <typename IsWanted>
void add_transcript(const fs::path& transcript, IsWanted is_wanted,
                    std::vector<RepositoryText>& out) {
  const auto begins = [is_wanted](const std::string& line) {
    return line.starts_with("=== file ") && is_wanted(line.substr(0, line.size() - 1));
  };
  const auto ends = [](const std::string& line) { return line.starts_with("=== "); };
  add_blocks(transcript, begins, ends, out);
}

}  // namespace

std::vector<RepositoryText> example_texts() {
  std::vector<RepositoryText> out;
  for (const fs::path& path : files_in("examples", ".yaml")) out.push_back({path, read(path)});
  return out;
}

std::vector<RepositoryText> repository_texts() {
  std::vector<RepositoryText> out = example_texts();
  for (const fs::path& page : files_in("rules", ".md")) add_page(page, out);
  for (const fs::path& page : files_in("rules/phases", ".md")) add_page(page, out);
  for (const fs::path& transcript : files_in("tests/cli", ".test")) {
    add_transcript(transcript, is_yaml, out);
  }
  return out;
}

std::vector<RepositoryText> repository_manifests() {
  std::vector<RepositoryText> out;
  for (const fs::path& transcript : files_in("tests/cli", ".test")) {
    add_transcript(transcript, is_json, out);
  }
  return out;
}

}  // namespace zoomc
