#include "infer/source_scan.h"

#include <algorithm>

#include "infer/call_finder.h"
#include "infer/call_path.h"
#include "infer/code_tokens.h"
#include "infer/language.h"
#include "infer/shell_calls.h"

namespace zoomc {
namespace {

bool is_letter_z(char c) {
  return c == 'z' || c == 'Z';
}

// Every way to know that a call is Zoom's has that word in it.
bool mentions_zoom(std::string_view text) {
  constexpr std::string_view kLower = "oom";
  constexpr std::string_view kUpper = "OOM";
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (!is_letter_z(text[i])) continue;
    const std::string_view rest = text.substr(i + 1, 3);
    if (rest == kLower || rest == kUpper) return true;
  }
  return false;
}

bool is_binary(std::string_view text) {
  return text.substr(0, 8192).find('\0') != std::string_view::npos;
}

// What a call means; nothing when it is none after all.
std::optional<FoundCall> judge(const CodeCall& call, const PathTrie& trie) {
  FoundCall found;
  found.method = call.method;
  found.place = call.place;
  if (call.has_no_path) {
    found.doubt = CallDoubt::path_computed;
    return found;
  }
  found.path = masked_path(call.path);
  // A name on its own is weak: only what the catalog has is taken for a call.
  const PathMatch match = trie.match(call.method, call.path, PathOrigin::code);
  if (call.method.empty()) {
    if (!match.is_path_known) return std::nullopt;
    found.doubt = CallDoubt::method_computed;
  } else if (match.operations.size() == 1) {
    found.operation = match.operations.front();
  } else if (match.operations.size() > 1) {
    found.doubt = CallDoubt::ambiguous;
  } else if (match.is_computed) {
    if (call.is_by_name) return std::nullopt;
    found.doubt = CallDoubt::path_computed;
  } else {
    if (call.is_by_name) return std::nullopt;
    found.doubt = CallDoubt::unknown;
  }
  return found;
}

}  // namespace

std::vector<FoundCall> scan_source(const SourceFile& file, const PathTrie& trie) {
  const Language* language = language_of(file.path);
  const std::string_view text = file.text;
  if (language == nullptr || text.size() > kMaxSourceBytes) return {};
  if (!mentions_zoom(text) || is_binary(text)) return {};
  std::vector<CodeCall> calls;
  if (language->is_shell) {
    calls = find_shell_calls(text);
  } else {
    const CodeTokens tokens(text, *language);
    calls = CallFinder(tokens, trie).run();
  }
  std::vector<FoundCall> found;
  const LineIndex lines(text);
  for (const CodeCall& call : calls) {
    auto judged = judge(call, trie);
    if (!judged) continue;
    judged->position = lines.position(judged->place.begin);
    found.push_back(std::move(*judged));
  }
  return found;
}

}  // namespace zoomc
