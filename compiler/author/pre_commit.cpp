#include "author/pre_commit.h"

#include <algorithm>

#include "syntax/parse.h"

namespace zoomc::author {
namespace {

constexpr std::string_view kId = "zoomc-lint";
constexpr std::string_view kEntry =
    "- repo: local\n"
    "  hooks:\n"
    "    - id: zoomc-lint\n"
    "      name: zoomc lint\n"
    "      description: Check Zoom app descriptions against the integrator's checklist\n"
    "      entry: zoomc lint\n"
    "      language: system\n"
    "      files: (\\.zoom\\.ya?ml|(^|/)\\.zoomc\\.yaml)$\n"
    "      require_serial: true\n";

std::string indented(std::string_view lines, std::size_t indent, std::string_view line_break) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    out.append(indent, ' ').append(lines.substr(0, end)).append(line_break);
    lines.remove_prefix(end + 1);
  }
  return out;
}

std::optional<syntax::Document> parse_clean(const std::string& text) {
  Sink sink;
  auto document = syntax::parse({".pre-commit-config.yaml", text}, sink);
  if (!document || sink.has_errors()) return std::nullopt;
  return document;
}

// The list of repositories, if it is a list that lines can be added to.
const syntax::Node* find_repos(const syntax::Document& document) {
  const syntax::Member* repos = document.root.find("repos");
  if (repos == nullptr) return nullptr;
  const syntax::Node& list = repos->value;
  const bool is_plain = list.is_sequence() && !list.flow && !list.alias && !list.items.empty();
  return is_plain ? &list : nullptr;
}

bool means_the_same(const syntax::Node& a, const syntax::Node& b) {
  return a.kind == b.kind && a.text == b.text && a.missing == b.missing &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    means_the_same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                    [](const syntax::Member& x, const syntax::Member& y) {
                      return means_the_same(x.key, y.key) && means_the_same(x.value, y.value);
                    });
}

// True if the new text is the old one plus one repository.
bool is_old_and_one_more(const syntax::Node& old_root, const syntax::Node& new_root,
                         std::size_t added) {
  syntax::Node shortened = new_root;
  for (syntax::Member& member : shortened.members) {
    if (member.key.text != "repos") continue;
    if (member.value.items.size() != added + 1) return false;
    const syntax::Member* hooks = member.value.items.back().find("hooks");
    if (hooks == nullptr || hooks->value.items.size() != 1) return false;
    member.value.items.pop_back();
  }
  return means_the_same(old_root, shortened);
}

}  // namespace

std::string pre_commit_entry() {
  return indented(kEntry, 2, "\n");
}

std::string new_pre_commit_config() {
  return "# https://pre-commit.com: `pre-commit install` runs these before each commit.\nrepos:\n" +
         pre_commit_entry();
}

bool has_pre_commit_hook(std::string_view config) {
  return config.find(kId) != std::string_view::npos;
}

std::optional<std::string> add_pre_commit_hook(const std::string& config) {
  const auto document = parse_clean(config);
  if (!document) return std::nullopt;
  const syntax::Node* repos = find_repos(*document);
  if (repos == nullptr) return std::nullopt;
  const std::size_t first = repos->span.begin;
  const std::size_t line_start = first == 0 ? 0 : config.rfind('\n', first - 1) + 1;
  // Behind the line on which the last repository ends.
  std::size_t end = config.find('\n', repos->span.end - 1);
  const bool is_last_line = end == std::string::npos;
  end = is_last_line ? config.size() : end + 1;
  const std::string_view line_break = config.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  std::string added = config.substr(0, end);
  if (is_last_line) added += line_break;
  added += indented(kEntry, first - line_start, line_break) + config.substr(end);
  const auto result = parse_clean(added);
  if (!result || !is_old_and_one_more(document->root, result->root, repos->items.size()))
    return std::nullopt;
  return added;
}

}  // namespace zoomc::author
