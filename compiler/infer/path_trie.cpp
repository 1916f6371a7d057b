#include "infer/path_trie.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "infer/call_url.h"
#include "text/nearest.h"

namespace zoomc::infer {
namespace {

constexpr std::uint32_t kNowhere = 0;
constexpr std::size_t kMaxSegments = 32;

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

// True for parameters that take a word of a list, such as `{settingType}`, and not an id.
bool is_word_parameter(std::string_view segment) {
  for (const std::string_view ending : {"Id}", "ID}", "id}", "Uuid}", "UUID}", "mail}"}) {
    if (segment.ends_with(ending)) return false;
  }
  return true;
}

}  // namespace

PathTrie::PathTrie(const catalog::Catalog& catalog) : catalog_(catalog), nodes_(2) {
  for (std::size_t i = 0; i < catalog.operations.size(); ++i)
    add(static_cast<catalog::OperationId>(i));
}

// Node 0 means that there is no node; 1 is the root.
void PathTrie::add(catalog::OperationId operation) {
  std::uint32_t node = 1;
  for (const std::string_view segment : path_segments(catalog_.operations[operation].path)) {
    const bool is_free = is_parameter(segment);
    const auto word = nodes_[node].words.find(segment);
    std::optional<std::uint32_t> next = nodes_[node].parameter;
    if (!is_free)
      next = word == nodes_[node].words.end() ? std::nullopt : std::optional(word->second);
    if (!next) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (is_free) {
        nodes_[node].parameter = next;
      } else {
        nodes_[node].words.emplace(segment, *next);
      }
    }
    if (is_free && is_word_parameter(segment)) nodes_[node].takes_any_word = true;
    node = *next;
  }
  nodes_[node].operations.push_back(operation);
}

std::uint32_t PathTrie::find(std::uint32_t node, const Segments& segments, std::size_t at,
                             PathOrigin origin) const {
  if (at == segments.size()) return nodes_[node].operations.empty() ? kNowhere : node;
  const std::string_view segment = segments[at];
  const Node& here = nodes_[node];
  if (const auto word = here.words.find(segment); word != here.words.end()) {
    if (const std::uint32_t end = find(word->second, segments, at + 1, origin)) return end;
  }
  if (!here.parameter) return kNowhere;
  const bool fits = origin == PathOrigin::traffic || here.takes_any_word ||
                    segment.find(kHole) != std::string_view::npos || looks_like_id(segment);
  return fits ? find(*here.parameter, segments, at + 1, origin) : kNowhere;
}

// True if a hole is at a place where every path of the catalog has a word.
bool PathTrie::is_computed(const Segments& segments) const {
  std::vector<std::uint32_t> nodes{1};
  for (const std::string_view segment : segments) {
    const bool is_hole = segment.find(kHole) != std::string_view::npos;
    std::vector<std::uint32_t> next;
    bool has_words = false;
    for (const std::uint32_t node : nodes) {
      const Node& here = nodes_[node];
      has_words = has_words || !here.words.empty();
      if (const auto word = here.words.find(segment); word != here.words.end()) {
        next.push_back(word->second);
      }
      if (here.parameter && next.size() < 64) next.push_back(*here.parameter);
    }
    if (is_hole && next.empty()) return has_words;
    nodes = std::move(next);
  }
  return false;
}

PathMatch PathTrie::match(std::string_view method, std::string_view path, PathOrigin origin) const {
  PathMatch match;
  const Segments segments = path_segments(path);
  if (segments.empty() || segments.size() > kMaxSegments) return match;
  const std::uint32_t node = find(1, segments, 0, origin);
  if (node == kNowhere) {
    match.is_computed = is_computed(segments);
    return match;
  }
  match.is_path_known = true;
  for (const catalog::OperationId operation : nodes_[node].operations) {
    if (method.empty() || catalog_.operations[operation].method == method) {
      match.operations.push_back(operation);
    }
  }
  return match;
}

bool PathTrie::begins_with(std::string_view segment) const {
  return nodes_[1].words.find(segment) != nodes_[1].words.end();
}

std::optional<std::string> PathTrie::nearest_call(std::string_view method,
                                                  std::string_view path) const {
  const PathMatch same_path = match("", path, PathOrigin::traffic);
  if (!same_path.operations.empty()) {
    return catalog::display_name(catalog_.operations[same_path.operations.front()]);
  }
  std::vector<std::string> names;
  for (const catalog::Operation& operation : catalog_.operations) {
    if (method.empty() || operation.method == method) {
      names.push_back(masked_path(operation.path));
    }
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string shown = masked_path(path);
  const auto near = nearest(shown, candidates);
  if (!near) return std::nullopt;
  for (const catalog::Operation& operation : catalog_.operations) {
    if ((method.empty() || operation.method == method) && masked_path(operation.path) == *near) {
      return catalog::display_name(operation);
    }
  }
  return std::nullopt;
}

}  // namespace zoomc::infer
