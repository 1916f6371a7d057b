#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "infer/path_trie.h"
#include "source/line_index.h"
#include "source/source_file.h"

namespace zoomc::infer {

// The part of a call that is not known.
enum class ResolutionStatus : std::uint8_t {
  // Nothing: its operation is known.
  none,
  // The catalog has no such path, or not with that method.
  unknown,
  // The method, or the path, is only known when the program runs.
  method_computed,
  path_computed,
  // Several operations match.
  ambiguous,
};

// A call to Zoom's API in a source file, and its meaning.
struct FoundCall {
  ResolutionStatus doubt = ResolutionStatus::none;
  // Set only with `none`.
  catalog::OperationId operation = 0;
  // For display: "GET", empty if computed; "/users/{}/meetings", empty if it is not written.
  std::string method;
  std::string path;
  Span place;
  LineColumn position;
};

// A larger source file is not read: nobody wrote it by hand.
inline constexpr std::size_t kMaxSourceBytes = std::size_t{1} << 20U;

// The calls in a file, in its order. The name of the file decides its language; a file in no known
// language has no calls.
[[nodiscard]] std::vector<FoundCall> scan_source(const SourceFile& file, const PathTrie& trie);

}  // namespace zoomc::infer
